package dev.rapporteur.ingest.fetch;

/** An address does not give what is wanted, and asking again would not help. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;

  /** Whether the server could not be reached or was overloaded, rather than said no. */
  private final boolean server;

  RefusedException(String message) {
    this(message, false);
  }

  RefusedException(String message, boolean server) {
    super(message);
    this.server = server;
  }

  boolean server() {
    return server;
  }
}
