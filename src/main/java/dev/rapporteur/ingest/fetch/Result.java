package dev.rapporteur.ingest.fetch;

import java.nio.file.Path;

/** How the fetching of one original ended. */
public sealed interface Result {

  /** Which one. */
  Original original();

  /**
   * It was fetched.
   *
   * @param original which one
   * @param file where it is
   * @param bytes its size
   * @param sha256 its checksum, in hex
   */
  record Fetched(Original original, Path file, long bytes, String sha256) implements Result {}

  /**
   * Its file is there already and was left alone.
   *
   * @param original which one
   * @param file where it is
   * @param note what is to be said of it: fetched by hand, changed since; may be empty
   */
  record Kept(Original original, Path file, String note) implements Result {}

  /**
   * It could not be fetched.
   *
   * @param original which one; its address is where a person can get it
   * @param place where a person should put it, with the extension of what it is
   * @param cause why, with every address that was tried
   */
  record Failed(Original original, Path place, String cause) implements Result {}
}
