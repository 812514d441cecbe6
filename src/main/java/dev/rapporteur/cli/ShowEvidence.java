package dev.rapporteur.cli;

import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stamp;
import dev.rapporteur.text.Stance;
import dev.rapporteur.text.Token;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints why a sentence is annotated as it is: rule, cues and score of every finding. */
final class ShowEvidence {

  private final Doc doc;
  private final PrintWriter out;
  private final Screen screen;

  ShowEvidence(Doc doc, PrintWriter out, Screen screen) {
    this.doc = doc;
    this.out = out;
    this.screen = screen;
  }

  void print(int sid) {
    List<Sentence> sentences = doc.get(Layer.SENTENCES);
    if (sid < 1 || sid > sentences.size()) {
      throw new UsageException(
          doc.name() + " has sentences 1 to " + sentences.size() + ", no sentence " + sid);
    }
    Sentence sentence = sentences.get(sid - 1);
    Span span = sentence.span();
    Screen.wrap(doc.text(sentence), screen.width()).forEach(l -> out.println(screen.bold(l)));
    Section section = doc.sectionAt(span.begin()).orElse(null);
    out.println(
        screen.faint(
            doc.name()
                + ", sentence "
                + sid
                + ", "
                + span
                + (section == null ? "" : ", " + section.kind().id() + " " + section.number())));
    for (Label label : doc.get(Layer.LABELS)) {
      if (label.span().equals(doc.span())) {
        out.println();
        out.println("document's " + label.name() + "  " + label.value());
        evidence(label.evidence());
      }
    }
    for (Layer<?> layer :
        List.of(
            Layer.LABELS, Layer.MENTIONS, Layer.CUES, Layer.FRAMES, Layer.MOVES, Layer.STANCES)) {
      for (Annotation annotation : doc.within(layer, span)) {
        if (!annotation.span().equals(doc.span()) || layer != Layer.LABELS) {
          finding(annotation);
        }
      }
    }
    out.println();
    out.println(
        "tokens   "
            + doc.within(Layer.TOKENS, span).stream()
                .map(ShowEvidence.this::token)
                .collect(Collectors.joining(" ")));
    syntax(span);
    out.println();
    for (Layer<?> layer : Layer.ALL) {
      String stamps =
          doc.layers().stamps(layer).stream()
              .map(Stamp::toString)
              .collect(Collectors.joining(", "));
      if (!stamps.isEmpty()) {
        out.println(screen.faint(String.format(Locale.ROOT, "%-10s by %s", layer, stamps)));
      }
    }
  }

  private void finding(Annotation annotation) {
    out.println();
    switch (annotation) {
      case Mention m -> {
        out.println(
            "entity   “"
                + doc.text(m)
                + "”  "
                + screen.bold(m.id())
                + (m.anaphor() ? ", by context" : "")
                + (m.nil() ? ", unknown" : ""));
        evidence(m.evidence());
      }
      case Cue c -> {
        out.println("cue      “" + doc.text(c) + "”  " + c.name());
        evidence(c.evidence());
      }
      case FrameMark f -> {
        out.println("frame    " + screen.bold(f.frame()));
        evidence(f.evidence());
      }
      case Move m -> {
        out.println("move     " + screen.bold(ShowText.move(doc, m)));
        evidence(m.evidence());
      }
      case Stance s -> {
        out.println("stance   " + screen.bold(ShowText.stance(s)));
        if (!s.qualifiers().isEmpty()) {
          out.println("         " + s.qualifiers());
        }
        evidence(s.evidence());
      }
      case Label l -> {
        out.println("label    “" + doc.text(l) + "”  " + l.name() + " = " + l.value());
        evidence(l.evidence());
      }
      case Sentence s -> out.println("sentence " + s.sid());
      case Token t -> out.println("token    " + token(t));
      case Dependency d -> out.println("arc      " + d.relation());
    }
  }

  private void evidence(Evidence evidence) {
    String cues =
        evidence.cues().stream()
            .filter(cue -> cue.end() <= doc.text().length())
            .map(cue -> "“" + cue.of(doc.text()) + "” " + cue)
            .collect(Collectors.joining(", "));
    out.println(
        String.format(
            Locale.ROOT,
            "         by %s: %s, score %.3f",
            evidence.by(),
            evidence.rule(),
            evidence.score()));
    if (!cues.isEmpty()) {
      out.println("         cues " + cues);
    }
  }

  private String token(Token token) {
    return doc.text(token)
        + (token.pos().isEmpty() ? "" : "/" + token.pos())
        + (token.lemma().isEmpty() ? "" : "/" + token.lemma());
  }

  private void syntax(Span span) {
    List<Dependency> arcs = doc.within(Layer.SYNTAX, span);
    List<Token> tokens = doc.get(Layer.TOKENS);
    if (!arcs.isEmpty()) {
      out.println(
          "syntax   "
              + arcs.stream()
                  .map(
                      d ->
                          d.relation()
                              + "("
                              + (d.head() < 0 ? "ROOT" : doc.text(tokens.get(d.head())))
                              + ", "
                              + doc.text(d)
                              + ")")
                  .collect(Collectors.joining(" ")));
    }
  }
}
