package dev.rapporteur.ingest.fetch;

import java.time.Duration;

/** Is told how fetching goes on. */
public interface Listener {

  /** The next original is taken up. */
  default void starts(Original original) {}

  /** An attempt failed; the next one comes after a wait. */
  default void waits(Original original, Duration time, String cause) {}

  /** An original is done with. */
  default void ends(Result result) {}
}
