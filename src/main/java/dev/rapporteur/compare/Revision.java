package dev.rapporteur.compare;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of one version of a text in another: sentences kept, changed, moved, added, dropped;
 * and those that were softened or hardened.
 *
 * <p>Sentences are paired where their words agree in six of ten or more (Dice), first in the order
 * of both texts so that the sum of agreement is largest, then what is left out of order. A changed
 * sentence is softened where its force falls ({@code shall} to {@code should}) or a hedge comes in,
 * hardened where it rises or a hedge goes; both at once is neither.
 *
 * @param older name of the first text
 * @param newer name of the second
 * @param changes in the order of the second text, dropped sentences where they stood
 */
public record Revision(String older, String newer, List<Change> changes) {

  /** What became of a sentence. */
  public enum Kind {
    /** The same words, endings aside. */
    KEPT,
    /** In other words. */
    CHANGED,
    /** In another place, be it in other words. */
    MOVED,
    /** Only in the newer text. */
    ADDED,
    /** Only in the older text. */
    DROPPED;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which way a sentence's strength went. */
  public enum Turn {
    /** Weaker than before. */
    SOFTENED,
    /** Stronger than before. */
    HARDENED,
    /** Neither, or both at once. */
    NONE;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A sentence or a pair of them.
   *
   * @param kind what became of it
   * @param turn which way its strength went
   * @param why the words that decided on the turn, or empty
   * @param olderCitation where it stood, or empty
   * @param newerCitation where it stands, or empty
   * @param older its wording then, cut where it differs
   * @param newer its wording now, cut likewise
   */
  public record Change(
      Kind kind,
      Turn turn,
      String why,
      String olderCitation,
      String newerCitation,
      List<Comparison.Piece> older,
      List<Comparison.Piece> newer) {}

  private static final double ALIKE = 0.6;
  private static final double MOVED_ALIKE = 0.7;

  /** Copies the list. */
  public Revision {
    changes = List.copyOf(changes);
  }

  /** How many sentences met each fate. */
  public Map<Kind, Long> counts() {
    return changes.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
  }

  /** The revision from one text to another. */
  public static Revision of(Profile older, Profile newer, Models models) {
    Force force = Force.load(models);
    List<Passage> before = older.sentences();
    List<Passage> after = newer.sentences();
    double[][] alike = new double[before.size()][after.size()];
    for (int i = 0; i < before.size(); i++) {
      Map<String, Integer> bag = bag(older.words(), before.get(i));
      for (int j = 0; j < after.size(); j++) {
        alike[i][j] = dice(bag, before.get(i), newer.words(), after.get(j));
      }
    }
    int[] partner = inOrder(alike, before.size(), after.size());
    boolean[] moved = new boolean[before.size()];
    outOfOrder(alike, partner, moved, after.size());
    int[] back = new int[after.size()];
    Arrays.fill(back, -1);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        back[partner[i]] = i;
      }
    }
    List<Change> changes = new ArrayList<>();
    int next = 0;
    for (int j = 0; j < after.size(); j++) {
      int i = back[j];
      if (i >= 0 && !moved[i]) {
        next = dropped(older, partner, moved, next, i, changes);
      }
      changes.add(
          i < 0
              ? single(newer, after.get(j), Kind.ADDED)
              : pair(older, before.get(i), newer, after.get(j), moved[i], force));
    }
    dropped(older, partner, moved, next, before.size(), changes);
    return new Revision(older.about().name(), newer.about().name(), changes);
  }

  private static int dropped(
      Profile older, int[] partner, boolean[] moved, int from, int to, List<Change> changes) {
    for (int i = from; i < to; i++) {
      if (partner[i] < 0 && !moved[i]) {
        changes.add(single(older, older.sentences().get(i), Kind.DROPPED));
      }
    }
    return Math.max(from, to);
  }

  private static Map<String, Integer> bag(Words words, Passage sentence) {
    Map<String, Integer> bag = new HashMap<>();
    for (int i = sentence.from(); i < sentence.to(); i++) {
      bag.merge(words.lemma(i), 1, Integer::sum);
    }
    return bag;
  }

