package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** A document as the stance extractor reads it: its sentences in order and who speaks. */
final class Context {

  /** How far back a sentence's context reaches, in sentences. */
  private static final int BACK = 3;

  /** From this share of sentences about ICTs on a document is about them as a whole. */
  private static final double DEDICATED = 0.2;

  /** From this share on ICTs are one of the document's themes. */
  private static final double MIXED = 0.1;

  private final String voice;
  private final boolean known;
  private final List<Reading> readings;
  private final BitSet headings;
  private final double share;
  private final boolean title;

  private Context(
      String voice, boolean known, List<Reading> readings, BitSet headings, boolean title) {
    this.voice = voice;
    this.known = known;
    this.readings = readings;
    this.headings = headings;
    this.title = title;
    long hard = readings.stream().filter(r -> r.topic() == Reading.Topic.HARD).count();
    this.share = readings.isEmpty() ? 0 : (double) hard / readings.size();
  }

  static Context of(Doc doc, Knowledge knowledge) {
    List<Reading> readings = new ArrayList<>();
    BitSet headings = new BitSet();
    for (Sentence sentence : doc.prose()) {
      boolean heading =
          doc.sectionAt(sentence.span().begin())
              .map(s -> s.kind() == Section.Kind.TITLE || s.kind() == Section.Kind.HEADING)
              .orElse(false);
      headings.set(readings.size(), heading);
      readings.add(Reading.of(doc, sentence, knowledge));
    }
    String voice = doc.voice();
    boolean known = !voice.isEmpty();
    if (!known) {
      voice = doc.groups().stream().filter(g -> g.startsWith("forum:")).findFirst().orElse("");
    }
    String title = doc.metadata().title().toLowerCase(Locale.ROOT);
    boolean about =
        title.matches(
            ".*\\b(?:cyber|ict|information|internet|digital|computer|network|online|data).*");
    return new Context(voice.isEmpty() ? "author" : voice, known, readings, headings, about);
  }

  /** Whether a sentence is a title or a heading. */
  boolean isHeading(int index) {
    return headings.get(index);
  }

  List<Reading> readings() {
    return readings;
  }

  /** Who speaks: the document's voice, else its group, else {@code author}. */
  String voice() {
    return voice;
  }

  /** What kind of voice: {@code author}, {@code state}, {@code forum}, {@code group} … */
  String voiceKind() {
    int colon = voice.indexOf(':');
    String kind = colon < 0 ? voice : voice.substring(0, colon);
    return known ? kind : kind + "?";
  }

  boolean voiceIsAuthor() {
    return voice.equals("author");
  }

  /** The share of the document's sentences that are about ICTs by words that have no other use. */
  double share() {
    return share;
  }

  /** Whether the title is about ICTs. */
  boolean titled() {
    return title;
  }

  /**
   * Whether a sentence is about ICTs, by its own words or by what stands around it. Stances on
   * cooperation, rights or crime are found only where they are about ICTs.
   */
  boolean about(int index) {
    Reading.Topic own = readings.get(index).topic();
    Reading one = before(index, 1);
    Reading two = before(index, 2);
    boolean follows =
        one != null && one.topic() == Reading.Topic.HARD
            || two != null && two.topic() == Reading.Topic.HARD;
    return own == Reading.Topic.HARD
        || title
        || share >= DEDICATED
        || own == Reading.Topic.SOFT && (share >= MIXED || topicBefore(index) == Reading.Topic.HARD)
        || follows && share >= MIXED;
  }

  /** The sentence so many before, or null. */
  Reading before(int index, int by) {
    return index - by >= 0 ? readings.get(index - by) : null;
  }

  /** How much the sentences before, up to three, are about ICTs. */
  Reading.Topic topicBefore(int index) {
    Reading.Topic best = Reading.Topic.NONE;
    for (int by = 1; by <= BACK; by++) {
      Reading reading = before(index, by);
      if (reading != null && reading.topic().compareTo(best) > 0) {
        best = reading.topic();
      }
    }
    return best;
  }
}
