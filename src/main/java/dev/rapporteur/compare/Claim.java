package dev.rapporteur.compare;

import dev.rapporteur.text.Stance;

/**
 * A stance without its place: what agreement is counted over.
 *
 * @param holder who holds it
 * @param issue the issue's id
 * @param position the stand
 * @param own whether the document's own voice holds it; else it is reported of others
 */
public record Claim(String holder, String issue, Stance.Position position, boolean own) {}
