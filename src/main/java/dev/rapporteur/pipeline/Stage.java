package dev.rapporteur.pipeline;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layers;

/**
 * An open component: reads a document and returns what it found.
 *
 * <p>Pure and thread-safe: the same document gives the same layers, on any thread, at any time.
 */
@FunctionalInterface
public interface Stage extends AutoCloseable {

  /** The annotations found in a document: only those of layers that the component writes. */
  Layers annotate(Doc doc);

  /** Releases what the stage alone holds; what {@link Models} loaded is not its to close. */
  @Override
  default void close() {}
}
