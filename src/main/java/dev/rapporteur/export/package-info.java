/**
 * Annotated documents for other programs.
 *
 * <p>{@link dev.rapporteur.export.JsonLines} writes one document a line with all that was found in
 * it; the form is a contract with its readers. Depends on {@code text} and Jackson.
 */
package dev.rapporteur.export;
