package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hand-built documents: a sentence a line, words as they stand, crude parts of speech. */
final class Docs {

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}'’/.-]*[\\p{L}\\p{N}]|[^\\s]");
  private static final List<String> VERBS =
      List.of(
          "shall",
          "will",
          "should",
          "is",
          "are",
          "affirm",
          "affirms",
          "apply",
          "applies",
          "said",
          "rejects",
          "calls",
          "recommends",
          "encourages",
          "proposed",
          "supports",
          "oppose",
          "cooperate",
          "welcomes",
          "reaffirm",
          "adopted",
          "condemns",
          "build");

  private Docs() {}

  static Models models() {
    return new Models(List.of(Path.of("models")));
  }

  static Knowledge knowledge() {
    return Knowledge.load(models(), List.of("stance/issues.yaml"), "stance/predicates.yaml");
  }

  /**
   * A document.
   *
   * @param voice who speaks; empty for nobody
   * @param names what is a mention, and of what
   */
  static Doc of(String voice, Map<String, String> names, String... lines) {
    String text = String.join("\n\n", lines);
    List<Sentence> sentences = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    int begin = 0;
    for (String line : lines) {
      sentences.add(new Sentence(new Span(begin, begin + line.length()), sentences.size() + 1));
      Matcher matcher = TOKEN.matcher(line);
      while (matcher.find()) {
        String word = matcher.group().toLowerCase(Locale.ROOT);
        String pos =
            !Character.isLetter(word.charAt(0))
                ? "PUNCT"
                : VERBS.contains(word) ? "VERB" : word.equals("it") ? "PRON" : "NOUN";
        tokens.add(new Token(new Span(begin + matcher.start(), begin + matcher.end()), pos, word));
      }
      for (Map.Entry<String, String> name : names.entrySet()) {
        int at = line.indexOf(name.getKey());
        if (at >= 0) {
          mentions.add(
              new Mention(
                  new Span(begin + at, begin + at + name.getKey().length()),
                  name.getValue(),
                  false,
                  false,
                  Evidence.rule("test", "by hand")));
        }
      }
      begin += line.length() + 2;
    }
    Doc doc = Doc.of(text);
    Layers layers =
        Layers.of(Layer.SENTENCES, sentences)
            .and(Layer.TOKENS, tokens)
            .and(Layer.MENTIONS, mentions);
    if (!voice.isEmpty()) {
      Evidence evidence = Evidence.rule("test", "by hand");
      layers =
          layers.and(Layer.LABELS, List.of(new Label(doc.span(), Label.VOICE, voice, evidence)));
    }
    return doc.with(layers);
  }

  static Words words(String line) {
    Doc doc = of("", Map.of("Russia", "state:RU", "Estonia", "state:EE"), line);
    return Words.of(doc, doc.get(Layer.SENTENCES).getFirst());
  }
}
