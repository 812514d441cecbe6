package dev.rapporteur.extract.framing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of words that a cue is known by, matched against a sentence's {@link Units}.
 *
 * <p>Words are parted by blanks. {@code a|b} is one of several, {@code word*} any word that begins
 * so, {@code _} any one word, {@code ...} up to four words of any kind, {@code word?} may be
 * missing, {@code word/NOUN} must have that universal part of speech. The first word is never a gap
 * or optional.
 *
 * @param source as written
 * @param items what it is made of
 */
record CuePattern(String source, List<Item> items) {

  private static final int GAP = 4;

  /**
   * One place of a pattern.
   *
   * @param words the words that fit, folded; empty for any
   * @param prefixes beginnings of words that fit, folded
   * @param pos part of speech that is asked for, or empty
   * @param optional whether it may be missing
   * @param gap how many words may stand here instead; 0 for none
   */
  record Item(List<String> words, List<String> prefixes, String pos, boolean optional, int gap) {

    boolean fits(Units.Unit unit) {
      if (!pos.isEmpty() && !pos.equals(unit.pos())) {
        return false;
      }
      if (words.isEmpty() && prefixes.isEmpty()) {
        return true;
      }
      for (String word : words) {
        if (word.equals(unit.form()) || word.equals(unit.lemma())) {
          return true;
        }
      }
      for (String prefix : prefixes) {
        if (unit.form().startsWith(prefix)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Parses a pattern.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static CuePattern parse(String source) {
    List<Item> items = new ArrayList<>();
    for (String word : source.strip().split("\\s+")) {
      if (word.equals("...")) {
        items.add(new Item(List.of(), List.of(), "", false, GAP));
      } else if (word.equals("_")) {
        items.add(new Item(List.of(), List.of(), "", false, 0));
      } else {
        items.addAll(items(word, source));
      }
    }
    Item first = items.getFirst();
    if (first.gap > 0 || first.optional || first.words.isEmpty() && first.prefixes.isEmpty()) {
      throw new IllegalArgumentException(
          "pattern '" + source + "' must begin with a word that is neither optional nor a gap");
    }
    return new CuePattern(source, List.copyOf(items));
  }

  private static List<Item> items(String written, String source) {
    String word = written;
    boolean optional = word.length() > 1 && word.endsWith("?");
    if (optional) {
      word = word.substring(0, word.length() - 1);
    }
    String pos = "";
    int slash = word.lastIndexOf('/');
    if (slash > 0 && word.substring(slash + 1).matches("[A-Z]{2,}")) {
      pos = word.substring(slash + 1);
      word = word.substring(0, slash);
    }
    List<String> words = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String[] choices = word.length() > 1 ? word.split("\\|") : new String[] {word};
    for (String choice : choices) {
      if (choice.isEmpty()) {
        throw new IllegalArgumentException("pattern '" + source + "' has an empty alternative");
      }
      boolean prefix = choice.length() > 1 && choice.endsWith("*");
      List<String> folded = Units.fold(prefix ? choice.substring(0, choice.length() - 1) : choice);
      if (folded.size() > 1 && choices.length > 1) {
        throw new IllegalArgumentException(
            "pattern '" + source + "': the compound '" + choice + "' cannot be one of several");
      }
      if (folded.size() > 1) {
        List<Item> row = new ArrayList<>();
        for (int i = 0; i < folded.size(); i++) {
          boolean last = i + 1 == folded.size();
          row.add(
              last && prefix
                  ? new Item(List.of(), List.of(folded.get(i)), pos, optional, 0)
                  : new Item(List.of(folded.get(i)), List.of(), pos, optional, 0));
        }
        return row;
      }
      if (prefix) {
        prefixes.add(folded.getFirst().toLowerCase(Locale.ROOT));
      } else {
        words.add(folded.getFirst());
      }
    }
    return List.of(new Item(List.copyOf(words), List.copyOf(prefixes), pos, optional, 0));
  }

  /**
   * Where a match that begins at a unit ends.
   *
   * @return index behind its last unit, or -1 where it does not match
   */
  int match(Units units, int from) {
    return match(units, from, 0);
  }

  private int match(Units units, int at, int item) {
    if (item == items.size()) {
      return at;
    }
    Item next = items.get(item);
    if (next.gap > 0) {
      for (int skip = 0; skip <= next.gap && at + skip <= units.size(); skip++) {
        int end = match(units, at + skip, item + 1);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    if (at < units.size() && next.fits(units.get(at))) {
      int end = match(units, at + 1, item + 1);
      if (end >= 0) {
        return end;
      }
    }
    return next.optional ? match(units, at, item + 1) : -1;
  }
}
