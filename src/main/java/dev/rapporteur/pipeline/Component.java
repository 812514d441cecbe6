package dev.rapporteur.pipeline;

import dev.rapporteur.text.Layer;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a stage and opens it; cheap, loads nothing, names no engine's types.
 *
 * <p>A new extractor is one class with {@code @AutoService(Component.class)} and one line in a
 * pipeline file.
 */
public interface Component {

  /** The name in pipeline files: lower case, hyphens. */
  String name();

  /** Changes whenever its findings may change, so that documents are analysed again. */
  String version();

  /** What it does, in one line without full stop. */
  String summary();

  /** The layers it needs; each must be written by an earlier stage. */
  Set<Layer<?>> reads();

  /** The layers it may write. */
  Set<Layer<?>> writes();

  /**
   * The record that its settings bind to; its components are the options. A static method {@code
   * defaults()} of that record gives the values of options that a file leaves out.
   */
  default Class<? extends Record> options() {
    return Settings.None.class;
  }

  /** Why it cannot run here, for example because optional jars are missing; empty if it can. */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /**
   * Opens the stage: checks the settings and reads the files it needs; what is costly and may not
   * be needed is loaded when first used.
   *
   * @throws ConfigurationException if a setting or a file is wrong; nothing stays open then
   */
  Stage open(Settings settings, Models models);
}
