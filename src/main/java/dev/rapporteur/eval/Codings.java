package dev.rapporteur.eval;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two codings of the same sentences, joined by text and number of the sentence.
 *
 * @param pairs the sentences that both coded, in the first coding's order
 * @param onlyA names of the sentences that only the first coding has
 * @param onlyB names of the sentences that only the second coding has
 * @param unlike names of the sentences whose wording differs; they are in no pair, since spans of
 *     the one would mean nothing in the other
 * @param notes spans that are coded but not in their sentence
 */
public record Codings(
    List<Pair> pairs,
    List<String> onlyA,
    List<String> onlyB,
    List<String> unlike,
    List<String> notes) {

  /** One sentence, coded twice. */
  public record Pair(Gold a, Gold b) {}

  /**
   * Joins two codings.
   *
   * @throws ConfigurationException if one of them codes a sentence twice
   */
  public static Codings join(List<Gold> a, List<Gold> b) {
    Map<String, Gold> byNameA = byName(a, "the first coding");
    Map<String, Gold> byNameB = byName(b, "the second coding");
    List<Pair> pairs = new ArrayList<>();
    List<String> onlyA = new ArrayList<>();
    List<String> unlike = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    byNameA.forEach(
        (name, one) -> {
          Gold other = byNameB.remove(name);
          if (other == null) {
            onlyA.add(name);
          } else if (!one.text().equals(other.text())) {
            unlike.add(name);
          } else {
            pairs.add(new Pair(one, other));
            check(one, "the first coding, " + name, notes);
            check(other, "the second coding, " + name, notes);
          }
        });
    return new Codings(pairs, onlyA, List.copyOf(byNameB.keySet()), unlike, notes);
  }

  private static Map<String, Gold> byName(List<Gold> coding, String origin) {
    Map<String, Gold> byName = new LinkedHashMap<>();
    for (Gold each : coding) {
      String name = each.doc() + " " + each.sid();
      if (byName.put(name, each) != null) {
        throw new ConfigurationException(origin + " has the sentence " + name + " twice");
      }
    }
    return byName;
  }

  private static void check(Gold gold, String where, List<String> notes) {
    for (Gold.Entity each : gold.entities()) {
      if (mention(gold.text(), each).isEmpty()) {
        notes.add(where + ": no mention '" + each.surface() + "' number " + each.nth());
      }
    }
    for (Map<String, String> move : gold.moves()) {
      for (String part : Agreement.PARTS) {
        if (move.get(part) != null && part(gold.text(), move.get(part)).isEmpty()) {
          notes.add(where + ": no " + part + " '" + move.get(part) + "'");
        }
      }
    }
  }

  /** Where a mention stands in its sentence. */
  static Optional<Span> mention(String text, Gold.Entity entity) {
    int at = -1;
    for (int i = 0; i < Math.max(1, entity.nth()); i++) {
      at = text.indexOf(entity.surface(), at + 1);
      if (at < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Span(at, at + entity.surface().length()));
  }

  /** Where a move's part stands in its sentence; capitals do not matter. */
  static Optional<Span> part(String text, String part) {
    if (part == null || part.isBlank()) {
      return Optional.empty();
    }
    for (int at = 0; at + part.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, part, 0, part.length())) {
        return Optional.of(new Span(at, at + part.length()));
      }
    }
    return Optional.empty();
  }
}
