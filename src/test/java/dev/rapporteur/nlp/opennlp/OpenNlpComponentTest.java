package dev.rapporteur.nlp.opennlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Token;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenNlpComponentTest {

  private static Models models;
  private static Stage stage;

  @BeforeAll
  static void open() {
    models = new Models(List.of());
    stage = new OpenNlpComponent().open(Settings.none(), models);
  }

  @AfterAll
  static void close() {
    stage.close();
    models.close();
  }

  private static Doc annotate(String text) {
    Doc doc = Doc.of(text);
    return doc.with(stage.annotate(doc));
  }

  private static List<String> sentences(String text) {
    Doc doc = annotate(text);
    return doc.get(Layer.SENTENCES).stream().map(doc::text).toList();
  }

  private static List<String> tokens(String text) {
    Doc doc = annotate(text);
    return doc.get(Layer.TOKENS).stream().map(doc::text).toList();
  }

  @Test
  void sentences_abbreviationsAndSymbols_stayWhole() {
    assertEquals(
        List.of(
            "The U.S. delegation quoted Art. 2 of the Charter and para. 13 (c) of A/C.1/53/3.",
            "Mr. Ivanov replied."),
        sentences(
            "The U.S. delegation quoted Art. 2 of the Charter and para. 13 (c) of A/C.1/53/3."
                + " Mr. Ivanov replied."));
  }

  @Test
  void sentences_abbreviationAtTheEnd_ends() {
    assertEquals(
        List.of("Talks were held with the U.S.", "The outcome is open."),
        sentences("Talks were held with the U.S. The outcome is open."));
  }

  @Test
  void sentences_numberedParagraph_keepsItsNumber() {
    assertEquals(
        List.of("13. The Group met twice.", "It agreed on a text."),
        sentences("13. The Group met twice. It agreed on a text."));
  }

  @Test
  void sentences_quotation_closesBehindTheStop() {
    assertEquals(
        List.of("He said: “We will wait.”", "Nobody did."),
        sentences("He said: “We will wait.” Nobody did."));
  }

  @Test
  void sentences_itemsWithSemicolons_areSentences() {
    assertEquals(
        List.of("States should (a) share alerts;", "(b) protect their networks; and", "(c) talk."),
        sentences("States should (a) share alerts; (b) protect their networks; and (c) talk."));
  }

  @Test
  void sentences_footnoteReferenceNumbers_areNotCut() {
    assertEquals(
        List.of("See No. 5, vol. 3, pp. 12–14, and cf. Nye (2010)."),
        sentences("See No. 5, vol. 3, pp. 12–14, and cf. Nye (2010)."));
  }

  @Test
  void tokens_punctuationAndPossessives_areCutAsInThePennTreebank() {
    assertEquals(
        List.of(
            "Russia", "’s", "draft", "(", "A/66/359", ")", "is", "n’t", "the", "U.S.", "one", "."),
        tokens("Russia’s draft (A/66/359) isn’t the U.S. one."));
  }

  @Test
  void tokens_symbols_areOneWord() {
    assertEquals(
        List.of("In", "A/C.1/53/L.17/Rev.1", "and", "PC.DEC/1202", ",", "and", "/", "or", "later"),
        tokens("In A/C.1/53/L.17/Rev.1 and PC.DEC/1202, and/or later"));
  }

  @Test
  void tags_ofAPlainSentence_areUniversalWithLemmas() {
    List<Token> tokens =
        annotate("The states have reaffirmed their commitments.").get(Layer.TOKENS);
    assertEquals(
        List.of("DET", "NOUN", "AUX", "VERB", "PRON", "NOUN", "PUNCT"),
        tokens.stream().map(Token::pos).toList());
    assertEquals(
        List.of("the", "state", "have", "reaffirm", "their", "commitment", "."),
        tokens.stream().map(Token::lemma).toList());
  }

  @Test
  void annotate_emptyText_findsNothing() {
    assertTrue(annotate("").get(Layer.SENTENCES).isEmpty());
  }
}
