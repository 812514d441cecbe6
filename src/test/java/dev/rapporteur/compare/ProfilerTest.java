package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Stance;
import org.junit.jupiter.api.Test;

class ProfilerTest {

  @Test
  void profile_nounPhrases_countsWordsAndPhrases() {
    Profile profile =
        Texts.profile("p", "The information security of states.", "Information security again.");
    assertEquals(2, profile.terms().count("information security"));
    assertEquals(2, profile.terms().count("security"));
    assertArrayEquals(new int[] {0, 1}, profile.terms().sentences("information security"));
    assertEquals(0, profile.terms().count("security of states"));
    assertEquals(8, profile.words().size());
  }

  @Test
  void profile_names_areNoTerms() {
    Profile profile =
        Texts.profile("p", "Freedonia wants norms. =Freedonia=state:XF", "Norms for Freedonia.");
    assertEquals(1, profile.terms().count("freedonia"));
    assertEquals(1, profile.entities().count("state:XF"));
    assertTrue(profile.words().named(0));
  }

  @Test
  void profile_stances_tellOwnFromReported() {
    Profile profile =
        Texts.profile(
            "p", "We want norms. @author norms supports", "They do not. @state:XF norms opposes r");
    assertEquals(
        1, profile.stances().count(new Claim("author", "norms", Stance.Position.SUPPORTS, true)));
    assertEquals(
        1, profile.stances().count(new Claim("state:XF", "norms", Stance.Position.OPPOSES, false)));
  }

  @Test
  void cleavage_longerTerm_winsOverShorter() {
    Profile profile =
        Texts.profile("p", "On international information security and on cyber security.");
    Cleavage matter = Cleavage.load(Texts.MODELS).getFirst();
    Tally<String> counts = matter.count(profile);
    assertEquals(1, counts.count("cyber"));
    assertEquals(1, counts.count("information"));
  }
}
