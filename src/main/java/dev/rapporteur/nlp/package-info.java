/**
 * Adapters of language engines: they write the layers of sentences, tokens and syntax.
 *
 * <p>{@code opennlp} cuts a document into sentences and words with parts of speech and lemmas;
 * {@code corenlp}, which is optional, adds dependency trees to cued sentences. The engines' types
 * stay inside; components name none of them, so that they can be listed without the engine.
 *
 * <p>Depends on {@code text} and {@code pipeline}. Read {@link
 * dev.rapporteur.nlp.opennlp.OpenNlpComponent} first.
 */
package dev.rapporteur.nlp;
