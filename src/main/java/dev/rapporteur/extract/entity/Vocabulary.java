package dev.rapporteur.extract.entity;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers for the words that occur in designations, one for all spellings of a word: case, accents,
 * British and American.
 */
final class Vocabulary {

  /** A word in no designation. */
  static final int UNKNOWN = 0;

  /** Stands for a state's name in patterns. */
  static final int STATE = 1;

  /** Stands for a state's demonym, acronym or name in patterns. */
  static final int DEMONYM = 2;

  private static final String[][] SPELLINGS = {
    {"isation", "ization"},
    {"ising", "izing"},
    {"defence", "defense"},
    {"offence", "offense"},
    {"centre", "center"},
    {"programme", "program"},
    {"behaviour", "behavior"},
    {"neighbour", "neighbor"},
    {"labour", "labor"},
    {"favour", "favor"},
    {"honour", "honor"},
    {"colour", "color"},
    {"licence", "license"},
    {"catalogue", "catalog"},
    {"dialogue", "dialog"},
    {"counsell", "counsel"},
    {"judgement", "judgment"},
    {"enrolment", "enrollment"},
    {"criminalis", "criminaliz"},
    {"standardis", "standardiz"},
    {"utilis", "utiliz"},
    {"civilis", "civiliz"},
    {"weaponis", "weaponiz"},
    {"digitalis", "digitaliz"},
    {"organis", "organiz"},
    {"harmonis", "harmoniz"},
    {"authoris", "authoriz"},
    {"travell", "travel"},
    {"manoeuvre", "maneuver"},
    {"armour", "armor"},
    {"rumour", "rumor"}
  };

  private final Map<String, Integer> ids = new HashMap<>(40_000);
  private int next = DEMONYM + 1;
  private int the;
  private int possessive;
  private boolean closed;

  Vocabulary() {
    the = add("the");
    possessive = add("'s");
    int and = add("and");
    ids.put("&", and);
    closed = false;
  }

  /** The number of a word of a designation, in any case. */
  int add(String word) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    String plain = fold(word);
    String american = american(plain);
    Integer known = ids.get(american);
    if (known == null) {
      known = next++;
      ids.put(american, known);
      String british = british(american);
      if (!british.equals(american)) {
        ids.putIfAbsent(british, known);
      }
    }
    ids.putIfAbsent(plain, known);
    return known;
  }

  Vocabulary close() {
    closed = true;
    return this;
  }

  /** The number of a word of a text, {@link #UNKNOWN} if no designation has it. */
  int id(String word) {
    Integer id = ids.get(fold(word));
    return id == null ? UNKNOWN : id;
  }

  /** The number of the word whose plural this may be, or {@link #UNKNOWN}. */
  int singular(String word) {
    int length = word.length();
    if (length < 3 || word.charAt(length - 1) != 's') {
      return UNKNOWN;
    }
    int id = id(word.substring(0, length - 1));
    if (id == UNKNOWN && length > 4 && word.endsWith("ies")) {
      id = id(word.substring(0, length - 3) + "y");
    }
    return id;
  }

  int the() {
    return the;
  }

  int possessive() {
    return possessive;
  }

  int size() {
    return next;
  }

  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(plain.length());
        for (int k = 0; k < plain.length(); k++) {
          char c = plain.charAt(k);
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            kept.append(c == 'ı' ? 'i' : c == 'ł' ? 'l' : c == 'ø' ? 'o' : c);
          }
        }
        return kept.toString();
      }
    }
    return lower;
  }

  private static String american(String word) {
    return replaced(word, 0, 1);
  }

  private static String british(String word) {
    return replaced(word, 1, 0);
  }

  private static String replaced(String word, int from, int to) {
    if (word.length() < 5) {
      return word;
    }
    String out = word;
    for (String[] pair : SPELLINGS) {
      if (out.contains(pair[from])) {
        out = out.replace(pair[from], pair[to]);
      }
    }
    return out;
  }
}
