package dev.rapporteur.nlp.corenlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.nlp.opennlp.OpenNlpComponent;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Span;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoreNlpTest {

  private static Models models;

  @BeforeAll
  static void open() {
    models = new Models(List.of());
  }

  @AfterAll
  static void close() {
    models.close();
  }

  private static Doc apply(Component component, Doc doc) {
    return doc.with(component.open(Settings.none(), models).annotate(doc));
  }

  private static Doc tokens(String text) {
    return apply(new OpenNlpComponent(), Doc.of(text));
  }

  private static String arc(Doc doc, String dependent) {
    Dependency arc =
        doc.get(Layer.SYNTAX).stream()
            .filter(d -> doc.text(d).equals(dependent))
            .findFirst()
            .orElseThrow();
    return arc.relation()
        + "<"
        + (arc.head() < 0 ? "ROOT" : doc.text(doc.get(Layer.TOKENS).get(arc.head())));
  }

  @Test
  void syntax_cuedSentence_isParsedOverOurTokens() {
    Doc doc = tokens("It rained. Russia tabled a draft resolution.");
    Span tabled = new Span(18, 24);
    doc =
        doc.with(
            Layers.of(Layer.CUES, List.of(new Cue(tabled, "stance", Evidence.rule("test", "x")))));
    doc = apply(new SyntaxComponent(), doc);
    assertEquals(6, doc.get(Layer.SYNTAX).size());
    assertEquals("root<ROOT", arc(doc, "tabled"));
    assertEquals("nsubj<tabled", arc(doc, "Russia"));
    assertEquals("obj<tabled", arc(doc, "resolution"));
  }

  @Test
  void syntax_noCue_nothingIsParsed() {
    Doc doc = tokens("Russia tabled a draft resolution.").with(Layers.of(Layer.CUES, List.of()));
    assertTrue(apply(new SyntaxComponent(), doc).get(Layer.SYNTAX).isEmpty());
  }

  @Test
  void names_unknownPerson_isFoundAndFollowedBySurname() {
    Doc doc =
        tokens(
                "The paper was presented by Margaret Holloway in June. Later, Holloway and John Ames spoke.")
            .with(Layers.of(Layer.MENTIONS, List.of()));
    List<Mention> persons = apply(new NamesComponent(), doc).get(Layer.MENTIONS);
    assertEquals("person:margaret-holloway", persons.getFirst().id());
    assertTrue(persons.stream().allMatch(Mention::nil));
    assertTrue(
        persons.stream().filter(m -> m.id().endsWith("holloway")).count() == 2, persons::toString);
  }

  @Test
  void slug_accents_areDropped() {
    assertEquals("person", NamesStage.slug(" Person. "));
    assertEquals("joao-da-silva", NamesStage.slug("João da Silva"));
  }
}
