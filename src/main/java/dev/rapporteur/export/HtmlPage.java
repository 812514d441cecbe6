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
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A document as one self-contained HTML page: its text with the mentions marked, and beside each
 * sentence its frames, moves and stances.
 *
 * <p>Every sentence is an anchor, {@code #s12}, for others to link to. Written through an XML
 * writer, so that nothing from a document can become markup.
 */
public final class HtmlPage {

  /** Where a page's style is kept; it holds neither {@code <} nor {@code &}. */
  private static final String STYLE = "page.css";

  private final Doc doc;
  private final XMLStreamWriter out;

  private HtmlPage(Doc doc, XMLStreamWriter out) {
    this.doc = doc;
    this.out = out;
  }

  /** Writes the page of a document. */
  public static void write(Doc doc, Writer to) throws IOException {
    to.write("<!DOCTYPE html>\n");
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to);
      new HtmlPage(doc, out).page();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    to.write("\n");
  }

  private void page() throws XMLStreamException, IOException {
    open("html", "");
    out.writeAttribute(
        "lang", doc.metadata().language().isEmpty() ? "en" : doc.metadata().language());
    open("head", "");
    out.writeEmptyElement("meta");
    out.writeAttribute("charset", "utf-8");
    out.writeEmptyElement("meta");
    out.writeAttribute("name", "viewport");
    out.writeAttribute("content", "width=device-width, initial-scale=1");
    element("title", "", doc.name());
    element("style", "", style());
    out.writeEndElement();
    open("body", "");
    open("main", "");
    header();
    int at = 0;
    for (Section section : doc.sections()) {
      block(section);
      at = section.span().end();
    }
    if (at == 0) {
      element("p", "", doc.text());
    }
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  private void header() throws XMLStreamException {
    Metadata metadata = doc.metadata();
    open("header", "");
    element("h1", "", metadata.title().isEmpty() ? doc.name() : metadata.title());
    open("dl", "");
    fact("Symbol", metadata.symbol());
    fact("Date", metadata.date());
    fact("Body", metadata.body());
    fact("Voice", doc.voice());
    fact("Groups", String.join(", ", doc.groups()));
    fact("Language", metadata.language());
    fact("Kind of text", metadata.sourceType().id());
    fact("Legal status", metadata.legalStatus());
    fact("File", metadata.source());
    fact("Id", doc.id().value());
    out.writeEndElement();
    out.writeEndElement();
  }

  private void fact(String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      element("dt", "", name);
      element("dd", "", value);
    }
  }

  private void block(Section section) throws XMLStreamException {
    open("section", section.kind().id());
    if (!section.number().isEmpty()) {
      element("span", "number", section.number());
    }
    List<Sentence> sentences = doc.within(Layer.SENTENCES, section.span());
    if (sentences.isEmpty()) {
      element("p", "", section.span().of(doc.text()));
    }
    for (Sentence sentence : sentences) {
      open("div", "sentence");
      out.writeAttribute("id", "s" + sentence.sid());
      open("p", "");
      text(sentence.span());
      out.writeEndElement();
      notes(sentence);
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  /** A sentence's text with its mentions; of those that overlap, the first and longest. */
  private void text(Span span) throws XMLStreamException {
    int at = span.begin();
    for (Mention mention : doc.within(Layer.MENTIONS, span)) {
      if (mention.span().begin() < at) {
        continue;
      }
      characters(new Span(at, mention.span().begin()).of(doc.text()));
      open("mark", mention.kind() + (mention.anaphor() ? " anaphor" : ""));
      out.writeAttribute(
          "title", mention.id() + (mention.nil() ? " (not in the knowledge base)" : ""));
      characters(doc.text(mention));
      out.writeEndElement();
      at = mention.span().end();
    }
    characters(new Span(at, span.end()).of(doc.text()));
  }

  private void notes(Sentence sentence) throws XMLStreamException {
    List<String[]> notes = new ArrayList<>();
    for (FrameMark frame : doc.within(Layer.FRAMES, sentence.span())) {
      notes.add(
          new String[] {
            "frame", String.format(Locale.ROOT, "%s %.2f", frame.frame(), frame.evidence().score())
          });
    }
    for (Move move : doc.within(Layer.MOVES, sentence.span())) {
      notes.add(new String[] {"move", move(move)});
    }
    for (Stance stance : doc.within(Layer.STANCES, sentence.span())) {
      notes.add(new String[] {"stance", stance(stance)});
    }
    if (notes.isEmpty()) {
      return;
    }
    open("ul", "");
    for (String[] note : notes) {
      element("li", note[0], note[1]);
    }
    out.writeEndElement();
  }

  private String move(Move move) {
    String parts =
        move.parts().entrySet().stream()
            .map(e -> e.getKey().id() + " “" + e.getValue().of(doc.text()) + "”")
            .collect(Collectors.joining(", "));
    return move.actor()
        + " "
        + move.direction().id()
        + " ("
        + move.degree().id()
        + (move.grammar() == null ? "" : ", " + move.grammar().id())
        + "): "
        + parts;
  }

  private static String stance(Stance stance) {
    return stance.holder()
        + " "
        + stance.position().id()
        + " "
        + stance.issue()
        + (stance.force() == null ? "" : " (" + stance.force().id() + ")")
        + (stance.reported() ? ", reported" : "")
        + (stance.hedges().isEmpty() ? "" : ", hedged: " + String.join("; ", stance.hedges()));
  }

  private void open(String element, String style) throws XMLStreamException {
    out.writeStartElement(element);
    if (!style.isEmpty()) {
      out.writeAttribute("class", style);
    }
  }

  private void element(String element, String style, String text) throws XMLStreamException {
    open(element, style);
    characters(text);
    out.writeEndElement();
  }

  /** Text without the control characters that no page may hold. */
  private void characters(String text) throws XMLStreamException {
    out.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|\\p{Cs}", "\ufffd"));
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
