/**
 * Files to documents: finding them, reading them, and getting their text and structure right.
 *
 * <p>{@link dev.rapporteur.ingest.Ingest} is the way in: it lists the {@linkplain
 * dev.rapporteur.pipeline.Source sources} of a run, or reads one path, stream or string. A file is
 * read in four steps:
 *
 * <ol>
 *   <li>{@code Formats} looks at the bytes and picks a reader;
 *   <li>the reader makes a {@code Draft}: {@code Block}s in the file's order, with what markup or
 *       layout say about them (PDF by a layout reader of our own over PDFBox's positions, office
 *       formats, HTML and mail by Tika, text and Markdown by hand);
 *   <li>{@code Structure} repairs it: sentences broken by pages and footnotes, notes apart,
 *       bibliographies, furniture, numbers of paragraphs and articles;
 *   <li>{@code Assembler} lays the blocks out as a text with sections, pages and labels.
 * </ol>
 *
 * <p>Formats that can blow up a parser are read in another JVM ({@code Fork}) under limits of time
 * and memory. Depends on {@code text} and {@code pipeline}, on Tika, PDFBox and commons-csv.
 */
package dev.rapporteur.ingest;
