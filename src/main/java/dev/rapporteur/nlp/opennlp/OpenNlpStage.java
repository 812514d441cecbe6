package dev.rapporteur.nlp.opennlp;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * The open stage of {@link OpenNlpComponent}: models are shared, the engines that use them, which
 * are not thread-safe, are lent out one a call.
 */
final class OpenNlpStage implements Stage {

  private static final int LEMMAS_KEPT = 200_000;

  /** One set of engines, for one thread at a time. */
  private record Engines(
      SentenceDetectorME sentences, TokenizerME tokens, POSTaggerME tagger, LemmatizerME lemmas) {}

  private final SentenceSplitter splitter;
  private final boolean tags;
  private final Models models;
  private final ConcurrentLinkedQueue<Engines> idle = new ConcurrentLinkedQueue<>();

  /**
   * A lemma depends on word and tag alone here (each is given to the lemmatizer by itself), so that
   * it can be kept: the lemmatizer is four times slower than everything else together.
   */
  private final Map<String, String> lemmas = new ConcurrentHashMap<>();

  OpenNlpStage(SentenceSplitter splitter, boolean tags, Models models) {
    this.splitter = splitter;
    this.tags = tags;
    this.models = models;
  }

  @Override
  public Layers annotate(Doc doc) {
    Engines lent = idle.poll();
    Engines engines = lent == null ? engines() : lent;
    try {
      List<Sentence> sentences = new ArrayList<>();
      List<Token> tokens = new ArrayList<>();
      for (Section section : doc.sections()) {
        for (Span span :
            splitter.split(doc.text(), section.span(), s -> ends(s, engines.sentences))) {
          sentences.add(new Sentence(span, sentences.size() + 1));
          tokens(doc, span, section.kind().analysed() && doc.isEnglish(), engines, tokens);
        }
      }
      return Layers.of(Layer.SENTENCES, sentences).and(Layer.TOKENS, tokens);
    } finally {
      idle.add(engines);
    }
  }

  private static Set<Integer> ends(String block, SentenceDetectorME detector) {
    Set<Integer> ends = new HashSet<>();
    for (opennlp.tools.util.Span each : detector.sentPosDetect(Tokens.plain(block))) {
      ends.add(each.getEnd());
    }
    return ends;
  }

  private void tokens(Doc doc, Span sentence, boolean prose, Engines engines, List<Token> out) {
    List<Span> spans = Tokens.of(sentence.of(doc.text()), sentence.begin(), engines.tokens);
    if (!tags || !prose || spans.isEmpty()) {
      spans.forEach(span -> out.add(new Token(span, "", "")));
      return;
    }
    String[] words = new String[spans.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = Tokens.plain(spans.get(i).of(doc.text()));
    }
    String[] pos = engines.tagger.tag(words);
    for (int i = 0; i < words.length; i++) {
      out.add(new Token(spans.get(i), pos[i], lemma(words[i], pos[i], engines.lemmas)));
    }
  }

  private String lemma(String word, String pos, LemmatizerME lemmatizer) {
    if (word.equalsIgnoreCase("n't")) {
      return "not";
    }
    if (pos.equals("PROPN")
        || pos.equals("PUNCT")
        || pos.equals("NUM")
        || pos.equals("SYM")
        || pos.equals("X")) {
      return word.toLowerCase(Locale.ROOT);
    }
    String key = pos + ' ' + word;
    String known = lemmas.get(key);
    if (known != null) {
      return known;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String lemma =
        lemmatizer.lemmatize(new String[] {lower}, new String[] {pos})[0].toLowerCase(Locale.ROOT);
    if (lemma.isEmpty() || lemma.equals("_")) {
      lemma = lower;
    }
    if (lemmas.size() < LEMMAS_KEPT) {
      lemmas.put(key, lemma);
    }
    return lemma;
  }

  private Engines engines() {
    SentenceModel sentences = model("opennlp-en-ud-ewt-sentence", SentenceModel::new);
    TokenizerModel tokens = model("opennlp-en-ud-ewt-tokens", TokenizerModel::new);
    POSModel pos = model("opennlp-en-ud-ewt-pos", POSModel::new);
    LemmatizerModel lemmatizer = model("opennlp-en-ud-ewt-lemmas", LemmatizerModel::new);
    return new Engines(
        new SentenceDetectorME(sentences),
        new TokenizerME(tokens),
        new POSTaggerME(pos, POSTagFormat.UD),
        new LemmatizerME(lemmatizer));
  }

  private interface Loader<T> {
    T load(InputStream in) throws IOException;
  }

  /** Loads a model from the jar that Apache publishes it in; the jar's version is in its name. */
  private <T> T model(String name, Loader<T> loader) {
    return models.shared(
        "opennlp:" + name,
        () -> {
          String resource = "/" + name + "-1.3-2.5.4.bin";
          try (InputStream in = OpenNlpStage.class.getResourceAsStream(resource)) {
            if (in == null) {
              throw new ConfigurationException(
                  "the model " + resource + " is not on the class path: is its jar missing?");
            }
            return loader.load(in);
          }
        });
  }
}
