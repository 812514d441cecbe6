package dev.rapporteur.extract.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sequence of words to be found in a sentence; the syntax stands at the head of {@code
 * models/stance/issues.yaml}.
 *
 * @param text as the file has it
 * @param elements what must stand one after the other
 */
record Phrase(String text, List<Element> elements) {

  private static final int NEAR = 4;
  private static final int FAR = 12;
  private static final Set<String> ACTORS =
      Set.of("state", "organ", "bloc", "company", "civil", "person", "threat-group", "forum");

  /** One element of a phrase. */
  sealed interface Element {}

  /** Words of which one must stand here; {@code *} at the end takes every word that begins so. */
  record Literal(List<String> words, List<String> beginnings, boolean optional) implements Element {
    boolean takes(Words.Word word) {
      for (String each : words) {
        if (word.is(each)) {
          return true;
        }
      }
      for (String each : beginnings) {
        if (word.form().startsWith(each) || word.lemma().startsWith(each)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Any one word. */
  record Any() implements Element {}

  /** Up to {@code most} words. */
  record Gap(int most) implements Element {}

  /** A phrase of a class. */
  record OfClass(String name) implements Element {}

  /** A mention of an entity of one of these kinds. */
  record OfKind(Set<String> kinds) implements Element {}

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException if it begins or ends with a gap or is empty
   */
  static Phrase parse(String text) {
    List<Element> elements = new ArrayList<>();
    for (String part : text.strip().split("[\\s-]+")) {
      elements.add(element(part));
    }
    boolean open =
        elements.getFirst() instanceof Gap
            || elements.getLast() instanceof Gap
            || elements.getFirst() instanceof Literal first && first.optional();
    if (open) {
      throw new IllegalArgumentException(
          "phrase '" + text + "' must begin and end with a word that must be there");
    }
    return new Phrase(text, List.copyOf(elements));
  }

  private static Element element(String part) {
    switch (part) {
      case "_":
        return new Any();
      case "..":
        return new Gap(NEAR);
      case "...":
        return new Gap(FAR);
      case "<actor>":
        return new OfKind(ACTORS);
      case "":
        throw new IllegalArgumentException("an empty phrase");
      default:
    }
    if (part.startsWith("%")) {
      return new OfClass(part.substring(1));
    }
    if (part.startsWith("<") && part.endsWith(">")) {
      return new OfKind(Set.of(part.substring(1, part.length() - 1)));
    }
    boolean optional = part.endsWith("?");
    List<String> words = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    for (String each : (optional ? part.substring(0, part.length() - 1) : part).split("\\|")) {
      int star = each.indexOf('*');
      if (star < 0) {
        words.add(each);
      } else if (star == each.length() - 1 && star > 1) {
        beginnings.add(each.substring(0, star));
      } else {
        words.addAll(spellings(each));
      }
    }
    return new Literal(List.copyOf(words), List.copyOf(beginnings), optional);
  }

  /** {@code organi*ation}: a star inside a word takes one letter or none of s, z, u, c, e. */
  private static List<String> spellings(String word) {
    int star = word.indexOf('*');
    if (star <= 0 || word.indexOf('*', star + 1) >= 0 && !word.endsWith("*")) {
      throw new IllegalArgumentException("'" + word + "' has its star in the wrong place");
    }
    List<String> all = new ArrayList<>();
    String tail = word.substring(star + 1);
    for (String letter : List.of("s", "z", "u", "c", "e", "")) {
      all.add(word.substring(0, star) + letter + tail);
    }
    return all;
  }
}
