/**
 * Components, and how they become a pipeline that turns documents into annotated documents.
 *
 * <p>A {@link dev.rapporteur.pipeline.Component} is a cheap descriptor, found by {@link
 * dev.rapporteur.pipeline.Registry} through {@link java.util.ServiceLoader}; it opens a {@link
 * dev.rapporteur.pipeline.Stage}, which does the work. A {@link
 * dev.rapporteur.pipeline.PipelineSpec} is a YAML file's list of components with their settings; a
 * {@link dev.rapporteur.pipeline.Pipeline} is that list opened and checked. {@link
 * dev.rapporteur.pipeline.Runner} drives many documents through it, each ending in one {@link
 * dev.rapporteur.pipeline.Outcome}.
 *
 * <p>{@link dev.rapporteur.pipeline.Models} finds the files under {@code models/} and keeps what
 * was loaded from them. Depends on {@code text} and on a YAML parser. Read {@link
 * dev.rapporteur.pipeline.Component} first.
 */
package dev.rapporteur.pipeline;
