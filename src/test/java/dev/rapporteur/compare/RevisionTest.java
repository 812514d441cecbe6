package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTest {

  private static final String FIRST = "Parties shall share lists of contact points every year.";
  private static final String SECOND = "They must report incidents to the common centre at once.";
  private static final String THIRD = "A meeting on lessons learned takes place in the spring.";

  private static List<Revision.Change> changes(String[] older, String... newer) {
    return Revision.of(Texts.profile("a", older), Texts.profile("b", newer), Texts.MODELS)
        .changes();
  }

  private static String[] text(String... lines) {
    return lines;
  }

  @Test
  void of_sameTexts_keepsAll() {
    assertTrue(
        changes(text(FIRST, SECOND, THIRD), FIRST, SECOND, THIRD).stream()
            .allMatch(c -> c.kind() == Revision.Kind.KEPT && c.turn() == Revision.Turn.NONE));
  }

  @Test
  void of_shallBecomesShould_isSoftened() {
    Revision.Change change = changes(text(FIRST), FIRST.replace("shall", "should")).getFirst();
    assertEquals(Revision.Kind.CHANGED, change.kind());
    assertEquals(Revision.Turn.SOFTENED, change.turn());
    assertEquals("commits to calls", change.why());
    assertTrue(change.newer().stream().anyMatch(p -> !p.same() && p.text().contains("should")));
  }

  @Test
  void of_hedgeGone_isHardened() {
    Revision.Change change =
        changes(text(FIRST.replace(" every", ", as appropriate, every")), FIRST).getFirst();
    assertEquals(Revision.Turn.HARDENED, change.turn());
    assertEquals("no longer “as appropriate”", change.why());
  }

  @Test
  void of_strongerWithNewHedge_isNeither() {
    Revision.Change change =
        changes(
                text(FIRST.replace("shall", "should")),
                FIRST.replace(" every", ", where possible, every"))
            .getFirst();
    assertEquals(Revision.Turn.NONE, change.turn());
  }

  @Test
  void of_sentencesAddedDroppedMoved_areTold() {
    List<Revision.Change> changes =
        changes(
            text(FIRST, SECOND, "Copper violins sleep beside glaciers.", THIRD),
            THIRD,
            FIRST,
            SECOND,
            "Nothing in these rules touches harbours or lanterns.");
    assertEquals(
        List.of(
            Revision.Kind.MOVED,
            Revision.Kind.KEPT,
            Revision.Kind.KEPT,
            Revision.Kind.ADDED,
            Revision.Kind.DROPPED),
        changes.stream().map(Revision.Change::kind).toList());
  }

  @Test
  void of_emptyTexts_doNotFail() {
    assertTrue(changes(text()).isEmpty());
    assertEquals(Revision.Kind.DROPPED, changes(text(FIRST)).getFirst().kind());
  }
}
