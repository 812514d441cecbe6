package dev.rapporteur.compare;

import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Move;
import java.util.List;
import java.util.Map;

/**
 * What a comparison needs of one document: counts with their sentences, and its words; far smaller
 * than the annotated document it was made of.
 */
public final class Profile {

  /**
   * What is known of the document as a whole.
   *
   * @param id its id
   * @param metadata title, symbol, date, source type
   * @param voice who speaks in it, or empty
   * @param groups the groups it belongs to
   */
  public record About(String id, Metadata metadata, String voice, List<String> groups) {

    /** What a reader calls it: its symbol, else its title, else its file. */
    public String name() {
      return !metadata.symbol().isEmpty()
          ? metadata.symbol()
          : !metadata.title().isEmpty() ? metadata.title() : metadata.source();
    }

    /** Whether its wording is that of the ones who speak in it; digests and news are not. */
    public boolean original() {
      return metadata.sourceType() != Metadata.SourceType.DIGEST
          && metadata.sourceType() != Metadata.SourceType.NEWS;
    }
  }

  /**
   * A move taken apart.
   *
   * @param sentence index of its sentence
   * @param kind its degree and direction
   * @param actor who makes the claim, or empty
   * @param parts wording of its parts
   */
  public record Threat(int sentence, MoveKind kind, String actor, Map<Move.Part, String> parts) {}

  private final About about;
  private final String text;
  private final List<Passage> sentences;
  private final Words words;
  private final MinHash sketch;
  private final Tally<String> terms;
  private final Tally<String> entities;
  private final Tally<String> frames;
  private final Tally<MoveKind> moves;
  private final List<Threat> threats;
  private final Tally<Claim> stances;

  Profile(
      About about,
      String text,
      List<Passage> sentences,
      Words words,
      Tally<String> terms,
      Tally<String> entities,
      Tally<String> frames,
      Tally<MoveKind> moves,
      List<Threat> threats,
      Tally<Claim> stances) {
    this.about = about;
    this.text = text;
    this.sentences = List.copyOf(sentences);
    this.words = words;
    this.sketch = MinHash.of(words);
    this.terms = terms;
    this.entities = entities;
    this.frames = frames;
    this.moves = moves;
    this.threats = List.copyOf(threats);
    this.stances = stances;
  }

  /** Title, symbol, date, voice, groups. */
  public About about() {
    return about;
  }

  /** The document's text. */
  public String text() {
    return text;
  }

  /** The sentences of its prose, in reading order. */
  public List<Passage> sentences() {
    return sentences;
  }

  /** Its words in reading order. */
  public Words words() {
    return words;
  }

  /** A sketch of its wording, by which near-duplicates are found. */
  MinHash sketch() {
    return sketch;
  }

  /** Content words and noun phrases, as lemmas; names of entities are not among them. */
  public Tally<String> terms() {
    return terms;
  }

  /** Mentions by entity id. */
  public Tally<String> entities() {
    return entities;
  }

  /** Sentences by frame. */
  public Tally<String> frames() {
    return frames;
  }

  /** Sentences by kind of move. */
  public Tally<MoveKind> moves() {
    return moves;
  }

  /** Its moves, taken apart. */
  public List<Threat> threats() {
    return threats;
  }

  /** Stances. */
  public Tally<Claim> stances() {
    return stances;
  }

  /** A sentence's text. */
  public String text(Passage sentence) {
    return sentence.span().of(text);
  }

  /** How a sentence is cited: {@code A/68/98, para. 13}. */
  public String citation(Passage sentence) {
    if (sentence.paragraph().isEmpty()) {
      return about.name() + (sentence.page() > 0 ? ", p. " + sentence.page() : "");
    }
    return switch (sentence.kind()) {
      case FOOTNOTE -> about.name() + ", note " + sentence.paragraph();
      default ->
          about.name()
              + (Character.isDigit(sentence.paragraph().charAt(0)) ? ", para. " : ", ")
              + sentence.paragraph();
    };
  }

  @Override
  public String toString() {
    return about.name() + " (" + sentences.size() + " sentences)";
  }
}
