package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharactersTest {

  @Test
  void clean_utf8ReadAsWindows_isRepaired() {
    String meant = "He said, “peace” — the Côte d’Ivoire’s El Niño";
    String broken = new String(meant.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertEquals(meant, Characters.clean(broken));
  }

  @Test
  void clean_rightAccents_areLeftAlone() {
    String right = "Ângela, âge, Ça va, São Tomé, Årsmøte, naïve";
    assertEquals(right, Characters.clean(right));
  }

  @Test
  void clean_lostApostrophes_areRestored() {
    assertEquals("the country’s Government", Characters.clean("the countryâs Government"));
  }

  @Test
  void clean_ligaturesAndSoftHyphens_areResolved() {
    assertEquals("official effort", Characters.clean("o\uFB03cial ef\u00ADfort\u200B"));
  }

  @Test
  void clean_signsOfOurOwn_areDropped() {
    assertEquals("a1b", Characters.clean("a" + Marks.note("1") + "b"));
  }

  @Test
  void clean_loneSurrogate_isReplaced() {
    assertEquals("a\uFFFDb", Characters.clean("a\uD83Db"));
    assertEquals("a\uD83D\uDE00b", Characters.clean("a\uD83D\uDE00b"));
  }

  @Test
  void decode_otherEncodings_areRecognised() {
    String russian = "Государства не должны использовать информационные технологии во вред миру.";
    assertEquals(russian, Characters.decode(russian.getBytes(Charset.forName("windows-1251"))));
    assertEquals("a – b", Characters.decode("a – b".getBytes(Charset.forName("windows-1252"))));
    assertEquals(
        "\u00E9", Characters.decode(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xE9, 0}));
  }

  @Test
  void line_anyWhiteSpace_isOneSpace() {
    assertEquals("a b c", Characters.line("  a\u00A0\n\t b\u2003c  "));
  }
}
