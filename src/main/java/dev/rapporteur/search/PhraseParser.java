package dev.rapporteur.search;

import dev.rapporteur.index.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands in quotes: words, {@code <field:value>}, {@code 'phrases within'}, {@code
 * (one|another)}, {@code lemma:form}, gaps ({@code …} or {@code ...} for any, {@code ..3} for at
 * most three words), {@code NEAR/n} and {@code BEFORE/n}.
 */
final class PhraseParser {

  private static final Pattern NEARNESS = Pattern.compile("(NEAR|BEFORE)(?:/(\\d{1,4}))?");
  private static final Pattern GAP = Pattern.compile("\\.\\.(\\d{1,4})");
  private static final Pattern FUZZY = Pattern.compile("(.+?)~([12])?");
  private static final Pattern GLOBBED = Pattern.compile("[\\p{L}\\p{N}\\p{M}*?]+");
  private static final int NEAR = 5;

  private final String text;
  private final String query;
  private final int offset;
  private int at;

  /**
   * A reader.
   *
   * @param text what stands in the quotes
   * @param query the whole query, for messages
   * @param offset where {@code text} begins in it
   */
  PhraseParser(String text, String query, int offset) {
    this.text = text;
    this.query = query;
    this.offset = offset;
  }

  /**
   * The pattern that the text means.
   *
   * @param slop how many other words may stand between its parts, in any order; 0 for a phrase
   */
  Query.Pattern parse(int slop) {
    Query.Pattern whole = null;
    String operator = null;
    int words = 0;
    List<Query.Pattern> row = new ArrayList<>();
    List<Integer> gaps = new ArrayList<>();
    int gap = 0;
    for (space(); at < text.length(); space()) {
      int begin = at;
      Query.Pattern item = delimited();
      if (item == null) {
        String token = token();
        Matcher near = NEARNESS.matcher(token);
        Matcher some = GAP.matcher(token);
        if (near.matches()) {
          if (row.isEmpty()) {
            throw wrong(token + " needs something before it", begin);
          }
          whole = join(whole, operator, words, new Query.Row(row, gaps));
          operator = near.group(1);
          words = near.group(2) == null ? NEAR : Integer.parseInt(near.group(2));
          row = new ArrayList<>();
          gaps = new ArrayList<>();
          gap = 0;
          continue;
        }
        if (token.equals("…") || token.equals("...")) {
          gap = Query.Row.ANY_GAP;
          continue;
        }
        if (some.matches()) {
          gap = Integer.parseInt(some.group(1));
          continue;
        }
        if (token.startsWith("lemma:")) {
          item = lemma(token.substring("lemma:".length()), query, offset + begin);
        } else if (hasWord(token)) {
          item = word(token, query, offset + begin);
        } else {
          continue; // a dash, a comma: between words there is nothing to find
        }
      }
      if (!row.isEmpty()) {
        gaps.add(gap);
      }
      row.add(item);
      gap = 0;
    }
    if (row.isEmpty()) {
      throw wrong(
          operator == null ? "no word in the quotes" : operator + " needs something behind it", 0);
    }
    if (slop > 0 && row.size() > 1 && whole == null) {
      return new Query.Near(row, slop);
    }
    return join(whole, operator, words, new Query.Row(row, gaps));
  }

  private static Query.Pattern join(
      Query.Pattern left, String operator, int words, Query.Row next) {
    Query.Pattern right = next.patterns().size() == 1 ? next.patterns().getFirst() : next;
    if (left == null) {
      return right;
    }
    return operator.equals("BEFORE")
        ? new Query.Row(List.of(left, right), List.of(words))
        : new Query.Near(List.of(left, right), words);
  }

  /** What stands in brackets of some kind, if that comes next. */
  private Query.Pattern delimited() {
    int begin = at;
    return switch (text.charAt(at)) {
      case '<' -> {
        int close = text.indexOf('>', at);
        if (close < 0) {
          throw wrong("'>' is missing", at);
        }
        at = close + 1;
        yield mark(text.substring(begin + 1, close), query, offset + begin + 1);
      }
      case '(' -> {
        int close = text.indexOf(')', at);
        if (close < 0) {
          throw wrong("')' is missing", at);
        }
        at = close + 1;
        List<Query.Pattern> either = new ArrayList<>();
        int from = begin + 1;
        for (String each : text.substring(begin + 1, close).split("\\|", -1)) {
          either.add(new PhraseParser(each, query, offset + from).parse(0));
          from += each.length() + 1;
        }
        yield either.size() == 1 ? either.getFirst() : new Query.Any(either);
      }
      case '\'', '‘' -> {
        int close = closing();
        if (close < 0) {
          yield null;
        }
        at = close + 1;
        yield new PhraseParser(text.substring(begin + 1, close), query, offset + begin + 1)
            .parse(0);
      }
      default -> null;
    };
  }

