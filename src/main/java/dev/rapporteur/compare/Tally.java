package dev.rapporteur.compare;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often each of some things occurs in a document, and in which of its sentences; immutable.
 *
 * <p>A sentence in which a thing occurs twice stands there twice.
 *
 * @param <K> what is counted; has equals and hashCode
 */
public final class Tally<K> {

  private final Map<K, int[]> places;

  private Tally(Map<K, int[]> places) {
    this.places = places;
  }

  /** What was counted at least once, in no order. */
  public Set<K> keys() {
    return Collections.unmodifiableSet(places.keySet());
  }

  /** How often a thing occurs. */
  public int count(K key) {
    int[] at = places.get(key);
    return at == null ? 0 : at.length;
  }

  /** All occurrences of all things. */
  public int total() {
    return places.values().stream().mapToInt(p -> p.length).sum();
  }

  /** Indices of the sentences it occurs in, rising, each once. */
  public int[] sentences(K key) {
    int[] at = places.get(key);
    return at == null ? new int[0] : Arrays.stream(at).distinct().toArray();
  }

  /** The things, most frequent first; where equal by their names. */
  public List<K> ranked() {
    Comparator<K> byCount = Comparator.comparingInt(k -> -count(k));
    return keys().stream().sorted(byCount.thenComparing(Object::toString)).toList();
  }

  /** Counts; sentences must come in rising order. */
  static final class Builder<K> {

    private final Map<K, int[]> places = new HashMap<>();
    private final Map<K, Integer> sizes = new HashMap<>();

    /** One occurrence more. */
    void add(K key, int sentence) {
      int size = sizes.merge(key, 1, Integer::sum);
      int[] at = places.get(key);
      if (at == null || at.length < size) {
        at = at == null ? new int[1] : Arrays.copyOf(at, at.length * 2);
        places.put(key, at);
      }
      at[size - 1] = sentence;
    }

    Tally<K> build() {
      places.replaceAll((key, at) -> Arrays.copyOf(at, sizes.get(key)));
      return new Tally<>(places);
    }
  }
}
