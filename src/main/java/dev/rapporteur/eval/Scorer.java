package dev.rapporteur.eval;

import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Counts what annotated documents have right of gold sentences, by the codebook's section 6.
 *
 * <p>A gold sentence is found in a document by its letters and digits. Where several documents hold
 * it, the one that holds most sentences of its text is asked, since others may quote it. Documents
 * are given one by one ({@link #read}) and not kept.
 *
 * <p>Mentions are matched greedily one to one: overlap and equal id, or equal kind where the gold
 * is {@code nil}. What belongs to a sentence counts for the gold sentence that holds most of it.
 */
public final class Scorer {

  /** One of the four things that are coded. */
  public enum Task {
    /** Mentions, named and anaphoric. */
    ENTITIES,
    /** Frames. */
    FRAMES,
    /** Moves. */
    MOVES,
    /** Stances. */
    STANCES
  }

  private record Found(int begin, int end, String id, boolean anaphor) {}

  /** What the system says of one gold sentence; offsets count in the gold sentence. */
  private record View(
      List<Found> entities,
      Set<String> frames,
      List<Map<String, String>> moves,
      Set<List<String>> stances) {

    View() {
      this(new ArrayList<>(), new TreeSet<>(), new ArrayList<>(), new LinkedHashSet<>());
    }
  }

  private record Candidate(int held, View view) {}

  private final List<Gold> gold;
  private final List<Folded> folded = new ArrayList<>();
  private final Map<Gold, Candidate> best = new HashMap<>();

  /** A scorer against these sentences. */
  public Scorer(List<Gold> gold) {
    this.gold = List.copyOf(gold);
    gold.forEach(g -> folded.add(Folded.of(g.text())));
  }

  /** Looks for gold sentences in a document; of documents that hold as many, the first counts. */
  public void read(Doc doc) {
    Folded text = Folded.of(doc.text());
    Map<String, Integer> held = new HashMap<>();
    int[] places = new int[gold.size()];
    for (int i = 0; i < places.length; i++) {
      String needle = folded.get(i).text();
      places[i] = needle.isEmpty() ? -1 : text.text().indexOf(needle);
      if (places[i] >= 0) {
        held.merge(gold.get(i).doc(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < places.length; i++) {
      Gold g = gold.get(i);
      if (places[i] >= 0) {
        int count = held.get(g.doc());
        Candidate known = best.get(g);
        if (known == null || count > known.held) {
          best.put(g, new Candidate(count, view(doc, text, folded.get(i), places[i])));
        }
      }
    }
  }

  private static View view(Doc doc, Folded text, Folded sentence, int place) {
    int length = sentence.text().length();
    Map<Integer, Integer> toGold = new HashMap<>();
    for (int i = 0; i < length; i++) {
      toGold.put(text.at()[place + i], sentence.at()[i]);
    }
    int begin = text.at()[place];
    int end = text.at()[place + length - 1] + 1;
    View view = new View();
    for (Sentence each : doc.get(Layer.SENTENCES)) {
      Span span = each.span();
      int overlap = Math.min(end, span.end()) - Math.max(begin, span.begin());
      if (overlap <= 0) {
        continue;
      }
      for (Mention mention : doc.within(Layer.MENTIONS, span)) {
        int from = Integer.MAX_VALUE;
        int to = -1;
        for (int i = mention.span().begin(); i < mention.span().end(); i++) {
          Integer at = toGold.get(i);
          if (at != null) {
            from = Math.min(from, at);
            to = Math.max(to, at);
          }
        }
        if (to >= 0) {
          view.entities.add(new Found(from, to + 1, mention.id(), mention.anaphor()));
        }
      }
      if (overlap * 2 >= Math.min(span.length(), end - begin)) {
        of(doc, Layer.FRAMES, span).forEach(f -> view.frames.add(f.frame()));
        of(doc, Layer.MOVES, span).forEach(m -> view.moves.add(parts(doc, m)));
        of(doc, Layer.STANCES, span)
            .forEach(s -> view.stances.add(List.of(s.holder(), s.issue(), s.position().id())));
      }
    }
    return view;
  }

  private static <A extends Annotation> List<A> of(Doc doc, Layer<A> layer, Span span) {
    return doc.within(layer, span);
  }

  private static Map<String, String> parts(Doc doc, Move move) {
    Map<String, String> parts = new HashMap<>();
    move.parts().forEach((part, span) -> parts.put(part.id(), span.of(doc.text())));
    parts.put("degree", move.degree().id());
    parts.put("direction", move.direction().id());
    return parts;
  }

  /** The figures over all gold sentences. */
  public Scores scores() {
    return scores(gold);
  }

  /** The figures over some of the gold sentences. */
  public Scores scores(Collection<Gold> some) {
    List<Counts> counts = new ArrayList<>();
    for (Gold g : some) {
      counts.add(count(g, best.get(g)));
    }
    return new Scores(counts);
  }

  /** Tells the differences between gold and system in one task, sentence by sentence. */
  public void errors(Task task, BiConsumer<Gold, String> each) {
    for (Gold g : gold) {
      View view = best.containsKey(g) ? best.get(g).view : new View();
      switch (task) {
        case ENTITIES -> {
          for (boolean anaphor : new boolean[] {false, true}) {
            Matching m = match(g, view.entities, anaphor);
            if (!m.missed.isEmpty() || !m.spare.isEmpty()) {
              each.accept(
                  g,
                  (anaphor ? "anaphors" : "named")
                      + " missed "
                      + names(g, m.missed)
                      + " spare "
                      + names(g, m.spare));
            }
          }
        }
        case FRAMES -> {
          Set<String> missed = new TreeSet<>(g.frames());
          missed.removeAll(view.frames);
          Set<String> spare = new TreeSet<>(view.frames);
          g.frames().forEach(spare::remove);
          if (!missed.isEmpty() || !spare.isEmpty()) {
            each.accept(g, "missed " + missed + " spare " + spare);
          }
        }
        case MOVES -> {
          if (!g.moves().isEmpty() || !view.moves.isEmpty()) {
            each.accept(g, "gold " + g.moves() + " system " + view.moves);
          }
        }
        case STANCES -> {
          Set<List<String>> missed = stances(g);
          missed.removeAll(view.stances);
          Set<List<String>> spare = new LinkedHashSet<>(view.stances);
          spare.removeAll(stances(g));
          if (!missed.isEmpty() || !spare.isEmpty()) {
            each.accept(g, "missed " + missed + " spare " + spare);
          }
        }
      }
    }
  }

  private static String names(Gold g, List<Found> mentions) {
    return mentions.stream()
        .map(m -> g.text().substring(m.begin, m.end) + "=" + m.id)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Counts count(Gold g, Candidate candidate) {
    View view = candidate == null ? new View() : candidate.view;
    Counts counts = new Counts();
    counts.add(Scores.FOUND, candidate == null ? Counts.MISSED : Counts.RIGHT, 1);
    for (boolean anaphor : new boolean[] {false, true}) {
      Matching m = match(g, view.entities, anaphor);
      add(counts, anaphor ? "anaphors" : "entities", m.right, m.spare.size(), m.missed.size());
    }
    Set<String> frames = new TreeSet<>(view.frames);
    frames.addAll(g.frames());
    add(counts, "frames", 0, 0, 0);
    for (String frame : frames) {
      int cell =
          !view.frames.contains(frame)
              ? Counts.MISSED
              : g.frames().contains(frame) ? Counts.RIGHT : Counts.SPARE;
      counts.add("frames", cell, 1);
      counts.add("frame:" + frame, cell, 1);
    }
    moves(g, view, counts);
    stances(g, view, counts);
    return counts;
  }

  private static void moves(Gold g, View view, Counts counts) {
    boolean inGold = !g.moves().isEmpty();
    boolean inView = !view.moves.isEmpty();
    add(
        counts,
        "moves",
        inGold && inView ? 1 : 0,
        !inGold && inView ? 1 : 0,
        inGold && !inView ? 1 : 0);
    for (String part : List.of("referent", "threat", "source", "measure")) {
      Map<String, Integer> a = words(g.moves(), part);
      Map<String, Integer> b = words(view.moves, part);
      int both = 0;
      for (Map.Entry<String, Integer> word : a.entrySet()) {
        both += Math.min(word.getValue(), b.getOrDefault(word.getKey(), 0));
      }
      add(counts, "move." + part, both, total(b) - both, total(a) - both);
    }
    if (inGold && inView) {
      for (String key : List.of("degree", "direction")) {
        Set<String> want = new HashSet<>();
        g.moves().forEach(m -> want.add(m.get(key)));
        want.remove(null);
        if (!want.isEmpty()) {
          boolean alike = view.moves.stream().anyMatch(m -> want.contains(m.get(key)));
          counts.add("is:" + key, alike ? Counts.RIGHT : Counts.MISSED, 1);
        }
      }
    }
  }

  private static void stances(Gold g, View view, Counts counts) {
    Set<List<String>> wanted = stances(g);
    overlap(counts, "stances", wanted, view.stances, 0, 3);
    overlap(counts, "stances.relaxed", wanted, view.stances, 0, 2);
    overlap(counts, "stances.issue", wanted, view.stances, 1, 3);
    Set<List<String>> pairs =
        view.stances.stream().map(s -> s.subList(0, 2)).collect(Collectors.toSet());
    for (List<String> stance : wanted) {
      if (pairs.contains(stance.subList(0, 2))) {
        boolean right = view.stances.contains(stance);
        counts.add("is:position", right ? Counts.RIGHT : Counts.MISSED, 1);
      }
    }
  }

  private static void overlap(
      Counts counts,
      String task,
      Set<List<String>> wanted,
      Set<List<String>> found,
      int from,
      int to) {
    Set<List<String>> a = wanted.stream().map(s -> s.subList(from, to)).collect(Collectors.toSet());
    Set<List<String>> b = found.stream().map(s -> s.subList(from, to)).collect(Collectors.toSet());
    int right = (int) a.stream().filter(b::contains).count();
    add(counts, task, right, b.size() - right, a.size() - right);
  }

  private static Set<List<String>> stances(Gold g) {
    Set<List<String>> all = new LinkedHashSet<>();
    g.stances().forEach(s -> all.add(List.of(s.holder(), s.issue(), s.position())));
    return all;
  }

  private static void add(Counts counts, String task, int right, int spare, int missed) {
    counts.add(task, Counts.RIGHT, right);
    counts.add(task, Counts.SPARE, spare);
    counts.add(task, Counts.MISSED, missed);
  }

  /** The words of a part in all moves of a sentence; of a word in several, the highest count. */
  private static Map<String, Integer> words(List<Map<String, String>> moves, String part) {
    Map<String, Integer> union = new HashMap<>();
    for (Map<String, String> move : moves) {
      Map<String, Integer> words = new HashMap<>();
      String text = move.getOrDefault(part, "").toLowerCase(Locale.ROOT);
      for (String word : text.split("[^\\p{L}\\p{N}]+")) {
        if (!word.isEmpty()) {
          words.merge(word, 1, Integer::sum);
        }
      }
      words.forEach((word, n) -> union.merge(word, n, Math::max));
    }
    return union;
  }

  private static int total(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }

  private record Matching(int right, List<Found> spare, List<Found> missed) {}

  private static Matching match(Gold g, List<Found> system, boolean anaphor) {
    int right = 0;
    List<Found> spare = new ArrayList<>(system);
    List<Found> missed = new ArrayList<>();
    for (Gold.Entity entity : g.entities()) {
      int begin = nth(g.text(), entity.surface(), entity.nth());
      if (begin < 0) {
        continue;
      }
      int end = begin + entity.surface().length();
      Found hit = null;
      for (Found each : spare) {
        boolean same =
            entity.nil() ? kind(each.id).equals(kind(entity.id())) : each.id.equals(entity.id());
        if (each.begin < end && begin < each.end && same) {
          hit = each;
          break;
        }
      }
      if (hit != null) {
        spare.remove(hit);
        right += entity.anaphor() == anaphor ? 1 : 0;
      } else if (entity.anaphor() == anaphor) {
        missed.add(new Found(begin, end, entity.id(), anaphor));
      }
    }
    spare.removeIf(f -> f.anaphor != anaphor);
    return new Matching(right, spare, missed);
  }

  private static int nth(String text, String surface, int nth) {
    int at = -1;
    for (int i = 0; i < Math.max(1, nth); i++) {
      at = text.indexOf(surface, at + 1);
      if (at < 0) {
        return -1;
      }
    }
    return at;
  }

  private static String kind(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }
}
