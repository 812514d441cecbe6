package dev.rapporteur.nlp.opennlp;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;

/** Cuts a sentence into tokens: OpenNLP's tokenizer, helped where its training text differs. */
final class Tokens {

  /** A document symbol is one word: A/RES/73/27, PC.DEC/1202, A/C.1/53/L.17/Rev.1. */
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])[A-Z][A-Za-z]*(?:\\.[A-Z0-9][A-Za-z0-9]*)*"
              + "(?:/(?:[A-Z][A-Za-z]*\\.)?[A-Za-z0-9-]+)*/(?:[A-Za-z]+\\.)?[0-9]+(?:/[A-Z][a-z]+\\.[0-9]+)*"
              + "(?![\\p{L}\\p{N}])");

  private Tokens() {}

  /**
   * The tokens of a sentence, as spans of the document.
   *
   * @param sentence the sentence's text
   * @param offset where the sentence begins in the document
   */
  static List<Span> of(String sentence, int offset, TokenizerME tokenizer) {
    String plain = plain(sentence);
    List<Span> tokens = new ArrayList<>();
    Matcher symbol = SYMBOL.matcher(plain);
    boolean symbolAhead = symbol.find();
    for (opennlp.tools.util.Span each : tokenizer.tokenizePos(plain)) {
      while (symbolAhead && symbol.end() <= each.getStart()) {
        symbolAhead = symbol.find();
      }
      int begin = each.getStart();
      int end = each.getEnd();
      if (symbolAhead && begin < symbol.end() && symbol.start() < end) {
        if (begin < symbol.start()) {
          cut(plain, begin, symbol.start(), offset, tokens);
        }
        if (begin <= symbol.start()) {
          tokens.add(new Span(offset + symbol.start(), offset + symbol.end()));
        }
        begin = symbol.end();
      }
      if (begin < end) {
        cut(plain, begin, end, offset, tokens);
      }
    }
    return tokens;
  }

  /** The same length of text with typographic marks as the model's training text writes them. */
  static String plain(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] =
          switch (chars[i]) {
            case '“', '”', '„', '«', '»' -> '"';
            case '‘', '’', '‚' -> '\'';
            case '\u00a0', '\u2007', '\u2009', '\u202f', '\n', '\r', '\t' -> ' ';
            case '\u2010', '\u2011' -> '-';
            default -> chars[i];
          };
    }
    return new String(chars);
  }

  /** Cuts off what the tokenizer leaves glued: quotes, brackets, dashes, stops, possessives. */
  private static void cut(String text, int from, int to, int offset, List<Span> out) {
    int begin = from;
    int end = to;
    while (begin < end && isOpener(text.charAt(begin)) && end - begin > 1) {
      out.add(new Span(offset + begin, offset + begin + 1));
      begin++;
    }
    List<Span> tail = new ArrayList<>();
    while (end - begin > 1) {
      char last = text.charAt(end - 1);
      boolean stop = last == '.' && end == text.length() && !isDotted(text, begin, end);
      if (!stop && !isCloser(last)) {
        break;
      }
      if (last == ')' && text.substring(begin, end - 1).indexOf('(') >= 0) {
        break; // "item(s)", "Rev.1)"
      }
      end--;
      tail.add(new Span(offset + end, offset + end + 1));
    }
    if (end - begin > 2
        && text.charAt(end - 2) == '\''
        && Character.toLowerCase(text.charAt(end - 1)) == 's') {
      tail.add(new Span(offset + end - 2, offset + end));
      end -= 2;
    }
    if (end - begin > 3 && text.regionMatches(true, end - 3, "n't", 0, 3)) {
      tail.add(new Span(offset + end - 3, offset + end));
      end -= 3;
    }
    int start = begin;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c == '—' || c == '–' && !isDigitRange(text, i) || c == '/' && isWordSlash(text, i)) {
        if (start < i) {
          out.add(new Span(offset + start, offset + i));
        }
        out.add(new Span(offset + i, offset + i + 1));
        start = i + 1;
      }
    }
    if (start < end) {
      out.add(new Span(offset + start, offset + end));
    }
    out.addAll(tail.reversed());
  }

  private static boolean isOpener(char c) {
    return c == '"' || c == '(' || c == '[' || c == '*' || c == '\'' || c == '{';
  }

  private static boolean isCloser(char c) {
    return c == '"' || c == ')' || c == ']' || c == ',' || c == ';' || c == ':' || c == '!'
        || c == '?' || c == '*' || c == '\'' || c == '}' || c == '…';
  }

  private static boolean isDotted(String text, int begin, int end) {
    return text.substring(begin, end).matches("(?:\\p{L}\\.){2,}");
  }

  private static boolean isDigitRange(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  /** "and/or", "policies/strategies" are words; "A/68/98" and "24/7" are one. */
  private static boolean isWordSlash(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isLowerCase(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }
}
