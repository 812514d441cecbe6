/**
 * What an annotated document looks like in Lucene, and writing it.
 *
 * <p>A document is a block of Lucene documents: one for each sentence, which queries match, then
 * one for the document, which keeps the whole {@link dev.rapporteur.text.Doc} in one field ({@link
 * dev.rapporteur.index.DocCodec}). Everything else in the index derives from that field and could
 * be made again of it.
 *
 * <p>{@link dev.rapporteur.index.Schema} alone knows the fields' names and what stands in them:
 * words, lemmas and annotations are fields of their own that share positions, so that a query can
 * put them into one phrase. Words are cut by {@link dev.rapporteur.index.Words}, the same for texts
 * and queries.
 *
 * <p>{@link dev.rapporteur.index.Indexer} writes, {@link dev.rapporteur.index.Index} reads; read
 * that first. Depends on {@code text}, {@code pipeline} and Lucene.
 */
package dev.rapporteur.index;
