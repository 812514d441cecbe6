package dev.rapporteur.compare;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import dev.rapporteur.text.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents made by hand, without any engine: a sentence a line; words are nouns but for the stop
 * words; {@code #frame} and {@code @holder/issue/position} at a line's end annotate the line,
 * {@code =surface=id} marks a name.
 */
public final class Texts {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}-]+|[^\\s\\p{L}\\p{N}]");
  private static final Evidence BY_HAND = Evidence.rule("test", "by hand");

  static final Models MODELS = new Models(List.of(Path.of("models")));
  static final Profiler PROFILER = new Profiler(MODELS);

  private Texts() {}

  static Profile profile(String name, String... lines) {
    return PROFILER.profile(doc(meta(name, "2013"), List.of(), lines));
  }

  public static Metadata meta(String name, String date) {
    return Metadata.of(name).withTitle(name).withDate(date);
  }

  public static Doc doc(Metadata metadata, List<String> groups, String... lines) {
    StringBuilder text = new StringBuilder();
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    List<FrameMark> frames = new ArrayList<>();
    List<Stance> stances = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("(?= [#@=]\\S)");
      int begin = text.length();
      text.append(parts[0]);
      Span span = new Span(begin, text.length());
      sentences.add(new Sentence(span, sentences.size() + 1));
      Matcher word = WORD.matcher(parts[0]);
      while (word.find()) {
        String lemma = word.group().toLowerCase(Locale.ROOT);
        boolean letter = Character.isLetter(lemma.charAt(0));
        String pos = !letter ? "PUNCT" : PROFILER.stopwords().contains(lemma) ? "ADP" : "NOUN";
        tokens.add(new Token(new Span(begin + word.start(), begin + word.end()), pos, lemma));
      }
      for (int i = 1; i < parts.length; i++) {
        String value = parts[i].substring(2);
        switch (parts[i].charAt(1)) {
          case '#' -> frames.add(new FrameMark(span, value, BY_HAND));
          case '=' -> {
            String[] nameAndId = value.split("=");
            int at = begin + parts[0].indexOf(nameAndId[0]);
            mentions.add(
                new Mention(
                    new Span(at, at + nameAndId[0].length()), nameAndId[1], false, false, BY_HAND));
          }
          default -> {
            String[] stance = value.split(" ");
            stances.add(
                new Stance(
                    span,
                    stance[0],
                    stance[1],
                    Stance.Position.valueOf(stance[2].toUpperCase(Locale.ROOT)),
                    stance.length > 3,
                    "",
                    Stance.Basis.STATEMENT,
                    Stance.Force.CALLS,
                    List.of(),
                    Map.of(),
                    BY_HAND));
          }
        }
      }
      text.append("\n\n");
    }
    Layers layers =
        Layers.of(Layer.SENTENCES, sentences)
            .and(Layer.TOKENS, tokens)
            .and(Layer.MENTIONS, mentions)
            .and(Layer.FRAMES, frames)
            .and(Layer.STANCES, stances)
            .and(
                Layer.LABELS,
                groups.stream()
                    .map(g -> new Label(new Span(0, text.length()), Label.GROUP, g, BY_HAND))
                    .toList());
    return Doc.of(metadata, text.toString()).with(layers);
  }
}
