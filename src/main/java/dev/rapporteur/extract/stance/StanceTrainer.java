package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Stance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trains the weights of {@code models/stance/stance.model} from labelled sentences; the same
 * sentences give the same file, bit for bit.
 *
 * <p>Fitted on the split {@code train}; {@code dev} and {@code test} are measured.
 */
public final class StanceTrainer {

  /** Name of the model file. */
  public static final String MODEL = "stance.model";

  private static final List<String> STAGES = List.of("opennlp", "cues", "corenlp-syntax");
  private static final double COST_ISSUES = 0.1;
  private static final double COST_HOLDERS = 0.3;
  private static final double COST_REST = 0.3;

  /**
   * Least probability of a stand. The labelled sentences are worded with more variety than real
   * texts, so that the best threshold on their split {@code dev} (0.3 to 0.4) lets too much through
   * in real ones (best from 0.4 to 0.55).
   */
  private static final double THRESHOLD = 0.42;

  /**
   * How well a model does on one split.
   *
   * @param right stances found as coded: holder, issue and position
   * @param found stances found
   * @param coded stances coded
   * @param issues pairs of sentence and issue found as coded
   * @param issuesFound pairs of sentence and issue found
   * @param issuesCoded pairs of sentence and issue coded
   * @param holders stances with holder and issue right
   */
  public record Score(
      int right, int found, int coded, int issues, int issuesFound, int issuesCoded, int holders) {

    /** F1 over (sentence, holder, issue, position). */
    public double f1() {
      return found + coded == 0 ? 0 : 2.0 * right / (found + coded);
    }

    /** F1 over (sentence, issue). */
    public double issueF1() {
      return issuesFound + issuesCoded == 0 ? 0 : 2.0 * issues / (issuesFound + issuesCoded);
    }

    /** F1 over (sentence, holder, issue). */
    public double holderF1() {
      return found + coded == 0 ? 0 : 2.0 * holders / (found + coded);
    }

    /** How many of the stances found are right. */
    public double precision() {
      return found == 0 ? 0 : (double) right / found;
    }

    /** How many of the stances coded are found. */
    public double recall() {
      return coded == 0 ? 0 : (double) right / coded;
    }

    /** How many positions are right where holder and issue are. */
    public double positions() {
      return holders == 0 ? 0 : (double) right / holders;
    }
  }

  /**
   * What training made.
   *
   * @param model the text of the model file
   * @param card its card, Markdown
   * @param scores by split
   */
  public record Result(String model, String card, Map<String, Score> scores) {}

  private final Knowledge knowledge;
  private final Map<String, String> speakers;
  private final List<Stage> stages = new ArrayList<>();
  private final boolean entities;

  /** A trainer that finds words and, where CoreNLP is there, syntax; mentions are as coded. */
  public StanceTrainer(Models models) {
    this(models, STAGES);
  }

  /** The same with these components, in order; those that cannot run here are left out. */
  StanceTrainer(Models models, List<String> components) {
    this.entities = components.contains("entities");
    StanceComponent.Options options = StanceComponent.Options.defaults();
    this.knowledge = Knowledge.load(models, options.issues(), options.predicates());
    this.speakers = Speakers.load(models, options.instruments());
    Registry registry = Registry.load();
    for (String name : components) {
      Component component = registry.get(name, "training of stances");
      if (component.unavailable().isEmpty()) {
        stages.add(component.open(new Settings("training of stances", Map.of()), models));
      }
    }
  }

  /**
   * Trains.
   *
   * @param files JSON Lines in the codebook's gold format, by name
   */
  public Result train(SortedMap<String, String> files) {
    List<Labelled> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    files.forEach(
        (file, lines) -> {
          text.append(lines);
          for (Labelled each : Labelled.read(lines, file)) {
            all.add(new Labelled(prepare(each.doc()), each.rows()));
          }
        });
    StanceModel model = fit(all.stream().filter(d -> d.split().equals("train")).toList());
    Map<String, Score> scores = new LinkedHashMap<>();
    for (String split : List.of("train", "dev", "test")) {
      scores.put(split, score(model, all.stream().filter(d -> d.split().equals(split)).toList()));
    }
    String data = DocId.of(text.toString().getBytes(StandardCharsets.UTF_8)).value();
    String written =
        model.write(
            "# Weights of the stance extractor; made by ./rapporteur train stance, do not edit.\n"
                + "# data sha256 "
                + data
                + "\n# task, label, feature, weight\n");
    return new Result(written, card(written, data, scores), scores);
  }

  private static String card(String model, String data, Map<String, Score> scores) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Model card: stances

