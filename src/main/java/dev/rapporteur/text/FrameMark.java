package dev.rapporteur.text;

/**
 * A frame that a sentence carries.
 *
 * @param span the sentence's span
 * @param frame the frame's id in the codebook, for example {@code securitization}
 * @param evidence its cues and score
 */
public record FrameMark(Span span, String frame, Evidence evidence) implements Annotation {}
