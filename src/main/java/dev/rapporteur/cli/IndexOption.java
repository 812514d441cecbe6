package dev.rapporteur.cli;

import dev.rapporteur.index.Index;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --index} and its default, the same for all commands. */
final class IndexOption {

  private static final String DEFAULT = "rapporteur-index";

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Folder of the index (default: RAPPORTEUR_INDEX, else ./rapporteur-index).")
  private Path given;

  /** The folder that is meant. */
  Path folder() {
    if (given != null) {
      return given;
    }
    String set = System.getenv("RAPPORTEUR_INDEX");
    return Path.of(set == null || set.isBlank() ? DEFAULT : set);
  }

  /** Opens the index for reading. */
  Index open() {
    return Index.open(folder());
  }
}
