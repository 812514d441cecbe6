package dev.rapporteur.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one document: what tells whether a hyphen at a line's end belongs to the word or to
 * the line.
 */
final class Words {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'\u2019]*(?:-\\p{L}+)*+");

  /** First parts of words that English writes with a hyphen. */
  private static final Set<String> FIRST =
      Set.of(
          "well",
          "self",
          "non",
          "long",
          "short",
          "high",
          "low",
          "cross",
          "multi",
          "anti",
          "pro",
          "post",
          "pre",
          "co",
          "cyber",
          "decision",
          "policy",
          "law",
          "half",
          "all",
          "full",
          "state",
          "ever",
          "so",
          "third",
          "first",
          "second",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "peer",
          "end",
          "day",
          "year",
          "end-to",
          "ex",
          "vice",
          "inter");

  private static final Set<String> LINKS = Set.of("and", "or", "to");

  private final Set<String> known = new HashSet<>();

  Words() {}

  /** Learns from a line; the words at its ends may be halves and are left out. */
  void learn(String line) {
    Matcher m = WORD.matcher(line);
    while (m.find()) {
      if (m.end() < line.length() && line.charAt(m.end()) == '-' && m.end() + 1 == line.length()) {
        continue;
      }
      known.add(m.group().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Joins two lines of a paragraph, undoing hyphenation.
   *
   * @param left a line that may end in a hyphen
   * @param right the next one
   */
  String join(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left + right;
    }
    int last = left.length() - 1;
    if (left.charAt(last) == '-' && last > 0 && Character.isLetter(left.charAt(last - 1))) {
      if (!Character.isLowerCase(right.codePointAt(0))) {
        return left + right; // "US-\nChina"
      }
      String first = tail(left.substring(0, last));
      String second = head(right);
      if (LINKS.contains(second)) {
        return left + " " + right; // "short- and long-term"
      }
      return keepsHyphen(first, second) ? left + right : left.substring(0, last) + right;
    }
    char end = left.charAt(last);
    if (end == '/' && last > 0 && left.charAt(last - 1) != ' ') {
      return left + right; // an address or "and/or" cut at its slash
    }
    return left + " " + right;
  }

  /** Appends a line to a paragraph as {@link #join} does, without copying what stands before. */
  void append(StringBuilder paragraph, String line) {
    int from = paragraph.length();
    while (from > 0
        && (Character.isLetter(paragraph.charAt(from - 1)) || paragraph.charAt(from - 1) == '-')) {
      from--;
    }
    from = Math.max(0, Math.min(from, paragraph.length() - 2));
    String joined = join(paragraph.substring(from), line);
    paragraph.setLength(from);
    paragraph.append(joined);
  }

  private boolean keepsHyphen(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    if (known.contains(a + "-" + b)) {
      return true;
    }
    if (known.contains(a + b)) {
      return false;
    }
    if (second.isEmpty() || !Character.isLetter(second.charAt(0))) {
      return true; // "short- and"
    }
    return FIRST.contains(a) || a.contains("-") || known.contains(a) && known.contains(b);
  }

  private static String tail(String text) {
    int from = text.length();
    while (from > 0
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '-')) {
      from--;
    }
    return text.substring(from);
  }

  private static String head(String text) {
    int to = 0;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    return text.substring(0, to);
  }
}
