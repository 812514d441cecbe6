/**
 * Who takes which position on which issue: components {@code cues} and {@code stances}.
 *
 * <p>What they know is data: {@code models/stance/issues.yaml} (issues and the words that evoke
 * them) and {@code predicates.yaml} (what verbs do to what they govern). Words and phrases are
 * {@linkplain dev.rapporteur.extract.stance.Phrase phrases} over the {@linkplain
 * dev.rapporteur.extract.stance.Words words} of a sentence, found all at once by a {@linkplain
 * dev.rapporteur.extract.stance.PhraseBook phrase book}. A {@linkplain
 * dev.rapporteur.extract.stance.Reading reading} of a sentence holds what they found.
 *
 * <p>A sentence goes three ways: which issues it takes a stand on, for each issue who holds it, and
 * with which position. Each way is a {@linkplain dev.rapporteur.extract.stance.LinearModel linear
 * model} over features that come from the data files, from mentions and from dependencies, trained
 * by {@link dev.rapporteur.extract.stance.StanceTrainer} from {@code models/labelled}.
 *
 * <p>May depend on {@code text} and {@code pipeline}. Read {@code StanceStage} first.
 */
package dev.rapporteur.extract.stance;
