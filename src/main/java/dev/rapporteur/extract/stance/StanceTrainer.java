package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains the weights of {@code models/stance/stance.model} from labelled sentences; the same
 * sentences give the same file, bit for bit.
 *
 * <p>Fitted on the split {@code train}; {@code dev} and {@code test} are measured.
 */
public final class StanceTrainer {

  /** The files of labelled sentences, relative to {@code models/}. */
  public static final List<String> FILES =
      List.of(
          "labelled/un.jsonl",
          "labelled/regional.jsonl",
          "labelled/national.jsonl",
          "labelled/scholarly.jsonl");

  private static final double COST_ISSUES = 0.1;
  private static final double COST_HOLDERS = 0.3;
  private static final double COST_REST = 0.3;

  /**
   * Least probability of a stand. The labelled sentences are worded with more variety than real
   * texts, so that the best threshold on their split {@code dev} (0.3 to 0.4) lets too much through
   * in real ones (best from 0.45 to 0.55).
   */
  private static final double THRESHOLD = 0.45;

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

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "F1 %.3f (P %.3f, R %.3f), without position %.3f, issue alone %.3f, position %.3f",
          f1(),
          found == 0 ? 0 : (double) right / found,
          coded == 0 ? 0 : (double) right / coded,
          holderF1(),
          issueF1(),
          holders == 0 ? 0 : (double) right / holders);
    }
  }

  /**
   * What training made.
   *
   * @param model the text of the model file
   * @param scores by split
   */
  public record Result(String model, Map<String, Score> scores) {}

  private final Models models;
  private final Knowledge knowledge;
  private final Map<String, String> speakers;
  private final List<Stage> stages = new ArrayList<>();
  private final boolean entities;

  /**
   * A trainer that prepares sentences with these components, in order; where {@code entities} is
   * none of them, the mentions coded in the sentences are used.
   */
  public StanceTrainer(Models models, List<String> components) {
    this.models = models;
    this.entities = components.contains("entities");
    StanceComponent.Options options = StanceComponent.Options.defaults();
    this.knowledge = Knowledge.load(models, options.issues(), options.predicates());
    this.speakers = Speakers.load(models, options.instruments());
    Registry registry = Registry.load();
    for (String name : components) {
      Component component = registry.get(name, "training of stances");
      stages.add(component.open(new Settings("training of stances", Map.of()), models));
    }
  }

  /** Trains from {@link #FILES}. */
  public Result train() {
    List<Labelled> all = new ArrayList<>();
    for (String file : FILES) {
      for (Labelled each : Labelled.read(models.text(file), file)) {
        all.add(new Labelled(prepare(each.doc()), each.rows()));
      }
    }
    List<Labelled> train = all.stream().filter(d -> d.split().equals("train")).toList();
    StanceModel model = fit(train);
    Map<String, Score> scores = new LinkedHashMap<>();
    for (String split : List.of("train", "dev", "test")) {
      scores.put(split, score(model, all.stream().filter(d -> d.split().equals(split)).toList()));
    }
    String head =
        "# Weights of the stance extractor; made by ./rapporteur train stance, do not edit.\n"
            + "# task, label, feature, weight\n";
    return new Result(model.write(head), scores);
  }

  /** How well a model file does on labelled sentences of one's own, as JSON Lines. */
  public Score score(String modelFile, String jsonl, String file) {
    List<Labelled> docs = new ArrayList<>();
    for (Labelled each : Labelled.read(jsonl, file)) {
      docs.add(new Labelled(prepare(each.doc()), each.rows()));
    }
    return score(StanceModel.load(models, modelFile), docs);
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
