package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Section;
import java.util.List;

/** Reads texts for tests and shows their sections as lines. */
final class Docs {

  private Docs() {}

  static Doc read(String name, String text) throws UnreadableException {
    try (Models models = Models.standard();
        Ingest ingest = new Ingest(models, Limits.standard())) {
      return ingest.read(text, name);
    }
  }

  /** A line a section: kind, number in brackets where there is one, text. */
  static List<String> lines(Doc doc) {
    return doc.sections().stream().map(s -> line(doc, s)).toList();
  }

  private static String line(Doc doc, Section section) {
    String number = section.number().isEmpty() ? "" : "[" + section.number() + "]";
    return section.kind().id() + number + ": " + section.span().of(doc.text());
  }
}
