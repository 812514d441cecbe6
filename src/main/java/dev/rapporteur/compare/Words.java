package dev.rapporteur.compare;

import dev.rapporteur.text.Span;
import java.util.BitSet;
import java.util.List;

/**
 * The words of a document, in reading order: lemmas in lower case with their places; punctuation is
 * no word.
 */
public final class Words {

  private final String[] lemmas;
  private final int[] begins;
  private final int[] ends;

  private final BitSet named;

  Words(String[] lemmas, int[] begins, int[] ends, BitSet named) {
    this.named = named;
    this.lemmas = lemmas;
    this.begins = begins;
    this.ends = ends;
  }

  /** How many there are. */
  public int size() {
    return lemmas.length;
  }

  /** The lemma of the word at an index. */
  public String lemma(int index) {
    return lemmas[index];
  }

  /** Where the word stands in the document's text. */
  public Span span(int index) {
    return new Span(begins[index], ends[index]);
  }

  /** Whether the word is part of an entity's name. */
  public boolean named(int index) {
    return named.get(index);
  }

  /** Whether these lemmas stand at an index, one after the other. */
  boolean at(int index, List<String> phrase) {
    if (index + phrase.size() > lemmas.length) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!lemmas[index + i].equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }
}