  /** Where the single quote that begins here ends; -1 if it is an apostrophe. */
  private int closing() {
    for (int i = at + 1; i < text.length(); i++) {
      boolean quote = text.charAt(i) == '\'' || text.charAt(i) == '’';
      if (quote && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))) {
        return i;
      }
    }
    return -1;
  }

  private String token() {
    int begin = at++;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != '<') {
      at++;
    }
    return text.substring(begin, at);
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private QueryException wrong(String problem, int place) {
    return new QueryException(problem, query, Math.min(query.length(), offset + place));
  }

  private static boolean hasWord(String token) {
    return token.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c == '*' || c == '?');
  }

  /**
   * What one word of a query means: a word, several that touch ({@code state-sponsored}), words of
   * a shape ({@code secur*}) or spelt alike ({@code securty~}).
   */
  static Query.Pattern word(String token, String query, int at) {
    Matcher fuzzy = FUZZY.matcher(token);
    if (fuzzy.matches()) {
      List<String> terms = Words.terms(fuzzy.group(1));
      if (terms.size() != 1) {
        throw new QueryException("~ stands behind one word", query, at);
      }
      int edits = fuzzy.group(2) == null ? 1 : Integer.parseInt(fuzzy.group(2));
      return new Query.Fuzzy(terms.getFirst(), edits);
    }
    List<Query.Pattern> parts = new ArrayList<>();
    if (token.indexOf('*') >= 0 || (token.indexOf('?') >= 0 && !token.endsWith("?"))) {
      Matcher pieces = GLOBBED.matcher(token);
      while (pieces.find()) {
        String piece = pieces.group();
        boolean glob = piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0;
        if (glob && piece.chars().allMatch(c -> c == '*' || c == '?')) {
          throw new QueryException(
              "a wildcard needs letters beside it; between words, … stands for any words",
              query,
              at + pieces.start());
        }
        parts.add(glob ? new Query.Glob(Words.fold(piece)) : new Query.Word(Words.fold(piece)));
      }
    } else {
      Words.terms(token).forEach(term -> parts.add(new Query.Word(term)));
    }
    if (parts.isEmpty()) {
      throw new QueryException("'" + token + "' has no letter or digit to look for", query, at);
    }
    return Query.Row.of(parts);
  }

  /** A word in any form. */
  static Query.Pattern lemma(String value, String query, int at) {
    List<Query.Pattern> parts = new ArrayList<>();
    Words.terms(value).forEach(term -> parts.add(new Query.Lemma(term)));
    if (parts.isEmpty()) {
      throw new QueryException("'lemma:' needs a word", query, at);
    }
    return Query.Row.of(parts);
  }

  /** The annotation named in {@code <...>}: {@code field:value}, or {@code field} for any. */
  static Query.Mark mark(String content, String query, int at) {
    int colon = content.indexOf(':');
    String field = (colon < 0 ? content : content.substring(0, colon)).strip();
    String value = colon < 0 ? "*" : content.substring(colon + 1).strip();
    String name = field.toLowerCase(Locale.ROOT);
    Fields.Kind kind = Fields.kind(name).orElse(null);
    boolean part = kind == Fields.Kind.WITHIN && value.equals("*");
    if (kind != Fields.Kind.MARK && !part) {
      Optional<String> near = Fields.nearest(name, Fields.names());
      throw new QueryException(
          "no annotation '"
              + field
              + "' to put into a phrase; "
              + near.map(n -> "did you mean <" + n + ">?")
                  .orElse("there are <actor>, <state:RU>, <forum:un/gge>, <frame:law> …"),
          query,
          at);
    }
    if (value.isEmpty()) {
      throw new QueryException("'" + name + ":' needs a value", query, at);
    }
    return new Query.Mark(name, value);
  }
}
