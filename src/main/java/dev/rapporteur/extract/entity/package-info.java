/**
 * Who and what a text names: actors, fora and instruments, linked to the knowledge base.
 *
 * <p>{@link dev.rapporteur.extract.entity.Knowledge} is that base, read from the files of {@code
 * models/knowledge/} with an analyst's own {@linkplain dev.rapporteur.extract.entity.Changes
 * changes}. Its designations are compiled into a trie over words (Lexicon), which finds everything
 * that may be a mention; then context decides (Choice, with {@code context.yaml} and what the
 * document names elsewhere), names that nobody knows are added (Unknowns), and nouns that stand for
 * an entity are resolved (AnaphorResolver, with {@code anaphors.csv} and the document's own
 * definitions). Analysis leads one document through these steps.
 *
 * <p>What is true of the world stands in the files, what is true of language in the code. Depends
 * on {@code text} and {@code pipeline}. Read {@link dev.rapporteur.extract.entity.Knowledge} first,
 * then Analysis.
 */
package dev.rapporteur.extract.entity;
