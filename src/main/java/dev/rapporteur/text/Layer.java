package dev.rapporteur.text;

import java.util.List;

/**
 * The name and type of one kind of annotation in a document.
 *
 * @param name the name in files and on screen
 * @param type the annotations' class
 */
public record Layer<A extends Annotation>(String name, Class<A> type) {

  /** Sentences, in reading order. */
  public static final Layer<Sentence> SENTENCES = new Layer<>("sentences", Sentence.class);

  /** Words; one layer for all engines. */
  public static final Layer<Token> TOKENS = new Layer<>("tokens", Token.class);

  /** Named and anaphoric mentions of entities. */
  public static final Layer<Mention> MENTIONS = new Layer<>("mentions", Mention.class);

  /** What makes a sentence worth parsing. */
  public static final Layer<Cue> CUES = new Layer<>("cues", Cue.class);

  /** Dependency trees, of cued sentences only. */
  public static final Layer<Dependency> SYNTAX = new Layer<>("syntax", Dependency.class);

  /** Frames of sentences. */
  public static final Layer<FrameMark> FRAMES = new Layer<>("frames", FrameMark.class);

  /** Moves of sentences. */
  public static final Layer<Move> MOVES = new Layer<>("moves", Move.class);

  /** Stances of sentences. */
  public static final Layer<Stance> STANCES = new Layer<>("stances", Stance.class);

  /** Facts about the document, and what extractors from outside find. */
  public static final Layer<Label> LABELS = new Layer<>("labels", Label.class);

  /** Every layer there is, in the order in which pipelines write them. */
  public static final List<Layer<?>> ALL =
      List.of(LABELS, SENTENCES, TOKENS, MENTIONS, CUES, SYNTAX, FRAMES, MOVES, STANCES);

  @Override
  public String toString() {
    return name;
  }
}
