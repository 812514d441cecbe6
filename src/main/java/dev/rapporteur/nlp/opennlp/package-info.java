/**
 * Sentences, tokens, parts of speech and lemmas by Apache OpenNLP, with rules for what its models
 * have not seen: symbols, numbered paragraphs, abbreviations of official texts.
 */
package dev.rapporteur.nlp.opennlp;
