package dev.rapporteur.extract.framing;

import dev.rapporteur.text.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the parts of a move are judged by, word by word, and its degree, direction and grammar, as a
 * whole.
 *
 * <p>A part is a run of words. Each word is asked whether it lies inside, whether a part begins
 * with it, and whether one ends with it; all three are asked with the same features.
 */
final class MoveFeatures {

  private static final int WINDOW = 3;

  private final SentenceView view;
  private final List<List<String>> cues = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();

  MoveFeatures(SentenceView view) {
    this.view = view;
    for (int i = 0; i < view.units().size(); i++) {
      cues.add(new ArrayList<>());
      kinds.add("");
    }
    for (CueLexicon.Hit hit : view.hits()) {
      String frame = hit.cue().frame();
      if (frame.equals("move") || frame.equals("securitization") || frame.equals("ict")) {
        for (int i = hit.first(); i < hit.end(); i++) {
          if (!cues.get(i).contains(hit.cue().id())) {
            cues.get(i).add(hit.cue().id());
          }
        }
      }
    }
    for (Mention mention : view.mentions()) {
      for (int i = 0; i < kinds.size(); i++) {
        if (mention.span().contains(view.units().get(i).span())) {
          kinds.set(i, mention.kind());
        }
      }
    }
  }

  /** How many words the sentence has. */
  int size() {
    return view.units().size();
  }

  /** Whether a word is a verb or an auxiliary. */
  boolean isVerb(int at) {
    String pos = view.units().get(at).pos();
    return pos.equals("VERB") || pos.equals("AUX");
  }

  /** Whether a word is the "to" before a verb. */
  boolean beginsPurpose(int at) {
    return view.units().get(at).form().equals("to") && at + 1 < size() && isVerb(at + 1);
  }

  /** The features of one word. */
  Map<String, Double> word(int at) {
    Map<String, Double> out = new LinkedHashMap<>();
    for (int d = -WINDOW; d <= WINDOW; d++) {
      int i = at + d;
      if (i < 0 || i >= view.units().size()) {
        out.put("edge@" + d, 1.0);
        continue;
      }
      Units.Unit unit = view.units().get(i);
      out.put("pos@" + d + "=" + unit.pos(), 0.7);
      if (Math.abs(d) <= 2) {
        out.put("w@" + d + "=" + unit.lemma(), 0.6);
      }
      for (String cue : cues.get(i)) {
        out.put("c@" + d + "=" + cue, 0.7);
      }
      if (!kinds.get(i).isEmpty()) {
        out.put("e@" + d + "=" + kinds.get(i), 0.5);
      }
    }
    if (at > 0 && at + 1 < view.units().size()) {
      out.put(
          "pos3="
              + view.units().get(at - 1).pos()
              + view.units().get(at).pos()
              + view.units().get(at + 1).pos(),
          0.7);
    }
    governor(at, out);
    sides(at, out);
    return out;
  }

  /** The last preposition and verb before a word in its clause: what governs it, roughly. */
  private void governor(int at, Map<String, Double> out) {
    String preposition = "";
    String verb = "";
    List<String> verbCues = List.of();
    for (int i = at - 1; i >= Math.max(0, at - 12); i--) {
      Units.Unit unit = view.units().get(i);
      if (";:.".contains(unit.form())) {
        break;
      }
      if (preposition.isEmpty() && (unit.pos().equals("ADP") || unit.form().equals("to"))) {
        preposition = unit.lemma();
      }
      if (unit.pos().equals("VERB")) {
        verb = unit.lemma();
        verbCues = cues.get(i);
        break;
      }
    }
    out.put("prep=" + preposition, 0.8);
    out.put("verb=" + verb, 0.6);
    for (String cue : verbCues) {
      out.put("verb-c=" + cue, 1.0);
      out.put("verb-c=" + cue + "&prep=" + preposition, 0.8);
    }
    String next = "";
    for (int i = at + 1; i < Math.min(view.units().size(), at + 12); i++) {
      Units.Unit unit = view.units().get(i);
      if (";:.".contains(unit.form())) {
        break;
      }
      if (unit.pos().equals("VERB")) {
        next = unit.lemma();
        for (String cue : cues.get(i)) {
          out.put("next-c=" + cue, 1.0);
        }
        break;
      }
    }
    out.put("next=" + next, 0.5);
  }

  /** Which cues of moves stand anywhere before and behind a word. */
  private void sides(int at, Map<String, Double> out) {
    for (int i = 0; i < cues.size(); i++) {
      for (String cue : cues.get(i)) {
        if (i != at && cue.startsWith("move/")) {
          out.put((i < at ? "before=" : "behind=") + cue, 0.5);
        }
      }
    }
    double place = (double) at / Math.max(1, cues.size());
    out.put(
        place < 0.25 ? "place=1" : place < 0.5 ? "place=2" : place < 0.75 ? "place=3" : "place=4",
        0.5);
  }

  /** The features of the whole sentence. */
  Map<String, Double> whole() {
    Map<String, Double> out = new LinkedHashMap<>();
    for (CueLexicon.Hit hit : view.hits()) {
      out.put("c:" + hit.cue().id(), 1.0);
      if (hit.cue().frame().equals("move")) {
        out.put("q:" + hit.cue().id() + " " + hit.pattern(), 0.8);
      }
    }
    for (Units.Unit unit : view.units().all()) {
      out.put("w:" + unit.lemma(), 0.4);
    }
    for (String kind : new TreeSet<>(kinds)) {
      out.put("e:" + kind, 0.3);
    }
    return out;
  }
}
