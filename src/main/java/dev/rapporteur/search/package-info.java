/**
 * Asking an index: queries over words and annotations, ranked hits, concordances, facets.
 *
 * <p>A {@link dev.rapporteur.search.Query} is a value, a tree of records; {@link
 * dev.rapporteur.search.QueryParser} makes one of what a user types, and {@link
 * dev.rapporteur.search.Search} finds the sentences that it describes. Compiling to Lucene is
 * nobody else's business.
 *
 * <p>The unit is the sentence: {@code "information security" AND actor:RU} means both in one
 * sentence. Depends on {@code index}, {@code text} and Lucene. Read {@link
 * dev.rapporteur.search.Query} first.
 */
package dev.rapporteur.search;
