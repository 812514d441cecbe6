/**
 * How well the extractors do: gold sentences, scores by the codebook's section 6, their intervals.
 *
 * <p>{@link dev.rapporteur.eval.Gold} reads coded sentences, {@link dev.rapporteur.eval.Scorer}
 * finds them in annotated documents and counts, {@link dev.rapporteur.eval.Scores} are the figures.
 * {@link dev.rapporteur.eval.Agreement} compares two codings of the same sentences.
 *
 * <p>Depends on {@code text} and {@code pipeline}. Read {@link dev.rapporteur.eval.Scorer} first.
 */
package dev.rapporteur.eval;
