/**
 * Getting official texts from the addresses where their issuers publish them.
 *
 * <p>{@link dev.rapporteur.ingest.fetch.Fetcher} takes {@link
 * dev.rapporteur.ingest.fetch.Original}s one at a time, politely, and puts what arrives whole and
 * of the right kind into a folder that a run can read, with a {@code catalog.csv} of what is known
 * of it ({@code CatalogFile}) and a hidden {@code .fetched.csv} of where it came from, its checksum
 * and the date ({@code Manifest}). {@code Download} is one address's way: attempts, waits, going on
 * where a broken one ended. {@code Kind} tells from bytes what a file is.
 *
 * <p>Nothing here runs unless a user asks for it. Depends on the JDK and commons-csv. Read {@link
 * dev.rapporteur.ingest.fetch.Fetcher} first.
 */
package dev.rapporteur.ingest.fetch;
