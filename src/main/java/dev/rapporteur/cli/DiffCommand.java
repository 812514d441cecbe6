package dev.rapporteur.cli;

import dev.rapporteur.compare.Comparison;
import dev.rapporteur.compare.JsonReport;
import dev.rapporteur.compare.Profile;
import dev.rapporteur.compare.Profiler;
import dev.rapporteur.compare.Revision;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.pipeline.Models;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rapporteur diff}: what became of one version of a text in another. */
@Command(
    name = "diff",
    description = {
      "Say what became of one version of a text in another: sentences kept, changed, moved, added,"
          + " dropped; softened or hardened.",
      "In the text, [-words-] are gone and {+words+} are new."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur diff a-66-359 a-69-723",
      "  rapporteur diff draft-1.docx draft-2.docx --only softened,hardened"
    })
final class DiffCommand implements Runnable {

  /** What can be written. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      index = "0",
      paramLabel = "OLDER",
      description = "A document of the index, or a file.")
  private String older;

  @Parameters(index = "1", paramLabel = "NEWER", description = "Another.")
  private String newer;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description = "kept, changed, moved, added, dropped, softened, hardened; may be several.")
  private List<String> only = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private IndexOption where;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (String each : only) {
      if (!isKindOrTurn(each)) {
        throw new UsageException(
            "--only knows kept, changed, moved, added, dropped, softened, hardened; not '"
                + each
                + "'");
      }
    }
    try (Index index = where.open();
        Models models = Models.standard()) {
      DocumentChoice choice =
          new DocumentChoice(index, models, null, null, spec.commandLine().getErr());
      TreeSet<String> pipelines =
          index.entries().stream()
              .map(Entry::pipeline)
              .collect(Collectors.toCollection(TreeSet::new));
      Profiler profiler = new Profiler(models);
      Profile first = profiler.profile(choice.find(older, pipelines));
      Profile second = profiler.profile(choice.find(newer, pipelines));
      Revision revision = Revision.of(first, second, models);
      switch (format) {
        case TEXT -> print(out, revision);
        case JSON -> out.println(JsonReport.of(revision));
      }
    }
  }

  private static boolean isKindOrTurn(String name) {
    for (Revision.Kind kind : Revision.Kind.values()) {
      if (kind.id().equals(name)) {
        return true;
      }
    }
    return name.equals(Revision.Turn.SOFTENED.id()) || name.equals(Revision.Turn.HARDENED.id());
  }

  private void print(PrintWriter out, Revision revision) {
    String counts =
        revision.counts().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(e -> e.getKey().id() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    long softened =
        revision.changes().stream().filter(c -> c.turn() == Revision.Turn.SOFTENED).count();
    long hardened =
        revision.changes().stream().filter(c -> c.turn() == Revision.Turn.HARDENED).count();
    out.println(revision.older() + " -> " + revision.newer());
    out.println(
        String.format(Locale.ROOT, "%s; softened %d, hardened %d", counts, softened, hardened));
    for (Revision.Change change : revision.changes()) {
      boolean shown =
          only.isEmpty()
              ? change.kind() != Revision.Kind.KEPT
              : only.contains(change.kind().id()) || only.contains(change.turn().id());
      if (shown) {
        print(out, change);
      }
    }
  }

  private static void print(PrintWriter out, Revision.Change change) {
    out.println();
    out.println(
        change.kind().id()
            + (change.turn() == Revision.Turn.NONE
                ? ""
                : ", " + change.turn().id() + " (" + change.why() + ")")
            + ": "
            + (change.olderCitation().isEmpty()
                ? change.newerCitation()
                : change.newerCitation().isEmpty()
                    ? change.olderCitation()
                    : change.olderCitation() + " -> " + change.newerCitation()));
    if (!change.older().isEmpty()) {
      out.println("  " + marked(change.older(), "[-", "-]"));
    }
    if (!change.newer().isEmpty() && change.kind() != Revision.Kind.KEPT) {
      out.println("  " + marked(change.newer(), "{+", "+}"));
    }
  }

  private static String marked(List<Comparison.Piece> pieces, String open, String close) {
    return pieces.stream()
        .map(p -> p.same() ? p.text().strip() : open + p.text().strip() + close)
        .collect(Collectors.joining(" "));
  }
}
