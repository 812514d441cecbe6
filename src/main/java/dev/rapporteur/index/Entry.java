package dev.rapporteur.index;

import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Metadata;
import java.util.List;

/**
 * What the index says of a document without reading its text.
 *
 * @param id its identity
 * @param metadata title, symbol, date …
 * @param voice who speaks, or empty
 * @param groups its groups
 * @param pipeline name of the pipeline that analysed it
 * @param fingerprint the pipeline's fingerprint
 * @param identity what its metadata were when it was analysed
 * @param place where the file was, or empty
 * @param sentences number of its sentences
 * @param words number of its words
 */
public record Entry(
    DocId id,
    Metadata metadata,
    String voice,
    List<String> groups,
    String pipeline,
    String fingerprint,
    String identity,
    String place,
    int sentences,
    int words) {

  /** Copies the list. */
  public Entry {
    groups = List.copyOf(groups);
  }

  /** What a reader calls it: its symbol, else its title, else its file. */
  public String name() {
    return !metadata.symbol().isEmpty()
        ? metadata.symbol()
        : !metadata.title().isEmpty() ? metadata.title() : metadata.source();
  }
}
