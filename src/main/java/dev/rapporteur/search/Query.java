package dev.rapporteur.search;

import java.util.List;

/** What sentences are asked for, as a value. */
public sealed interface Query {

  /** Every sentence. */
  record All() implements Query {}

  /**
   * Sentences that all parts describe.
   *
   * @param parts at least two
   */
  record And(List<Query> parts) implements Query {
    /** Copies the list. */
    public And {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Sentences that at least one part describes.
   *
   * @param parts at least two
   */
  record Or(List<Query> parts) implements Query {
    /** Copies the list. */
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Sentences that the part does not describe.
   *
   * @param part what is not wanted
   */
  record Not(Query part) implements Query {}

  /**
   * Sentences in which a pattern of words and annotations occurs.
   *
   * @param pattern the pattern
   */
  record Text(Pattern pattern) implements Query {}

  /**
   * Sentences with a move one part of which holds a pattern.
   *
   * @param part the part's name, for example {@code referent}
   * @param pattern what lies in it
   */
  record Within(String part, Pattern pattern) implements Query {}

  /**
   * Sentences that carry an annotation.
   *
   * @param mark the annotation
   */
  record Annotated(Mark mark) implements Query {}

  /**
   * Sentences of documents, or places in them, about which something is known.
   *
   * @param field {@code voice}, {@code group}, {@code section} … as users write it
   * @param value its value; {@code *} and {@code ?} stand for any characters
   */
  record Fact(String field, String value) implements Query {}

  /**
   * Sentences of documents whose title or issuing body has words.
   *
   * @param field {@code title} or {@code body}
   * @param pattern the words
   */
  record Named(String field, Pattern pattern) implements Query {}

  /**
   * Sentences of documents of a span of time; one that is known to the year is of all its days.
   *
   * @param from first day as the number yyyymmdd
   * @param to last day
   */
  record Dated(int from, int to) implements Query {}

  /**
   * Sentences with a number in a range.
   *
   * @param field {@code page} or {@code sid}
   * @param from the least
   * @param to the greatest
   */
  record Numbered(String field, int from, int to) implements Query {}

  /**
   * An annotation that is asked for.
   *
   * @param field {@code actor}, {@code forum}, {@code frame}, {@code stance} … as users write it
   * @param value its value, {@code *} for any
   */
  record Mark(String field, String value) implements Pattern {}

  /** What occurs at a place of a sentence: words, annotations, and how they stand together. */
  sealed interface Pattern {}

  /**
   * A word.
   *
   * @param term as it stands in the index
   */
  record Word(String term) implements Pattern {}

  /**
   * A word in any of its forms.
   *
   * @param term the dictionary form
   */
  record Lemma(String term) implements Pattern {}

  /**
   * Words of a shape.
   *
   * @param glob with {@code *} for any characters and {@code ?} for one
   */
  record Glob(String glob) implements Pattern {}

  /**
   * Words spelt alike.
   *
   * @param term the word
   * @param edits letters that may differ, 1 or 2
   */
  record Fuzzy(String term, int edits) implements Pattern {}

  /**
   * One of several.
   *
   * @param patterns at least two
   */
  record Any(List<Pattern> patterns) implements Pattern {
    /** Copies the list. */
    public Any {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * Patterns one behind the other.
   *
   * @param patterns at least two
   * @param gaps for each but the first, how many words may stand before it; {@link #ANY_GAP} for
   *     any number
   */
  record Row(List<Pattern> patterns, List<Integer> gaps) implements Pattern {

    /** Any number of words of the sentence. */
    public static final int ANY_GAP = -1;

    /** Copies the lists. */
    public Row {
      patterns = List.copyOf(patterns);
      gaps = List.copyOf(gaps);
    }

    /** Patterns that touch. */
    public static Pattern of(List<Pattern> patterns) {
      return patterns.size() == 1
          ? patterns.getFirst()
          : new Row(patterns, java.util.Collections.nCopies(patterns.size() - 1, 0));
    }
  }

  /**
   * Patterns near each other, in any order.
   *
   * @param patterns at least two
   * @param words how many other words may stand between them
   */
  record Near(List<Pattern> patterns, int words) implements Pattern {
    /** Copies the list. */
    public Near {
      patterns = List.copyOf(patterns);
    }
  }
}
