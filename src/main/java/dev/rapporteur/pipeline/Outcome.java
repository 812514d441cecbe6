package dev.rapporteur.pipeline;

import dev.rapporteur.text.Doc;
import java.util.Locale;

/** How one file of a run ended; each file ends in exactly one. */
public sealed interface Outcome {

  /** The file's path, relative to the folder that was run, with {@code /}. */
  String source();

  /**
   * It was read and analysed.
   *
   * @param source the file
   * @param doc the annotated document
   */
  record Done(String source, Doc doc) implements Outcome {}

  /**
   * There was nothing to do.
   *
   * @param source the file
   * @param reason why
   * @param detail more about it in words, or empty
   */
  record Skipped(String source, Reason reason, String detail) implements Outcome {}

  /**
   * It could not be read or analysed.
   *
   * @param source the file
   * @param stage {@code ingest}, the name of the component that failed, or {@code index}
   * @param cause what kind of failure
   * @param message what happened and the way out, in one line
   */
  record Failed(String source, String stage, Cause cause, String message) implements Outcome {}

  /** Why a file was skipped. */
  enum Reason {
    /** It is indexed, by the same pipeline and with the same metadata. */
    UNCHANGED,
    /** Another file of the run has the same content. */
    DUPLICATE,
    /** It holds no text. */
    EMPTY,
    /** No parser reads it. */
    UNSUPPORTED,
    /** It is an archive, whose members are documents of their own. */
    UNPACKED;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What kind of failure. */
  enum Cause {
    /** It is encrypted or asks for a password. */
    ENCRYPTED,
    /** It is damaged or not what it says it is. */
    CORRUPT,
    /** It is larger than the limits allow. */
    TOO_LARGE,
    /** It took longer than the limits allow. */
    TIMED_OUT,
    /** The parser broke down. */
    CRASHED,
    /** It could not be opened. */
    UNREADABLE;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
