package dev.rapporteur.extract.framing;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a sentence as cue patterns see them: lower case, spelling variants folded, compounds
 * taken apart.
 *
 * <p>"Cyber-attacks", "cyberattacks" and "cyber attacks" are the same two units, "defence" and
 * "organisation" are "defense" and "organization". Each unit has the word's form and its lemma; a
 * pattern matches either.
 */
final class Units {

  /**
   * One word.
   *
   * @param form as written, folded
   * @param lemma dictionary form, folded; the form where none is known
   * @param pos universal part of speech, of a compound's parts that of the whole
   * @param span the token's place in the document; parts of a compound share it
   * @param token index of its token in the sentence
   */
  record Unit(String form, String lemma, String pos, Span span, int token) {}

  private final Span span;
  private final List<Unit> units;

  private Units(Span span, List<Unit> units) {
    this.span = span;
    this.units = units;
  }

  /** The units of a sentence. */
  static Units of(Doc doc, Sentence sentence) {
    List<Unit> units = new ArrayList<>();
    List<Token> tokens = doc.within(Layer.TOKENS, sentence.span());
    for (int i = 0; i < tokens.size(); i++) {
      add(doc.text(tokens.get(i)), tokens.get(i), i, units);
    }
    return new Units(sentence.span(), units);
  }

  /** The units of words without tags, such as a title's; their spans are empty. */
  static Units of(String words) {
    List<Unit> units = new ArrayList<>();
    for (String word : words.strip().split("[\\s,;:()“”\"]+")) {
      add(word, new Token(new Span(0, 0), "", ""), units.size(), units);
    }
    return new Units(new Span(0, 0), units);
  }

  /** The parts of a pattern's word, folded in the same way. */
  static List<String> fold(String word) {
    List<Unit> units = new ArrayList<>();
    add(word, new Token(new Span(0, 0), "", ""), 0, units);
    return units.stream().map(Unit::form).toList();
  }

  private static void add(String word, Token token, int index, List<Unit> out) {
    String lower = plain(word.toLowerCase(Locale.ROOT));
    String lemma = token.lemma().isEmpty() ? lower : plain(token.lemma());
    List<String> forms = parts(lower);
    List<String> lemmas = parts(lemma);
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      // a lemma differs from its form in the last part only
      String base = i + 1 == forms.size() ? lemmas.getLast() : form;
      out.add(
          new Unit(
              variant(form),
              variant(singular(base, form, token.pos())),
              token.pos(),
              token.span(),
              index));
    }
  }

  private static String plain(String word) {
    String plain = word.replace('’', '\'').replace('\u2011', '-');
    return plain.startsWith("co-") ? plain.replaceFirst("^co-(?=op|ord)", "co") : plain;
  }

  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    if (word.length() < 3 || word.indexOf("://") >= 0) {
      return List.of(word);
    }
    for (String part : word.split("-")) {
      if (part.isEmpty()) {
        continue;
      }
      if (part.length() > 7
          && part.startsWith("cyber")
          && !part.startsWith("cyberspace")
          && !part.startsWith("cybern")) {
        parts.add("cyber");
        parts.add(part.substring(5));
      } else {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? List.of(word) : parts;
  }

  /** Headings in capitals are tagged as names, whose lemma is the plural as it stands. */
  private static String singular(String lemma, String form, String pos) {
    if (!pos.equals("PROPN") || !lemma.equals(form) || lemma.length() < 4 || !lemma.endsWith("s")) {
      return lemma;
    }
    if (lemma.endsWith("ies")) {
      return lemma.substring(0, lemma.length() - 3) + "y";
    }
    return lemma.endsWith("ss") || lemma.endsWith("us") || lemma.endsWith("is")
        ? lemma
        : lemma.substring(0, lemma.length() - 1);
  }

  /** One spelling for British and American ones; what it does to other words it does everywhere. */
  static String variant(String word) {
    if (word.length() < 6) {
      return word;
    }
    String folded = word;
    int at = folded.indexOf("is", 3);
    if (at > 0 && folded.substring(at + 2).matches("e|ed|es|er|ers|ing|ation|ations|ational")) {
      folded = folded.substring(0, at) + "iz" + folded.substring(at + 2);
    }
    return folded
        .replace("defence", "defense")
        .replace("offence", "offense")
        .replace("behaviour", "behavior")
        .replace("favour", "favor")
        .replace("labour", "labor")
        .replace("programme", "program")
        .replace("licence", "license")
        .replace("centre", "center");
  }

  /** Where the sentence stands. */
  Span span() {
    return span;
  }

  /** How many units there are. */
  int size() {
    return units.size();
  }

  /** A unit by its place in the sentence. */
  Unit get(int index) {
    return units.get(index);
  }

  /** All units, in order. */
  List<Unit> all() {
    return units;
  }

  /** The part of the document from one unit to another, both included. */
  Span cover(int first, int last) {
    return units.get(first).span().cover(units.get(last).span());
  }
}
