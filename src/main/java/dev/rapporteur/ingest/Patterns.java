package dev.rapporteur.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the texts of the field mark what their lines are; shared by readers and {@link Structure}.
 */
final class Patterns {

  /** "(a)", "(iv)", "a)", "iv)" at the beginning of a line; not "a." which may be a word. */
  static final Pattern SUBITEM =
      Pattern.compile(
          "^(\\((?<in>[a-z]{1,2}|[ivxl]{1,6}|\\d{1,2})\\)|(?<out>[a-z]{1,2}|[ivx]{1,5})\\))\\s*(?=\\S)");

  /** "13." or "13)" at the beginning of a line. */
  static final Pattern NUMBERED =
      Pattern.compile(
          "^(?<n>\\d{1,3})(?<bis>\\s?(?:bis|ter|quater))?(?:\\.|\\))(?:\\s+|(?=[A-Z\u201C\"]))(?=\\S)");

  /** A bullet at the beginning of a line. */
  static final Pattern BULLET =
      Pattern.compile(
          "^(?:[\u2022\u25CF\u25AA\u25A0\u25E6\u2023\u2043\u25BA\u2756\u27A2\u00B7\u203A*]\\s*|[-\u2013\u2014]\\s+|o\\s(?=[A-Z]))(?=\\S)");

  /** "Article 4", "ARTICLE IV", "Art. 4" as a line's beginning. */
  static final Pattern ARTICLE =
      Pattern.compile(
          "^(?:Article|ARTICLE|Art\\.)\\s+(?<n>\\d{1,3}(?:\\s?(?:bis|ter|quater))?|[IVXL]{1,7})\\b(?!\\s+(?:of|to|and|shall|is|are|was)\\b)(?<rest>.*)$");

  /** The parts of treaties and strategies. */
  static final Pattern DIVISION =
      Pattern.compile(
          "^(?:CHAPTER|Chapter|SECTION|Section|PART|Part|TITLE|Title|ANNEX|Annex|APPENDIX|Appendix|PILLAR|Pillar)\\s+(?:[IVXLC]+|\\d+|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree)\\b[^.;]{0,120}$");

  /** A sentence's end, with what may stand behind it. */
  static final Pattern TERMINAL = Pattern.compile("[.!?\u2026][\"\u201D\u2019')\\]\u00BB]*$");

  /** A clause's end, as items and preambular paragraphs have it. */
  static final Pattern CLAUSE = Pattern.compile("[;:,][\"\u201D\u2019')\\]]*(?:\\s(?:and|or))?$");

