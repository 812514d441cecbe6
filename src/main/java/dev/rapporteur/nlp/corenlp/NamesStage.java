package dev.rapporteur.nlp.corenlp;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The open stage of {@link NamesComponent}. */
final class NamesStage implements Stage {

  static final String CLASSIFIER =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private final int minimum;
  private final Models models;

  NamesStage(int minimum, Models models) {
    this.minimum = minimum;
    this.models = models;
  }

  @Override
  public Layers annotate(Doc doc) {
    List<Span> names = new ArrayList<>();
    for (Sentence sentence : doc.prose()) {
      List<Token> words = doc.within(Layer.TOKENS, sentence.span());
      List<Mention> mentions = doc.within(Layer.MENTIONS, sentence.span());
      if (worthReading(doc, words, mentions)) {
        persons(doc, words, mentions, names);
      }
    }
    return Layers.of(Layer.MENTIONS, link(doc, names));
  }

  /** Whether enough capitalised words stand in a row that no mention explains. */
  private boolean worthReading(Doc doc, List<Token> words, List<Mention> mentions) {
    int row = 0;
    int longest = 0;
    int capitalised = 0;
    for (int i = 0; i < words.size(); i++) {
      Span span = words.get(i).span();
      boolean name =
          words.get(i).pos().equals("PROPN")
              && isName(doc.text(words.get(i)))
              && mentions.stream().noneMatch(m -> m.span().overlaps(span));
      row = name ? row + 1 : 0;
      longest = Math.max(longest, row);
      capitalised += Character.isUpperCase(doc.text().charAt(span.begin())) ? 1 : 0;
    }
    boolean heading = capitalised * 2 > words.size();
    return longest >= minimum && !heading;
  }

  private static boolean isName(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  private void persons(Doc doc, List<Token> words, List<Mention> mentions, List<Span> out) {
    List<CoreLabel> labels = new ArrayList<>();
    for (Token word : words) {
      CoreLabel label = new CoreLabel();
      label.setWord(doc.text(word).replace('’', '\''));
      labels.add(label);
    }
    List<CoreLabel> tagged = classifier().classifySentence(labels);
    Span current = null;
    for (int i = 0; i <= words.size(); i++) {
      boolean person =
          i < words.size()
              && "PERSON".equals(tagged.get(i).get(CoreAnnotations.AnswerAnnotation.class))
              && words.get(i).pos().equals("PROPN");
      if (person) {
        Span span = words.get(i).span();
        current = current == null ? span : current.cover(span);
      } else if (current != null) {
        Span name = current;
        boolean free = mentions.stream().noneMatch(m -> m.span().overlaps(name));
        if (free && name.of(doc.text()).chars().filter(Character::isLetter).count() > 2) {
          out.add(name);
        }
        current = null;
      }
    }
  }

  /** Full names get ids of their own; a surname alone is the person whose full name came before. */
  private static List<Mention> link(Doc doc, List<Span> names) {
    Map<String, String> surnames = new HashMap<>();
    List<Mention> persons = new ArrayList<>();
    for (Span name : names) {
      String words = name.of(doc.text()).replaceAll("\\s+", " ");
      int last = words.lastIndexOf(' ');
      if (last > 0) {
        String id = "person:" + slug(words);
        surnames.putIfAbsent(words.substring(last + 1), id);
        persons.add(mention(name, id, "a full name that the knowledge base does not know"));
      } else if (surnames.containsKey(words)) {
        persons.add(mention(name, surnames.get(words), "a surname after the full name"));
      }
    }
    return persons;
  }

  private static Mention mention(Span span, String id, String rule) {
    return new Mention(span, id, false, true, Evidence.rule("corenlp-names", rule, span));
  }

  static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private CRFClassifier<CoreLabel> classifier() {
    return models.shared("corenlp:names", () -> CRFClassifier.<CoreLabel>getClassifier(CLASSIFIER));
  }
}
