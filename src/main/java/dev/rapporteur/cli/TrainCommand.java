package dev.rapporteur.cli;

import dev.rapporteur.eval.Gold;
import dev.rapporteur.eval.GoldDocuments;
import dev.rapporteur.eval.Scorer;
import dev.rapporteur.eval.Scores;
import dev.rapporteur.extract.framing.FramingTrainer;
import dev.rapporteur.extract.stance.StanceTrainer;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Layer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rapporteur train}: makes models of labelled sentences. */
@Command(
    name = "train",
    description = {
      "Make the models of frames and moves, or of stances, from labelled sentences: split train to"
          + " learn from, dev for thresholds; test is only measured. The same data give the same"
          + " files."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur train framing",
      "  rapporteur train stance",
      "  rapporteur train framing --data my-sentences --out ~/my-models/framing"
    })
final class TrainCommand implements Runnable {

  /** What can be trained. */
  enum What {
    FRAMING,
    STANCE
  }

  private static final int REPLICATES = 1000;

  @Parameters(paramLabel = "WHAT", description = "What to train: ${COMPLETION-CANDIDATES}.")
  private What what;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of labelled sentences, *.jsonl (default: models/labelled).")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for the models and their card (default: models/framing, models/stance).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Path home = Path.of(System.getProperty("rapporteur.home", "."));
    Path from = data == null ? home.resolve("models/labelled") : data;
    String folder = what.name().toLowerCase(Locale.ROOT);
    Path to = out == null ? home.resolve("models").resolve(folder) : out;
    PrintWriter screen = spec.commandLine().getOut();
    if (what == What.STANCE) {
      stance(from, to, screen);
      return;
    }
    try (Models models = Models.standard()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      List<Gold> gold = read(from, bytes);
      String hash = DocId.of(bytes.toByteArray()).value();
      try (Stage words = Registry.load().get("opennlp", "train").open(Settings.none(), models)) {
        List<Doc> train = documents(gold, "train", words);
        List<Doc> dev = documents(gold, "dev", words);
        List<String> comments =
            List.of(
                "made by rapporteur train framing; data sha256 " + hash,
                "editing by hand is possible; the next training overwrites it");
        SortedMap<String, String> files =
            new FramingTrainer(models, "framing").train(train, dev, comments);
        Files.createDirectories(to);
        for (Map.Entry<String, String> file : files.entrySet()) {
          Files.writeString(to.resolve(file.getKey()), file.getValue());
        }
        // measured with what was written, be it elsewhere than where the defaults are
        String card = card(gold, hash, files, words, to, models);
        Files.writeString(to.resolve("CARD.md"), card);
        screen.println("wrote " + String.join(", ", files.keySet()) + ", CARD.md to " + to);
        screen.println();
        screen.print(card);
      }
    } catch (IOException e) {
      throw new CommandException("training failed: " + e, e);
    }
  }

  private static void stance(Path from, Path to, PrintWriter screen) {
    try (Models models = Models.standard()) {
      SortedMap<String, String> files = new TreeMap<>();
      for (Path file : labelled(from)) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
      StanceTrainer.Result result = new StanceTrainer(models).train(files);
      Files.createDirectories(to);
      Files.writeString(to.resolve(StanceTrainer.MODEL), result.model());
      Files.writeString(to.resolve("CARD.md"), result.card());
      screen.println("wrote " + StanceTrainer.MODEL + ", CARD.md to " + to);
      screen.println();
      screen.print(result.card());
    } catch (IOException e) {
      throw new CommandException("training failed: " + e, e);
    }
  }

  private static List<Path> labelled(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("no folder of labelled sentences: " + folder);
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
      if (files.isEmpty()) {
        throw new UsageException("no *.jsonl in " + folder);
      }
      return files;
    }
  }

  private static List<Gold> read(Path folder, ByteArrayOutputStream bytes) throws IOException {
    List<Path> files = labelled(folder);
    List<Gold> gold = new ArrayList<>();
    for (Path file : files) {
      bytes.write(Files.readAllBytes(file));
      gold.addAll(Gold.parse(Files.readString(file), file.toString()));
    }
    return gold;
  }

  private static List<Doc> documents(List<Gold> gold, String split, Stage words) {
    List<Gold> some = gold.stream().filter(g -> g.split().equals(split)).toList();
    if (some.isEmpty()) {
      throw new UsageException("the data have no sentence of split '" + split + "'");
    }
    Collection<List<Gold>> byDocument = Gold.byDocument(some).values();
    List<Doc> docs = new ArrayList<>();
    List<Doc> bare = GoldDocuments.of(some);
    int i = 0;
    for (List<Gold> sentences : byDocument) {
      Doc doc = bare.get(i++);
      docs.add(GoldDocuments.answered(doc.with(words.annotate(doc)), sentences));
    }
    return docs;
  }

  private static String card(
      List<Gold> gold,
      String hash,
      SortedMap<String, String> files,
      Stage words,
      Path folder,
      Models models) {
    StringBuilder text = new StringBuilder();
    text.append("# Model card: frames and moves\n\n");
    text.append("L2-regularised logistic regressions (liblinear) over cues and words, made by\n");
    text.append(
        "`rapporteur train framing` from `models/labelled/` (sentences written and coded\n");
    text.append("for this project, see its card). Data SHA-256 `").append(hash).append("`.\n\n");
    files.forEach(
        (name, content) ->
            text.append("- `")
                .append(name)
                .append("`: ")
                .append(content.lines().count())
                .append(" lines, SHA-256 `")
                .append(DocId.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)).brief())
                .append("…`\n"));
    text.append(
        "\nFigures by the codebook's section 6, mentions as coded, 95 % bootstrap intervals");
    text.append(
        " over\nsentences. Weights were fitted on train, thresholds chosen on dev and train");
    text.append(" by cross\nvalidation; nothing was tuned on test.\n\n");
    text.append("| figure | train | dev | test |\n|---|---|---|---|\n");
    List<Scores> scores = new ArrayList<>();
    for (String split : List.of("train", "dev", "test")) {
      List<Gold> some = gold.stream().filter(g -> g.split().equals(split)).toList();
      Scorer scorer = new Scorer(some);
      try (Stage frames = open("frames", models, Map.of("model", path(folder, "frames.model")));
          Stage moves =
              open(
                  "moves",
                  models,
                  Map.of(
                      "parts", path(folder, "moves-parts.model"),
                      "kinds", path(folder, "moves-kinds.model")))) {
        for (Doc doc : documents(gold, split, words)) {
          Doc bare =
              new Doc(
                  doc.id(),
                  doc.metadata(),
                  doc.text(),
                  doc.sections(),
                  doc.pages(),
                  doc.layers().without(Layer.FRAMES).without(Layer.MOVES));
          Doc framed = bare.with(frames.annotate(bare));
          scorer.read(framed.with(moves.annotate(framed)));
        }
      }
      scores.add(scorer.scores());
    }
    row(text, "frames, micro F1", scores, "frames");
    row(text, "frames, macro F1", scores, "frames.macro");
    row(text, "having a move, F1", scores, "moves");
    for (String part : List.of("referent", "threat", "source", "measure")) {
      row(text, "move's " + part + ", F1 over words", scores, "move." + part);
    }
    return text.toString();
  }

  private static Stage open(String component, Models models, Map<String, Object> settings) {
    return Registry.load().get(component, "train").open(new Settings("train", settings), models);
  }

  private static String path(Path folder, String file) {
    return folder.resolve(file).toAbsolutePath().toString();
  }

  private static void row(StringBuilder text, String name, List<Scores> scores, String task) {
    text.append("| ").append(name);
    for (Scores each : scores) {
      double value = task.equals("frames.macro") ? each.frameMacro() : each.figure(task).f1();
      Scores.Interval interval = each.interval(task, REPLICATES, 1);
      text.append(
          String.format(
              Locale.ROOT, " | %.3f [%.3f, %.3f]", value, interval.low(), interval.high()));
    }
    text.append(" |\n");
  }
}