  private static double dice(Map<String, Integer> bag, Passage first, Words words, Passage second) {
    Map<String, Integer> left = new HashMap<>(bag);
    int shared = 0;
    for (int i = second.from(); i < second.to(); i++) {
      if (left.merge(words.lemma(i), -1, Integer::sum) >= 0) {
        shared++;
      }
    }
    int all = first.to() - first.from() + second.to() - second.from();
    return all == 0 ? 0 : 2.0 * shared / all;
  }

  /** For each sentence of the older text its partner, order kept, or −1. */
  private static int[] inOrder(double[][] alike, int rows, int columns) {
    double[][] best = new double[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        double both = alike[i][j] >= ALIKE ? alike[i][j] + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int[] partner = new int[rows];
    Arrays.fill(partner, -1);
    for (int i = 0, j = 0; i < rows && j < columns; ) {
      if (alike[i][j] >= ALIKE && best[i][j] == alike[i][j] + best[i + 1][j + 1]) {
        partner[i++] = j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return partner;
  }

  private static void outOfOrder(double[][] alike, int[] partner, boolean[] moved, int columns) {
    boolean[] taken = new boolean[columns];
    for (int j : partner) {
      if (j >= 0) {
        taken[j] = true;
      }
    }
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        continue;
      }
      int best = -1;
      for (int j = 0; j < columns; j++) {
        if (!taken[j] && alike[i][j] >= MOVED_ALIKE && (best < 0 || alike[i][j] > alike[i][best])) {
          best = j;
        }
      }
      if (best >= 0) {
        partner[i] = best;
        moved[i] = true;
        taken[best] = true;
      }
    }
  }

  private static Change single(Profile profile, Passage sentence, Kind kind) {
    String text = profile.text(sentence).replaceAll("\\s+", " ");
    List<Comparison.Piece> wording = List.of(new Comparison.Piece(text, false));
    return kind == Kind.ADDED
        ? new Change(kind, Turn.NONE, "", "", profile.citation(sentence), List.of(), wording)
        : new Change(kind, Turn.NONE, "", profile.citation(sentence), "", wording, List.of());
  }

  private static Change pair(
      Profile older, Passage before, Profile newer, Passage after, boolean moved, Force force) {
    Alignment alignment =
        Alignment.whole(
            older.words(), before.from(), before.to(), newer.words(), after.from(), after.to());
    boolean same = alignment.pairs().stream().allMatch(Alignment.Pair::same);
    Kind kind = moved ? Kind.MOVED : same ? Kind.KEPT : Kind.CHANGED;
    List<Force.Entry> then = force.in(older.words(), before);
    List<Force.Entry> now = force.in(newer.words(), after);
    List<String> softer = new ArrayList<>();
    List<String> harder = new ArrayList<>();
    hedges(then, now, softer, "now ");
    hedges(now, then, harder, "no longer ");
    Stance.Force strongestThen = strongest(then);
    Stance.Force strongestNow = strongest(now);
    if (strongestThen != null && strongestNow != null && strongestThen != strongestNow) {
      (strongestNow.compareTo(strongestThen) > 0 ? softer : harder)
          .add(strongestThen.id() + " to " + strongestNow.id());
    }
    Turn turn =
        softer.isEmpty() == harder.isEmpty()
            ? Turn.NONE
            : softer.isEmpty() ? Turn.HARDENED : Turn.SOFTENED;
    List<String> why = new ArrayList<>(softer);
    why.addAll(harder);
    return new Change(
        kind,
        turn,
        String.join("; ", why),
        older.citation(before),
        newer.citation(after),
        alignment.pieces(older, true),
        alignment.pieces(newer, false));
  }

  private static void hedges(
      List<Force.Entry> there, List<Force.Entry> here, List<String> into, String what) {
    Set<Force.Entry> known = Set.copyOf(there);
    here.stream()
        .filter(e -> e.force() == null && !known.contains(e))
        .distinct()
        .forEach(e -> into.add(what + "“" + String.join(" ", e.lemmas()) + "”"));
  }

  private static Stance.Force strongest(List<Force.Entry> entries) {
    return entries.stream()
        .map(Force.Entry::force)
        .filter(f -> f != null)
        .min(Stance.Force::compareTo)
        .orElse(null);
  }
}
