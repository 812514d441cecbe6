package dev.rapporteur.nlp.corenlp;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Token;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.GrammaticalStructure;
import edu.stanford.nlp.trees.TypedDependency;
import java.util.ArrayList;
import java.util.List;

/**
 * The open stage of {@link SyntaxComponent}. CoreNLP is given our tokens and tags them itself, as
 * its parser was trained with its own tagger.
 */
final class SyntaxStage implements Stage {

  static final String TAGGER =
      "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
  static final String PARSER = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";

  private final boolean all;
  private final int maxTokens;
  private final Models models;

  SyntaxStage(boolean all, int maxTokens, Models models) {
    this.all = all;
    this.maxTokens = maxTokens;
    this.models = models;
  }

  @Override
  public Layers annotate(Doc doc) {
    List<Dependency> arcs = new ArrayList<>();
    List<Token> tokens = doc.get(Layer.TOKENS);
    for (Sentence sentence : doc.prose()) {
      if (!all && doc.within(Layer.CUES, sentence.span()).isEmpty()) {
        continue;
      }
      List<Token> words = doc.within(Layer.TOKENS, sentence.span());
      if (!words.isEmpty() && words.size() <= maxTokens) {
        int first = Layers.firstAtOrAfter(tokens, sentence.span().begin());
        parse(doc, words, first, arcs);
      }
    }
    return Layers.of(Layer.SYNTAX, arcs);
  }

  private void parse(Doc doc, List<Token> words, int first, List<Dependency> out) {
    List<CoreLabel> labels = new ArrayList<>();
    for (Token word : words) {
      labels.add(label(doc.text(word)));
    }
    List<TaggedWord> tagged = tagger().tagSentence(labels);
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setTag(tagged.get(i).tag());
      labels.get(i).setIndex(i + 1);
    }
    GrammaticalStructure tree = parser().predict(labels);
    for (TypedDependency arc : tree.typedDependencies()) {
      int dependent = arc.dep().index() - 1;
      int head = arc.gov().index() - 1;
      out.add(
          new Dependency(
              words.get(dependent).span(),
              first + dependent,
              head < 0 ? -1 : first + head,
              arc.reln().toString(),
              labels.get(dependent).tag()));
    }
  }

  /** The word as Penn Treebank text writes it: straight quotes, no typographic dashes. */
  private static CoreLabel label(String word) {
    String plain =
        switch (word) {
          case "“", "”", "\"" -> "''";
          case "‘", "’" -> "'";
          case "–", "—" -> "--";
          case "(" -> "-LRB-";
          case ")" -> "-RRB-";
          default -> word.replace('’', '\'').replace('\u2011', '-');
        };
    CoreLabel label = new CoreLabel();
    label.setWord(plain);
    label.setValue(plain);
    return label;
  }

  private MaxentTagger tagger() {
    return models.shared("corenlp:tagger", () -> new MaxentTagger(TAGGER));
  }

  private DependencyParser parser() {
    return models.shared(
        "corenlp:parser",
        () -> {
          // the two models load side by side
          Thread ahead = Thread.ofPlatform().name("rapporteur-load-tagger").start(this::tagger);
          DependencyParser parser = DependencyParser.loadFromModelFile(PARSER);
          ahead.join();
          return parser;
        });
  }
}
