package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.List;

/** Texts that a paper is set beside, and what may be said of them. */
public final class Group {

  /** Independent originals from which on a group is tested and not only described. */
  public static final int ENOUGH = 8;

  /** What may be said of a group. */
  public enum Standing {
    /** Enough independent originals: intervals, tests, ranking. */
    TESTED,
    /** Too few: figures without intervals or ranking. */
    DESCRIBED,
    /**
     * No original at all: figures are those of digests and news, whose words are not the body's.
     */
    DIGESTS,
    /** No text. */
    EMPTY;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final String id;
  private final List<Profile> documents;
  private final List<Profile> counted;
  private final List<Profile> distinct;
  private final Standing standing;

  private Group(
      String id,
      List<Profile> documents,
      List<Profile> counted,
      List<Profile> distinct,
      Standing standing) {
    this.id = id;
    this.documents = List.copyOf(documents);
    this.counted = List.copyOf(counted);
    this.distinct = List.copyOf(distinct);
    this.standing = standing;
  }

  /**
   * A group of documents.
   *
   * @param id a forum's id, a {@code set:}, or the query that chose them
   * @param documents all of them
   * @param digests whether digests and news count like originals
   */
  public static Group of(String id, List<Profile> documents, boolean digests) {
    List<Profile> originals =
        documents.stream().filter(p -> digests || p.about().original()).toList();
    List<Profile> shown = originals.isEmpty() ? documents : originals;
    List<Profile> distinct = distinct(shown);
    Standing standing =
        documents.isEmpty()
            ? Standing.EMPTY
            : originals.isEmpty()
                ? Standing.DIGESTS
                : distinct.size() >= ENOUGH ? Standing.TESTED : Standing.DESCRIBED;
    return new Group(id, documents, shown, distinct, standing);
  }

  /** The documents, of several that are nearly the same the first. */
  private static List<Profile> distinct(List<Profile> documents) {
    List<Profile> kept = new ArrayList<>();
    List<MinHash> sketches = new ArrayList<>();
    for (Profile each : documents) {
      MinHash sketch = each.sketch();
      if (sketches.stream().noneMatch(s -> s.similarity(sketch) >= MinHash.NEAR_DUPLICATE)) {
        kept.add(each);
        sketches.add(sketch);
      }
    }
    return kept;
  }

  /** A forum's id, a {@code set:}, or the query that chose the documents. */
  public String id() {
    return id;
  }

  /** All its documents. */
  public List<Profile> documents() {
    return documents;
  }

  /** Those that figures are made of: the originals, or all where there is no original. */
  public List<Profile> counted() {
    return counted;
  }

  /** Those counted, near-duplicates collapsed to one. */
  public List<Profile> distinct() {
    return distinct;
  }

  /** What may be said of it. */
  public Standing standing() {
    return standing;
  }
}
