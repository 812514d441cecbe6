package dev.rapporteur.text;

/**
 * One arc of a sentence's dependency tree (Universal Dependencies, as CoreNLP writes them).
 *
 * @param span the dependent token's span
 * @param token index of the dependent in the layer {@link Layer#TOKENS}
 * @param head index of its head in the same layer, or {@code -1} for the root
 * @param relation the arc's name, for example {@code nsubj:pass}
 * @param tag the Penn Treebank tag that the parser used for the dependent
 */
public record Dependency(Span span, int token, int head, String relation, String tag)
    implements Annotation {}
