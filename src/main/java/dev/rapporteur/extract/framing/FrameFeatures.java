package dev.rapporteur.extract.framing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sentence's frames are judged by: named features with values.
 *
 * <p>Names begin with a kind: {@code c:} a cue, {@code q:} one of a cue's patterns, {@code lex:}
 * the sum of a frame's cues, {@code w:} a lemma, {@code e:} and {@code id:} a mention, {@code x:}
 * context, {@code p:} and {@code n:} a frame's cues in the sentences before and behind, {@code s:}
 * the sentence's shape. Longer runs of words than patterns are of no use: they were tried.
 */
final class FrameFeatures {

  /** Which groups of features are used; for the ablation. */
  record Groups(boolean cues, boolean words, boolean context) {
    static final Groups ALL = new Groups(true, true, true);
  }

  private static final double WORD = 0.6;
  private static final double PATTERN = 0.8;

  private FrameFeatures() {}

  /** The features of one of a document's sentences. */
  static Map<String, Double> of(List<SentenceView> views, int index, Groups groups) {
    SentenceView view = views.get(index);
    Map<String, Double> features = new LinkedHashMap<>();
    if (groups.cues) {
      cues(view, features);
    }
    if (groups.words) {
      words(view, features);
    }
    mentions(view, features);
    shape(view, features);
    if (groups.context) {
      features.put("x:" + view.context(), 1.0);
      features.put("x:near", Math.min(2, view.near()) / 2);
      features.put("x:share", view.share());
      around(views, index - 1, "p:", features);
      around(views, index + 1, "n:", features);
    }
    return features;
  }

  /** The features that are no single cue, word or name. */
  static Map<String, Double> sumsOnly(Map<String, Double> features) {
    Map<String, Double> kept = new LinkedHashMap<>();
    features.forEach(
        (name, value) -> {
          if (name.startsWith("lex:") || "xspn".indexOf(name.charAt(0)) >= 0) {
            kept.put(name, value);
          }
        });
    return kept;
  }

  /** A frame's cues as far as they count here; names of documents and bodies say little. */
  static Map<String, Double> sums(SentenceView view) {
    Map<String, Map<String, Double>> best = new TreeMap<>();
    for (CueLexicon.Hit hit : view.hits()) {
      CueLexicon.Cue cue = hit.cue();
      if (!cue.frame().equals(SentenceView.ICT)
          && (cue.anywhere() || view.context() != SentenceView.Context.NONE)
          && !view.inName(hit)) {
        best.computeIfAbsent(cue.frame(), f -> new TreeMap<>()).put(cue.id(), cue.weight());
      }
    }
    Map<String, Double> sums = new TreeMap<>();
    best.forEach(
        (frame, cues) ->
            sums.put(frame, cues.values().stream().mapToDouble(Double::doubleValue).sum()));
    return sums;
  }

  private static void cues(SentenceView view, Map<String, Double> out) {
    String none = view.context() == SentenceView.Context.NONE ? "-" : "";
    for (CueLexicon.Hit hit : view.hits()) {
      String place = view.inName(hit) ? "in-name:" : "";
      out.merge("c:" + place + none + hit.cue().id(), 1.0, (a, b) -> Math.min(1.5, a + 0.25));
      if (place.isEmpty()) {
        out.put("q:" + hit.cue().id() + " " + hit.pattern(), PATTERN);
      }
    }
    sums(view)
        .forEach(
            (frame, sum) -> {
              out.put("lex:" + frame, Math.min(sum, 8) / 3);
              out.put("lex:" + frame + "@" + view.context(), Math.min(sum, 8) / 4);
            });
  }

  private static void words(SentenceView view, Map<String, Double> out) {
    // names are masked by their kind: what is said of one body may be said of another
    List<String> row = new java.util.ArrayList<>();
    for (Units.Unit unit : view.units().all()) {
      String word = word(unit);
      for (var mention : view.mentions()) {
        if (!mention.anaphor() && mention.span().contains(unit.span())) {
          word = "<" + mention.kind() + ">";
          break;
        }
      }
      row.add(word);
    }
    for (String word : row) {
      out.put("w:" + word, WORD);
    }
  }

  private static String word(Units.Unit unit) {
    String lemma = unit.lemma();
    return !lemma.isEmpty() && Character.isDigit(lemma.charAt(0)) ? "#" : lemma;
  }

  private static void mentions(SentenceView view, Map<String, Double> out) {
    for (var mention : view.mentions()) {
      out.put("e:" + mention.kind(), 0.5);
      if (!mention.anaphor()
          && (mention.kind().equals("instrument") || mention.kind().equals("forum"))) {
        out.put("id:" + mention.id(), 0.6);
      }
    }
  }

  private static void shape(SentenceView view, Map<String, Double> out) {
    int size = view.units().size();
    boolean verb =
        view.units().all().stream().anyMatch(u -> u.pos().equals("VERB") || u.pos().equals("AUX"));
    boolean stop = size > 0 && ".;:!?,".contains(view.units().get(size - 1).form());
    if (!stop && (!verb || size <= 8)) {
      out.put("s:heading", 1.0);
    }
    out.put(size < 8 ? "s:short" : size < 20 ? "s:medium" : size < 40 ? "s:long" : "s:huge", 0.5);
  }

  private static void around(
      List<SentenceView> views, int index, String prefix, Map<String, Double> out) {
    if (index < 0 || index >= views.size()) {
      return;
    }
    sums(views.get(index)).forEach((frame, sum) -> out.put(prefix + frame, Math.min(sum, 6) / 6));
  }
}
