package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of one sentence as phrases see them: in small letters, hyphenated ones in parts,
 * punctuation left out.
 */
final class Words {

  /**
   * One word.
   *
   * @param form as it stands, in small letters, straight apostrophes
   * @param lemma dictionary form; the form where nobody knows
   * @param pos universal part of speech; empty if unknown
   * @param token index of its token in {@link Layer#TOKENS}
   * @param span where it stands in the document
   * @param clause number of its clause: parts between commas, semicolons, colons, brackets
   * @param item number of its list item: parts between semicolons
   */
  record Word(String form, String lemma, String pos, int token, Span span, int clause, int item) {
    boolean is(String word) {
      return form.equals(word) || lemma.equals(word);
    }
  }

  /**
   * A mention with the words it covers.
   *
   * @param mention the mention
   * @param begin index of its first word
   * @param end index behind its last word
   */
  record Named(Mention mention, int begin, int end) {}

  private final Sentence sentence;
  private final List<Word> words;
  private final List<Named> mentions;
  private final String last;

  private Words(Sentence sentence, List<Word> words, List<Named> mentions, String last) {
    this.sentence = sentence;
    this.words = words;
    this.mentions = mentions;
    this.last = last;
  }

  static Words of(Doc doc, Sentence sentence) {
    List<Token> tokens = doc.within(Layer.TOKENS, sentence.span());
    int first = Layers.firstAtOrAfter(doc.get(Layer.TOKENS), sentence.span().begin());
    List<Word> words = new ArrayList<>(tokens.size());
    int clause = 0;
    int item = 0;
    String last = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String form = doc.text(token).toLowerCase(Locale.ROOT).replace('’', '\'');
      last = form;
      if (!hasLetterOrDigit(form)) {
        if (!form.isEmpty() && ",;:()–—".indexOf(form.charAt(0)) >= 0) {
          clause++;
          item += form.charAt(0) == ';' ? 1 : 0;
        }
        continue;
      }
      add(token, form, first + i, clause, item, words);
    }
    return new Words(sentence, List.copyOf(words), named(doc, sentence, words), last);
  }

  private static void add(
      Token token, String form, int index, int clause, int item, List<Word> words) {
    String lemma = token.lemma().isEmpty() ? form : token.lemma().toLowerCase(Locale.ROOT);
    int hyphen = hyphen(form, 0);
    if (hyphen < 0) {
      words.add(new Word(form, lemma, token.pos(), index, token.span(), clause, item));
      return;
    }
    for (int begin = 0; begin < form.length(); ) {
      int end = hyphen(form, begin);
      end = end < 0 ? form.length() : end;
      String part = form.substring(begin, end);
      if (hasLetterOrDigit(part)) {
        int from = Math.min(token.span().begin() + begin, token.span().end());
        Span span = new Span(from, Math.min(from + part.length(), token.span().end()));
        boolean tail = end == form.length();
        String own = tail && lemma.endsWith(part) ? part : tail ? tail(lemma, part) : part;
        words.add(new Word(part, own, token.pos(), index, span, clause, item));
      }
      begin = end + 1;
    }
  }

  /** The last part of a hyphenated lemma, where it begins as the word's does. */
  private static String tail(String lemma, String part) {
    String own = lemma.substring(lemma.lastIndexOf('-') + 1);
    return !own.isEmpty() && own.charAt(0) == part.charAt(0) ? own : part;
  }

  private static int hyphen(String form, int from) {
    for (int i = Math.max(from, 1); i < form.length(); i++) {
      if (form.charAt(i) == '-' || form.charAt(i) == '\u2011' || form.charAt(i) == '\u2010') {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasLetterOrDigit(String s) {
    return s.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static List<Named> named(Doc doc, Sentence sentence, List<Word> words) {
    List<Named> found = new ArrayList<>();
    for (Mention mention : doc.within(Layer.MENTIONS, sentence.span())) {
      int begin = 0;
      while (begin < words.size() && words.get(begin).span().end() <= mention.span().begin()) {
        begin++;
      }
      int end = begin;
      while (end < words.size() && words.get(end).span().begin() < mention.span().end()) {
        end++;
      }
      if (begin < end) {
        found.add(new Named(mention, begin, end));
      }
    }
    return List.copyOf(found);
  }

  Sentence sentence() {
    return sentence;
  }

  int size() {
    return words.size();
  }

  Word get(int i) {
    return words.get(i);
  }

  List<Word> all() {
    return words;
  }

  List<Named> mentions() {
    return mentions;
  }

  /** The sentence's last token as it stands, punctuation too; empty where there is none. */
  String last() {
    return last;
  }

  /** From the first of some words to the last, in code units of the document. */
  Span span(int begin, int end) {
    return new Span(words.get(begin).span().begin(), words.get(end - 1).span().end());
  }
}
