/**
 * One text beside groups of texts: what it shares with them and what sets it apart.
 *
 * <p>A {@link dev.rapporteur.compare.Profiler} turns annotated documents into {@link
 * dev.rapporteur.compare.Profile}s: counts of terms, entities, frames, moves and stances, each with
 * the sentences it was counted in. {@link dev.rapporteur.compare.Comparison} sets a paper's profile
 * beside {@link dev.rapporteur.compare.Group}s of profiles; it is a tree of records whose names are
 * those of the JSON. Every figure leads to its sentences.
 *
 * <p>Digests and news are shown and not counted as originals; a group of fewer than {@value
 * dev.rapporteur.compare.Group#ENOUGH} independent originals is described, not tested. Formulas
 * stand with their sources where they are computed.
 *
 * <p>May depend on text, pipeline, extract, index and search. Read {@link
 * dev.rapporteur.compare.Comparison} first.
 */
package dev.rapporteur.compare;
