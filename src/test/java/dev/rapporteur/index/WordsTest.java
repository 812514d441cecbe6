package dev.rapporteur.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void terms_punctuationAndSymbols_partWords() {
    assertEquals(
        List.of("a", "c", "1", "53", "3", "state", "sponsored", "russia", "s"),
        Words.terms("A/C.1/53/3: state-sponsored (Russia’s)"));
  }

  @Test
  void terms_dottedAcronym_isOneWord() {
    assertEquals(
        List.of("us", "china", "us", "us"),
        Words.terms("U.S.-China, the U.S. U.S".replace("the ", "")));
  }

  @Test
  void terms_sentenceEnd_isNoAcronym() {
    assertEquals(List.of("plan", "b", "c"), Words.terms("plan B. C"));
  }

  @Test
  void terms_accents_areFolded() {
    assertEquals(List.of("federation", "doktrina"), Words.terms("Fédération Ｄoktrina"));
  }

  @Test
  void terms_scriptWithoutSpaces_isCutByCharacter() {
    assertEquals(List.of("信", "息", "安", "全"), Words.terms("信息安全"));
  }

  @Test
  void cut_offsets_areThoseOfTheText() {
    Words.Word word = Words.cut("  É!").getFirst();
    assertEquals(new Words.Word("e", 2, 3), word);
  }
}
