package dev.rapporteur.index;

import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The annotations of a sentence as {@linkplain Schema#MARKS marks} and facet values. */
final class Marks {

  /**
   * One annotation as a term.
   *
   * @param term the term
   * @param span what it covers in the document: the mention, the cues of a frame or a stance, the
   *     sentence where there are none
   */
  record Mark(String term, Span span) {}

  /** One value of a facet. */
  record Value(Facet facet, String value) {}

  private final Set<Mark> marks = new LinkedHashSet<>();
  private final Set<Value> values = new LinkedHashSet<>();
  private final Span sentence;

  private Marks(Span sentence) {
    this.sentence = sentence;
  }

  /** The marks of a sentence. */
  static Marks of(Doc doc, Span sentence) {
    Marks all = new Marks(sentence);
    doc.within(Layer.MENTIONS, sentence).forEach(all::mention);
    doc.within(Layer.FRAMES, sentence).forEach(all::frame);
    doc.within(Layer.MOVES, sentence).forEach(all::move);
    doc.within(Layer.STANCES, sentence).forEach(all::stance);
    for (Label label : doc.within(Layer.LABELS, sentence)) {
      if (!label.span().equals(doc.span())) {
        all.add("label:" + fold(label.name() + "=" + label.value()), label.span());
      }
    }
    return all;
  }

  Set<Mark> marks() {
    return marks;
  }

  Set<Value> values() {
    return values;
  }

  private void add(String term, Span span) {
    marks.add(new Mark(term, span));
  }

  private void mention(Mention mention) {
    Span span = mention.span();
    entity("", mention.id(), span);
    add("kind:" + mention.kind(), span);
    if (Schema.isActor(mention.kind())) {
      add("kind:actor", span);
      value(Facet.ACTOR, mention.id());
    } else if (mention.kind().equals("forum")) {
      value(Facet.FORUM, mention.id());
    } else if (mention.kind().equals("instrument")) {
      value(Facet.INSTRUMENT, mention.id());
    }
  }

  /** An id with everything above it, each behind a prefix; and by itself. */
  private void entity(String prefix, String id, Span span) {
    for (String each : Schema.withAncestors(id)) {
      add(prefix + each, span);
    }
    add("=" + prefix + fold(id), span);
  }

  private void frame(FrameMark frame) {
    for (Span span : cues(frame, frame.evidence().cues())) {
      add("frame:" + fold(frame.frame()), span);
      add("kind:frame", span);
    }
    value(Facet.FRAME, frame.frame());
  }

  private void move(Move move) {
    Span whole = null;
    for (Move.Part part : Move.Part.values()) {
      Span span = move.part(part).orElse(null);
      if (span != null) {
        add("kind:move." + part.id(), span);
        whole = whole == null ? span : whole.cover(span);
      }
    }
    Span span = whole == null ? sentence : whole;
    add("kind:move", span);
    add("degree:" + move.degree().id(), span);
    add("direction:" + move.direction().id(), span);
    if (move.grammar() != null) {
      add("grammar:" + move.grammar().id(), span);
    }
    if (!move.actor().isEmpty()) {
      entity("move.actor:", move.actor(), span);
      add("kind:move.actor", span);
    }
    value(Facet.DEGREE, move.degree().id());
    value(Facet.DIRECTION, move.direction().id());
  }

  private void stance(Stance stance) {
    String issue = fold(stance.issue());
    String position = stance.position().id();
    for (Span span : cues(stance, stance.evidence().cues())) {
      add("kind:stance", span);
      entity("holder:", stance.holder(), span);
      add("issue:" + issue, span);
      add("position:" + position, span);
      add("basis:" + stance.basis().id(), span);
      add("reported:" + stance.reported(), span);
      if (stance.force() != null) {
        add("force:" + stance.force().id(), span);
      }
      for (String holder : Schema.withAncestors(stance.holder())) {
        add(Schema.stance(holder, issue, position), span);
      }
      if (!stance.reporter().isEmpty()) {
        entity("reporter:", stance.reporter(), span);
      }
      stance.qualifiers().forEach((key, value) -> add(fold(key) + ":" + fold(value), span));
      for (String hedge : stance.hedges()) {
        add("hedge:" + String.join(" ", Words.terms(hedge)), span);
        add("kind:hedge", span);
      }
    }
    value(Facet.HOLDER, stance.holder());
    value(Facet.ISSUE, stance.issue());
    value(Facet.POSITION, position);
    if (stance.force() != null) {
      value(Facet.FORCE, stance.force().id());
    }
  }

  private void value(Facet facet, String value) {
    if (!value.isEmpty()) {
      values.add(new Value(facet, value));
    }
  }

  /** The cues that lie in the sentence; without any, what the finding is about. */
  private List<Span> cues(Annotation finding, List<Span> cues) {
    List<Span> inside = new ArrayList<>();
    for (Span cue : cues) {
      if (sentence.contains(cue) && cue.length() > 0) {
        inside.add(cue);
      }
    }
    return inside.isEmpty() ? List.of(finding.span()) : inside;
  }

  private static String fold(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
