package dev.rapporteur.ingest;

import java.time.Duration;

/**
 * How much of a machine one file may take.
 *
 * @param bytes largest file, in bytes
 * @param characters most characters of text that a file may yield
 * @param time longest time to read one file
 * @param memory heap of the JVM that reads risky formats, in mebibytes
 * @param depth how deep archives and mails may lie in each other
 * @param members most members of one container
 */
public record Limits(
    long bytes, int characters, Duration time, int memory, int depth, int members) {

  /** Checks that all are positive. */
  public Limits {
    if (bytes < 1 || characters < 1 || memory < 1 || depth < 1 || members < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("the time must be positive");
    }
  }

  /** 256 MiB, 20 million characters, two minutes, 768 MiB, 3 deep, 2,000 members. */
  public static Limits standard() {
    return new Limits(256L << 20, 20_000_000, Duration.ofMinutes(2), 768, 3, 2000);
  }

  /** The same with another time. */
  public Limits withTime(Duration to) {
    return new Limits(bytes, characters, to, memory, depth, members);
  }

  /** The same with another largest file. */
  public Limits withBytes(long to) {
    return new Limits(to, characters, time, memory, depth, members);
  }

  /** The same with another heap, in mebibytes. */
  public Limits withMemory(int to) {
    return new Limits(bytes, characters, time, to, depth, members);
  }

  /** The same with another most of characters. */
  public Limits withCharacters(int to) {
    return new Limits(bytes, to, time, memory, depth, members);
  }
}
