package dev.rapporteur.index;

import dev.rapporteur.text.Annotation;
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
import dev.rapporteur.text.Stance;
import dev.rapporteur.text.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds documents by hand: {@code new Sample("A/68/98").sentence("[Russia|state:RU] tabled a
 * draft.").frame("law").doc()}. Findings go to the sentence before them; lemmas lose a plural s.
 */
public final class Sample {

  private static final Pattern MENTION = Pattern.compile("\\[([^|\\]]+)\\|([^\\]]+)\\]");

  private Metadata metadata;
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final List<FrameMark> frames = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private final List<Stance> stances = new ArrayList<>();
  private final List<String[]> facts = new ArrayList<>();

  public Sample(String symbol) {
    metadata = Metadata.of(symbol.toLowerCase(java.util.Locale.ROOT).replace('/', '-') + ".txt");
    metadata = metadata.withSymbol(symbol).withTitle("Report " + symbol).withLanguage("en");
  }

  public Sample metadata(Metadata other) {
    metadata = other;
    return this;
  }

  public Metadata metadata() {
    return metadata;
  }

  public Sample date(String date) {
    metadata = metadata.withDate(date);
    return this;
  }

  public Sample fact(String name, String value) {
    facts.add(new String[] {name, value});
    return this;
  }

  /** A sentence that is a paragraph of its own, mentions marked {@code [surface|id]}. */
  public Sample sentence(String marked) {
    return sentence(marked, Section.Kind.BODY, "");
  }

  public Sample sentence(String marked, Section.Kind kind, String number) {
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int begin = text.length();
    Matcher matcher = MENTION.matcher(marked);
    int last = 0;
    while (matcher.find()) {
      text.append(marked, last, matcher.start());
      int at = text.length();
      text.append(matcher.group(1));
      mentions.add(
          new Mention(
              new Span(at, text.length()), matcher.group(2), false, false, evidence("alias")));
      last = matcher.end();
    }
    text.append(marked, last, marked.length());
    Span span = new Span(begin, text.length());
    sections.add(new Section(span, kind, number, 0, 0));
    sentences.add(new Sentence(span, sentences.size() + 1));
    for (Words.Word word : Words.cut(span.of(text))) {
      String lemma =
          word.term().endsWith("s")
              ? word.term().substring(0, word.term().length() - 1)
              : word.term();
      tokens.add(new Token(new Span(begin + word.begin(), begin + word.end()), "NOUN", lemma));
    }
    return this;
  }

  public Sample frame(String frame, String... cues) {
    frames.add(new FrameMark(here(), frame, evidence("lexicon", cues)));
    return this;
  }

  public Sample stance(String holder, String issue, Stance.Position position, String... cues) {
    stances.add(
        new Stance(
            here(),
            holder,
            issue,
            position,
            false,
            "",
            Stance.Basis.STATEMENT,
            Stance.Force.CALLS,
            List.of("as appropriate"),
            Map.of("venue", "gge"),
            evidence("rule", cues)));
    return this;
  }

  public Sample move(String actor, String referent, String threat) {
    Map<Move.Part, Span> parts = new EnumMap<>(Move.Part.class);
    parts.put(Move.Part.REFERENT, find(referent));
    parts.put(Move.Part.THREAT, find(threat));
    moves.add(
        new Move(
            here(),
            actor,
            parts,
            Move.Degree.RISK,
            Move.Direction.SECURITIZES,
            Move.Grammar.HYPER,
            evidence("pattern")));
    return this;
  }

  public Doc doc() {
    String all = text.toString();
    List<Label> labels = new ArrayList<>();
    for (String[] fact : facts) {
      labels.add(new Label(new Span(0, all.length()), fact[0], fact[1], evidence("catalogue")));
    }
    Layers layers =
        layer(Layer.LABELS, labels)
            .and(layer(Layer.SENTENCES, sentences))
            .and(layer(Layer.TOKENS, tokens))
            .and(layer(Layer.MENTIONS, mentions))
            .and(layer(Layer.FRAMES, frames))
            .and(layer(Layer.MOVES, moves))
            .and(layer(Layer.STANCES, stances));
    DocId id = DocId.of((metadata.symbol() + all).getBytes(StandardCharsets.UTF_8));
    return new Doc(id, metadata, all, sections, List.of(), layers);
  }

  private static <A extends Annotation> Layers layer(Layer<A> layer, List<A> annotations) {
    return Layers.of(layer, annotations);
  }

  private Span here() {
    return sentences.getLast().span();
  }

  private Span find(String part) {
    int at = text.indexOf(part, here().begin());
    if (at < 0) {
      throw new IllegalArgumentException("not in the sentence: " + part);
    }
    return new Span(at, at + part.length());
  }

  private Evidence evidence(String rule, String... cues) {
    List<Span> spans = new ArrayList<>();
    for (String cue : cues) {
      spans.add(find(cue));
    }
    return new Evidence("sample", rule, spans, 0.75);
  }
}
