package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document put together from labelled sentences, with what was coded in each.
 *
 * @param doc the document, with its sentences, mentions as coded, voice; without tokens
 * @param rows the coded sentences, in the order of the document's
 */
record Labelled(Doc doc, List<Row> rows) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** A coded mention. */
  record Entity(String surface, int nth, String id, boolean anaphor, boolean nil) {}

  /** A coded stance. */
  record Stand(String holder, String issue, String position, String evidence, String force) {}

  /** A coded sentence. */
  record Row(
      String doc,
      String text,
      List<Entity> entities,
      List<Stand> stances,
      String genre,
      String split,
      String voice,
      String date,
      String title) {
    Row {
      entities = entities == null ? List.of() : entities;
      stances = stances == null ? List.of() : stances;
      split = split == null ? "" : split;
      voice = voice == null ? "" : voice;
      date = date == null ? "" : date;
      title = title == null ? "" : title;
    }
  }

  /** The split that the document belongs to. */
  String split() {
    return rows.getFirst().split();
  }

  /**
   * Reads JSON Lines in the codebook's gold format.
   *
   * @param file its name, for messages
   */
  static List<Labelled> read(String text, String file) {
    Map<String, List<Row>> byDoc = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        try {
          Row row = JSON.readValue(line, Row.class);
          byDoc.computeIfAbsent(row.doc(), d -> new ArrayList<>()).add(row);
        } catch (JacksonException e) {
          throw new ConfigurationException(
              file + ", line " + number + ": " + e.getOriginalMessage(), e);
        }
      }
    }
    return byDoc.values().stream().map(Labelled::of).toList();
  }

  private static Labelled of(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (Row row : rows) {
      int begin = text.length();
      text.append(row.text()).append("\n\n");
      sentences.add(
          new Sentence(new Span(begin, begin + row.text().length()), sentences.size() + 1));
      for (Entity entity : row.entities()) {
        int at = -1;
        for (int n = 0; n < Math.max(1, entity.nth()); n++) {
          at = row.text().indexOf(entity.surface(), at + 1);
        }
        if (at >= 0) {
          Span span = new Span(begin + at, begin + at + entity.surface().length());
          mentions.add(
              new Mention(
                  span,
                  entity.id(),
                  entity.anaphor(),
                  entity.nil(),
                  Evidence.rule("labelled", "coded by hand")));
        }
      }
    }
    Row first = rows.getFirst();
    Metadata metadata = Metadata.of(first.doc()).withTitle(first.title()).withDate(first.date());
    Doc doc = Doc.of(metadata, text.toString());
    Layers layers = Layers.of(Layer.SENTENCES, sentences).and(Layer.MENTIONS, mentions);
    if (!first.voice().isEmpty()) {
      Evidence evidence = Evidence.rule("labelled", "header");
      layers =
          layers.and(
              Layer.LABELS, List.of(new Label(doc.span(), Label.VOICE, first.voice(), evidence)));
    }
    return new Labelled(doc.with(layers), rows);
  }
}
