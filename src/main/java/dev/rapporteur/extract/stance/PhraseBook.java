package dev.rapporteur.extract.stance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases, each with something that it stands for, found in a sentence all at once: a word leads
 * only to the phrases that may begin with it.
 *
 * @param <T> what a phrase stands for
 */
final class PhraseBook<T> {

  private static final int STEM = 2;

  /**
   * A phrase found.
   *
   * @param phrase the phrase
   * @param value what it stands for
   * @param begin index of its first word
   * @param end index behind its last word
   */
  record Hit<T>(Phrase phrase, T value, int begin, int end) {}

  private record Entry<T>(Phrase phrase, T value) {}

  private final Map<String, List<Entry<T>>> byWord = new HashMap<>();
  private final Map<String, List<Entry<T>>> byStem = new HashMap<>();
  private final List<Entry<T>> byClass = new ArrayList<>();
  private final Map<String, PhraseBook<Boolean>> classes;

  /** A book of phrases that name these classes. */
  PhraseBook(Map<String, PhraseBook<Boolean>> classes) {
    this.classes = classes;
  }

  /** Classes of phrases by name, as a file has them. */
  static Map<String, PhraseBook<Boolean>> classes(Map<String, ? extends Collection<String>> lists) {
    Map<String, PhraseBook<Boolean>> books = new TreeMap<>();
    lists.forEach(
        (name, phrases) -> {
          PhraseBook<Boolean> book = new PhraseBook<>(Map.of());
          phrases.forEach(p -> book.add(Phrase.parse(p), true));
          books.put(name, book);
        });
    return books;
  }

  /**
   * Adds a phrase.
   *
   * @throws IllegalArgumentException if it names a class that there is not
   */
  void add(Phrase phrase, T value) {
    for (Phrase.Element element : phrase.elements()) {
      if (element instanceof Phrase.OfClass of && !classes.containsKey(of.name())) {
        throw new IllegalArgumentException(
            "phrase '" + phrase.text() + "': no class %" + of.name() + "; " + classes.keySet());
      }
    }
    Entry<T> entry = new Entry<>(phrase, value);
    if (phrase.elements().getFirst() instanceof Phrase.Literal first) {
      for (String word : first.words()) {
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(entry);
      }
      for (String beginning : first.beginnings()) {
        byStem
            .computeIfAbsent(
                beginning.substring(0, Math.min(STEM, beginning.length())), s -> new ArrayList<>())
            .add(entry);
      }
    } else {
      byClass.add(entry);
    }
  }

  /** Every phrase in the sentence, each at most once from a word, with its shortest match. */
  List<Hit<T>> find(Words words) {
    List<Hit<T>> hits = new ArrayList<>();
    Map<String, int[][]> cache = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      Words.Word word = words.get(i);
      take(byWord.get(word.form()), words, i, cache, hits);
      if (!word.lemma().equals(word.form())) {
        take(byWord.get(word.lemma()), words, i, cache, hits);
      }
      String stem = word.form().substring(0, Math.min(STEM, word.form().length()));
      take(byStem.get(stem), words, i, cache, hits);
      take(byClass, words, i, cache, hits);
    }
    return hits;
  }

  private void take(
      List<Entry<T>> entries, Words words, int at, Map<String, int[][]> cache, List<Hit<T>> hits) {
    if (entries == null) {
      return;
    }
    for (Entry<T> entry : entries) {
      int end = match(entry.phrase.elements(), 0, words, at, cache);
      if (end > at) {
        Hit<T> hit = new Hit<>(entry.phrase, entry.value, at, end);
        if (!hits.contains(hit)) {
          hits.add(hit);
        }
      }
    }
  }

  /** Where the elements from {@code i} on end if they stand at {@code at}; -1 if they do not. */
  private int match(
      List<Phrase.Element> elements, int i, Words words, int at, Map<String, int[][]> cache) {
    if (i == elements.size()) {
      return at;
    }
    switch (elements.get(i)) {
      case Phrase.Literal literal -> {
        if (at < words.size() && literal.takes(words.get(at))) {
          int end = match(elements, i + 1, words, at + 1, cache);
          if (end >= 0) {
            return end;
          }
        }
        return literal.optional() ? match(elements, i + 1, words, at, cache) : -1;
      }
      case Phrase.Any any -> {
        return at < words.size() ? match(elements, i + 1, words, at + 1, cache) : -1;
      }
      case Phrase.Gap gap -> {
        for (int skip = 0; skip <= gap.most() && at + skip < words.size(); skip++) {
          int end = match(elements, i + 1, words, at + skip, cache);
          if (end >= 0) {
            return end;
          }
        }
        return -1;
      }
      case Phrase.OfClass of -> {
        int[][] ends = cache.computeIfAbsent(of.name(), n -> classes.get(n).ends(words));
        if (at < words.size() && ends[at] != null) {
          for (int end : ends[at]) {
            int rest = match(elements, i + 1, words, end, cache);
            if (rest >= 0) {
              return rest;
            }
          }
        }
        return -1;
      }
      case Phrase.OfKind kind -> {
        for (Words.Named named : words.mentions()) {
          if (named.begin() == at && kind.kinds().contains(named.mention().kind())) {
            int end = match(elements, i + 1, words, named.end(), cache);
            if (end >= 0) {
              return end;
            }
          }
        }
        return -1;
      }
    }
  }

  /** For each word where the phrases that begin with it end; null where none does. */
  private int[][] ends(Words words) {
    int[][] ends = new int[words.size()][];
    for (Hit<T> hit : find(words)) {
      int[] old = ends[hit.begin];
      int[] more = old == null ? new int[1] : java.util.Arrays.copyOf(old, old.length + 1);
      more[more.length - 1] = hit.end;
      ends[hit.begin] = more;
    }
    return ends;
  }
}
