package dev.rapporteur.text;

/**
 * A word or phrase that makes a sentence worth a costlier look; the parser reads nothing else.
 *
 * @param span the cue
 * @param name what it hints at, for example {@code stance} or {@code frame:law}
 * @param evidence the lexicon entry
 */
public record Cue(Span span, String name, Evidence evidence) implements Annotation {}
