package dev.rapporteur.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

  private static Query.Text word(String term) {
    return new Query.Text(new Query.Word(term));
  }

  @Test
  void parse_andBindsTighterThanOr() {
    assertEquals(
        new Query.Or(List.of(word("a"), new Query.And(List.of(word("b"), word("c"))))),
        QueryParser.parse("a OR b c"));
  }

  @Test
  void parse_smallOperators_areWords() {
    assertEquals(
        new Query.And(List.of(word("war"), word("and"), word("peace"))),
        QueryParser.parse("war and peace"));
  }

  @Test
  void parse_hyphenatedWord_isPhrase() {
    assertEquals(
        new Query.Text(
            new Query.Row(
                List.of(new Query.Word("state"), new Query.Word("sponsored")), List.of(0))),
        QueryParser.parse("state-sponsored"));
  }

  @Test
  void parse_idsNeedNoQuotes() {
    assertEquals(
        new Query.And(
            List.of(
                new Query.Annotated(new Query.Mark("instrument", "un/A/RES/73/27")),
                new Query.Annotated(new Query.Mark("holder", "group:parties/coe/ets-185")))),
        QueryParser.parse("instrument:un/A/RES/73/27 holder:group:parties/coe/ets-185"));
  }

  @Test
  void parse_paragraphWithBrackets_keepsThem() {
    assertEquals(new Query.Fact("paragraph", "13(c)"), QueryParser.parse("paragraph:13(c)"));
  }

  @Test
  void parse_blank_isEverything() {
    assertEquals(new Query.All(), QueryParser.parse("  "));
  }

  @Test
  void parse_linkAndTime_areNoFields() {
    assertTrue(QueryParser.parse("https://example.org") instanceof Query.Text);
    assertTrue(QueryParser.parse("13:00") instanceof Query.Text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"information security      | 0  | closing quotation mark",
        "(a OR b                     | 0  | closing parenthesis is missing",
        "a OR                        | 3  | something is missing behind OR",
        "a) b                        | 1  | without an opening one",
        "AND b                       | 0  | AND needs something on both sides",
        "acter:RU                    | 0  | did you mean 'actor:'?",
        "x foo:bar                   | 2  | no field 'foo'",
        "actor: RU                   | 0  | needs a value",
        "date:201                    | 5  | a date is YYYY",
        "date:2015..2013             | 5  | ends before it begins",
        "page:three                  | 5  | is a number",
        "\"a <acter> b\"             | 4  | did you mean <actor>?",
        "\"a <actor b\"              | 3  | '>' is missing",
        "\"NEAR/3 a\"                | 1  | needs something before it",
        "a NEAR/3                    | 7  | something is missing behind NEAR/3",
        "a NEAR/3 date:2013          | 9  | stand between words",
        "&                           | 0  | no letter or digit",
        "\"\"                        | 1  | no word in the quotes",
        "()                          | 0  | nothing between",
        "lemma:!                     | 6  | needs a word",
      })
  void parse_mistake_isShownAtItsPlace(String query, int place, String says) {
    QueryException e = assertThrows(QueryException.class, () -> QueryParser.parse(query));
    assertTrue(e.getMessage().contains(says), e.getMessage());
    String[] lines = e.getMessage().split("\n");
    assertEquals("  " + query, lines[1]);
    assertEquals("  " + " ".repeat(place) + "^", lines[2], e.getMessage());
  }

  @Test
  void parse_deepNesting_isRefused() {
    assertThrows(QueryException.class, () -> QueryParser.parse("(".repeat(5000)));
    assertThrows(QueryException.class, () -> QueryParser.parse("a ".repeat(9000)));
    assertThrows(QueryException.class, () -> QueryParser.parse("NOT ".repeat(2400)));
  }

  @Test
  void parse_anything_isQueryOrMessage() {
    String[] pieces = {
      "a", "\"", "'", "(", ")", "<", ">", "actor:", "RU", " ", " ", "~", "*", "?", "NEAR/2", "OR",
      "NOT", "-", "…", "..3", "[", "]", "date:", "2013", "|", "stance:", "/", ":", "lemma:", "é",
      "\\"
    };
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder query = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        query.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        QueryParser.parse(query.toString());
      } catch (QueryException expected) {
        assertTrue(expected.getMessage().length() > 10);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + query, e);
      }
    }
  }

  @Test
  void parse_negationsWithoutEnd_areRefused() {
    assertThrows(QueryException.class, () -> QueryParser.parse("-".repeat(5000) + "norm"));
    assertThrows(QueryException.class, () -> QueryParser.parse("NOT ".repeat(2000) + "norm"));
    QueryParser.parse("-norm ".repeat(100)); // beside each other
    assertThrows(
        QueryException.class,
        () -> QueryParser.parse('"' + "(a|".repeat(3000) + "b" + ")".repeat(900) + '"'));
  }
}
