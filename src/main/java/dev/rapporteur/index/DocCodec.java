package dev.rapporteur.index;

import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stamp;
import dev.rapporteur.text.Stance;
import dev.rapporteur.text.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bytes that an annotated document is kept as: everything, nothing lost, compressed.
 *
 * <p>One byte of version, then a deflated body of {@link Packer}'s numbers and strings. The
 * document comes back {@linkplain Doc#equals equal}. A new component of an annotation's record is a
 * new {@link #VERSION}.
 */
public final class DocCodec {

  /** The form of the bytes; other forms are not read. */
  public static final int VERSION = 1;

  /** The types of annotations by number, which is their place; only ever appended to. */
  private static final List<Class<? extends Annotation>> TYPES =
      List.of(
          Sentence.class,
          Token.class,
          Dependency.class,
          Mention.class,
          Cue.class,
          FrameMark.class,
          Move.class,
          Stance.class,
          Label.class);

  private DocCodec() {}

  /** The document as bytes. */
  public static byte[] encode(Doc doc) {
    Packer out = new Packer();
    out.string(doc.id().value());
    Metadata m = doc.metadata();
    for (String each :
        List.of(
            m.source(),
            m.title(),
            m.symbol(),
            m.date(),
            m.body(),
            m.language(),
            m.sourceType().name(),
            m.legalStatus())) {
      out.string(each);
    }
    out.text(doc.text());
    out.number(doc.sections().size());
    for (Section section : doc.sections()) {
      out.span(section.span());
      out.string(section.kind().name());
      out.string(section.number());
      out.number(section.page());
      out.number(section.level());
    }
    out.number(doc.pages().size());
    for (Doc.PageBreak each : doc.pages()) {
      out.number(each.offset());
      out.number(each.page());
    }
    out.number(doc.layers().layers().size());
    for (Layer<?> layer : doc.layers().layers()) {
      layer(layer, doc.layers(), out);
    }
    return out.packed(VERSION);
  }

  /**
   * The document that these bytes hold.
   *
   * @throws IllegalArgumentException if they are no document of this {@link #VERSION}
   */
  public static Doc decode(byte[] bytes) {
    Unpacker in = Unpacker.of(bytes, VERSION);
    DocId id = new DocId(in.string());
    Metadata metadata =
        new Metadata(
            in.string(),
            in.string(),
            in.string(),
            in.string(),
            in.string(),
            in.string(),
            Metadata.SourceType.valueOf(in.string()),
            in.string());
    String text = in.text();
    List<Section> sections = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      sections.add(
          new Section(
              in.span(), Section.Kind.valueOf(in.string()), in.string(), in.number(), in.number()));
    }
    List<Doc.PageBreak> pages = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      pages.add(new Doc.PageBreak(in.number(), in.number()));
    }
    Layers layers = Layers.none();
    for (int n = in.number(); n > 0; n--) {
      layers = layers.and(layer(in));
    }
    return new Doc(id, metadata, text, sections, pages, layers);
  }

  private static void layer(Layer<?> layer, Layers layers, Packer out) {
    out.string(layer.name());
    out.number(TYPES.indexOf(layer.type()));
    Set<Stamp> stamps = layers.stamps(layer);
    out.number(stamps.size());
    for (Stamp stamp : stamps) {
      out.string(stamp.component());
      out.string(stamp.version());
    }
    List<? extends Annotation> annotations = layers.get(layer);
    out.number(annotations.size());
    for (Annotation each : annotations) {
      annotation(each, out);
    }
  }

  private static Layers layer(Unpacker in) {
    String name = in.string();
    Class<? extends Annotation> type = TYPES.get(in.number());
    return layer(new Layer<>(name, type), in);
  }

  private static <A extends Annotation> Layers layer(Layer<A> layer, Unpacker in) {
    List<Stamp> stamps = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      stamps.add(new Stamp(in.string(), in.string()));
    }
    int size = in.number();
    List<A> annotations = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      annotations.add(layer.type().cast(annotation(layer.type(), in)));
    }
    Layers all = Layers.of(layer, annotations);
    if (stamps.isEmpty()) {
      return all;
    }
    // a layer that several components wrote: their stamps, in order, on the first of no annotations
    Layers marked = Layers.none();
    for (Stamp stamp : stamps) {
      marked = marked.and(Layers.of(layer, List.of()).stamped(stamp));
    }
    return marked.and(all);
  }

  private static void annotation(Annotation annotation, Packer out) {
    out.span(annotation.span());
    switch (annotation) {
      case Sentence s -> out.number(s.sid());
      case Token t -> {
        out.string(t.pos());
        out.string(t.lemma());
      }
      case Dependency d -> {
        out.number(d.token());
        out.number(d.head() + 1);
        out.string(d.relation());
        out.string(d.tag());
      }
      case Mention m -> {
        out.string(m.id());
        out.number((m.anaphor() ? 1 : 0) + (m.nil() ? 2 : 0));
        evidence(m.evidence(), out);
      }
      case Cue c -> {
        out.string(c.name());
        evidence(c.evidence(), out);
      }
      case FrameMark f -> {
        out.string(f.frame());
        evidence(f.evidence(), out);
      }
      case Move m -> {
        out.string(m.actor());
        out.number(m.parts().size());
        m.parts()
            .forEach(
                (part, span) -> {
                  out.string(part.name());
                  out.span(span);
                });
        out.string(m.degree().name());
        out.string(m.direction().name());
        out.string(m.grammar() == null ? "" : m.grammar().name());
        evidence(m.evidence(), out);
      }
      case Stance s -> {
        out.string(s.holder());
        out.string(s.issue());
        out.string(s.position().name());
        out.number(s.reported() ? 1 : 0);
        out.string(s.reporter());
        out.string(s.basis().name());
        out.string(s.force() == null ? "" : s.force().name());
        out.number(s.hedges().size());
        s.hedges().forEach(out::string);
        out.number(s.qualifiers().size());
        new TreeMap<>(s.qualifiers())
            .forEach(
                (key, value) -> {
                  out.string(key);
                  out.string(value);
                });
        evidence(s.evidence(), out);
      }
      case Label l -> {
        out.string(l.name());
        out.string(l.value());
        evidence(l.evidence(), out);
      }
    }
  }

  private static Annotation annotation(Class<? extends Annotation> type, Unpacker in) {
    Span span = in.span();
    return switch (TYPES.indexOf(type)) {
      case 0 -> new Sentence(span, in.number());
      case 1 -> new Token(span, in.string(), in.string());
      case 2 -> new Dependency(span, in.number(), in.number() - 1, in.string(), in.string());
      case 3 -> {
        String id = in.string();
        int flags = in.number();
        yield new Mention(span, id, (flags & 1) != 0, (flags & 2) != 0, evidence(in));
      }
      case 4 -> new Cue(span, in.string(), evidence(in));
      case 5 -> new FrameMark(span, in.string(), evidence(in));
      case 6 -> {
        String actor = in.string();
        Map<Move.Part, Span> parts = new EnumMap<>(Move.Part.class);
        for (int n = in.number(); n > 0; n--) {
          parts.put(Move.Part.valueOf(in.string()), in.span());
        }
        Move.Degree degree = Move.Degree.valueOf(in.string());
        Move.Direction direction = Move.Direction.valueOf(in.string());
        String grammar = in.string();
        yield new Move(
            span,
            actor,
            parts,
            degree,
            direction,
            grammar.isEmpty() ? null : Move.Grammar.valueOf(grammar),
            evidence(in));
      }
      case 7 -> {
        String holder = in.string();
        String issue = in.string();
        Stance.Position position = Stance.Position.valueOf(in.string());
        boolean reported = in.number() == 1;
        String reporter = in.string();
        Stance.Basis basis = Stance.Basis.valueOf(in.string());
        String force = in.string();
        List<String> hedges = new ArrayList<>();
        for (int n = in.number(); n > 0; n--) {
          hedges.add(in.string());
        }
        Map<String, String> qualifiers = new LinkedHashMap<>();
        for (int n = in.number(); n > 0; n--) {
          qualifiers.put(in.string(), in.string());
        }
        yield new Stance(
            span,
            holder,
            issue,
            position,
            reported,
            reporter,
            basis,
            force.isEmpty() ? null : Stance.Force.valueOf(force),
            hedges,
            qualifiers,
            evidence(in));
      }
      case 8 -> new Label(span, in.string(), in.string(), evidence(in));
      default -> throw new IllegalArgumentException("no type of annotation: " + type);
    };
  }

  private static void evidence(Evidence evidence, Packer out) {
    out.number(evidence.cues().size());
    evidence.cues().forEach(out::span);
    out.string(evidence.by());
    out.string(evidence.rule());
    out.real(evidence.score());
  }

  private static Evidence evidence(Unpacker in) {
    List<Span> cues = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      cues.add(in.span());
    }
    return new Evidence(in.string(), in.string(), cues, in.real());
  }
}
