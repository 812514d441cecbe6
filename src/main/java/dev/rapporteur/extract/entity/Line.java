package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Section;
import java.util.List;

/**
 * A sentence with what may be named in it.
 *
 * @param index its place among the sentences that are read
 * @param words its words
 * @param candidates what may be a mention, longest first
 * @param kind the kind of its section
 * @param shouts whether it is set in capitals
 */
record Line(int index, Words words, List<Candidate> candidates, Section.Kind kind, boolean shouts) {

  static boolean shouts(Words words) {
    int upper = 0;
    int lower = 0;
    for (int i = words.begin; i < words.end; i++) {
      char c = words.text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
    }
    return upper > 12 && upper > 4 * lower;
  }

  String text() {
    return words.text.substring(words.begin, words.end);
  }
}
