package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;

/** A file's content cannot become a document; knows which outcome that is. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1;

  private final Outcome.Reason reason;
  private final Outcome.Cause kind;

  UnreadableException(Outcome.Reason reason, String detail) {
    super(detail);
    this.reason = reason;
    this.kind = null;
  }

  UnreadableException(Outcome.Cause kind, String message) {
    super(message);
    this.reason = null;
    this.kind = kind;
  }

  UnreadableException(Outcome.Cause kind, String message, Throwable cause) {
    super(message, cause);
    this.reason = null;
    this.kind = kind;
  }

  /** How a file of that name ends: skipped or failed. */
  public Outcome outcome(String source) {
    return reason != null
        ? new Outcome.Skipped(source, reason, getMessage())
        : new Outcome.Failed(source, "ingest", kind, getMessage());
  }
}
