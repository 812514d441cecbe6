package dev.rapporteur.export;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Lines: one document a line, sentence by sentence, written as a stream.
 *
 * <p>Offsets count UTF-16 code units from the start of the document's text. {@code text} and {@code
 * sentences} are always there; what is not known or was not found is left out.
 */
public final class JsonLines {

  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /**
   * Writes a document and a line feed.
   *
   * @param pipeline name of the pipeline that analysed it, or empty
   */
  public void write(Doc doc, String pipeline, Writer out) throws IOException {
    try (JsonGenerator to = json.createGenerator(ObjectWriteContext.empty(), out)) {
      document(doc, pipeline, to);
    }
    out.write('\n');
  }

  /**
   * Writes a document's object to a generator that others use, too.
   *
   * @param pipeline name of the pipeline that analysed it, or empty
   */
  private static void document(Doc doc, String pipeline, JsonGenerator to) {
    Metadata metadata = doc.metadata();
    to.writeStartObject();
    to.writeStringProperty("id", doc.id().value());
    known("source", metadata.source(), to);
    known("title", metadata.title(), to);
    known("symbol", metadata.symbol(), to);
    known("date", metadata.date(), to);
    known("body", metadata.body(), to);
    strings("groups", doc.groups(), to);
    known("voice", doc.voice(), to);
    known("language", metadata.language(), to);
    to.writeStringProperty("source_type", metadata.sourceType().id());
    known("legal_status", metadata.legalStatus(), to);
    known("pipeline", pipeline, to);
    to.writeStringProperty("text", doc.text());
    to.writeArrayPropertyStart("sentences");
    for (Sentence sentence : doc.get(Layer.SENTENCES)) {
      sentence(doc, sentence, to);
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void sentence(Doc doc, Sentence sentence, JsonGenerator to) {
    Span span = sentence.span();
    to.writeStartObject();
    to.writeNumberProperty("sid", sentence.sid());
    to.writeNumberProperty("begin", span.begin());
    to.writeNumberProperty("end", span.end());
    to.writeStringProperty("text", doc.text(sentence));
    Optional<Section> section = doc.sectionAt(span.begin());
    to.writeStringProperty("section", section.map(s -> s.kind().id()).orElse("body"));
    known("paragraph", section.map(Section::number).orElse(""), to);
    int page = doc.pageAt(span.begin());
    if (page == 0) {
      page = section.map(Section::page).orElse(0);
    }
    if (page > 0) {
      to.writeNumberProperty("page", page);
    }
    List<Mention> mentions = doc.within(Layer.MENTIONS, span);
    if (!mentions.isEmpty()) {
      to.writeArrayPropertyStart("entities");
      mentions.forEach(mention -> mention(doc, mention, to));
      to.writeEndArray();
    }
    frames(doc.within(Layer.FRAMES, span), to);
    List<Move> moves = doc.within(Layer.MOVES, span);
    if (!moves.isEmpty()) {
      to.writeArrayPropertyStart("moves");
      moves.forEach(move -> move(doc, move, to));
      to.writeEndArray();
    }
    List<Stance> stances = doc.within(Layer.STANCES, span);
    if (!stances.isEmpty()) {
      to.writeArrayPropertyStart("stances");
      stances.forEach(stance -> stance(stance, to));
      to.writeEndArray();
    }
    to.writeEndObject();
  }

  private static void mention(Doc doc, Mention mention, JsonGenerator to) {
    to.writeStartObject();
    to.writeNumberProperty("begin", mention.span().begin());
    to.writeNumberProperty("end", mention.span().end());
    to.writeStringProperty("surface", doc.text(mention));
    to.writeStringProperty("id", mention.id());
    to.writeBooleanProperty("anaphor", mention.anaphor());
    to.writeBooleanProperty("nil", mention.nil());
    to.writeEndObject();
  }

  private static void frames(List<FrameMark> frames, JsonGenerator to) {
    if (frames.isEmpty()) {
      return;
    }
    Map<String, Double> best = new LinkedHashMap<>();
    frames.forEach(f -> best.merge(f.frame(), f.evidence().score(), Math::max));
    to.writeArrayPropertyStart("frames");
    best.forEach(
        (frame, score) -> {
          to.writeStartObject();
          to.writeStringProperty("frame", frame);
          score(score, to);
          to.writeEndObject();
        });
    to.writeEndArray();
  }

  private static void move(Doc doc, Move move, JsonGenerator to) {
    to.writeStartObject();
    known("actor", move.actor(), to);
    move.parts().forEach((part, span) -> to.writeStringProperty(part.id(), span.of(doc.text())));
    to.writeStringProperty("degree", move.degree().id());
    if (move.grammar() != null) {
      to.writeStringProperty("grammar", move.grammar().id());
    }
    to.writeStringProperty("direction", move.direction().id());
    score(move.evidence().score(), to);
    to.writeEndObject();
  }

  private static void stance(Stance stance, JsonGenerator to) {
    to.writeStartObject();
    to.writeStringProperty("holder", stance.holder());
    to.writeStringProperty("issue", stance.issue());
    to.writeStringProperty("position", stance.position().id());
    to.writeBooleanProperty("reported", stance.reported());
    known("reporter", stance.reporter(), to);
    to.writeStringProperty("evidence", stance.basis().id());
    if (stance.force() != null) {
      to.writeStringProperty("force", stance.force().id());
    }
    strings("hedges", stance.hedges(), to);
    stance.qualifiers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> to.writeStringProperty(each.getKey(), each.getValue()));
    score(stance.evidence().score(), to);
    to.writeEndObject();
  }

  /** Scores to four places: more would only look exact. */
  private static void score(double score, JsonGenerator to) {
    to.writeNumberProperty("score", Math.round(score * 10_000) / 10_000.0);
  }

  private static void known(String name, String value, JsonGenerator to) {
    if (!value.isEmpty()) {
      to.writeStringProperty(name, value);
    }
  }

  private static void strings(String name, List<String> values, JsonGenerator to) {
    if (!values.isEmpty()) {
      to.writeArrayPropertyStart(name);
      values.forEach(to::writeString);
      to.writeEndArray();
    }
  }
}