        L2-regularised logistic regressions (liblinear, Newton's method, no chance in it): whether a
        sentence takes a stand on an issue, who holds it, with which position, force and basis; over
        the cues of `issues.yaml`, the predicates of `predicates.yaml`, words, mentions and, where a
        sentence was parsed, dependencies. Made by `./rapporteur train stance` from
        `models/labelled/` (sentences written and coded for this project, see its card); Apache-2.0.

        """);
    text.append("- data: SHA-256 `").append(data).append("`\n");
    text.append("- `").append(MODEL).append("`: ").append(model.lines().count()).append(" lines, ");
    text.append("SHA-256 `");
    text.append(DocId.of(model.getBytes(StandardCharsets.UTF_8)).value()).append("`\n\n");
    text.append(
        """
        Weights were fitted on train. No sentence of test was looked at, but its figures were printed
        while cues were compared: take dev and test alike. Mentions as coded. The sentences are worded
        with far more variety than official texts, whose formulas the cues know.

        | split | F1 (holder, issue, position) | precision | recall | without position | issue alone | position right |
        |---|---|---|---|---|---|---|
        """);
    scores.forEach(
        (split, s) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                    split,
                    s.f1(),
                    s.precision(),
                    s.recall(),
                    s.holderF1(),
                    s.issueF1(),
                    s.positions())));
    return text.toString().replace("\r\n", "\n");
  }

  /** Runs the stages before, keeping the sentences as they are coded. */
  Doc prepare(Doc doc) {
    Layers coded = doc.layers();
    Doc current =
        new Doc(
            doc.id(),
            doc.metadata(),
            doc.text(),
            doc.sections(),
            doc.pages(),
            coded.without(Layer.SENTENCES).without(Layer.MENTIONS));
    boolean first = true;
    for (Stage stage : stages) {
      Layers found = stage.annotate(current);
      current = current.with(first ? found.without(Layer.SENTENCES) : found);
      if (first) {
        current = current.with(Layers.of(Layer.SENTENCES, coded.get(Layer.SENTENCES)));
        first = false;
        if (!entities) {
          current = current.with(Layers.of(Layer.MENTIONS, coded.get(Layer.MENTIONS)));
        }
      }
    }
    return current;
  }

  Score score(StanceModel model, List<Labelled> docs) {
    StanceStage stage = new StanceStage(knowledge, speakers, model);
    int[] n = new int[7];
    for (Labelled labelled : docs) {
      Layers found = stage.annotate(labelled.doc());
      for (int i = 0; i < labelled.rows().size(); i++) {
        Set<String> coded = new HashSet<>();
        Set<String> codedHolders = new HashSet<>();
        Set<String> codedIssues = new HashSet<>();
        for (Labelled.Stand s : labelled.rows().get(i).stances()) {
          coded.add(s.holder() + " " + s.issue() + " " + s.position());
          codedHolders.add(s.holder() + " " + s.issue());
          codedIssues.add(s.issue());
        }
        Set<String> issues = new HashSet<>();
        for (Stance s :
            found.within(Layer.STANCES, labelled.doc().get(Layer.SENTENCES).get(i).span())) {
          n[0] += coded.contains(s.holder() + " " + s.issue() + " " + s.position().id()) ? 1 : 0;
          n[1]++;
          n[6] += codedHolders.contains(s.holder() + " " + s.issue()) ? 1 : 0;
          issues.add(s.issue());
        }
        n[2] += coded.size();
        n[4] += issues.size();
        n[5] += codedIssues.size();
        issues.retainAll(codedIssues);
        n[3] += issues.size();
      }
    }
    return new Score(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  }

  StanceModel fit(List<Labelled> docs) {
    Regression issues = new Regression();
    Regression holders = new Regression();
    Regression positions = new Regression();
    Regression forces = new Regression();
    Regression bases = new Regression();
    for (Labelled labelled : docs) {
      Context context = Context.of(labelled.doc(), knowledge);
      List<String> before = List.of();
      for (int i = 0; i < context.readings().size(); i++) {
        before = sentence(labelled, context, i, before, issues, holders, positions, forces, bases);
      }
    }
    return new StanceModel(
        issues.fit(COST_ISSUES),
        holders.fit(COST_HOLDERS),
        positions.fit(COST_REST),
        forces.fit(COST_REST),
        bases.fit(COST_REST),
        THRESHOLD);
  }

  private List<String> sentence(
      Labelled labelled,
      Context context,
      int index,
      List<String> before,
      Regression issues,
      Regression holders,
      Regression positions,
      Regression forces,
      Regression bases) {
    Reading reading = context.readings().get(index);
    Map<String, List<Labelled.Stand>> coded = new TreeMap<>();
    for (Labelled.Stand stand : labelled.rows().get(index).stances()) {
      coded.computeIfAbsent(stand.issue(), k -> new ArrayList<>()).add(stand);
    }
    IssueFeatures features = new IssueFeatures(context, index);
    boolean about = context.about(index);
    for (String issue : reading.cues().keySet()) {
      if (!about && !knowledge.issues().get(issue).anyContext()) {
        continue;
      }
      issues.add(
          issue,
          coded.containsKey(issue),
          features.shared(knowledge.issues().get(issue)),
          features.cues(issue),
          features.own());
    }
    List<Dependency> arcs = labelled.doc().within(Layer.SYNTAX, reading.words().sentence().span());
    Holders found = new Holders(context, index, before, speakers, arcs);
    Set<String> reported = new LinkedHashSet<>();
    for (Map.Entry<String, List<Labelled.Stand>> each : coded.entrySet()) {
      Set<String> who = new HashSet<>();
      each.getValue().forEach(s -> who.add(s.holder()));
      for (Holders.Candidate candidate : found.candidates()) {
        holders.add("", who.contains(candidate.holder()), found.features(candidate, each.getKey()));
      }
      for (Labelled.Stand stand : each.getValue()) {
        boolean voice = stand.holder().equals(context.voice());
        if (!voice) {
          reported.add(stand.holder());
        }
        Features position =
            Positions.position(context, reading, knowledge.issues().get(each.getKey()), voice);
        choice(positions, Stance.Position.values(), stand.position(), position);
        Features manner = Positions.manner(context, reading, each.getKey(), voice);
        choice(forces, Stance.Force.values(), stand.force(), manner);
        choice(bases, Stance.Basis.values(), stand.evidence(), manner);
      }
    }
    return List.copyOf(reported);
  }

  private static <E extends Enum<E>> void choice(
      Regression regression, E[] values, String coded, Features features) {
    if (coded != null && !coded.isEmpty()) {
      for (E each : values) {
        String label = each.name().toLowerCase(Locale.ROOT);
        regression.add(label, label.equals(coded), new Features(), features);
      }
    }
  }
}
