package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short forms that a document defines: 'Name (ACR)', '(the "Group")', 'hereinafter the …'. */
final class Definitions {

  /**
   * A short form.
   *
   * @param text the short form, without article
   * @param id what it stands for
   * @param nil whether the id was made up
   * @param acronym whether it is one, hence a name; else an anaphor
   * @param span where it is defined
   * @param from the sentence from which on it holds
   * @param rule how it was found
   * @param written whether it is a fact worth keeping about the document
   */
  record Term(
      String text,
      String id,
      boolean nil,
      boolean acronym,
      Span span,
      int from,
      String rule,
      boolean written) {}

  private static final Pattern BRACKET =
      Pattern.compile(
          "\\G\\s{0,2}[(\\[]\\s*(?:(?:also|or|hereinafter|hereafter|henceforth|referred to as|known as|called|abbreviated|further|in the following),?\\s+)*(?:\\s*(?:the|its)\\s+)?[\"“”'‘’]*\\s*(?:[Tt]he\\s+)?([\\p{Lu}\\p{N}][\\p{L}\\p{N}&/.-]*(?:\\s\\p{Lu}[\\p{L}-]+){0,3})\\s*[\"“”'‘’,]*\\s*[)\\]]");

  private static final Pattern HEREINAFTER =
      Pattern.compile(
          "\\G,?\\s*(?:hereinafter|hereafter|henceforth)\\s+(?:(?:referred to|called|known|named|termed)\\s*(?:as)?\\s+)?(?:the\\s+)?[\"“”'‘’]*(?:the\\s+)?(\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+){0,3})");

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "((?:\\p{Lu}[\\p{L}\\p{N}’'-]*)(?:\\s(?:\\p{Lu}[\\p{L}\\p{N}’'-]*|of|for|on|and|the|in|to|against|de|&)){1,12})\\s\\((\\p{Lu}[\\p{L}\\p{N}-]{1,9})\\)");

  private static final Pattern PARTIES =
      Pattern.compile(
          "(?:hereinafter|hereafter)\\s+(?:(?:referred to|called)\\s*(?:as)?\\s+)?(?:the\\s+)?[\"“”'‘’]*(?:the\\s+)?(Parties|States Parties|Sides)");

  private final Facts facts;
  private final Heads heads;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final Map<String, Term> surnames = new HashMap<>();
  private final Set<String> others = new HashSet<>();

  Definitions(Facts facts, Heads heads) {
    this.facts = facts;
    this.heads = heads;
  }

  List<Term> terms() {
    return List.copyOf(terms.values());
  }

  /** Whether the document defines any short form in words. */
  boolean hasAnaphors() {
    return terms.values().stream().anyMatch(t -> !t.acronym);
  }

  /** The anaphoric short form of these words, if the document has defined it by this sentence. */
  Optional<Term> anaphor(String phrase, int sentence) {
    Term term = terms.get(phrase);
    return term == null || term.acronym || term.from > sentence
        ? Optional.empty()
        : Optional.of(term);
  }

  /** Notes the definitions of a sentence. */
  void read(Line line) {
    String text = line.words().text;
    int end = line.words().end;
    if (text.indexOf('(', line.words().begin) >= 0
        || text.indexOf("herea", line.words().begin) >= 0
        || text.indexOf("herein", line.words().begin) >= 0) {
      for (Candidate candidate : line.candidates()) {
        for (Pattern pattern : List.of(BRACKET, HEREINAFTER)) {
          Matcher m = pattern.matcher(text).region(candidate.end(), end);
          if (m.find()) {
            bind(candidate, m, line, pattern == HEREINAFTER);
          }
        }
      }
      Matcher parties = PARTIES.matcher(text).region(line.words().begin, end);
      if (parties.find()) {
        String own =
            facts.own.isEmpty() ? "document" : facts.own.substring(facts.own.indexOf(':') + 1);
        define(
            new Term(
                parties.group(1),
                "bloc:" + Slug.of(own) + "-parties",
                true,
                false,
                new Span(parties.start(1), parties.end(1)),
                line.index(),
                "defined in the document",
                true));
      }
      unknown(line, text, end);
    }
  }

  private void bind(Candidate candidate, Matcher m, Line line, boolean hereinafter) {
    String shortForm = m.group(1);
    boolean acronym = isAcronym(shortForm);
    if (shortForm.equals("Parties")
        || shortForm.endsWith(" Parties")
        || shortForm.equals("Sides")) {
      return; // those are of the agreement, not of whom stands before
    }
    if (acronym) {
      for (Candidate other : line.candidates()) {
        if (other.isSure()
            && other.begin() == m.start(1)
            && other.end() == m.end(1)
            && !other.senses().getFirst().id().equals(candidate.senses().getFirst().id())) {
          return; // it is another entity's own acronym
        }
      }
    }
    String name = line.words().text.substring(candidate.begin(), candidate.end());
    if (acronym
        ? !initials(shortForm, name) && !hereinafter
        : !related(shortForm, name, m.group())) {
      return;
    }
    List<Sense> senses = candidate.senses();
    Sense sense = senses.getFirst();
    if (senses.size() > 1 || sense.id().indexOf('?') >= 0) {
      return;
    }
    define(
        new Term(
            shortForm,
            sense.id(),
            false,
            acronym,
            new Span(m.start(1), m.end(1)),
            line.index(),
            "defined in the document after \"" + name + "\"",
            true));
  }

  /** A name that the knowledge base lacks and the acronym behind it. */
  private void unknown(Line line, String text, int end) {
    Matcher m = INTRODUCED.matcher(text).region(line.words().begin, end);
    while (m.find()) {
      String acronym = m.group(2);
      if (terms.containsKey(acronym) || !isAcronym(acronym)) {
        continue;
      }
      String name = trim(m.group(1), acronym);
      boolean known = false;
      for (Candidate candidate : line.candidates()) {
        known |= candidate.isSure() && candidate.overlaps(m.start(2), m.end(2));
        known |= candidate.end() == m.end(1) && name != null && candidate.length() >= name.length();
      }
      if (known || name == null) {
        continue;
      }
      String kind = null;
      for (String word : name.split("\\s")) {
        String each = heads.kind(word);
        kind = each == null || kind != null && name.contains(" of ") ? kind : each;
      }
      if (kind == null) {
        others.add(acronym); // the document means something that is no entity
        continue;
      }
      String id = kind + ":" + Slug.of(name);
      String rule = "introduced in the document with its acronym";
      int begin = m.end(1) - name.length();
      define(new Term(name, id, true, true, new Span(begin, m.end(1)), line.index(), rule, false));
      define(
          new Term(
              acronym, id, true, true, new Span(m.start(2), m.end(2)), line.index(), rule, true));
    }
  }

  /** The shortest end of the words before an acronym whose initials it is. */
  private static String trim(String words, String acronym) {
    String[] all = words.split("\\s");
    for (int from = all.length - 2; from >= 0; from--) {
      if (!Character.isUpperCase(all[from].charAt(0))
          || Character.toLowerCase(all[from].charAt(0))
              != Character.toLowerCase(acronym.charAt(0))) {
        continue;
      }
      StringBuilder initials = new StringBuilder();
      for (int i = from; i < all.length; i++) {
        for (String part : all[i].split("-")) {
          if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
            initials.append(part.charAt(0));
          }
        }
      }
      if (initials.toString().equalsIgnoreCase(acronym.replace("-", ""))) {
        return String.join(" ", List.of(all).subList(from, all.length));
      }
    }
    return null;
  }

  private void define(Term term) {
    terms.putIfAbsent(term.text, term);
  }

  static boolean isAcronym(String word) {
    int capitals = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == ' ') {
        return false;
      }
      capitals += Character.isUpperCase(c) || Character.isDigit(c) ? 1 : 0;
    }
    return capitals >= 2 && 2 * capitals >= word.length();
  }

  /** Whether the letters of an acronym stand in a name in order, its first one first in a word. */
  static boolean initials(String acronym, String name) {
    String letters = acronym.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    String plain = name.toLowerCase(Locale.ROOT);
    int at = -1;
    for (int i = 0; i < letters.length(); i++) {
      at = plain.indexOf(letters.charAt(i), at + 1);
      if (at < 0) {
        return letters.length() > 2 && i == letters.length() - 1 && letters.endsWith("s");
      }
    }
    return true;
  }

  /** A short form in words must be a word of the name, or stand in quotation marks. */
  private static boolean related(String shortForm, String name, String bracket) {
    if (bracket.indexOf('"') >= 0
        || bracket.indexOf('“') >= 0
        || bracket.indexOf('‘') >= 0
        || bracket.contains("herein")
        || bracket.contains("the ")) {
      return true;
    }
    String last = shortForm.substring(shortForm.lastIndexOf(' ') + 1);
    return name.contains(last) && !name.equals(shortForm);
  }

  /** After a person's full name the surname alone names her. */
  void surname(Found found, Line line) {
    if (!found.kind().equals("person")) {
      return;
    }
    String name = line.words().text.substring(found.begin(), found.end());
    int space = name.lastIndexOf(' ');
    if (space > 0 && name.length() - space > 3) {
      String surname = name.substring(space + 1);
      surnames.putIfAbsent(
          surname,
          new Term(
              surname,
              found.id(),
              found.nil(),
              true,
              new Span(found.begin(), found.end()),
              line.index(),
              "surname after \"" + name + "\"",
              false));
    }
  }

  /** The short forms that stand in a sentence. */
  List<Candidate> in(Line line) {
    if (terms.isEmpty() && surnames.isEmpty()) {
      return List.of();
    }
    List<Candidate> here = new ArrayList<>();
    Words words = line.words();
    for (int i = 0; i < words.count; i++) {
      if (!words.isCapital(i) || words.ends[i] - words.begins[i] < 2) {
        continue;
      }
      String word = words.word(i);
      Term term = term(word, line.index());
      if (term != null) {
        here.add(candidate(words.begins[i], words.ends[i], term));
      }
    }
    for (Term term : terms.values()) {
      if (term.acronym && term.from <= line.index() && term.text.indexOf(' ') > 0
          || term.acronym && term.text.indexOf('-') > 0) {
        int at = words.text.indexOf(term.text, words.begin);
        while (at >= 0 && at + term.text.length() <= words.end) {
          here.add(candidate(at, at + term.text.length(), term));
          at = words.text.indexOf(term.text, at + 1);
        }
      }
    }
    return here;
  }

  private Term term(String word, int sentence) {
    Term term = terms.get(word);
    if (term == null && word.length() > 3 && word.endsWith("s")) {
      term = terms.get(word.substring(0, word.length() - 1));
    }
    if (term == null || !term.acronym) {
      term = surnames.get(word);
    }
    return term == null || term.from > sentence ? null : term;
  }

  private static Candidate candidate(int begin, int end, Term term) {
    return new Candidate(
        begin,
        end,
        List.of(new Sense(term.id, new Alias(term.text, Form.ACRONYM, false), term.rule)),
        false);
  }

  /** Whether the document uses an acronym for something that is no entity. */
  boolean isOther(String acronym) {
    return others.contains(acronym);
  }

  /** The document's own meaning of what stands at a candidate's place. */
  Optional<Term> term(Candidate candidate, Line line) {
    String text = line.words().text.substring(candidate.begin(), candidate.end());
    Term term = terms.get(text);
    if (term == null || !term.acronym) {
      term = term(text, line.index());
    }
    return term == null || !term.acronym || term.from > line.index()
        ? Optional.empty()
        : Optional.of(term);
  }
}
