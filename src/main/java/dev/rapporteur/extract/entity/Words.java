package dev.rapporteur.extract.entity;

import java.util.Arrays;

/**
 * A stretch of text as the lexicon reads it: runs of letters and digits, and single marks. Hyphens
 * inside words, quotation marks and white space do not count, so that designations match across
 * them; "cybersecurity" is two words, so that "cyber security" is the same.
 *
 * <p>Finer than the token layer on purpose: where a designation ends must not depend on where a
 * tokenizer happened to cut ("US-led", "SCO/RATS", "OSCE's").
 */
final class Words {

  private static final String CYBER = "cyber";

  final String text;
  final int begin;
  final int end;
  int count;
  int[] begins = new int[48];
  int[] ends = new int[48];
  int[] ids = new int[48];
  int[] singulars = new int[48];

  /** Whether a word is the second part of one that was cut: "security" of "cybersecurity". */
  boolean[] glued = new boolean[48];

  private Words(String text, int begin, int end) {
    this.text = text;
    this.begin = begin;
    this.end = end;
  }

  /**
   * Cuts a stretch of text.
   *
   * @param vocabulary numbers the words; null for shapes only
   */
  static Words of(String text, int begin, int end, Vocabulary vocabulary) {
    Words words = new Words(text, begin, end);
    int at = begin;
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        int to = at + 1;
        while (to < end && isWord(text.charAt(to))) {
          to++;
        }
        if (to - at > CYBER.length() + 2 && text.regionMatches(true, at, CYBER, 0, 5)) {
          words.add(at, at + 5);
          at += 5;
          words.add(at, to);
          words.glued[words.count - 1] = true;
        } else {
          words.add(at, to);
        }
        at = to;
      } else if (isApostrophe(c)
          && at + 1 < end
          && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
          && (at + 2 == end || !isWord(text.charAt(at + 2)))
          && at > begin
          && isWord(text.charAt(at - 1))) {
        words.add(at, at + 2);
        at += 2;
      } else if (Character.isWhitespace(c) || isSilent(text, begin, at, end)) {
        at++;
      } else {
        words.add(at, at + 1);
        at++;
      }
    }
    if (vocabulary != null) {
      words.number(vocabulary);
    }
    return words;
  }

  private void add(int from, int to) {
    if (count == begins.length) {
      begins = Arrays.copyOf(begins, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      ids = Arrays.copyOf(ids, 2 * count);
      singulars = Arrays.copyOf(singulars, 2 * count);
      glued = Arrays.copyOf(glued, 2 * count);
    }
    begins[count] = from;
    ends[count++] = to;
  }

  private void number(Vocabulary vocabulary) {
    for (int i = 0; i < count; i++) {
      String word = word(i);
      if (word.length() == 2 && isApostrophe(word.charAt(0))) {
        ids[i] = vocabulary.possessive();
      } else {
        ids[i] = vocabulary.id(word);
        singulars[i] = word.length() > 2 ? vocabulary.singular(word) : Vocabulary.UNKNOWN;
      }
    }
  }

  /** A word as it stands. */
  String word(int i) {
    return text.substring(begins[i], ends[i]);
  }

  /** Whether a word begins with a capital, a digit or a letter without case. */
  boolean isCapital(int i) {
    char c = text.charAt(begins[glued[i] ? i - 1 : i]);
    return !Character.isLowerCase(c);
  }

  /** Whether any word ends in a digit: symbols do. */
  boolean hasDigit() {
    for (int i = 0; i < count; i++) {
      if (Character.isDigit(text.charAt(ends[i] - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '\u00ad'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ';
  }

  static boolean isDash(char c) {
    return c == '-' || c == '‐' || c == '‑' || c == '–' || c == '—';
  }

  /** Hyphens inside words and quotation marks do not count. */
  private static boolean isSilent(String text, int begin, int at, int end) {
    char c = text.charAt(at);
    if (c == '"' || c == '“' || c == '”' || c == '„' || c == '«' || c == '»' || c == '*') {
      return true;
    }
    return isDash(c)
        && c != '—'
        && at > begin
        && at + 1 < end
        && (isWord(text.charAt(at - 1)) || text.charAt(at - 1) == '.')
        && isWord(text.charAt(at + 1));
  }
}
