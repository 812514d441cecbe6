package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One sentence as the stance extractor reads it: its words, the cues of issues in it, its
 * predicates, and how much it is about ICTs.
 */
final class Reading {

  /** How much a text is about ICTs. */
  enum Topic {
    /** Not at all. */
    NONE,
    /** By words that have other uses, too. */
    SOFT,
    /** By words that have none. */
    HARD
  }

  private final Words words;
  private final Section.Kind kind;
  private final Map<String, List<PhraseBook.Hit<Knowledge.Cue>>> cues;
  private final List<PhraseBook.Hit<Knowledge.Predicate>> predicates;
  private final Topic topic;
  private final boolean verb;

  private Reading(
      Words words,
      Section.Kind kind,
      Map<String, List<PhraseBook.Hit<Knowledge.Cue>>> cues,
      List<PhraseBook.Hit<Knowledge.Predicate>> predicates,
      Topic topic) {
    this.words = words;
    this.kind = kind;
    this.cues = cues;
    this.predicates = predicates;
    this.topic = topic;
    this.verb = words.all().stream().anyMatch(w -> w.pos().equals("VERB") || w.pos().equals("AUX"));
  }

  static Reading of(Doc doc, Sentence sentence, Knowledge knowledge) {
    Words words = Words.of(doc, sentence);
    Map<String, List<PhraseBook.Hit<Knowledge.Cue>>> cues = new TreeMap<>();
    for (PhraseBook.Hit<Knowledge.Cue> hit : knowledge.cues().find(words)) {
      cues.computeIfAbsent(hit.value().issue(), i -> new ArrayList<>()).add(hit);
    }
    cues.replaceAll((issue, hits) -> allowed(hits));
    cues.values().removeIf(List::isEmpty);
    Topic topic = Topic.NONE;
    for (PhraseBook.Hit<Boolean> hit : knowledge.topic().find(words)) {
      topic = hit.value() ? Topic.HARD : topic == Topic.NONE ? Topic.SOFT : topic;
    }
    if (words.mentions().stream().anyMatch(m -> knowledge.isTopic(m.mention().id()))) {
      topic = Topic.HARD;
    }
    Section.Kind kind =
        doc.sectionAt(sentence.span().begin()).map(Section::kind).orElse(Section.Kind.BODY);
    return new Reading(words, kind, cues, outermost(knowledge.verbs().find(words)), topic);
  }

  /**
   * The cues that no {@code never} phrase of the issue covers, longest first where they overlap.
   */
  private static List<PhraseBook.Hit<Knowledge.Cue>> allowed(
      List<PhraseBook.Hit<Knowledge.Cue>> hits) {
    List<PhraseBook.Hit<Knowledge.Cue>> kept = new ArrayList<>();
    for (PhraseBook.Hit<Knowledge.Cue> hit : hits) {
      boolean excluded =
          hit.value().strength() == Knowledge.Strength.NEVER
              || hits.stream()
                  .anyMatch(
                      h ->
                          h.value().strength() == Knowledge.Strength.NEVER
                              && h.begin() < hit.end()
                              && hit.begin() < h.end());
      if (!excluded) {
        kept.add(hit);
      }
    }
    return kept;
  }

  /** Predicates that lie in no longer one of another class: "call on" is no "call". */
  private static List<PhraseBook.Hit<Knowledge.Predicate>> outermost(
      List<PhraseBook.Hit<Knowledge.Predicate>> hits) {
    return hits.stream()
        .filter(
            h ->
                hits.stream()
                    .noneMatch(
                        o ->
                            o.begin() <= h.begin()
                                && h.end() <= o.end()
                                && o.end() - o.begin() > h.end() - h.begin()))
        .toList();
  }

  Words words() {
    return words;
  }

  Section.Kind kind() {
    return kind;
  }

  Topic topic() {
    return topic;
  }

  /** Whether the sentence has a verb; headings and fragments often have none. */
  boolean hasVerb() {
    return verb;
  }

  /** Whether it only says where to read on: "Ibid.", "See …", an address. Such are not coded. */
  boolean isReference() {
    if (words.size() == 0) {
      return true;
    }
    String first = words.get(0).form();
    return first.equals("ibid")
        || first.equals("ibid.")
        || first.equals("cf")
        || first.equals("cf.")
        || kind == Section.Kind.FOOTNOTE && first.equals("see")
        || words.all().stream()
            .anyMatch(w -> w.form().startsWith("http") || w.form().startsWith("www."));
  }

  /** The cues of all issues. */
  Map<String, List<PhraseBook.Hit<Knowledge.Cue>>> cues() {
    return cues;
  }

  /** The cues of an issue. */
  List<PhraseBook.Hit<Knowledge.Cue>> cues(String issue) {
    return cues.getOrDefault(issue, List.of());
  }

  List<PhraseBook.Hit<Knowledge.Predicate>> predicates() {
    return predicates;
  }

  /** The issue's strongest cue, the longer one where two are as strong, else the earlier. */
  Optional<PhraseBook.Hit<Knowledge.Cue>> best(String issue) {
    PhraseBook.Hit<Knowledge.Cue> best = null;
    for (PhraseBook.Hit<Knowledge.Cue> hit : cues(issue)) {
      if (best == null || rank(hit) > rank(best)) {
        best = hit;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double rank(PhraseBook.Hit<Knowledge.Cue> hit) {
    return hit.value().strength().weight * 100 + (hit.end() - hit.begin());
  }

  /** The weights of an issue's cues that do not overlap, added up. */
  double weight(String issue) {
    double sum = 0;
    List<PhraseBook.Hit<Knowledge.Cue>> taken = new ArrayList<>();
    List<PhraseBook.Hit<Knowledge.Cue>> all = new ArrayList<>(cues(issue));
    all.sort((a, b) -> Double.compare(rank(b), rank(a)));
    for (PhraseBook.Hit<Knowledge.Cue> hit : all) {
      if (taken.stream().noneMatch(t -> t.begin() < hit.end() && hit.begin() < t.end())) {
        taken.add(hit);
        sum += hit.value().strength().weight;
      }
    }
    return sum;
  }
}
