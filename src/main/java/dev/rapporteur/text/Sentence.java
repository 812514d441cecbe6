package dev.rapporteur.text;

/**
 * A sentence, or what is coded as one: a list item, a paragraph of a resolution, a heading.
 *
 * @param span where it stands; sentences do not overlap and stay within one {@link Section}
 * @param sid its number in the document, from 1 without gaps, in reading order
 */
public record Sentence(Span span, int sid) implements Annotation {}
