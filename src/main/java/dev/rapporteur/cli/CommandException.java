package dev.rapporteur.cli;

/** The work failed in a way that was foreseen; exit status 1, the message is for the user. */
final class CommandException extends RuntimeException {

  private static final long serialVersionUID = 1;

  CommandException(String message) {
    super(message);
  }

  CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
