package dev.rapporteur.extract.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseBookTest {

  private static final Map<String, PhraseBook<Boolean>> CLASSES =
      PhraseBook.classes(Map.of("net", List.of("internet", "cyber space", "comput*")));

  private static List<String> find(String phrase, String line) {
    PhraseBook<String> book = new PhraseBook<>(CLASSES);
    book.add(Phrase.parse(phrase), "x");
    Words words = Docs.words(line);
    return book.find(words).stream()
        .map(
            h ->
                String.join(
                    " ",
                    words.all().subList(h.begin(), h.end()).stream()
                        .map(Words.Word::form)
                        .toList()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "code of conduct ; a Code of Conduct for all ; code of conduct",
        "code|codes of conduct ; two codes of conduct ; codes of conduct",
        "confidence building ; confidence-building measures ; confidence building",
        "norm* .. behavio* ; norms of responsible State behaviour ; norms of responsible state behaviour",
        "norm* .. behavio* ; norms that one two three four behaviour ;",
        "norm* ... behavio* ; norms that one two three four behaviour ; norms that one two three four behaviour",
        "open very? free ; an open free net ; open free",
        "open very? free ; an open very free net ; open very free",
        "free _ open ; a free and open net ; free and open",
        "secure %net ; a secure cyber space ; secure cyber space",
        "secure %net ; a secure computer ; secure computer",
        "<state> .. attacks ; Russia launched attacks ; russia launched attacks",
        "militari*ation ; the militarization of it ; militarization",
        "militari*ation ; the militarisation of it ; militarisation",
        "exchange information ; exchange, information ; exchange information"
      })
  void find_phrase_givesItsWords(String phrase, String line, String expected) {
    assertEquals(expected == null ? List.of() : List.of(expected), find(phrase, line));
  }

  @Test
  void parse_openAtItsEnds_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Phrase.parse(".. norms"));
    assertThrows(IllegalArgumentException.class, () -> Phrase.parse("norms ..."));
    assertThrows(IllegalArgumentException.class, () -> Phrase.parse("very? free"));
    assertThrows(IllegalArgumentException.class, () -> Phrase.parse("*ware"));
  }

  @Test
  void add_unknownClass_isRefused() {
    PhraseBook<String> book = new PhraseBook<>(CLASSES);
    assertThrows(IllegalArgumentException.class, () -> book.add(Phrase.parse("the %sea"), "x"));
  }
}
