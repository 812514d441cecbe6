package dev.rapporteur.text;

/**
 * A word, number or punctuation mark; Penn Treebank's way of cutting ({@code do|n't}, {@code
 * Russia|'s}).
 *
 * @param span where it stands; tokens do not overlap and stay within one {@link Sentence}
 * @param pos universal part of speech ({@code NOUN}, {@code PROPN}, {@code VERB} …), empty if
 *     unknown
 * @param lemma dictionary form in lower case; of a proper noun the word itself; empty if unknown
 */
public record Token(Span span, String pos, String lemma) implements Annotation {}
