package dev.rapporteur.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocTest {

  private static Token token(int begin, int end) {
    return new Token(new Span(begin, end), "", "");
  }

  @Test
  void of_blankLines_partSections() {
    Doc doc = Doc.of(" One\nline.\n\n \n Two.\n");
    assertEquals(
        List.of(" One\nline.", "Two."),
        doc.sections().stream().map(s -> s.span().of(doc.text())).toList());
  }

  @Test
  void of_longText_isNoTroubleForTheStack() {
    assertEquals(1, Doc.of("word ".repeat(1_000_000)).sections().size());
  }

  @Test
  void constructor_overlappingSections_areRefused() {
    Section section = new Section(new Span(0, 2), Section.Kind.BODY, "", 0, 0);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Doc(
                new DocId("x"),
                Metadata.of(""),
                "abc",
                List.of(section, section),
                List.of(),
                Layers.none()));
  }

  @Test
  void pageAt_footnotesAtTheEnd_countTheirOwnPages() {
    Doc doc =
        new Doc(
            new DocId("x"),
            Metadata.of(""),
            "a".repeat(100),
            List.of(),
            List.of(new Doc.PageBreak(0, 1), new Doc.PageBreak(50, 2), new Doc.PageBreak(90, 1)),
            Layers.none());
    assertEquals(List.of(1, 2, 1), List.of(doc.pageAt(49), doc.pageAt(89), doc.pageAt(95)));
  }

  @Test
  void facts_writtenFirst_comeFirst() {
    Doc doc = Doc.of("abc");
    Layers catalogue =
        Layers.of(
            Layer.LABELS,
            List.of(
                new Label(doc.span(), Label.VOICE, "state:RU", Evidence.rule("catalog", "row 2"))));
    Layers later =
        Layers.of(
            Layer.LABELS,
            List.of(
                new Label(doc.span(), Label.VOICE, "author", Evidence.rule("voice", "guess")),
                new Label(new Span(0, 1), Label.VOICE, "x:y", Evidence.rule("voice", "part"))));
    assertEquals("state:RU", doc.with(catalogue).with(later).voice());
    assertEquals(List.of("state:RU", "author"), doc.with(catalogue).with(later).facts("voice"));
  }

  @Test
  void within_span_givesWhatLiesWhollyInside() {
    Layers layers =
        Layers.of(Layer.TOKENS, List.of(token(8, 12), token(0, 3), token(4, 7), token(4, 20)));
    assertEquals(List.of(token(4, 7), token(8, 12)), layers.within(Layer.TOKENS, new Span(3, 12)));
    assertTrue(layers.within(Layer.MENTIONS, new Span(0, 20)).isEmpty());
  }

  @Test
  void has_layerWrittenEmpty_isThere() {
    Layers layers = Layers.of(Layer.STANCES, List.of());
    assertTrue(layers.has(Layer.STANCES));
    assertFalse(layers.has(Layer.MOVES));
  }

  @Test
  void prose_otherLanguage_isEmpty() {
    Doc doc =
        Doc.of(Metadata.of("x").withLanguage("fr"), "Bonjour.")
            .with(Layers.of(Layer.SENTENCES, List.of(new Sentence(new Span(0, 8), 1))));
    assertTrue(doc.prose().isEmpty());
  }
}
