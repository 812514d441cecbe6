package dev.rapporteur.extract.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CueLexiconTest {

  private static CueLexicon lexicon(String pattern, String unless) {
    return CueLexicon.parse(
        "frame: law\ncues:\n  - id: one\n    weight: 2\n    patterns: ['"
            + pattern
            + "']\n    unless: ["
            + unless
            + "]\n",
        "test.yaml");
  }

  private static boolean finds(String pattern, String text) {
    return !lexicon(pattern, "").find(Units.of(text)).isEmpty();
  }

  @Test
  void find_spellingsAndCompounds_areOne() {
    assertTrue(finds("cyber attack*", "a wave of cyber-attacks"));
    assertTrue(finds("cyber attack*", "a wave of cyberattacks"));
    assertTrue(finds("cyber attack*", "Cyber attacks of every kind"));
    assertTrue(finds("cyberspace", "peace in cyberspace"));
    assertTrue(finds("defense organization", "the Defence Organisation"));
    assertTrue(finds("destabiliz*", "destabilising acts"));
    assertFalse(finds("destabiliz*", "a stable order"));
  }

  @Test
  void find_gapOptionAndAny_areKept() {
    assertTrue(finds("threat ... security", "a threat to the national security"));
    assertFalse(finds("threat ... security", "a threat to one two three four security"));
    assertTrue(finds("are legally? binding", "rules are binding"));
    assertFalse(finds("use _ force", "use force"));
    assertTrue(finds("use _ force", "use of force"));
    assertTrue(finds("norm|rule of", "a rule of conduct"));
  }

  @Test
  void find_unlessOverlaps_isUndone() {
    CueLexicon lexicon = lexicon("threat", "'threat of force'");
    assertTrue(lexicon.find(Units.of("the threat of force")).isEmpty());
    assertEquals(1, lexicon.find(Units.of("the threat of ransomware")).size());
  }

  @Test
  void parse_wrongFile_isNamed() {
    assertThrows(ConfigurationException.class, () -> lexicon("... gap first", ""));
    assertThrows(ConfigurationException.class, () -> lexicon("maybe? first", ""));
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () ->
                CueLexicon.parse(
                    "frame: law\ncues: [{id: a, weight: 1, patterns: [x], color: red}]",
                    "my.yaml"));
    assertTrue(e.getMessage().contains("my.yaml") && e.getMessage().contains("color"));
  }

  @Test
  void read_ourFiles_areSoundAndEachFrameHasCues() {
    try (Models models = new Models(List.of(Path.of("models")))) {
      CueLexicon lexicon = CueLexicon.read(models, Frame.files("framing"));
      for (String frame : Frame.ids()) {
        assertTrue(lexicon.cues().stream().anyMatch(c -> c.frame().equals(frame)), frame);
      }
      assertFalse(CueLexicon.read(models, MoveFinder.files("framing")).cues().isEmpty());
    }
  }
}
