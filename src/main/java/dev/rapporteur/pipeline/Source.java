package dev.rapporteur.pipeline;

import dev.rapporteur.text.Doc;

/** A file that a run will read: what ingest offers and {@link Runner} takes. */
public interface Source {

  /** A file of this name in a folder says that nothing in it is a document: an index has one. */
  String NOT_DOCUMENTS = ".rapporteur-index";

  /** Its path, relative to the folder that was run, with {@code /}. */
  String name();

  /**
   * What its content and its metadata are, in a form that changes when either does; cheap beside
   * {@link #read()}.
   *
   * @throws SourceException if it cannot be read
   */
  Identity identity() throws SourceException;

  /**
   * Reads the document.
   *
   * @throws SourceException if it cannot be read, with its outcome
   */
  Doc read() throws SourceException;

  /**
   * What a source is.
   *
   * @param content SHA-256 of its bytes, in hex
   * @param metadata SHA-256 of what is known of it from outside: catalogue row, groups, path
   * @param place the absolute path of its file, so that a file that has changed replaces what it
   *     was, and a file of the same name in another folder does not; empty where there is no file
   */
  record Identity(String content, String metadata, String place) {

    /** An identity without a place. */
    public Identity(String content, String metadata) {
      this(content, metadata, "");
    }
  }

  /** A source could not be read; carries the outcome that says why. */
  final class SourceException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    /** With the outcome of the file: skipped or failed. */
    public SourceException(Outcome outcome) {
      super(outcome.toString());
      this.outcome = outcome;
    }

    /** With the outcome of the file and what caused it. */
    public SourceException(Outcome outcome, Throwable cause) {
      super(outcome.toString(), cause);
      this.outcome = outcome;
    }

    /** How the file ends. */
    public Outcome outcome() {
      return outcome;
    }
  }
}
