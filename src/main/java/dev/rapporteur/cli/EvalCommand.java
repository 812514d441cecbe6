package dev.rapporteur.cli;

import dev.rapporteur.eval.Gold;
import dev.rapporteur.eval.GoldDocuments;
import dev.rapporteur.eval.Scorer;
import dev.rapporteur.eval.Scores;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.text.Doc;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code rapporteur eval}: figures against sentences coded by hand. */
@Command(
    name = "eval",
    description = {
      "Score annotations against sentences coded by hand, by the codebook's section 6.",
      "With --index: what the index holds. Without: the gold sentences of each text, in order, are"
          + " analysed as one document; what stood around them is then missing."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur eval gold.jsonl --index rapporteur-index",
      "  rapporteur eval models/labelled/*.jsonl --split test --by genre",
      "  rapporteur eval gold.jsonl --errors stances"
    })
final class EvalCommand implements Runnable {

  /** What figures can be told apart by. */
  enum By {
    GENRE,
    SPLIT,
    DOC
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "GOLD",
      description = "Files of gold sentences, one JSON object a line.")
  private List<Path> files;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "Score what this index holds instead of analysing the sentences.")
  private Path index;

  @Option(
      names = "--pipeline",
      paramLabel = "NAME|FILE",
      description = "Pipeline to analyse with, without --index (default: ${DEFAULT-VALUE}).",
      defaultValue = "standard")
  private String pipeline;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "Only sentences of this split: train, dev or test.")
  private String split;

  @Option(names = "--by", description = "Also a line each: ${COMPLETION-CANDIDATES}.")
  private By by;

  @Option(
      names = "--errors",
      description = "Print what differs, sentence by sentence: ${COMPLETION-CANDIDATES}.")
  private Scorer.Task errors;

  @Option(names = "--intervals", description = "95 % bootstrap intervals beside F1.")
  private boolean intervals;

  @Option(
      names = "--alpha",
      description =
          "Also Krippendorff's alpha (nominal) against the coder, for each frame and for having a"
              + " move.")
  private boolean alpha;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Gold> gold = gold();
    Scorer scorer = new Scorer(gold);
    if (index != null) {
      readIndex(scorer);
    } else {
      analyse(gold, scorer);
    }
    if (errors != null) {
      scorer.errors(
          errors,
          (g, difference) ->
              out.println(g.doc() + " " + g.sid() + " " + difference + " | " + g.text()));
      return;
    }
    Scores scores = scorer.scores();
    if (json) {
      Map<String, Object> map = scores.toMap();
      if (alpha) {
        map.put("alpha", AgreeCommand.figures(scores.alphas(1000, 1)));
      }
      out.println(JsonMapper.shared().writeValueAsString(map));
      return;
    }
    print(out, scores);
    if (alpha) {
      out.println("Krippendorff's alpha against the coder:");
      scores
          .alphas(1000, 1)
          .forEach(
              (code, a) -> out.printf(Locale.ROOT, "  %-24s %s%n", code, AgreeCommand.cell(a)));
    }
    if (by != null) {
      Function<Gold, String> key =
          switch (by) {
            case GENRE -> Gold::genre;
            case SPLIT -> Gold::split;
            case DOC -> Gold::doc;
          };
      Map<String, List<Gold>> parts =
          gold.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
      out.println();
      out.println(
          String.format(
              Locale.ROOT,
              "%-32s %5s  %8s %8s %8s %8s %8s",
              by.name().toLowerCase(Locale.ROOT),
              "n",
              "named",
              "anaphor",
              "frames",
              "moves",
              "stances"));
      parts.forEach(
          (name, some) -> {
            Scores part = scorer.scores(some);
            out.println(
                String.format(
                    Locale.ROOT,
                    "%-32s %5d  %8.3f %8.3f %8.3f %8.3f %8.3f",
                    name.isEmpty() ? "(not said)" : name,
                    part.sentences(),
                    part.figure("entities").f1(),
                    part.figure("anaphors").f1(),
                    part.figure("frames").f1(),
                    part.figure("moves").f1(),
                    part.figure("stances").f1()));
          });
    }
  }

  private void readIndex(Scorer scorer) {
    try (Index open = Index.open(index)) {
      for (Entry entry : open.entries()) {
        open.doc(entry.id()).ifPresent(scorer::read);
      }
    }
  }

  private void analyse(List<Gold> gold, Scorer scorer) {
    if (!main.quiet()) {
      spec.commandLine()
          .getErr()
          .println(
              "rapporteur: the gold sentences are analysed by themselves; the text around them is"
                  + " missing, which anaphors and frames feel");
    }
    try (Pipeline open = PipelineChoice.open(pipeline, spec.commandLine().getErr())) {
      for (Doc doc : GoldDocuments.of(gold)) {
        scorer.read(open.process(doc));
      }
    }
  }

  private List<Gold> gold() {
    List<Gold> gold = new ArrayList<>();
    for (Path file : files) {
      try {
        gold.addAll(Gold.parse(Files.readString(file), file.toString()));
      } catch (IOException e) {
        throw new UsageException("cannot read the gold file " + file + ": " + e);
      }
    }
    if (split != null) {
      gold.removeIf(g -> !g.split().equals(split));
      if (gold.isEmpty()) {
        throw new UsageException("no sentence is of the split '" + split + "'");
      }
    }
    return gold;
  }

  private void print(PrintWriter out, Scores scores) {
    out.println(
        "sentences " + scores.sentences() + ", found in the system's text " + scores.found());
    scores
        .figures()
        .forEach(
            (task, f) ->
                out.println(
                    String.format(
                        Locale.ROOT,
                        "%-16s P %.3f  R %.3f  F1 %.3f%s   (%d right, %d spare, %d missed)",
                        task,
                        f.precision(),
                        f.recall(),
                        f.f1(),
                        interval(scores, task),
                        f.right(),
                        f.spare(),
                        f.missed())));
    String frames =
        scores.frames().entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue().f1()))
            .collect(Collectors.joining(", "));
    out.println(
        String.format(
            Locale.ROOT,
            "frames.macro     F1 %.3f%s   %s",
            scores.frameMacro(),
            interval(scores, "frames.macro"),
            frames));
    out.println(
        String.format(
            Locale.ROOT,
            "position accuracy %.4f, moves: degree %.4f, direction %.4f",
            scores.positionAccuracy(),
            scores.degreeAccuracy(),
            scores.directionAccuracy()));
  }

  private String interval(Scores scores, String task) {
    if (!intervals) {
      return "";
    }
    Scores.Interval i = scores.interval(task, 1000, 1);
    return String.format(Locale.ROOT, " [%.3f, %.3f]", i.low(), i.high());
  }
}
