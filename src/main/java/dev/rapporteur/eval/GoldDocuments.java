package dev.rapporteur.eval;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Documents put together of gold sentences, for measuring where the texts themselves are not at
 * hand: what stood between and around the sentences is missing.
 */
public final class GoldDocuments {

  private static final Evidence CODED = Evidence.rule("gold", "coded by hand");

  private GoldDocuments() {}

  /** One document for each text that sentences are from, sentences in order, a section each. */
  public static List<Doc> of(List<Gold> gold) {
    return Gold.byDocument(gold).values().stream().map(GoldDocuments::document).toList();
  }

  /**
   * The same document with the gold's own mentions, frames and moves, a sentence for each gold
   * sentence: what extractors learn from.
   *
   * @param doc one of {@link #of}, with tokens if these are wanted
   * @param sentences its gold sentences, in order
   */
  public static Doc answered(Doc doc, List<Gold> sentences) {
    List<Sentence> units = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<FrameMark> frames = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Gold gold = sentences.get(i);
      Span span = doc.sections().get(i).span();
      units.add(new Sentence(span, i + 1));
      for (Gold.Entity each : gold.entities()) {
        place(gold.text(), each.surface(), each.nth())
            .map(s -> s.shift(span.begin()))
            .ifPresent(
                s -> mentions.add(new Mention(s, each.id(), each.anaphor(), each.nil(), CODED)));
      }
      gold.frames().forEach(f -> frames.add(new FrameMark(span, f, CODED)));
      for (Map<String, String> each : gold.moves()) {
        Map<Move.Part, Span> parts = new EnumMap<>(Move.Part.class);
        for (Move.Part part : Move.Part.values()) {
          String words = each.get(part.id());
          if (words != null) {
            place(gold.text(), words, 1).ifPresent(s -> parts.put(part, s.shift(span.begin())));
          }
        }
        if (parts.containsKey(Move.Part.REFERENT) || parts.containsKey(Move.Part.THREAT)) {
          moves.add(
              new Move(
                  span,
                  each.getOrDefault("actor", ""),
                  parts,
                  value(Move.Degree.class, each.getOrDefault("degree", "risk")),
                  value(Move.Direction.class, each.getOrDefault("direction", "securitizes")),
                  each.containsKey("grammar")
                      ? value(Move.Grammar.class, each.get("grammar"))
                      : null,
                  CODED));
        }
      }
    }
    Layers layers = doc.layers().without(Layer.SENTENCES).and(Layer.SENTENCES, units);
    return new Doc(
        doc.id(),
        doc.metadata(),
        doc.text(),
        doc.sections(),
        doc.pages(),
        layers.and(Layer.MENTIONS, mentions).and(Layer.FRAMES, frames).and(Layer.MOVES, moves));
  }

  private static Optional<Span> place(String text, String words, int nth) {
    int at = -1;
    for (int i = 0; i < Math.max(1, nth); i++) {
      at = text.indexOf(words, at + 1);
      if (at < 0) {
        return Optional.empty();
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Span(at, at + words.length()));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
  }

  private static Doc document(List<Gold> sentences) {
    StringBuilder text = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    for (Gold each : sentences) {
      int begin = text.length();
      text.append(each.text());
      sections.add(new Section(new Span(begin, text.length()), Section.Kind.BODY, "", 0, 0));
      text.append("\n\n");
    }
    Gold first = sentences.getFirst();
    Metadata metadata =
        Metadata.of(first.doc()).withTitle(first.title()).withDate(first.date()).withLanguage("en");
    Layers layers = Layers.none();
    if (!first.voice().isEmpty()) {
      Label voice =
          new Label(
              new Span(0, text.length()),
              Label.VOICE,
              first.voice(),
              Evidence.rule("gold", "the gold file says so"));
      layers = Layers.of(Layer.LABELS, List.of(voice));
    }
    return new Doc(
        DocId.of(text.toString().getBytes(StandardCharsets.UTF_8)),
        metadata,
        text.toString(),
        sections,
        List.of(),
        layers);
  }
}
