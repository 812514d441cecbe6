package dev.rapporteur.text;

/**
 * Something found at a place of the text.
 *
 * <p>The kinds are closed, so that whatever stores or prints them can be checked for completeness.
 * An extractor from outside this project writes {@link Label}s.
 */
public sealed interface Annotation
    permits Sentence, Token, Dependency, Mention, Cue, FrameMark, Move, Stance, Label {

  /** Where it stands, in code units of the document's text. */
  Span span();
}
