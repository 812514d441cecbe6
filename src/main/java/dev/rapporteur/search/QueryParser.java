package dev.rapporteur.search;

import dev.rapporteur.index.Dates;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads queries: words, {@code "phrases"}, {@code field:value}, AND, OR, NOT, parentheses; within
 * phrases also {@code <field:value>}, gaps and nearness.
 *
 * <pre>
 * query   = and { OR and }
 * and     = unary { [AND] unary }
 * unary   = ( NOT | - ) unary | near
 * near    = primary { ( NEAR/n | BEFORE/n ) primary }
 * primary = ( query ) | "phrase"[~n] | 'phrase' | &lt;field:value&gt; | field:value | field:(query) | word
 * </pre>
 *
 * What stands in quotes is read by {@link PhraseParser}.
 */
public final class QueryParser {

  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 50;
  private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z_.-]*):");
  private static final Pattern OPERATOR =
      Pattern.compile("(?:AND|OR|NOT|&&|\\|\\|)(?=[\\s(\"'<]|$)");
  private static final Pattern NEARNESS =
      Pattern.compile("(NEAR|BEFORE)(?:/(\\d{1,4}))?(?=[\\s(\"'<]|$)");
  private static final Pattern RANGE =
      Pattern.compile("\\[?\\s*(\\S*?)\\s*(?:\\.\\.|\\s+TO\\s+)\\s*(\\S*?)\\s*\\]?");
  private static final int NEAR = 5;

  private final String text;
  private int at;
  private int depth;
  private int negations;

  private QueryParser(String text) {
    this.text = text;
  }

  /**
   * The query that a text means; of no text, every sentence.
   *
   * @throws QueryException if it means nothing, with the place
   */
  public static Query parse(String text) {
    if (text.length() > LONGEST) {
      throw new QueryException(
          "the query is " + text.length() + " characters long; at most " + LONGEST + " are read");
    }
    QueryParser parser = new QueryParser(text);
    parser.space();
    if (parser.end()) {
      return new Query.All();
    }
    Query query = parser.or(null);
    if (!parser.end()) {
      throw parser.wrong("a closing parenthesis without an opening one; remove it", parser.at);
    }
    return query;
  }

  private Query or(String field) {
    if (++depth > DEEPEST) {
      throw wrong("more than " + DEEPEST + " parentheses within each other", at);
    }
    List<Query> parts = new ArrayList<>();
    parts.add(and(field));
    while (operator("OR") || operator("||")) {
      operand("OR");
      parts.add(and(field));
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Query.Or(parts);
  }

  private Query and(String field) {
    List<Query> parts = new ArrayList<>();
    parts.add(unary(field));
    while (true) {
      if (operator("AND") || operator("&&")) {
        operand("AND");
      } else if (end() || peek() == ')' || looking("OR") || looking("||")) {
        break;
      }
      parts.add(unary(field));
    }
    return parts.size() == 1 ? parts.getFirst() : new Query.And(parts);
  }

  private Query unary(String field) {
    if (operator("NOT")) {
      operand("NOT");
      return not(field);
    }
    if (!end() && peek() == '-' && at + 1 < text.length() && !space(text.charAt(at + 1))) {
      at++;
      return not(field);
    }
    return near(field);
  }

  private Query not(String field) {
    if (++negations > DEEPEST) {
      throw wrong("more than " + DEEPEST + " negations within each other", at);
    }
    Query part = unary(field);
    negations--;
    return new Query.Not(part);
  }

  private Query near(String field) {
    int start = at;
    Query left = primary(field);
    Matcher matcher = NEARNESS.matcher(text).region(at, text.length());
    while (matcher.lookingAt()) {
      boolean ordered = matcher.group(1).equals("BEFORE");
      int words = matcher.group(2) == null ? NEAR : Integer.parseInt(matcher.group(2));
      at = matcher.end();
      space();
      operand(matcher.group());
      int begin = at;
      Query right = primary(field);
      Query.Pattern one = pattern(left, start);
      Query.Pattern two = pattern(right, begin);
      left =
          new Query.Text(
              ordered
                  ? new Query.Row(List.of(one, two), List.of(words))
                  : new Query.Near(List.of(one, two), words));
      matcher.region(at, text.length());
    }
    return left;
  }

  private Query.Pattern pattern(Query query, int begin) {
    return switch (query) {
      case Query.Text t -> t.pattern();
      case Query.Annotated a -> a.mark();
      case Query.Or or ->
          new Query.Any(or.parts().stream().map(part -> pattern(part, begin)).toList());
      default -> throw wrong("NEAR and BEFORE stand between words, phrases or annotations", begin);
    };
  }

  private Query primary(String field) {
    int begin = at;
    char c = peek();
    switch (c) {
      case '(' -> {
        at++;
        space();
        if (end()) {
          throw wrong("a closing parenthesis is missing", begin);
        }
        if (peek() == ')') {
          throw wrong("nothing between the parentheses", begin);
        }
        Query query = or(field);
        if (end()) {
          throw wrong("a closing parenthesis is missing", begin);
        }
        at++;
        space();
        return query;
      }
      case ')' ->
          throw wrong(
              depth > 1
                  ? "something is missing here"
                  : "a closing parenthesis without an opening one",
              at);
      case '"', '“', '”' -> {
        return value(field, quoted(c == '"' ? '"' : '”'), begin, true);
      }
      case '\'' -> {
        return value(field, quoted('\''), begin, true);
      }
      case '<' -> {
        int close = text.indexOf('>', at);
        if (close < 0) {
          throw wrong("'>' is missing", begin);
        }
        Query.Mark mark = mark(text.substring(at + 1, close), at + 1);
        at = close + 1;
        space();
        return new Query.Annotated(mark);
      }
      default -> {
        // what a word is is decided below
      }
    }
    Matcher operator = OPERATOR.matcher(text).region(at, text.length());
    if (operator.lookingAt()) {
      throw wrong(
          operator.group() + " needs something on both sides; a word is written in small letters",
          at);
    }
    Matcher named = FIELD.matcher(text).region(at, text.length());
    if (field == null && named.lookingAt() && isField(named)) {
      return field(named.group(1).toLowerCase(Locale.ROOT), begin, named.end());
    }
    String bare = bare();
    return field == null && (bare.equals("*") || bare.equals("*:*"))
        ? new Query.All()
        : value(field, bare, begin, false);
  }

  /** Whether {@code xy:} is meant as a field: known, or such that nothing else can be meant. */
  private boolean isField(Matcher named) {
    String name = named.group(1).toLowerCase(Locale.ROOT);
    return Fields.kind(name).isPresent()
        || (named.end() < text.length()
            && !space(text.charAt(named.end()))
            && !text.startsWith("//", named.end()));
  }

  private Query field(String name, int begin, int valueAt) {
    if (Fields.kind(name).isEmpty()) {
      throw unknown(name, begin);
    }
    at = valueAt;
    if (end() || space(peek())) {
      throw wrong("'" + name + ":' needs a value right behind it", begin);
    }
    if (peek() == '(') {
      return primary(name);
    }
    if (peek() == '"' || peek() == '“') {
      return value(name, quoted(peek() == '"' ? '"' : '”'), valueAt, true);
    }
    if (peek() == '[') {
      int close = text.indexOf(']', at);
      if (close < 0) {
        throw wrong("']' is missing", at);
      }
      String range = text.substring(at, close + 1);
      at = close + 1;
      space();
      return value(name, range, valueAt, true);
    }
    return value(name, bare(), valueAt, false);
  }

  private QueryException unknown(String name, int begin) {
    Optional<String> near = Fields.nearest(name, Fields.names());
    return wrong(
        "no field '"
            + name
            + "'; "
            + near.map(n -> "did you mean '" + n + ":'?")
                .orElse("there are: " + String.join(", ", Fields.names())),
        begin);
  }

  /**
   * What a value means in a field, or without one.
   *
   * @param quoted whether it stood in quotes
   */
  private Query value(String field, String value, int begin, boolean quoted) {
    if (field == null) {
      return new Query.Text(words(value, begin, quoted));
    }
    return switch (Fields.kind(field).orElseThrow()) {
      case MARK -> new Query.Annotated(new Query.Mark(field, value));
      case FACT -> new Query.Fact(field, value);
      case NAMED -> new Query.Named(field, words(value, begin, quoted));
      case WITHIN ->
          value.equals("*")
              ? new Query.Annotated(new Query.Mark(field, "*"))
              : new Query.Within(
                  field.substring(field.indexOf('.') + 1), words(value, begin, quoted));
      case LEMMA -> new Query.Text(PhraseParser.lemma(value, text, begin));
      case DATE -> dated(value, begin);
      case NUMBER -> numbered(field, value, begin);
    };
  }

  private Query.Pattern words(String value, int begin, boolean quoted) {
    if (quoted) {
      return new PhraseParser(value, text, begin + 1).parse(slop());
    }
    return PhraseParser.word(value, text, begin);
  }

  private int slop() {
    Matcher slop = Pattern.compile("~(\\d{1,4})").matcher(text).region(at, text.length());
    if (!slop.lookingAt()) {
      return 0;
    }
    at = slop.end();
    space();
    return Integer.parseInt(slop.group(1));
  }

  /** The annotation named in {@code <...>}. */
  private Query.Mark mark(String content, int begin) {
    return PhraseParser.mark(content, text, begin);
  }

  private Query dated(String value, int begin) {
    String plain = unquote(value);
    Matcher range = RANGE.matcher(plain);
    String from = plain;
    String to = plain;
    if (range.matches()) {
      from = range.group(1).equals("*") ? "" : range.group(1);
      to = range.group(2).equals("*") ? "" : range.group(2);
    } else if (plain.startsWith(">=")) {
      from = plain.substring(2);
      to = "";
    } else if (plain.startsWith("<=")) {
      from = "";
      to = plain.substring(2);
    } else if (plain.startsWith("<") || plain.startsWith(">")) {
      throw wrong("write >= or <= and the first or last date that counts", begin);
    }
    try {
      int first = from.isEmpty() ? 0 : Dates.first(from);
      int last = to.isEmpty() ? Integer.MAX_VALUE : Dates.last(to);
      if (first > last) {
        throw wrong("the range ends before it begins", begin);
      }
      return new Query.Dated(first, last);
    } catch (DateTimeException | NumberFormatException e) {
      throw wrong(
          "a date is YYYY, YYYY-MM or YYYY-MM-DD, a range 2010..2013 or [2010 TO 2013]", begin);
    }
  }

  private Query numbered(String field, String value, int begin) {
    Matcher range = RANGE.matcher(value);
    try {
      if (range.matches()) {
        return new Query.Numbered(
            field,
            range.group(1).isEmpty() ? 0 : Integer.parseInt(range.group(1)),
            range.group(2).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(range.group(2)));
      }
      int number = Integer.parseInt(value);
      return new Query.Numbered(field, number, number);
    } catch (NumberFormatException e) {
      throw wrong("'" + field + "' is a number or a range as 3..5", begin);
    }
  }

  private static String unquote(String value) {
    return value.strip();
  }

  /** The text between quotes; the place moves behind them. */
  private String quoted(char close) {
    int begin = at;
    int end = at + 1;
    while (end < text.length() && !closes(text.charAt(end), close, end)) {
      end++;
    }
    if (end == text.length()) {
      throw wrong("the closing quotation mark is missing", begin);
    }
    at = end + 1;
    boolean slop = !end() && peek() == '~';
    if (!slop) {
      space();
    }
    return text.substring(begin + 1, end);
  }

  private boolean closes(char c, char close, int place) {
    if (close == '\'') {
      // an apostrophe within a word is none
      return c == '\''
          && (place + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(place + 1)));
    }
    return c == close || (close == '”' && (c == '“' || c == '"'));
  }

  /** A value without quotes, up to the next blank, quote or parenthesis. */
  private String bare() {
    int begin = at;
    int open = 0;
    while (!end() && !space(peek()) && peek() != '"') {
      if (peek() == '(') {
        open++;
      } else if (peek() == ')' && open-- == 0) {
        break;
      }
      at++;
    }
    String value = text.substring(begin, at);
    space();
    return value;
  }

  private void operand(String operator) {
    if (end() || peek() == ')') {
      throw wrong("something is missing behind " + operator, Math.max(0, at - 1));
    }
  }

  private boolean looking(String operator) {
    if (!text.startsWith(operator, at)) {
      return false;
    }
    Matcher matcher = OPERATOR.matcher(text).region(at, text.length());
    return matcher.lookingAt() && matcher.group().equals(operator);
  }

  private boolean operator(String operator) {
    if (!looking(operator)) {
      return false;
    }
    at += operator.length();
    space();
    return true;
  }

  private void space() {
    while (!end() && space(peek())) {
      at++;
    }
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  private boolean end() {
    return at >= text.length();
  }

  private char peek() {
    return text.charAt(at);
  }

  private QueryException wrong(String problem, int place) {
    return new QueryException(problem, text, Math.min(place, text.length()));
  }
}
