package dev.rapporteur.pipeline;

/** A stage failed on a document; the message names the stage and the cause. */
public final class StageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String stage;

  /** A failure of the stage of that name. */
  public StageException(String stage, Throwable cause) {
    super("stage '" + stage + "': " + cause, cause);
    this.stage = stage;
  }

  /** The component's name. */
  public String stage() {
    return stage;
  }
}
