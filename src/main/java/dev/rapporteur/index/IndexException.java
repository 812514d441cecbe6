package dev.rapporteur.index;

/** An index cannot be opened, read or written; the message is for the user, in one line. */
public final class IndexException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With a message for the user. */
  public IndexException(String message) {
    super(message);
  }

  /** With a message for the user and what caused it. */
  public IndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