  /** A page's number and what may stand around it. */
  static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "^(?:[-\u2013\u2014]\\s*)?(?:[Pp]age\\s+)?(?:\\d{1,4}|[ivxl]{1,7})(?:\\s*(?:/|of)\\s*\\d{1,4})?(?:\\s*[-\u2013\u2014])?$");

  /** A line of a table of contents: dots that lead to a page. */
  static final Pattern LEADERS =
      Pattern.compile("(?:\\.\\s?){4,}\\s*(?:\\d{1,4}|[ivxl]{1,7})?\\s*$");

  /** Headings that begin a bibliography. */
  static final Pattern BIBLIOGRAPHY =
      Pattern.compile(
          "^(?:\\d+\\.?\\s*|[IVX]+\\.\\s*)?(?:(?:Selected |Select )?Bibliography|References(?: cited)?|Works cited|Literature(?: cited)?|Further reading|Sources and literature)\\s*:?$",
          Pattern.CASE_INSENSITIVE);

  /** Headings that begin notes at the end. */
  static final Pattern ENDNOTES =
      Pattern.compile("^(?:End\\s?notes|Notes|Footnotes)\\s*:?$", Pattern.CASE_INSENSITIVE);

  /** Headings that begin a table of contents. */
  static final Pattern CONTENTS =
      Pattern.compile("^(?:Table of )?Contents\\s*:?$", Pattern.CASE_INSENSITIVE);

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or",
          "the", "to", "with", "within", "upon", "its", "their", "through", "against", "between",
          "towards", "toward", "under", "over", "after", "via", "that", "our");

  /** Words after which no line of prose ends. */
  private static final Set<String> OPEN =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "and",
          "or",
          "to",
          "in",
          "on",
          "for",
          "with",
          "by",
          "from",
          "at",
          "as",
          "that",
          "which",
          "its",
          "their",
          "our",
          "this",
          "these",
          "those",
          "between",
          "into",
          "against",
          "through",
          "under",
          "such",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "have",
          "has",
          "had",
          "will",
          "would",
          "may",
          "can",
          "shall",
          "should",
          "not",
          "than",
          "his",
          "her",
          "any",
          "all",
          "other",
          "more",
          "most",
          "some",
          "no",
          "both",
          "including",
          "within",
          "upon",
          "over",
          "about",
          "but",
          "if",
          "when",
          "while",
          "where",
          "who",
          "whose",
          "must");

  private Patterns() {}

  static boolean terminal(String text) {
    return TERMINAL.matcher(text).find();
  }

  static boolean clause(String text) {
    return CLAUSE.matcher(text).find();
  }

  static boolean startsLower(String text) {
    int i = 0;
    while (i < text.length() && "\"'\u201C\u2018([".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && Character.isLowerCase(text.codePointAt(i));
  }

  static boolean startsUpper(String text) {
    int i = 0;
    while (i < text.length() && "\"'\u201C\u2018([".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && Character.isUpperCase(text.codePointAt(i));
  }

  /** Whether a line ends in a word that needs another one. */
  static boolean open(String text) {
    int space = text.lastIndexOf(' ');
    return OPEN.contains(text.substring(space + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether a line begins an item, a numbered paragraph or an article. */
  static boolean beginsItem(String line) {
    return BULLET.matcher(line).find()
        || SUBITEM.matcher(line).find()
        || NUMBERED.matcher(line).find();
  }

  /**
   * Whether a line reads like a heading: short, without a sentence's end, its words capitalised.
   */
  static boolean headingLike(String line) {
    if (line.length() > 120 || line.isEmpty() || terminal(line) && !line.endsWith("U.S.")) {
      return false;
    }
    if (ARTICLE.matcher(line).matches() || DIVISION.matcher(line).find()) {
      return true;
    }
    char end = line.charAt(line.length() - 1);
    if (",;:-".indexOf(end) >= 0 || BULLET.matcher(line).find() || line.contains("@")) {
      return false;
    }
    int words = 0;
    int capitals = 0;
    int first = 0;
    for (String word : line.split("[\\s\u2013\u2014/]+")) {
      int i = 0;
      while (i < word.length() && !Character.isLetterOrDigit(word.codePointAt(i))) {
        i++;
      }
      if (i == word.length()) {
        continue;
      }
      int c = word.codePointAt(i);
      if (Character.isDigit(c)) {
        continue;
      }
      words++;
      boolean capital = Character.isUpperCase(c);
      if (words == 1) {
        first = capital ? 1 : 0;
      }
      if (capital || SMALL.contains(word.toLowerCase(Locale.ROOT))) {
        capitals++;
      }
    }
    return words > 0 && words <= 16 && first == 1 && capitals == words && !open(line);
  }

  /** Whether all letters of a line are capitals, at least three of them. */
  static boolean capitals(String line) {
    int letters = 0;
    for (int i = 0; i < line.length(); i++) {
      if (Character.isLowerCase(line.charAt(i))) {
        return false;
      }
      letters += Character.isUpperCase(line.charAt(i)) ? 1 : 0;
    }
    return letters >= 3;
  }

  /** The note or item number that a matcher of {@link #SUBITEM} found, without brackets. */
  static String subitem(Matcher m) {
    return m.group("in") != null ? m.group("in") : m.group("out");
  }
}
