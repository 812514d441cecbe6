package dev.rapporteur.nlp.opennlp;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a section into sentences: rules where official texts have conventions, a model's opinion
 * where a full stop may or may not end a sentence.
 *
 * <p>A candidate is a full stop, question or exclamation mark, with what closes behind it, before
 * white space and something that can begin a sentence. It is none after an abbreviation that never
 * ends a sentence, after an initial or inside an ellipsis; it is one otherwise, unless the word
 * before it looks like an abbreviation: then the model decides. An item that ends in a semicolon
 * before the next item's mark is a sentence too, by the codebook.
 */
final class SentenceSplitter {

  private static final Pattern CANDIDATE =
      Pattern.compile("([.!?…]+)([\"'”’»)\\]]*)(\\s+)(?=[\"'“‘«(\\[–—•*-]*\\s*[\\p{Lu}\\p{N}])");

  private static final Pattern ITEM =
      Pattern.compile(
          "[;:,]\\s*(?:and|or)?\\s+(?=\\((?:[a-z]|[ivx]{1,4}|[0-9]{1,2})\\)\\s+\\S)|;\\s*\\R\\s*");

  /** Words that begin sentences and do not follow "U.S." or "etc." inside of one. */
  private static final Set<String> STARTERS =
      Set.of(
          "the",
          "this",
          "these",
          "those",
          "that",
          "we",
          "it",
          "its",
          "he",
          "she",
          "they",
          "our",
          "their",
          "his",
          "in",
          "on",
          "at",
          "for",
          "as",
          "to",
          "by",
          "with",
          "from",
          "under",
          "if",
          "when",
          "while",
          "although",
          "however",
          "moreover",
          "furthermore",
          "yet",
          "but",
          "and",
          "such",
          "there",
          "here",
          "a",
          "an",
          "all",
          "each",
          "both",
          "some",
          "many",
          "most",
          "no",
          "not",
          "nor",
          "after",
          "before",
          "since",
          "during",
          "through",
          "according",
          "finally",
          "i",
          "you",
          "what",
          "who",
          "how",
          "why",
          "where",
          "which",
          "thus",
          "also",
          "indeed",
          "nonetheless",
          "nevertheless",
          "today",
          "one",
          "other",
          "another",
          "any",
          "given");

  private final Set<String> never = new HashSet<>();
  private final Set<String> maybe = new HashSet<>();

  /**
   * A splitter with the abbreviations of a file.
   *
   * @param abbreviations one a line; a leading {@code =} says that it may end a sentence
   */
  SentenceSplitter(String abbreviations) {
    abbreviations
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              if (line.startsWith("=")) {
                maybe.add(line.substring(1));
              } else {
                never.add(line);
              }
            });
  }

  /**
   * The sentences of a section, without white space around them.
   *
   * @param text the document's text
   * @param section the section's span
   * @param model says where sentences end in a string: offsets into it behind their last character
   */
  List<Span> split(String text, Span section, Function<String, Set<Integer>> model) {
    String block = section.of(text);
    List<Integer> ends = new ArrayList<>();
    Set<Integer> opinion = null;
    Matcher m = CANDIDATE.matcher(block);
    while (m.find()) {
      int end = m.end(2);
      Verdict verdict = judge(block, m.start(1), m.group(1), m.end());
      if (verdict == Verdict.ASK) {
        if (opinion == null) {
          opinion = model.apply(block);
        }
        verdict = opinion.contains(end) ? Verdict.YES : Verdict.NO;
      }
      if (verdict == Verdict.YES) {
        ends.add(end);
      }
    }
    Matcher item = ITEM.matcher(block);
    while (item.find()) {
      ends.add(item.end());
    }
    ends.add(block.length());
    ends.sort(null);

    List<Span> sentences = new ArrayList<>();
    int begin = 0;
    for (int end : ends) {
      int from = begin;
      int to = end;
      while (from < to && Character.isWhitespace(block.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(block.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        sentences.add(new Span(section.begin() + from, section.begin() + to));
      }
      begin = Math.max(begin, end);
    }
    return glueNumbers(text, sentences);
  }

  private enum Verdict {
    YES,
    NO,
    ASK
  }

  private Verdict judge(String block, int mark, String marks, int next) {
    if (marks.indexOf('!') >= 0 || marks.indexOf('?') >= 0) {
      return Verdict.YES;
    }
    if (marks.length() > 1 || marks.equals("…")) {
      return Verdict.ASK;
    }
    int from = mark;
    while (from > 0 && !Character.isWhitespace(block.charAt(from - 1))) {
      from--;
    }
    String word = block.substring(from, mark).replaceFirst("^[\"'“‘«(\\[]+", "");
    String follower = word(block, next);
    if (never.contains(word)) {
      // "No" and the like end a sentence where no number follows them
      return isNumberWord(word) && !follower.isEmpty() && !startsReference(follower)
          ? Verdict.ASK
          : Verdict.NO;
    }
    if (maybe.contains(word)) {
      return STARTERS.contains(follower.toLowerCase(Locale.ROOT)) && !follower.equals("I")
          ? Verdict.YES
          : Verdict.NO;
    }
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return Verdict.NO; // an initial
    }
    if (word.isEmpty()) {
      return Verdict.NO;
    }
    if (from == 0 && isEnumerator(word)) {
      return Verdict.NO; // "13. The Group …", "A. Existing threats"
    }
    if (word.indexOf('.') > 0 && word.matches("(?:\\p{L}\\.)+\\p{L}")) {
      return Verdict.ASK; // an abbreviation that no list knows
    }
    return Verdict.YES;
  }

  private static boolean isEnumerator(String word) {
    return word.matches("[0-9]{1,3}|[A-Z]|[IVXLC]{1,5}|[a-z]|[0-9]{1,2}(?:\\.[0-9]{1,2})+");
  }

  private static boolean isNumberWord(String word) {
    return word.equalsIgnoreCase("no") || word.equals("Dec") || word.equals("al");
  }

  private static boolean startsReference(String follower) {
    return Character.isDigit(follower.charAt(0));
  }

  private static String word(String block, int from) {
    int begin = from;
    while (begin < block.length() && !Character.isLetterOrDigit(block.charAt(begin))) {
      begin++;
    }
    int end = begin;
    while (end < block.length() && Character.isLetterOrDigit(block.charAt(end))) {
      end++;
    }
    return block.substring(begin, end);
  }

  /** A sentence that is only a paragraph's number or mark belongs to the next one. */
  private static List<Span> glueNumbers(String text, List<Span> sentences) {
    List<Span> glued = new ArrayList<>();
    Span waiting = null;
    for (Span each : sentences) {
      Span sentence = waiting == null ? each : waiting.cover(each);
      waiting = null;
      String words = sentence.of(text);
      if (words.length() <= 6 && words.matches("\\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]*")) {
        waiting = sentence;
      } else {
        glued.add(sentence);
      }
    }
    if (waiting != null) {
      glued.add(waiting);
    }
    return glued;
  }
}
