package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes a sentence that securitizes apart: the best run of words for each part, degree, direction
 * and grammar, and who makes the claim.
 *
 * <p>A run's score is the sum of its words' log-odds of lying inside, plus the log-odds that the
 * part begins with its first word and ends with its last. The best run is the part, where its score
 * reaches the part's threshold.
 */
final class MoveFinder {

  static final String PARTS = "moves-parts.model";
  static final String KINDS = "moves-kinds.model";

  /** The parts that a model finds; whom a move asks is found by rule. */
  static final List<Move.Part> MODELLED =
      List.of(Move.Part.REFERENT, Move.Part.THREAT, Move.Part.SOURCE, Move.Part.MEASURE);

  private static final int LONGEST = 40;
  private static final double CLAUSE = 2;
  private static final Set<String> ACTORS =
      Set.of("state", "organ", "bloc", "company", "civil", "person", "forum");

  /** A run of words with its score. */
  record Run(int first, int last, double score) {}

  private final CueLexicon lexicon;
  private final LinearModel parts;
  private final LinearModel kinds;

  MoveFinder(CueLexicon lexicon, LinearModel parts, LinearModel kinds) {
    this.lexicon = lexicon;
    this.parts = parts;
    this.kinds = kinds;
  }

  /** The cue files that moves are judged by. */
  static List<String> files(String folder) {
    return List.of(
        folder + "/" + SentenceView.ICT + ".yaml",
        folder + "/securitization.yaml",
        folder + "/moves.yaml");
  }

  /** Reads the cue files of a folder and two models, under {@code models/} or given as paths. */
  static MoveFinder open(Models models, String folder, String parts, String kinds) {
    return models.shared(
        "framing:moves:" + folder + ":" + parts + ":" + kinds,
        () ->
            new MoveFinder(
                CueLexicon.read(models, files(folder)),
                LinearModel.read(models.text(parts), parts),
                LinearModel.read(models.text(kinds), kinds)));
  }

