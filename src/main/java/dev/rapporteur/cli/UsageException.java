package dev.rapporteur.cli;

/** The user asked for something that makes no sense; exit status 2, the message is for her. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
