package dev.rapporteur.pipeline;

/**
 * Something that the user wrote or set up is wrong: a pipeline file, a setting, a knowledge file.
 * The message is for her: it names file, place, cause and the way out, in one line.
 */
public class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With a message for the user. */
  public ConfigurationException(String message) {
    super(message);
  }

  /** With a message for the user and what caused it. */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
