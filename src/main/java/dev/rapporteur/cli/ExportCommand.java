package dev.rapporteur.cli;

import dev.rapporteur.export.JsonLines;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.search.QueryParser;
import dev.rapporteur.search.Search;
import dev.rapporteur.text.DocId;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rapporteur export}: annotations for other programs. */
@Command(
    name = "export",
    description = "Write documents with all their annotations, one JSON object a line.",
    footer = {
      "",
      "With a query, the documents that hold a sentence which it finds, each as a whole.",
      "",
      "Examples:",
      "  rapporteur export --format jsonl -o out.jsonl",
      "  rapporteur export --format jsonl 'group:forum:un/gge' | jq .title"
    })
final class ExportCommand implements Runnable {

  /** The forms of output. */
  enum Format {
    JSONL
  }

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Which documents.")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "jsonl")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; without it, standard output.")
  private Path file;

  @Mixin private IndexOption where;
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String text = String.join(" ", words);
    var query = QueryParser.parse(text);
    try (Index index = where.open()) {
      List<Entry> entries = index.entries();
      if (!text.isBlank()) {
        Set<DocId> wanted = new Search(index).documents(query);
        entries = entries.stream().filter(e -> wanted.contains(e.id())).toList();
      }
      if (file == null) {
        write(index, entries, spec.commandLine().getOut());
      } else {
        toFile(index, entries);
        if (!main.quiet()) {
          spec.commandLine()
              .getErr()
              .println("rapporteur: wrote " + entries.size() + " documents to " + file);
        }
      }
    } catch (IOException e) {
      throw new CommandException(
          "cannot write " + (file == null ? "standard output" : file) + ": " + e.getMessage(), e);
    }
  }

  /** Writes beside the file and then moves, so that nobody ever reads half an export. */
  private void toFile(Index index, List<Entry> entries) throws IOException {
    Path target = file.toAbsolutePath();
    if (!Files.isRegularFile(target) && Files.exists(target)) {
      try (Writer out = Files.newBufferedWriter(target)) { // a pipe or device
        write(index, entries, out);
      }
      return;
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (Writer out = Files.newBufferedWriter(part)) {
      write(index, entries, out);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Index index, List<Entry> entries, Writer out) throws IOException {
    JsonLines lines = new JsonLines();
    for (Entry entry : entries) {
      var doc = index.doc(entry.id());
      if (doc.isPresent()) {
        lines.write(doc.get(), entry.pipeline(), out);
      }
    }
    out.flush();
  }
}
