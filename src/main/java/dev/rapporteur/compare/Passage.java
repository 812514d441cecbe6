package dev.rapporteur.compare;

import dev.rapporteur.text.Section;
import dev.rapporteur.text.Span;

/**
 * A sentence of a profiled document.
 *
 * @param sid its number in the document
 * @param span where it stands in the document's text
 * @param kind what section it belongs to
 * @param paragraph the section's number, or empty
 * @param page its page, or 0
 * @param from index of its first word in the profile
 * @param to index behind its last word
 */
public record Passage(
    int sid, Span span, Section.Kind kind, String paragraph, int page, int from, int to) {}
