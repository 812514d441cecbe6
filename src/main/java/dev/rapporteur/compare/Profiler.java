package dev.rapporteur.compare;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stance;
import dev.rapporteur.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes {@link Profile}s of annotated documents. One profiler for a comparison: equal words of all
 * its profiles are one string in memory. Not thread-safe.
 */
public final class Profiler {

  private static final int LONGEST_PHRASE = 3;

  private final Set<String> stopwords;
  private final Map<String, String> strings = new HashMap<>();

  /** A profiler with the stop words of {@code models/compare/stopwords.txt}. */
  public Profiler(Models models) {
    this.stopwords =
        new HashSet<>(
            models
                .text("compare/stopwords.txt")
                .lines()
                .map(String::strip)
                .filter(s -> !s.isEmpty() && !s.startsWith("#"))
                .toList());
  }

  /** Words that carry no content of their own. */
  Set<String> stopwords() {
    return stopwords;
  }

  /** The profile of a document. */
  public Profile profile(Doc doc) {
    List<Passage> sentences = new ArrayList<>();
    List<Token> words = new ArrayList<>();
    Tally.Builder<String> terms = new Tally.Builder<>();
    Tally.Builder<String> entities = new Tally.Builder<>();
    Tally.Builder<String> frames = new Tally.Builder<>();
    Tally.Builder<MoveKind> moves = new Tally.Builder<>();
    List<Profile.Threat> threats = new ArrayList<>();
    Tally.Builder<Claim> stances = new Tally.Builder<>();
    for (Sentence sentence : doc.prose()) {
      Span span = sentence.span();
      int index = sentences.size();
      int from = words.size();
      List<Mention> mentions = doc.within(Layer.MENTIONS, span);
      List<Token> tokens = doc.within(Layer.TOKENS, span);
      for (Token token : tokens) {
        if (isWord(doc.text(token))) {
          words.add(token);
        }
      }
      terms(doc, tokens, mentions, terms, index);
      for (Mention mention : mentions) {
        entities.add(mention.id(), index);
      }
      for (FrameMark frame : doc.within(Layer.FRAMES, span)) {
        frames.add(frame.frame(), index);
      }
      for (Move move : doc.within(Layer.MOVES, span)) {
        MoveKind kind = new MoveKind(move.degree(), move.direction());
        moves.add(kind, index);
        Map<Move.Part, String> parts = new EnumMap<>(Move.Part.class);
        move.parts().forEach((part, where) -> parts.put(part, where.of(doc.text())));
        threats.add(new Profile.Threat(index, kind, move.actor(), parts));
      }
      for (Stance stance : doc.within(Layer.STANCES, span)) {
        stances.add(
            new Claim(stance.holder(), stance.issue(), stance.position(), !stance.reported()),
            index);
      }
      Optional<Section> section = doc.sectionAt(span.begin());
      sentences.add(
          new Passage(
              sentence.sid(),
              span,
              section.map(Section::kind).orElse(Section.Kind.BODY),
              section.map(Section::number).orElse(""),
              doc.pageAt(span.begin()),
              from,
              words.size()));
    }
    return new Profile(
        new Profile.About(doc.id().value(), doc.metadata(), doc.voice(), doc.groups()),
        doc.text(),
        sentences,
        words(doc, words),
        terms.build(),
        entities.build(),
        frames.build(),
        moves.build(),
        threats,
        stances.build());
  }

  private Words words(Doc doc, List<Token> tokens) {
    String[] lemmas = new String[tokens.size()];
    int[] begins = new int[lemmas.length];
    int[] ends = new int[lemmas.length];
    for (int i = 0; i < lemmas.length; i++) {
      lemmas[i] = lemma(doc, tokens.get(i));
      begins[i] = tokens.get(i).span().begin();
      ends[i] = tokens.get(i).span().end();
    }
    BitSet named = new BitSet();
    int word = 0;
    for (Mention mention : doc.get(Layer.MENTIONS)) {
      while (word < ends.length && ends[word] <= mention.span().begin()) {
        word++;
      }
      for (int i = word; i < ends.length && begins[i] < mention.span().end(); i++) {
        named.set(i);
      }
    }
    return new Words(lemmas, begins, ends, named);
  }

  /**
   * Counts content words and runs of nouns and adjectives that end in a noun. What names an entity
   * is left to the entities.
   */
  private void terms(
      Doc doc, List<Token> tokens, List<Mention> mentions, Tally.Builder<String> terms, int index) {
    List<String> run = new ArrayList<>();
    int nextMention = 0;
    for (Token token : tokens) {
      while (nextMention < mentions.size()
          && mentions.get(nextMention).span().end() <= token.span().begin()) {
        nextMention++;
      }
      boolean named =
          nextMention < mentions.size()
              && !mentions.get(nextMention).anaphor()
              && mentions.get(nextMention).span().overlaps(token.span());
      String lemma = lemma(doc, token);
      if (named || !isContent(token, lemma)) {
        run.clear();
        continue;
      }
      terms.add(lemma, index);
      if (token.pos().equals("VERB") || token.pos().isEmpty()) {
        run.clear();
        continue;
      }
      run.add(lemma);
      if (!token.pos().equals("ADJ")) {
        for (int length = 2; length <= Math.min(LONGEST_PHRASE, run.size()); length++) {
          terms.add(shared(String.join(" ", run.subList(run.size() - length, run.size()))), index);
        }
      }
    }
  }

  private boolean isContent(Token token, String lemma) {
    return switch (token.pos()) {
      case "NOUN", "PROPN", "VERB", "ADJ", "" ->
          lemma.length() > 2
              && lemma.chars().allMatch(c -> Character.isLetter(c) || c == '-')
              && !stopwords.contains(lemma);
      default -> false;
    };
  }

  private static boolean isWord(String token) {
    return token.chars().anyMatch(Character::isLetterOrDigit);
  }

  private String lemma(Doc doc, Token token) {
    return shared(
        (token.lemma().isEmpty() ? doc.text(token) : token.lemma()).toLowerCase(Locale.ROOT));
  }

  private String shared(String word) {
    String first = strings.putIfAbsent(word, word);
    return first == null ? word : first;
  }
}
