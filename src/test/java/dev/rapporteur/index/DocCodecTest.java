package dev.rapporteur.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stamp;
import dev.rapporteur.text.Stance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocCodecTest {

  private static Doc everything() {
    Doc doc =
        new Sample("A/68/98")
            .date("2013-06-24")
            .fact(Label.VOICE, "forum:un/gge/2012")
            .fact(Label.GROUP, "forum:un/gge")
            .sentence("[Russia|state:RU] warns that attacks threaten the state.")
            .frame("securitization", "threaten")
            .move("state:RU", "the state", "attacks")
            .stance("state:RU", "norms", Stance.Position.SUPPORTS, "warns")
            .sentence("The Group stops.", Section.Kind.FOOTNOTE, "3")
            .doc();
    Span span = new Span(0, 6);
    Evidence evidence = new Evidence("x", "rule \ud83d\ude00", List.of(span), 0.1);
    Layers more =
        Layers.of(Layer.CUES, List.of(new Cue(span, "stance", evidence)))
            .and(
                Layer.SYNTAX,
                List.of(
                    new Dependency(span, 0, -1, "root", "NNP"),
                    new Dependency(new Span(7, 12), 1, 0, "nsubj:pass", "VBZ")))
            .and(
                Layer.MOVES,
                List.of(
                    new Move(
                        new Span(0, 20),
                        "",
                        Map.of(Move.Part.THREAT, span),
                        Move.Degree.SECURITIZING,
                        Move.Direction.CONTESTS,
                        null,
                        evidence)))
            .stamped(new Stamp("two", "1"))
            .and(Layers.of(Layer.CUES, List.of()).stamped(new Stamp("three", "2")));
    return doc.with(more);
  }

  @Test
  void decode_everyKindOfAnnotation_comesBackEqual() {
    Doc doc = everything();
    assertEquals(doc, DocCodec.decode(DocCodec.encode(doc)));
  }

  @Test
  void decode_everyLayer_isThere() {
    assertEquals(Layer.ALL.size(), everything().layers().layers().size());
  }

  @Test
  void decode_emptyDocument_comesBackEqual() {
    Doc doc = Doc.of("");
    assertEquals(doc, DocCodec.decode(DocCodec.encode(doc)));
  }

  @Test
  void decode_loneSurrogatesAndPages_comeBackEqual() {
    Doc doc =
        new Doc(
            new DocId("x"),
            Metadata.of("é"),
            "a\ud800b\uffff日本",
            List.of(),
            List.of(new Doc.PageBreak(0, 1), new Doc.PageBreak(3, 7)),
            Layers.none());
    assertEquals(doc, DocCodec.decode(DocCodec.encode(doc)));
  }

  @Test
  void decode_foreignLayer_keepsItsName() {
    Layer<Label> mine = new Layer<>("mine", Label.class);
    Doc doc =
        Doc.of("abc")
            .with(
                Layers.of(
                    mine, List.of(new Label(new Span(0, 1), "n", "v", Evidence.rule("b", "r")))));
    assertEquals(doc, DocCodec.decode(DocCodec.encode(doc)));
  }

  @Test
  void decode_otherVersion_isRefused() {
    byte[] bytes = DocCodec.encode(Doc.of("abc"));
    bytes[0]++;
    assertThrows(IllegalArgumentException.class, () -> DocCodec.decode(bytes));
  }

  @Test
  void decode_damaged_isRefused() {
    byte[] bytes = DocCodec.encode(everything());
    byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);
    assertThrows(IllegalArgumentException.class, () -> DocCodec.decode(half));
  }

  @Test
  void encode_longText_isSmallerThanTheText() {
    Doc doc = Doc.of("the participating States will share information ".repeat(1000));
    assertTrue(DocCodec.encode(doc).length < doc.text().length() / 10);
  }
}
