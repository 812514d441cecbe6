package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sentence's dependency tree over its {@link Words}; empty where the sentence was not parsed. */
final class Tree {

  private static final int DEPTH = 6;

  private final Words words;
  private final Map<Integer, Dependency> byToken = new HashMap<>();

  Tree(Words words, List<Dependency> arcs) {
    this.words = words;
    for (Dependency arc : arcs) {
      byToken.put(arc.token(), arc);
    }
  }

  boolean isEmpty() {
    return byToken.isEmpty();
  }

  /**
   * How some words hang in the sentence: the relation of their head to what they depend on, what
   * that is, and the same one step further up.
   */
  List<String> relation(int begin, int end) {
    List<String> found = new ArrayList<>();
    Dependency head = head(begin, end);
    if (head == null) {
      return found;
    }
    Dependency arc = head;
    int depth = 0;
    // a conjunct stands where the first conjunct stands, a name where the noun it modifies stands
    while (depth < DEPTH
        && arc.head() >= 0
        && byToken.containsKey(arc.head())
        && (arc.relation().equals("conj") || arc.relation().equals("appos"))) {
      arc = byToken.get(arc.head());
      depth++;
    }
    found.add(arc.relation());
    Dependency up = byToken.get(arc.head());
    if (up != null) {
      found.add(arc.relation() + "<" + up.relation());
      String lemma = lemma(arc.head());
      if (!lemma.isEmpty()) {
        found.add(arc.relation() + "<" + lemma);
      }
    }
    return found;
  }

  private Dependency head(int begin, int end) {
    for (int i = begin; i < end; i++) {
      Dependency arc = byToken.get(words.get(i).token());
      if (arc != null) {
        boolean inside = false;
        for (int j = begin; j < end; j++) {
          inside |= j != i && words.get(j).token() == arc.head();
        }
        if (!inside) {
          return arc;
        }
      }
    }
    return null;
  }

  private String lemma(int token) {
    for (Words.Word word : words.all()) {
      if (word.token() == token) {
        return word.lemma();
      }
    }
    return "";
  }
}
