package dev.rapporteur.ingest.fetch;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Waits {

  /** Returns when the time is over. */
  void sleep(Duration time) throws InterruptedException;
}
