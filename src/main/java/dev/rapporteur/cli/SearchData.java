package dev.rapporteur.cli;

import dev.rapporteur.index.Facet;
import dev.rapporteur.index.Passage;
import dev.rapporteur.search.Search;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Prints what was found for programs. */
final class SearchData {

  private static final List<String> PLACE =
      List.of("doc", "title", "symbol", "date", "sid", "section", "paragraph", "page", "citation");

  private SearchData() {}

  static void json(
      PrintWriter out,
      String query,
      Search.Results found,
      List<Search.Line> lines,
      boolean kwic,
      Map<Facet, List<Search.Count>> counts) {
    JsonFactory json = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator to = json.createGenerator(ObjectWriteContext.empty(), out)) {
      to.writeStartObject();
      to.writeStringProperty("query", query);
      to.writeNumberProperty("total", found.total());
      to.writeNumberProperty("documents", found.documents());
      to.writeNumberProperty("words", found.words());
      to.writeArrayPropertyStart("hits");
      if (kwic) {
        lines.forEach(line -> line(line, to));
      } else {
        found.hits().forEach(hit -> hit(hit, to));
      }
      to.writeEndArray();
      if (!counts.isEmpty()) {
        to.writeObjectPropertyStart("facets");
        counts.forEach(
            (facet, values) -> {
              to.writeArrayPropertyStart(facet.id());
              for (Search.Count count : values) {
                to.writeStartObject();
                to.writeStringProperty("value", count.value());
                to.writeNumberProperty("sentences", count.sentences());
                to.writeEndObject();
              }
              to.writeEndArray();
            });
        to.writeEndObject();
      }
      to.writeEndObject();
    }
    out.println();
  }

  private static void hit(Search.Hit hit, JsonGenerator to) {
    to.writeStartObject();
    place(hit.passage(), to);
    to.writeNumberProperty("score", Math.round(hit.score() * 10_000) / 10_000.0);
    to.writeArrayPropertyStart("matches");
    hit.matches()
        .forEach(
            match -> {
              to.writeStartArray();
              to.writeNumber(match.begin());
              to.writeNumber(match.end());
              to.writeEndArray();
            });
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void line(Search.Line line, JsonGenerator to) {
    to.writeStartObject();
    place(line.passage(), to);
    to.writeStringProperty("left", line.left());
    to.writeStringProperty("hit", line.hit());
    to.writeStringProperty("right", line.right());
    to.writeEndObject();
  }

  private static void place(Passage passage, JsonGenerator to) {
    to.writeStringProperty("doc", passage.document().id().value());
    known("source", passage.document().metadata().source(), to);
    known("title", passage.document().metadata().title(), to);
    known("symbol", passage.document().metadata().symbol(), to);
    known("date", passage.document().metadata().date(), to);
    to.writeNumberProperty("sid", passage.sid());
    to.writeNumberProperty("begin", passage.begin());
    to.writeStringProperty("text", passage.text());
    to.writeStringProperty("section", passage.section());
    known("paragraph", passage.paragraph(), to);
    if (passage.page() > 0) {
      to.writeNumberProperty("page", passage.page());
    }
    to.writeStringProperty("citation", passage.citation());
  }

  private static void known(String name, String value, JsonGenerator to) {
    if (!value.isEmpty()) {
      to.writeStringProperty(name, value);
    }
  }

  static void csv(
      PrintWriter out, Search.Results found, List<Search.Line> lines, boolean kwic, boolean bom) {
    List<String> header = new ArrayList<>(PLACE);
    header.addAll(kwic ? List.of("left", "hit", "right") : List.of("score", "text"));
    if (bom) {
      out.print('\ufeff');
    }
    print(out, new ArrayList<>(header));
    for (Search.Line line : lines) {
      List<Object> row = row(line.passage());
      row.addAll(List.of(line.left(), line.hit(), line.right()));
      print(out, row);
    }
    for (Search.Hit hit : found.hits()) {
      List<Object> row = row(hit.passage());
      row.addAll(List.of(Math.round(hit.score() * 10_000) / 10_000.0, hit.passage().text()));
      print(out, row);
    }
  }

  private static void print(PrintWriter out, List<Object> row) {
    out.print(CSVFormat.RFC4180.format(row.toArray()) + "\r\n");
  }

  private static List<Object> row(Passage passage) {
    return new ArrayList<>(
        List.of(
            passage.document().id().value(),
            passage.document().metadata().title(),
            passage.document().metadata().symbol(),
            passage.document().metadata().date(),
            passage.sid(),
            passage.section(),
            passage.paragraph(),
            passage.page() > 0 ? passage.page() : "",
            passage.citation()));
  }
}
