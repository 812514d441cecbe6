package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The open stage of {@link StanceComponent}: for each sentence the issues it takes a stand on, for
 * each issue its holders, for each holder the position, force and basis.
 */
final class StanceStage implements Stage {

  private static final double HOLDS = 0.5;
  private static final int REASONS = 3;

  private final Knowledge knowledge;
  private final Map<String, String> speakers;
  private final StanceModel model;

  /** What a sentence says about one issue. */
  private record Topic(Knowledge.Issue issue, double probability, String reasons) {}

  StanceStage(Knowledge knowledge, Map<String, String> speakers, StanceModel model) {
    this.knowledge = knowledge;
    this.speakers = speakers;
    this.model = model;
  }

  @Override
  public Layers annotate(Doc doc) {
    List<Stance> found = new ArrayList<>();
    Context context = Context.of(doc, knowledge);
    List<String> before = List.of();
    for (int i = 0; i < context.readings().size(); i++) {
      if (context.isHeading(i)) {
        continue; // names a matter and takes no stand on it
      }
      Set<String> holders = new LinkedHashSet<>();
      for (Topic topic : topics(context, i)) {
        for (Stance stance : stances(doc, context, i, topic, before)) {
          found.add(stance);
          if (stance.reported()) {
            holders.add(stance.holder());
          }
        }
      }
      before = List.copyOf(holders);
    }
    return Layers.of(Layer.STANCES, found);
  }

  private List<Topic> topics(Context context, int index) {
    Reading reading = context.readings().get(index);
    if (reading.cues().isEmpty() || reading.isReference()) {
      return List.of();
    }
    boolean about = context.about(index);
    List<Topic> topics = new ArrayList<>();
    IssueFeatures features = new IssueFeatures(context, index);
    for (String id : reading.cues().keySet()) {
      Knowledge.Issue issue = knowledge.issues().get(id);
      if (!issue.anyContext() && !about) {
        continue;
      }
      Features shared = features.shared(issue);
      Features cues = features.cues(issue.id());
      double p = model.issues().probability(issue.id(), shared, cues, features.own());
      if (p >= model.threshold()) {
        String reasons = model.issues().reasons(issue.id(), REASONS, shared, cues, features.own());
        topics.add(new Topic(issue, p, reasons));
      }
    }
    return topics;
  }

  private List<Stance> stances(
      Doc doc, Context context, int index, Topic topic, List<String> before) {
    Reading reading = context.readings().get(index);
    Span sentence = reading.words().sentence().span();
    List<Dependency> arcs = doc.within(Layer.SYNTAX, sentence);
    Holders holders = new Holders(context, index, before, speakers, arcs);
    List<Stance> found = new ArrayList<>();
    Map<Holders.Candidate, Double> alone = new LinkedHashMap<>();
    for (Holders.Candidate candidate : holders.candidates()) {
      if (!context.voiceIsAuthor() && holders.accused(candidate)) {
        continue;
      }
      Features features = holders.features(candidate, topic.issue().id());
      alone.put(candidate, model.holders().probability("", features));
    }
    Map<Holders.Candidate, Double> held = new LinkedHashMap<>();
    Holders.Candidate best = null;
    for (Holders.Candidate candidate : alone.keySet()) {
      double p =
          holders.together(candidate).stream()
              .filter(alone::containsKey)
              .mapToDouble(alone::get)
              .average()
              .orElse(0);
      if (p >= HOLDS) {
        held.put(candidate, p);
      }
      if (best == null || alone.get(candidate) > alone.get(best)) {
        best = candidate;
      }
    }
    if (held.isEmpty()) {
      held.put(best, alone.get(best));
    }
    held.forEach((candidate, p) -> found.add(stance(doc, context, reading, topic, candidate, p)));
    return found;
  }

  private Stance stance(
      Doc doc,
      Context context,
      Reading reading,
      Topic topic,
      Holders.Candidate candidate,
      double held) {
    String issue = topic.issue().id();
    boolean voice = candidate.holder().equals(context.voice());
    Stance.Position position =
        best(
            Stance.Position.values(),
            model.positions(),
            Positions.position(context, reading, topic.issue(), voice));
    Features manner = Positions.manner(context, reading, issue, voice);
    Stance.Force force = best(Stance.Force.values(), model.forces(), manner);
    Stance.Basis basis = best(Stance.Basis.values(), model.bases(), manner);
    List<Span> cues = new ArrayList<>();
    reading.best(issue).ifPresent(h -> cues.add(reading.words().span(h.begin(), h.end())));
    if (candidate.begin() >= 0) {
      cues.add(reading.words().span(candidate.begin(), candidate.end()));
    }
    String rule =
        String.format(
            Locale.ROOT,
            "issue %.2f (%s); holder by %s %.2f",
            topic.probability(),
            topic.reasons(),
            candidate.type(),
            held);
    Span sentence = reading.words().sentence().span();
    return new Stance(
        sentence,
        candidate.holder(),
        issue,
        position,
        !voice,
        voice ? "" : context.voice(),
        basis,
        force,
        Qualifiers.hedges(doc, reading),
        Qualifiers.of(issue, reading),
        new Evidence(StanceComponent.NAME, rule, cues, topic.probability()));
  }

  private static <E extends Enum<E>> E best(E[] values, LinearModel model, Features features) {
    E best = values[0];
    double most = -1;
    for (E each : values) {
      String label = each.name().toLowerCase(Locale.ROOT);
      double p = model.knows(label) ? model.probability(label, new Features(), features) : 0;
      if (p > most) {
        most = p;
        best = each;
      }
    }
    return best;
  }
}
