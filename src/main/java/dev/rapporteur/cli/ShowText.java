package dev.rapporteur.cli;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a document for people: sentence by sentence, under each what was found in it. */
final class ShowText {

  private static final int INDENT = 7;

  private final Doc doc;
  private final PrintWriter out;
  private final Screen screen;

  ShowText(Doc doc, PrintWriter out, Screen screen) {
    this.doc = doc;
    this.out = out;
    this.screen = screen;
  }

  void print() {
    header();
    for (Section section : doc.sections()) {
      section(section);
    }
    out.println();
    out.println(
        screen.faint(
            String.format(
                Locale.ROOT,
                "%,d sentences, %,d mentions, %,d frames, %,d moves, %,d stances; why: --explain SID",
                doc.get(Layer.SENTENCES).size(),
                doc.get(Layer.MENTIONS).size(),
                doc.get(Layer.FRAMES).size(),
                doc.get(Layer.MOVES).size(),
                doc.get(Layer.STANCES).size())));
  }

  private void header() {
    Metadata metadata = doc.metadata();
    out.println(screen.bold(metadata.title().isEmpty() ? doc.name() : metadata.title()));
    fact("symbol", metadata.symbol());
    fact("date", metadata.date());
    fact("body", metadata.body());
    fact("voice", doc.voice());
    fact("groups", String.join(", ", doc.groups()));
    fact("language", metadata.language());
    fact("kind", metadata.sourceType().id());
    fact("legal", metadata.legalStatus());
    fact("file", metadata.source());
    fact("id", doc.id().value());
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      out.printf(Locale.ROOT, "  %-10s%s%n", name, value);
    }
  }

  private void section(Section section) {
    out.println();
    List<String> place = new ArrayList<>();
    if (section.kind() != Section.Kind.BODY) {
      place.add(section.kind().id());
    }
    if (!section.number().isEmpty()) {
      place.add(section.number());
    }
    int page = doc.pageAt(section.span().begin());
    if (page > 0) {
      place.add("p. " + page);
    }
    if (!place.isEmpty()) {
      out.println(screen.faint("[" + String.join(", ", place) + "]"));
    }
    List<Sentence> sentences = doc.within(Layer.SENTENCES, section.span());
    if (sentences.isEmpty()) {
      lines(0, section.span().of(doc.text()));
    }
    boolean heads = section.kind() == Section.Kind.TITLE || section.kind() == Section.Kind.HEADING;
    for (Sentence sentence : sentences) {
      lines(sentence.sid(), heads ? screen.bold(doc.text(sentence)) : doc.text(sentence));
      findings(sentence.span());
    }
  }

  private void lines(int sid, String text) {
    String mark = sid == 0 ? "" : String.format(Locale.ROOT, "s%-4d", sid);
    boolean first = true;
    for (String line : Screen.wrap(text.strip(), screen.width() - INDENT)) {
      out.println(
          (first ? screen.faint(String.format(Locale.ROOT, "%-7s", mark)) : " ".repeat(INDENT))
              + line);
      first = false;
    }
  }

  private void findings(Span span) {
    Set<String> entities = new LinkedHashSet<>();
    for (Mention mention : doc.within(Layer.MENTIONS, span)) {
      entities.add(
          doc.text(mention).replaceAll("\\s+", " ")
              + " = "
              + mention.id()
              + (mention.anaphor() ? " (by context)" : "")
              + (mention.nil() ? " (unknown)" : ""));
    }
    finding("entities", String.join("; ", entities));
    finding(
        "frames",
        doc.within(Layer.FRAMES, span).stream()
            .map(f -> String.format(Locale.ROOT, "%s %.2f", f.frame(), f.evidence().score()))
            .collect(Collectors.joining(", ")));
    for (Move move : doc.within(Layer.MOVES, span)) {
      finding("move", move(doc, move));
    }
    for (Stance stance : doc.within(Layer.STANCES, span)) {
      finding("stance", stance(stance));
    }
  }

  static String move(Doc doc, Move move) {
    return (move.actor().isEmpty() ? "somebody" : move.actor())
        + " "
        + move.direction().id()
        + ", "
        + move.degree().id()
        + (move.grammar() == null ? "" : ", " + move.grammar().id())
        + ": "
        + move.parts().entrySet().stream()
            .map(
                e ->
                    e.getKey().id()
                        + " “"
                        + e.getValue().of(doc.text()).replaceAll("\\s+", " ")
                        + "”")
            .collect(Collectors.joining(", "));
  }

  static String stance(Stance stance) {
    return stance.holder()
        + " "
        + stance.position().id()
        + " "
        + stance.issue()
        + (stance.force() == null ? "" : " (" + stance.force().id() + ")")
        + (stance.basis() == Stance.Basis.DEED ? ", by deed" : "")
        + (stance.reported()
            ? ", reported" + (stance.reporter().isEmpty() ? "" : " by " + stance.reporter())
            : "")
        + (stance.hedges().isEmpty() ? "" : ", hedged: " + String.join("; ", stance.hedges()));
  }

  private void finding(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    String start = String.format(Locale.ROOT, "%-9s", name);
    boolean first = true;
    for (String line : Screen.wrap(value, screen.width() - INDENT - start.length() - 2)) {
      out.println(
          " ".repeat(INDENT)
              + screen.faint("│ " + (first ? start : " ".repeat(start.length())) + line));
      first = false;
    }
  }
}
