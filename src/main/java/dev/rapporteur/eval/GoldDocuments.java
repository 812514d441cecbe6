package dev.rapporteur.eval;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents put together of gold sentences, for measuring where the texts themselves are not at
 * hand: what stood between and around the sentences is missing.
 */
public final class GoldDocuments {

  private GoldDocuments() {}

  /** One document for each text that sentences are from, sentences in order, a section each. */
  public static List<Doc> of(List<Gold> gold) {
    return Gold.byDocument(gold).values().stream().map(GoldDocuments::document).toList();
  }

  private static Doc document(List<Gold> sentences) {
    StringBuilder text = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    for (Gold each : sentences) {
      int begin = text.length();
      text.append(each.text());
      sections.add(new Section(new Span(begin, text.length()), Section.Kind.BODY, "", 0, 0));
      text.append("\n\n");
    }
    Gold first = sentences.getFirst();
    Metadata metadata =
        Metadata.of(first.doc()).withTitle(first.title()).withDate(first.date()).withLanguage("en");
    Layers layers = Layers.none();
    if (!first.voice().isEmpty()) {
      Label voice =
          new Label(
              new Span(0, text.length()),
              Label.VOICE,
              first.voice(),
              Evidence.rule("gold", "the gold file says so"));
      layers = Layers.of(Layer.LABELS, List.of(voice));
    }
    return new Doc(
        DocId.of(text.toString().getBytes(StandardCharsets.UTF_8)),
        metadata,
        text.toString(),
        sections,
        List.of(),
        layers);
  }
}
