package dev.rapporteur.compare;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How often each of some things occurs in several documents, and in how many of them.
 *
 * @param <K> what is counted
 */
final class Counts<K> {

  /** Occurrences and documents of a thing. */
  record Sum(int count, int documents) {
    static final Sum NONE = new Sum(0, 0);
  }

  private final List<Profile> profiles;
  private final Function<Profile, Tally<K>> what;
  private final Map<K, Sum> sums = new HashMap<>();

  Counts(List<Profile> profiles, Function<Profile, Tally<K>> what) {
    this.profiles = profiles;
    this.what = what;
    for (Profile profile : profiles) {
      Tally<K> tally = what.apply(profile);
      for (K key : tally.keys()) {
        sums.merge(
            key,
            new Sum(tally.count(key), 1),
            (a, b) -> new Sum(a.count + b.count, a.documents + b.documents));
      }
    }
  }

  Set<K> keys() {
    return Collections.unmodifiableSet(sums.keySet());
  }

  int count(K key) {
    return sums.getOrDefault(key, Sum.NONE).count;
  }

  int documents(K key) {
    return sums.getOrDefault(key, Sum.NONE).documents;
  }

  /**
   * Gries's (2008) deviation of proportions: 0 where a thing is spread over the documents as their
   * words are, towards 1 where it stands in few of them.
   */
  double dispersion(K key) {
    double words = profiles.stream().mapToDouble(p -> p.words().size()).sum();
    double count = count(key);
    if (words == 0 || count == 0) {
      return 0;
    }
    double difference = 0;
    for (Profile profile : profiles) {
      difference +=
          Math.abs(what.apply(profile).count(key) / count - profile.words().size() / words);
    }
    return difference / 2;
  }
}
