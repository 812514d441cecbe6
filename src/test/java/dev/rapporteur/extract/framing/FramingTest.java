package dev.rapporteur.extract.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Frames and moves of sentences about which there can be no two opinions. */
class FramingTest {

  private static Models models;
  private static List<Stage> stages;

  @BeforeAll
  static void open() {
    models = new Models(List.of(Path.of("models")));
    stages = new ArrayList<>();
    for (String name : List.of("opennlp", "frames", "moves")) {
      stages.add(Registry.load().get(name, "test").open(Settings.none(), models));
    }
  }

  @AfterAll
  static void close() {
    stages.forEach(Stage::close);
    models.close();
  }

  private static Doc annotated(String text) {
    Doc doc = Doc.of(text);
    for (Stage stage : stages) {
      doc = doc.with(stage.annotate(doc));
    }
    return doc;
  }

  private static Set<String> frames(Doc doc, int sid) {
    Sentence sentence = doc.get(Layer.SENTENCES).get(sid - 1);
    return doc.within(Layer.FRAMES, sentence.span()).stream()
        .map(FrameMark::frame)
        .collect(Collectors.toSet());
  }

  @Test
  void frames_plainSentences_areMarked() {
    Doc doc =
        annotated(
            """
            Malicious use of ICTs is a growing threat to national security and to critical \
            infrastructure.

            International law, and in particular the Charter of the United Nations, applies to \
            the conduct of States in cyberspace.

            Human rights, including freedom of expression and privacy, must be respected online.

            States should report cybercrime to the police and prosecute the criminals behind it.

            Our armed forces will develop offensive cyber capabilities for use in armed conflict.
            """);
    assertTrue(frames(doc, 1).contains("securitization"));
    assertTrue(frames(doc, 2).contains("law"));
    assertTrue(frames(doc, 3).contains("rights"));
    assertTrue(frames(doc, 4).contains("crime"));
    assertTrue(frames(doc, 5).contains("militarization"));
  }

  @Test
  void frames_withoutIct_areNone() {
    Doc doc =
        annotated(
            """
            Illegal fishing is a grave threat to the coastal economy.

            The armed forces defended the border against the invasion.

            Cooperation on fish stocks is governed by a treaty.
            """);
    assertTrue(doc.get(Layer.FRAMES).isEmpty(), () -> doc.get(Layer.FRAMES).toString());
  }

  @Test
  void frames_everyMark_saysWhy() {
    Doc doc = annotated("Ransomware attacks threaten hospitals and the economy.");
    assertFalse(doc.get(Layer.FRAMES).isEmpty());
    for (FrameMark mark : doc.get(Layer.FRAMES)) {
      assertTrue(mark.evidence().rule().contains("frames.model"), mark.toString());
      assertTrue(mark.evidence().score() > 0.3);
    }
  }

  @Test
  void moves_securitizedSentence_isTakenApart() {
    Doc doc =
        annotated("Malicious cyber activity threatens the critical infrastructure of our nation.");
    assertEquals(1, doc.get(Layer.MOVES).size());
    Move move = doc.get(Layer.MOVES).getFirst();
    assertTrue(
        move.part(Move.Part.THREAT).orElseThrow().of(doc.text()).contains("cyber activity"),
        move.toString());
    assertTrue(
        move.part(Move.Part.REFERENT).orElseThrow().of(doc.text()).contains("infrastructure"),
        move.toString());
    assertEquals(Move.Direction.SECURITIZES, move.direction());
    assertTrue(
        doc.get(Layer.SENTENCES)
            .getFirst()
            .span()
            .contains(move.part(Move.Part.THREAT).orElseThrow()));
  }
}
