package dev.rapporteur.ingest;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Doc.PageBreak;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Lays blocks out as one text, and the signs in them as labels and pages. */
final class Assembler {

  /** Stands between sections. */
  private static final String GAP = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final List<PageBreak> pages = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private int page;

  private Assembler() {}

  /** The document of blocks in their final order; {@code facts} are labels over the whole text. */
  static Doc doc(DocId id, Metadata metadata, List<Block> blocks, List<Fact> facts) {
    Assembler a = new Assembler();
    for (Block block : blocks) {
      a.add(block);
    }
    Span whole = new Span(0, a.text.length());
    List<Label> all = new ArrayList<>();
    for (Fact fact : facts) {
      all.add(new Label(whole, fact.name(), fact.value(), Evidence.rule("ingest", fact.rule())));
    }
    all.addAll(a.labels);
    return new Doc(
        id, metadata, a.text.toString(), a.sections, a.pages, Layers.of(Layer.LABELS, all));
  }

  /** A fact about the whole document and the rule that found it. */
  record Fact(String name, String value, String rule) {}

  private void add(Block block) {
    if (block.is(Block.Kind.BREAK) || Marks.strip(block.text()).isBlank()) {
      return;
    }
    if (!text.isEmpty()) {
      text.append(GAP);
    }
    int begin = text.length();
    if (block.page() > 0 && block.page() != page) {
      turn(begin, block.page());
    }
    int from = block.page();
    String raw = block.text();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == Marks.NOTE || c == Marks.PAGE) {
        int end = raw.indexOf(c, i + 1);
        String value = raw.substring(i + 1, end);
        int at = text.length();
        if (c == Marks.PAGE) {
          int number = Integer.parseInt(value);
          // a sign at the very beginning says what the block's own page would
          turn(at, number);
          from = at == begin ? number : from;
        } else {
          labels.add(
              new Label(
                  new Span(at, at),
                  Label.FOOTNOTE_MARK,
                  value,
                  Evidence.rule("ingest", "footnote mark")));
        }
        i = end;
      } else {
        text.append(c);
      }
    }
    sections.add(
        new Section(
            new Span(begin, text.length()),
            kind(block.kind()),
            block.number(),
            from,
            block.level()));
  }

  private void turn(int offset, int to) {
    if (!pages.isEmpty() && pages.getLast().offset() == offset) {
      pages.removeLast();
    }
    pages.add(new PageBreak(offset, to));
    page = to;
  }

  private static Section.Kind kind(Block.Kind kind) {
    return switch (kind) {
      case TITLE -> Section.Kind.TITLE;
      case HEADING -> Section.Kind.HEADING;
      case TEXT, BREAK -> Section.Kind.BODY;
      case ITEM -> Section.Kind.LIST;
      case TABLE -> Section.Kind.TABLE;
      case NOTE -> Section.Kind.FOOTNOTE;
      case BIBLIOGRAPHY -> Section.Kind.BIBLIOGRAPHY;
      case FURNITURE -> Section.Kind.FURNITURE;
    };
  }
}
