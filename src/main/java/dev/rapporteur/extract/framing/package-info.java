/**
 * How cyber security is talked about: frames of sentences, and the moves that securitize.
 *
 * <p>Component {@code frames} marks the codebook's ten frames; {@code moves} takes the sentences
 * with the frame {@code securitization} apart into actor, referent, threat, source, measure and
 * audience, and says how far and which way each goes.
 *
 * <p>Both know what they know from editable files under {@code models/framing/}: cue phrases by
 * frame ({@link dev.rapporteur.extract.framing.CueLexicon} says how they are written) and linear
 * models that {@code rapporteur train framing} makes of the labelled sentences ({@link
 * dev.rapporteur.extract.framing.FramingTrainer}). A sentence's score for a frame is a sum of
 * weights of its features, cues among them, so that every mark can say what made it.
 *
 * <p>Depends on {@code text} and {@code pipeline}, and on liblinear for training. Read {@link
 * dev.rapporteur.extract.framing.FramesComponent} first.
 */
package dev.rapporteur.extract.framing;
