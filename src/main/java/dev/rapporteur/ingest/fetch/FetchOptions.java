package dev.rapporteur.ingest.fetch;

import java.time.Duration;

/**
 * How patient and how modest fetching is.
 *
 * @param agent the name that servers see
 * @param pause before each request but the first
 * @param attempts how often one address is tried
 * @param firstWait before the second attempt; each later wait is twice as long
 * @param patience the longest wait, also of those that a server asks for: one that asks for more is
 *     given up
 * @param connect the longest time to reach a server
 * @param answer the longest time until it begins to answer
 * @param stall the longest time without a byte once it has begun
 * @param maxBytes the largest file
 */
public record FetchOptions(
    String agent,
    Duration pause,
    int attempts,
    Duration firstWait,
    Duration patience,
    Duration connect,
    Duration answer,
    Duration stall,
    long maxBytes) {

  /** What suits a person who fetches some dozens of texts from public servers. */
  public static FetchOptions standard(String version) {
    return new FetchOptions(
        "Rapporteur/" + version + " (fetches official documents for its user, one at a time)",
        Duration.ofSeconds(3),
        5,
        Duration.ofSeconds(4),
        Duration.ofMinutes(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        100L << 20);
  }

  /** The same with another pause between requests. */
  public FetchOptions withPause(Duration pause) {
    return new FetchOptions(
        agent, pause, attempts, firstWait, patience, connect, answer, stall, maxBytes);
  }

  /** The wait before an attempt, counted from 2. */
  Duration wait(int attempt) {
    Duration wait = firstWait.multipliedBy(1L << Math.min(20, attempt - 2));
    return wait.compareTo(patience) > 0 ? patience : wait;
  }
}
