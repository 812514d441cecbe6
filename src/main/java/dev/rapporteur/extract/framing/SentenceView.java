package dev.rapporteur.extract.framing;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as the framing components see it: its words, what it mentions, its cues, and how much
 * it and what is around it is about ICTs.
 *
 * @param sentence the sentence
 * @param units its words
 * @param mentions the mentions in it
 * @param hits the cues in it
 * @param section kind of the section it stands in
 * @param ict how much it is about ICTs, information or the net by its own words; 1 is plainly
 * @param near the largest {@code ict} of the two sentences before it and the one behind it
 * @param share the share of the document's sentences that plainly are about ICTs
 */
record SentenceView(
    Sentence sentence,
    Units units,
    List<Mention> mentions,
    List<CueLexicon.Hit> hits,
    Section.Kind section,
    double ict,
    double near,
    double share) {

  static final String ICT = "ict";

  /** The share from which on a document is about ICTs as a whole, and the least if titled so. */
  private static final double TITLED = 0.4;

  /** How sure the context is that a frame here is about ICTs. */
  enum Context {
    /** Nothing says so. */
    NONE,
    /** A sentence around says so, in a document on other matters. */
    LOCAL,
    /** The document says so: its title, or many of its sentences. */
    TOPIC,
    /** The sentence says so itself. */
    OWN
  }

  /** The sentences of a document's prose, in reading order. */
  static List<SentenceView> of(Doc doc, CueLexicon lexicon) {
    List<SentenceView> bare =
        doc.prose().stream().map(sentence -> alone(doc, sentence, lexicon)).toList();
    double share =
        bare.isEmpty() ? 0 : (double) bare.stream().filter(v -> v.ict >= 1).count() / bare.size();
    if (ict(lexicon.find(Units.of(doc.metadata().title()))) >= 1) {
      share = Math.max(share, TITLED);
    }
    List<SentenceView> views = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      double near = 0;
      for (int j = Math.max(0, i - 2); j <= Math.min(bare.size() - 1, i + 1); j++) {
        near = j == i ? near : Math.max(near, bare.get(j).ict);
      }
      SentenceView v = bare.get(i);
      views.add(
          new SentenceView(v.sentence, v.units, v.mentions, v.hits, v.section, v.ict, near, share));
    }
    return views;
  }

  /** One sentence without what is around it. */
  static SentenceView alone(Doc doc, Sentence sentence, CueLexicon lexicon) {
    Units units = Units.of(doc, sentence);
    List<CueLexicon.Hit> hits = lexicon.find(units);
    return new SentenceView(
        sentence,
        units,
        doc.within(Layer.MENTIONS, sentence.span()),
        hits,
        doc.sectionAt(sentence.span().begin()).map(Section::kind).orElse(Section.Kind.BODY),
        ict(hits),
        0,
        0);
  }

  /** The sum of the weights of the different ICT cues, each place counted once. */
  private static double ict(List<CueLexicon.Hit> hits) {
    double sum = 0;
    int behind = 0;
    for (CueLexicon.Hit hit : hits) {
      if (hit.cue().frame().equals(ICT) && hit.first() >= behind) {
        sum += hit.cue().weight();
        behind = hit.end();
      }
    }
    return sum;
  }

  /** How sure it is that a frame here would be about ICTs. */
  Context context() {
    if (ict >= 1) {
      return Context.OWN;
    }
    if (share >= TITLED || ict > 0 && share >= TITLED / 2) {
      return Context.TOPIC;
    }
    return near >= 1 || ict > 0 && share > 0 ? Context.LOCAL : Context.NONE;
  }

  /** Whether a cue stands inside the name of an instrument, body or person: a title's word. */
  boolean inName(CueLexicon.Hit hit) {
    var span = units.cover(hit.first(), hit.end() - 1);
    for (Mention mention : mentions) {
      if (!mention.anaphor() && mention.span().contains(span)) {
        return true;
      }
    }
    return false;
  }
}
