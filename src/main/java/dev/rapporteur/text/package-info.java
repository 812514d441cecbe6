/**
 * The annotated document: what every other package reads and writes.
 *
 * <p>A {@link dev.rapporteur.text.Doc} is a text with its metadata, its {@linkplain
 * dev.rapporteur.text.Section sections} and its {@linkplain dev.rapporteur.text.Layers layers} of
 * annotations. It is never changed: a stage of the pipeline returns the layers it found, and {@link
 * dev.rapporteur.text.Doc#with} makes the next document of them.
 *
 * <p>All positions are half-open {@linkplain dev.rapporteur.text.Span spans} of UTF-16 code units
 * into {@link dev.rapporteur.text.Doc#text()}. The kinds of annotation are closed ({@link
 * dev.rapporteur.text.Annotation}); an extractor from outside writes {@link
 * dev.rapporteur.text.Label}s.
 *
 * <p>Depends on the JDK alone. Read {@link dev.rapporteur.text.Doc} first, then {@link
 * dev.rapporteur.text.Layer}.
 */
package dev.rapporteur.text;