  /** The labels of the model of parts: inside, begin and end of each part. */
  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Move.Part part : MODELLED) {
      labels.add(part.id() + ":inside");
      labels.add(part.id() + ":begin");
      labels.add(part.id() + ":end");
    }
    return labels;
  }

  /** The move of a sentence; null only where it has no words. */
  Move find(Doc doc, Sentence sentence) {
    SentenceView view = SentenceView.alone(doc, sentence, lexicon);
    if (view.units().size() == 0) {
      return null;
    }
    MoveFeatures features = new MoveFeatures(view);
    List<double[]> words = scores(features, parts);
    Map<Move.Part, Span> found = new EnumMap<>(Move.Part.class);
    StringBuilder why = new StringBuilder("framing/" + PARTS + ":");
    double best = 0;
    for (int p = 0; p < MODELLED.size(); p++) {
      Move.Part part = MODELLED.get(p);
      Run run = best(words, p, parts.threshold(3 * p));
      if (run.score >= parts.threshold(3 * p + 1)) {
        found.put(part, span(view, run));
        why.append(String.format(Locale.ROOT, " %s %.1f", part.id(), run.score));
        best = Math.max(best, LinearModel.probability(run.score));
      }
    }
    if (!found.containsKey(Move.Part.THREAT) && !found.containsKey(Move.Part.REFERENT)) {
      int threat = MODELLED.indexOf(Move.Part.THREAT);
      Run run = best(words, threat, parts.threshold(3 * threat));
      found.put(Move.Part.THREAT, span(view, run));
      why.append(String.format(Locale.ROOT, " threat %.1f, the best there is", run.score));
      best = LinearModel.probability(run.score);
    }
    audience(view).ifPresent(span -> found.put(Move.Part.AUDIENCE, span));
    double[] whole = kinds.score(features.whole());
    Move.Degree degree =
        says(whole, "securitizing")
            ? Move.Degree.SECURITIZING
            : says(whole, "priority") ? Move.Degree.PRIORITY : Move.Degree.RISK;
    Move.Direction direction =
        says(whole, "contests")
            ? Move.Direction.CONTESTS
            : says(whole, "desecuritizes")
                ? Move.Direction.DESECURITIZES
                : Move.Direction.SECURITIZES;
    return new Move(
        sentence.span(),
        actor(view, doc.voice()),
        found,
        degree,
        direction,
        grammar(whole),
        new Evidence("moves", why.toString(), cues(view), best));
  }

  /** The scores of each word of a sentence, by label. */
  static List<double[]> scores(MoveFeatures features, LinearModel parts) {
    List<double[]> words = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      double[] scores = parts.score(features.word(i));
      for (int p = 0; p < MODELLED.size(); p++) {
        Move.Part part = MODELLED.get(p);
        if (part != Move.Part.MEASURE && features.isVerb(i)) {
          // what threatens, who does it and what is threatened are named, mostly without a clause
          scores[3 * p] -= CLAUSE;
        }
        if (part == Move.Part.THREAT || part == Move.Part.SOURCE) {
          scores[3 * p] -= features.beginsPurpose(i) ? 2 * CLAUSE : 0;
          scores[3 * p + 1] -= features.isVerb(i) ? CLAUSE : 0;
        }
      }
      words.add(scores);
    }
    return words;
  }

  private boolean says(double[] whole, String label) {
    int at = kinds.labels().indexOf(label);
    return at >= 0 && LinearModel.probability(whole[at]) >= kinds.threshold(at);
  }

  private Move.Grammar grammar(double[] whole) {
    Move.Grammar best = null;
    double margin = 0;
    for (Move.Grammar each : Move.Grammar.values()) {
      int at = kinds.labels().indexOf(each.id());
      double over = at < 0 ? -1 : LinearModel.probability(whole[at]) - kinds.threshold(at);
      if (over >= margin) {
        best = each;
        margin = over;
      }
    }
    return best;
  }

  /**
   * The best run for a part.
   *
   * @param words the scores of each word, by label
   * @param part index in {@link #MODELLED}
   * @param offset what every word's log-odds of lying inside are raised by
   */
  static Run best(List<double[]> words, int part, double offset) {
    Run best = new Run(0, 0, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < words.size(); i++) {
      double inside = words.get(i)[3 * part + 1];
      for (int j = i; j < Math.min(words.size(), i + LONGEST); j++) {
        inside += words.get(j)[3 * part] + offset;
        double score = inside + words.get(j)[3 * part + 2];
        if (score > best.score) {
          best = new Run(i, j, score);
        }
      }
    }
    return best;
  }

  private static Span span(SentenceView view, Run run) {
    int first = run.first;
    int last = run.last;
    while (first < last && view.units().get(last).pos().equals("PUNCT")) {
      last--;
    }
    while (first < last && view.units().get(first).pos().equals("PUNCT")) {
      first++;
    }
    return view.units().cover(first, last);
  }

  /** The one whom a verb of calling names: "calls upon States to …", "urges all parties". */
  private static java.util.Optional<Span> audience(SentenceView view) {
    for (CueLexicon.Hit hit : view.hits()) {
      if (hit.cue().id().equals("move/audience") && hit.end() - hit.first() > 1) {
        return java.util.Optional.of(view.units().get(hit.end() - 1).span());
      }
    }
    return java.util.Optional.empty();
  }

  /** The actor who reports the claim right before a verb of saying; else the document's voice. */
  private static String actor(SentenceView view, String voice) {
    for (CueLexicon.Hit hit : view.hits()) {
      if (!hit.cue().id().equals("move/report")) {
        continue;
      }
      Span verb = view.units().get(hit.first()).span();
      for (Mention mention : view.mentions()) {
        int gap = verb.begin() - mention.span().end();
        if (gap >= 0 && gap <= 12 && ACTORS.contains(mention.kind())) {
          return mention.id();
        }
      }
    }
    return voice;
  }

  private static List<Span> cues(SentenceView view) {
    return view.hits().stream()
        .filter(h -> h.cue().frame().equals("securitization"))
        .map(h -> view.units().cover(h.first(), h.end() - 1))
        .distinct()
        .sorted()
        .toList();
  }
}
