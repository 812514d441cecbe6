package dev.rapporteur.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final String A =
      """
      {"doc":"d","sid":1,"text":"Russia warned that malware endangers the grid.",\
      "entities":[{"surface":"Russia","nth":1,"id":"state:RU","anaphor":false,"nil":false}],\
      "frames":["securitization"],\
      "moves":[{"threat":"malware","referent":"the grid","degree":"risk","direction":"securitizes"}],\
      "stances":[{"holder":"state:RU","issue":"norms","position":"supports"}]}
      {"doc":"d","sid":2,"text":"Estonia and the Group met.",\
      "entities":[{"surface":"Estonia","nth":1,"id":"state:EE"},\
      {"surface":"the Group","nth":1,"id":"forum:un/gge","anaphor":true}],"frames":["law"]}
      {"doc":"d","sid":3,"text":"Nothing here."}
      {"doc":"d","sid":4,"text":"Only Anna read this."}
      {"doc":"d","sid":5,"text":"Misquoted."}
      """;

  private static final String B =
      """
      {"doc":"d","sid":5,"text":"Misquoted, too."}
      {"doc":"d","sid":3,"text":"Nothing here.","frames":["law"]}
      {"doc":"d","sid":2,"text":"Estonia and the Group met.",\
      "entities":[{"surface":"Estonia","nth":1,"id":"state:EE"},\
      {"surface":"Group","nth":1,"id":"forum:un/oewg","anaphor":true},\
      {"surface":"nowhere","nth":1,"id":"state:XX"}],"frames":["law"]}
      {"doc":"d","sid":1,"text":"Russia warned that malware endangers the grid.",\
      "entities":[{"surface":"Russia","nth":1,"id":"state:RU","anaphor":false,"nil":false}],\
      "frames":["securitization"],\
      "moves":[{"threat":"Malware","referent":"grid","degree":"priority","direction":"securitizes"}],\
      "stances":[{"holder":"organ:RU/MFA","issue":"norms","position":"opposes"}]}
      {"doc":"e","sid":1,"text":"Only Ben read this."}
      """;

  private static Codings codings() {
    return Codings.join(Gold.parse(A, "A"), Gold.parse(B, "B"));
  }

  private static Agreement agreement() {
    return new Agreement(codings().pairs(), 200, 7);
  }

  private static Map<String, Agreement.Code> codes() {
    return agreement().codes().stream()
        .collect(Collectors.toMap(Agreement.Code::code, Function.identity()));
  }

  private static Map<String, Agreement.Spans> spans() {
    return agreement().spans().stream()
        .collect(Collectors.toMap(Agreement.Spans::code, Function.identity()));
  }

  @Test
  void join_namesWhatDiffers() {
    Codings codings = codings();
    assertEquals(3, codings.pairs().size());
    assertEquals(List.of("d 4"), codings.onlyA());
    assertEquals(List.of("e 1"), codings.onlyB());
    assertEquals(List.of("d 5"), codings.unlike());
    assertEquals(List.of("the second coding, d 2: no mention 'nowhere' number 1"), codings.notes());
  }

  @Test
  void join_aSentenceTwice_isRefused() {
    assertThrows(
        ConfigurationException.class,
        () -> Codings.join(Gold.parse(A + A, "A"), Gold.parse(B, "B")));
  }

  @Test
  void codes_framesBySentence() {
    Agreement.Code law = codes().get("frame:law");
    assertEquals(3, law.units());
    assertEquals(1, law.a());
    assertEquals(2, law.b());
    assertEquals(2 / 3.0, law.percent().value(), 1e-12);
    // p_e = (1·2 + 2·1)/9; coincidences: law 2, none 2, unlike 2
    assertEquals((2 / 3.0 - 4 / 9.0) / (1 - 4 / 9.0), law.kappa().value(), 1e-12);
    assertEquals(1 - 5 * 2 / (36.0 - 18), law.alpha().value(), 1e-12);
  }

  @Test
  void codes_movesAndStances_comparedWhereBothHaveThem() {
    assertEquals(1, codes().get("move").kappa().value(), 1e-12);
    assertEquals(1, codes().get("move.degree").units());
    assertEquals(0, codes().get("move.degree").percent().value());
    assertEquals(1, codes().get("move.direction").percent().value());
    assertTrue(Double.isNaN(codes().get("move.direction").alpha().value()));
    assertEquals(3, codes().get("stance:norms").units());
    assertEquals(2 / 3.0, codes().get("stance:norms").percent().value(), 1e-12);
    assertEquals(1, codes().get("stance.holder").units());
    assertEquals(0, codes().get("stance.holder").percent().value());
  }

  @Test
  void codes_mentionsThatOverlap_comparedById() {
    Agreement.Code id = codes().get("mention.id");
    assertEquals(3, id.units());
    assertEquals(2 / 3.0, id.percent().value(), 1e-12);
    assertEquals(1, codes().get("mention.anaphor").alpha().value(), 1e-12);
  }

  @Test
  void spans_unitizingAlphaByKindAndPart() {
    assertEquals(1, spans().get("mention:state").alpha().value(), 1e-12);
    Agreement.Spans forum = spans().get("mention:forum");
    int length = codings().pairs().stream().mapToInt(p -> p.a().text().length()).sum();
    assertEquals(4.0 * 4 / ((double) length * length), forum.observed(), 1e-12);
    assertEquals(1, spans().get("move.threat").alpha().value(), 1e-12, "capitals do not matter");
    assertTrue(spans().get("move.referent").alpha().value() < 1);
    assertEquals(2, spans().get("move.part").a());
    assertTrue(Double.isNaN(spans().get("move.audience").alpha().value()));
  }

  @Test
  void intervals_sameSeed_sameIntervals() {
    assertEquals(codes().get("frame:law"), codes().get("frame:law"));
    Agreement.Estimate alpha = codes().get("frame:law").alpha();
    assertTrue(alpha.low() <= alpha.value() && alpha.value() <= alpha.high());
    assertTrue(
        Double.isNaN(new Agreement(codings().pairs(), 0, 1).codes().getFirst().alpha().low()));
  }
}
