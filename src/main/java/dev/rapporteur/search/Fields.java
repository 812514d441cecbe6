package dev.rapporteur.search;

import dev.rapporteur.text.Move;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that a query may name, and what each takes. */
final class Fields {

  /** What a field's value is. */
  enum Kind {
    /** An annotation; may stand in a phrase. */
    MARK,
    /** A fact about document or place. */
    FACT,
    /** Words in title or body. */
    NAMED,
    /** Words in a part of a move. */
    WITHIN,
    /** A dictionary form. */
    LEMMA,
    /** A date or a range. */
    DATE,
    /** A number or a range. */
    NUMBER
  }

  private static final Map<String, Kind> ALL = new LinkedHashMap<>();

  static {
    List<String> marks =
        List.of(
            "actor",
            "entity",
            "state",
            "organ",
            "bloc",
            "forum",
            "instrument",
            "company",
            "civil",
            "person",
            "threat-group",
            "frame",
            "stance",
            "holder",
            "issue",
            "position",
            "force",
            "basis",
            "reported",
            "reporter",
            "hedge",
            "venue",
            "norm_set",
            "move",
            "move.actor",
            "degree",
            "direction",
            "grammar",
            "label");
    marks.forEach(each -> ALL.put(each, Kind.MARK));
    for (Move.Part part : Move.Part.values()) {
      ALL.put("move." + part.id(), Kind.WITHIN);
    }
    ALL.put("lemma", Kind.LEMMA);
    ALL.put("title", Kind.NAMED);
    ALL.put("body", Kind.NAMED);
    List.of(
            "symbol",
            "voice",
            "group",
            "section",
            "paragraph",
            "language",
            "source",
            "source_type",
            "legal_status",
            "doc")
        .forEach(each -> ALL.put(each, Kind.FACT));
    ALL.put("date", Kind.DATE);
    ALL.put("year", Kind.DATE);
    ALL.put("page", Kind.NUMBER);
    ALL.put("sid", Kind.NUMBER);
  }

  private Fields() {}

  static Optional<Kind> kind(String field) {
    return Optional.ofNullable(ALL.get(field));
  }

  static List<String> names() {
    return new ArrayList<>(ALL.keySet());
  }

  /** The known one that is spelt most alike, where one is near. */
  static Optional<String> nearest(String word, Iterable<String> known) {
    String best = null;
    int least = Math.max(1, word.length() / 3) + 1;
    for (String each : known) {
      int distance = distance(word, each);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(same, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
