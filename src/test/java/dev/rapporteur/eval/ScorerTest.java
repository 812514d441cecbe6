package dev.rapporteur.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final Evidence WHY = Evidence.rule("test", "by hand");
  private static final String TEXT =
      "Russia told the Group that ICT threats endanger states.\n\nEstonia disagreed.";

  private static final String GOLD =
      """
      {"doc":"d","sid":1,"text":"Russia told the Group that ICT threats endanger states.",\
      "entities":[{"surface":"Russia","nth":1,"id":"state:RU","anaphor":false,"nil":false},\
      {"surface":"the Group","nth":1,"id":"forum:un/gge","anaphor":true,"nil":false}],\
      "frames":["securitization","law"],\
      "moves":[{"threat":"ICT threats","referent":"states","degree":"risk","direction":"securitizes"}],\
      "stances":[{"holder":"state:RU","issue":"norms","position":"supports"},\
      {"holder":"state:RU","issue":"cbms","position":"opposes"}]}
      {"doc":"d","sid":2,"text":"“Estonia” dis-\\nagreed.",\
      "entities":[{"surface":"Estonia","nth":1,"id":"state:XX","nil":true}]}
      {"doc":"d","sid":3,"text":"Nowhere to be found."}
      """;

  private static Stance stance(Span at, String issue) {
    return new Stance(
        at,
        "state:RU",
        issue,
        Stance.Position.SUPPORTS,
        false,
        "",
        Stance.Basis.STATEMENT,
        Stance.Force.ASSERTS,
        List.of(),
        Map.of(),
        WHY);
  }

  private static Doc system() {
    Doc doc = Doc.of(TEXT);
    Span one = new Span(0, 55);
    Span two = new Span(57, TEXT.length());
    return doc.with(
        Layers.of(Layer.SENTENCES, List.of(new Sentence(one, 1), new Sentence(two, 2)))
            .and(
                Layer.MENTIONS,
                List.of(
                    new Mention(new Span(0, 6), "state:RU", false, false, WHY),
                    new Mention(new Span(16, 21), "forum:un/oewg", true, false, WHY),
                    new Mention(new Span(57, 64), "state:EE", false, false, WHY)))
            .and(Layer.FRAMES, List.of(new FrameMark(one, "securitization", WHY)))
            .and(
                Layer.MOVES,
                List.of(
                    new Move(
                        one,
                        "state:RU",
                        Map.of(Move.Part.THREAT, new Span(27, 48)),
                        Move.Degree.PRIORITY,
                        Move.Direction.SECURITIZES,
                        null,
                        WHY)))
            .and(Layer.STANCES, List.of(stance(one, "norms"), stance(one, "cbms"))));
  }

  private static Scores scores() {
    Scorer scorer = new Scorer(Gold.parse(GOLD, "gold"));
    scorer.read(system());
    return scorer.scores();
  }

  private static List<Integer> cells(Scores.Figure f) {
    return List.of(f.right(), f.spare(), f.missed());
  }

  @Test
  void scores_sentencesAreFoundByLettersAndDigits() {
    assertEquals(3, scores().sentences());
    assertEquals(2, scores().found());
  }

  @Test
  void scores_mentions_namedAndAnaphoricApartAndNilByKind() {
    assertEquals(List.of(2, 0, 0), cells(scores().figure("entities")));
    assertEquals(List.of(0, 1, 1), cells(scores().figure("anaphors")));
  }

  @Test
  void scores_frames_microAndMacro() {
    assertEquals(List.of(1, 0, 1), cells(scores().figure("frames")));
    assertEquals(0.5, scores().frameMacro(), 1e-9);
  }

  @Test
  void scores_moveParts_countTokens() {
    assertEquals(List.of(1, 0, 0), cells(scores().figure("moves")));
    // the system's threat is "ICT threats endanger", the gold's "ICT threats"
    assertEquals(List.of(2, 1, 0), cells(scores().figure("move.threat")));
    assertEquals(List.of(0, 0, 1), cells(scores().figure("move.referent")));
    assertEquals(0, scores().degreeAccuracy());
    assertEquals(1, scores().directionAccuracy());
  }

  @Test
  void scores_stances_exactAndRelaxed() {
    assertEquals(List.of(1, 1, 1), cells(scores().figure("stances")));
    assertEquals(List.of(2, 0, 0), cells(scores().figure("stances.relaxed")));
    assertEquals(0.5, scores().positionAccuracy());
  }

  @Test
  void read_severalDocumentsHoldASentence_theOneWithMostOfItsTextIsAsked() {
    Scorer scorer = new Scorer(Gold.parse(GOLD, "gold"));
    scorer.read(Doc.of("A report quotes: Estonia disagreed."));
    scorer.read(system());
    assertEquals(List.of(2, 0, 0), cells(scorer.scores().figure("entities")));
  }

  @Test
  void interval_ofAPerfectTask_isOne() {
    Scores.Interval i = scores().interval("entities", 200, 7);
    assertTrue(i.high() == 1 && i.low() >= 0);
  }

  @Test
  void alphas_framesAndMovesAgainstTheCoder() {
    var alphas = scores().alphas(50, 7);
    assertEquals(1, alphas.get("frame:securitization").value(), 1e-9);
    assertEquals(1, alphas.get("moves").value(), 1e-9);
    // coincidences of three sentences: one gold law that the system lacks, 1 − 5·2/(36 − 26)
    assertEquals(0, alphas.get("frame:law").value(), 1e-9);
  }

  @Test
  void errors_tellWhatDiffers() {
    Scorer scorer = new Scorer(Gold.parse(GOLD, "gold"));
    scorer.read(system());
    List<String> told = new ArrayList<>();
    scorer.errors(Scorer.Task.STANCES, (g, difference) -> told.add(g.sid() + ": " + difference));
    assertEquals(
        List.of("1: missed [[state:RU, cbms, opposes]] spare [[state:RU, cbms, supports]]"), told);
  }
}
