package dev.rapporteur.cli;

import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.ingest.Ingest;
import dev.rapporteur.ingest.Limits;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the document that a user means: a file, taken from the index where it is indexed and
 * analysed on the spot where not, or what the index knows by that name.
 */
final class DocumentChoice {

  private static final int FOLDERS_UP = 2;
  private static final int SHOWN = 8;

  private final Index index;
  private final Models models;
  private final Path catalog;
  private final String pipeline;
  private final PrintWriter err;

  /**
   * A choice.
   *
   * @param catalog what is known of files; null for a {@code catalog.csv} near the file
   * @param pipeline analyses files that are not indexed; null for what analysed the index
   */
  DocumentChoice(Index index, Models models, Path catalog, String pipeline, PrintWriter err) {
    this.index = index;
    this.models = models;
    this.catalog = catalog;
    this.pipeline = pipeline;
    this.err = err;
  }

  /** A document that is in the index. */
  static Doc indexed(Index index, DocId id) {
    return index
        .doc(id)
        .orElseThrow(() -> new CommandException("a document vanished while it was read: " + id));
  }

  /**
   * The document of that name.
   *
   * @param pipelines those that analysed the index; one that is used here is added
   */
  Doc find(String name, Set<String> pipelines) {
    Path file = path(name);
    if (file != null) {
      return read(file, pipelines);
    }
    List<Entry> found = index.find(name);
    if (found.isEmpty()) {
      throw new UsageException(
          "no document '" + name + "' in " + index.folder() + ", and no such file");
    }
    if (found.size() > 1) {
      throw new UsageException(
          "'"
              + name
              + "' is several documents: "
              + String.join(
                  "; ", found.stream().limit(SHOWN).map(e -> e.metadata().source()).toList())
              + (found.size() > SHOWN ? " …" : ""));
    }
    return indexed(index, found.getFirst().id());
  }

  private static Path path(String name) {
    try {
      Path path = Path.of(name);
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException e) {
      return null; // a symbol or title that no file system would have
    }
  }

  private Doc read(Path file, Set<String> pipelines) {
    try (Ingest ingest = new Ingest(models, Limits.standard())) {
      Iterator<Source> sources =
          ingest.sources(List.of(file), Optional.ofNullable(catalogue(file)), List.of());
      Source source = sources.next();
      Optional<Doc> known = index.doc(new DocId(source.identity().content()));
      if (known.isPresent()) {
        return known.get();
      }
      String with = pipeline != null ? pipeline : pipelines.contains("fast") ? "fast" : "standard";
      pipelines.add(with);
      Doc read = source.read();
      try (Pipeline opened = PipelineChoice.open(with, err)) {
        return opened.process(read);
      }
    } catch (Source.SourceException e) {
      throw new CommandException("cannot read " + file + ": " + why(e.outcome()), e);
    }
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.message();
      case Outcome.Skipped skipped -> skipped.detail();
      case Outcome.Done done -> done.toString();
    };
  }

  private Path catalogue(Path file) {
    if (catalog != null) {
      return catalog;
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    for (int up = 0; folder != null && up < FOLDERS_UP; up++, folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("catalog.csv"))) {
        return folder.resolve("catalog.csv");
      }
    }
    return null;
  }
}
