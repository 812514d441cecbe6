package dev.rapporteur.cli;

import dev.rapporteur.export.HtmlPage;
import dev.rapporteur.export.JsonLines;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.text.Doc;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rapporteur show}: one document with what was found in it. */
@Command(
    name = "show",
    description = "Show a document with its annotations.",
    footer = {
      "",
      "A document is named by its symbol, title, file name or id, or by how these begin, in any",
      "case and punctuation.",
      "",
      "Examples:",
      "  rapporteur show a-68-98",
      "  rapporteur show A/68/98 --explain 12      why sentence 12 is annotated as it is",
      "  rapporteur show a-68-98 --format html > a-68-98.html"
    })
final class ShowCommand implements Runnable {

  /** The forms of output. */
  enum Format {
    TEXT,
    HTML,
    JSON
  }

  @Parameters(arity = "1..*", paramLabel = "DOC", description = "Which document.")
  private List<String> words;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Format format;

  @Option(
      names = "--explain",
      paramLabel = "SID",
      description = "The evidence of everything found in this sentence.")
  private Integer explain;

  @Mixin private IndexOption where;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String name = String.join(" ", words);
    PrintWriter out = spec.commandLine().getOut();
    try (Index index = where.open()) {
      Entry entry = one(index, name);
      Doc doc =
          index
              .doc(entry.id())
              .orElseThrow(() -> new CommandException("the index lost document " + entry.id()));
      if (explain != null) {
        new ShowEvidence(doc, out, Screen.of()).print(explain);
        return;
      }
      switch (format) {
        case TEXT -> new ShowText(doc, out, Screen.of()).print();
        case HTML -> HtmlPage.write(doc, out);
        case JSON -> new JsonLines().write(doc, entry.pipeline(), out);
      }
    } catch (IOException e) {
      throw new CommandException("cannot write standard output: " + e.getMessage(), e);
    }
  }

  private Entry one(Index index, String name) {
    List<Entry> found = index.find(name);
    if (found.isEmpty()) {
      throw new CommandException(
          "no document '"
              + name
              + "' in "
              + where.folder()
              + "; find one: rapporteur search 'title:WORD' --facets document");
    }
    if (found.size() > 1) {
      StringBuilder message =
          new StringBuilder("'" + name + "' may mean " + found.size() + " documents; name one:");
      for (Entry entry : found) {
        message
            .append("\n  ")
            .append(entry.id().brief())
            .append("  ")
            .append(entry.metadata().source())
            .append("  ")
            .append(entry.name());
      }
      throw new CommandException(message.toString());
    }
    return found.getFirst();
  }
}
