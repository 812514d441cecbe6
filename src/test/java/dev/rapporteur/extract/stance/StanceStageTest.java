package dev.rapporteur.extract.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Stance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole way with the models as they stand: sentences whose stances nobody would dispute. */
class StanceStageTest {

  private static final Map<String, String> NAMES =
      Map.of(
          "Russia", "state:RU",
          "China", "state:CN",
          "the United States", "state:US",
          "Budapest Convention", "instrument:coe/ets-185");

  private static final StanceStage STAGE =
      new StanceStage(
          Docs.knowledge(), Map.of(), StanceModel.load(Docs.models(), "stance/stance.model"));

  private static List<Stance> stances(String voice, String... lines) {
    return STAGE.annotate(Docs.of(voice, NAMES, lines)).get(Layer.STANCES);
  }

  private static Set<String> triples(String voice, String... lines) {
    return stances(voice, lines).stream()
        .map(s -> s.holder() + "/" + s.issue() + "/" + s.position().id())
        .collect(Collectors.toSet());
  }

  @Test
  void annotate_officialText_voiceHolds() {
    assertTrue(
        triples(
                "forum:osce",
                "The participating States will voluntarily share information on"
                    + " confidence-building measures to reduce the risks of conflict stemming from"
                    + " the use of ICTs.")
            .contains("forum:osce/cbms/supports"));
  }

  @Test
  void annotate_listOfNorms_givesSeveralIssues() {
    Set<String> found =
        triples(
            "forum:un/gge",
            "We reaffirm that international law applies to the use of ICTs by States, and that"
                + " voluntary norms of responsible State behaviour and capacity-building in the"
                + " field of ICT security are needed.");
    assertTrue(found.contains("forum:un/gge/international-law-applies/supports"), found.toString());
    assertTrue(found.contains("forum:un/gge/norms/supports"), found.toString());
    assertTrue(found.contains("forum:un/gge/capacity-building/supports"), found.toString());
  }

  @Test
  void annotate_commercialEspionage_isOpposed() {
    assertTrue(
        triples(
                "state:US",
                "No country should conduct cyber-enabled theft of intellectual property, including"
                    + " trade secrets.")
            .contains("state:US/commercial-espionage/opposes"));
  }

  @Test
  void annotate_reportedInPaper_reporterIsAuthor() {
    List<Stance> found =
        stances(
            "author",
            "Russia proposed a legally binding convention on international information security at"
                + " the United Nations.");
    assertTrue(
        found.stream()
            .anyMatch(
                s ->
                    s.holder().equals("state:RU")
                        && s.issue().equals("new-binding-treaty")
                        && s.reported()
                        && s.reporter().equals("author")));
  }

  @Test
  void annotate_notAboutIcts_findsNothing() {
    assertEquals(
        Set.of(),
        triples(
            "forum:un/ga",
            "Calls upon States to strengthen international cooperation and capacity-building in"
                + " fisheries, with respect for human rights.",
            "Stresses the role of the private sector and civil society in this regard."));
  }

  @Test
  void annotate_referenceOnly_findsNothing() {
    assertEquals(
        Set.of(), triples("author", "Ibid, on norms of responsible State behaviour, p. 12."));
  }

  @Test
  void annotate_stance_explainsItself() {
    Stance stance =
        stances("state:EE", "We reaffirm that international law applies to cyberspace.").getFirst();
    assertEquals("international-law-applies", stance.issue());
    assertEquals(Stance.Force.ASSERTS, stance.force());
    assertEquals(Stance.Basis.STATEMENT, stance.basis());
    assertFalse(stance.reported());
    assertTrue(stance.evidence().rule().startsWith("issue 0."), stance.evidence().rule());
    assertFalse(stance.evidence().cues().isEmpty());
  }

  @Test
  void annotate_hedges_areListed() {
    Doc doc =
        Docs.of(
            "forum:osce",
            NAMES,
            "States will, on a voluntary basis, exchange information on ICT threats where"
                + " appropriate.");
    Reading reading = Reading.of(doc, doc.get(Layer.SENTENCES).getFirst(), Docs.knowledge());
    assertEquals(
        List.of("on a voluntary basis", "where appropriate"), Qualifiers.hedges(doc, reading));
  }

  @Test
  void qualifiers_normSetAndVenue_areTold() {
    Doc doc =
        Docs.of(
            "",
            NAMES,
            "The code of conduct binds nobody.",
            "The eleven norms stand.",
            "The Open-ended Working Group continues.");
    List<Reading> readings = Context.of(doc, Docs.knowledge()).readings();
    assertEquals(Map.of("norm_set", "code-of-conduct"), Qualifiers.of("norms", readings.get(0)));
    assertEquals(Map.of("norm_set", "gge-2015"), Qualifiers.of("norms", readings.get(1)));
    assertEquals(Map.of("venue", "oewg"), Qualifiers.of("un-process", readings.get(2)));
  }
}
