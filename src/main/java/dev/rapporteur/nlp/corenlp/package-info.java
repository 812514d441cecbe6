/**
 * Dependency trees by Stanford CoreNLP, which is GPL-3 and optional: without its jars the
 * components of this package say that they are unavailable, and nothing else changes.
 */
package dev.rapporteur.nlp.corenlp;
