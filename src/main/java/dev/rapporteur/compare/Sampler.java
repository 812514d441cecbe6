package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws samples of equal length from documents and says how alike two samples are in one {@link
 * Aspect}; samples of unequal length would make the longer text look richer.
 *
 * <p>A sample is drawn sentence by sentence; every document of a group weighs the same, however
 * long it is. Likeness is 1 less the Jensen–Shannon divergence of the two samples' distributions,
 * in bits (Lin 1991): 1 where they are equal, 0 where nothing is shared.
 */
final class Sampler {

  /** A document as it is drawn from: features and number of words of each sentence. */
  private record Drawn(int[][] features, int[] words) {}

  private final Aspect aspect;
  private final int length;
  private final SplittableRandom random;
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<Profile, Drawn> drawn = new HashMap<>();

  /**
   * A sampler.
   *
   * @param length words of a sample
   */
  Sampler(Aspect aspect, int length, long seed) {
    this.aspect = aspect;
    this.length = length;
    this.random = new SplittableRandom(seed);
  }

  /** Mean likeness of samples of two sets of documents over some draws. */
  double likeness(List<Profile> first, List<Profile> second, int draws) {
    double sum = 0;
    int valid = 0;
    for (int i = 0; i < draws; i++) {
      double one = likeness(sample(first), sample(second));
      if (!Double.isNaN(one)) {
        sum += one;
        valid++;
      }
    }
    return valid == 0 ? Double.NaN : sum / valid;
  }

  /** As many documents, drawn with replacement. */
  List<Profile> resample(List<Profile> documents) {
    List<Profile> chosen = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      chosen.add(documents.get(random.nextInt(documents.size())));
    }
    return chosen;
  }

  /** The documents in another order. */
  List<Profile> shuffle(List<Profile> documents) {
    List<Profile> order = new ArrayList<>(documents);
    for (int i = order.size() - 1; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    return order;
  }

  private Map<Integer, int[]> sample(List<Profile> documents) {
    List<Drawn> from =
        documents.stream()
            .map(p -> drawn.computeIfAbsent(p, this::draw))
            .filter(d -> d.features.length > 0)
            .toList();
    Map<Integer, int[]> counts = new HashMap<>();
    if (from.isEmpty()) {
      return counts;
    }
    for (int words = 0; words < length; ) {
      Drawn document = from.get(random.nextInt(from.size()));
      int sentence = random.nextInt(document.features.length);
      for (int feature : document.features[sentence]) {
        counts.computeIfAbsent(feature, f -> new int[1])[0]++;
      }
      words += Math.max(1, document.words[sentence]);
    }
    return counts;
  }

  private Drawn draw(Profile profile) {
    int size = profile.sentences().size();
    int[][] features = new int[size][0];
    Tally<?> tally = aspect.tally(profile);
    addAll(tally, features);
    int[] words = profile.sentences().stream().mapToInt(s -> s.to() - s.from()).toArray();
    return new Drawn(features, words);
  }

  private <K> void addAll(Tally<K> tally, int[][] features) {
    // in one order, so that equal input gives equal numbers and equal draws
    for (K key : tally.ranked()) {
      if (aspect.counts(key)) {
        int number = number(key);
        for (int s : tally.sentences(key)) {
          features[s] = Arrays.copyOf(features[s], features[s].length + 1);
          features[s][features[s].length - 1] = number;
        }
      }
    }
  }

  private int number(Object key) {
    Integer known = numbers.putIfAbsent(key, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private static double likeness(Map<Integer, int[]> first, Map<Integer, int[]> second) {
    double n = first.values().stream().mapToInt(c -> c[0]).sum();
    double m = second.values().stream().mapToInt(c -> c[0]).sum();
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    double divergence = 0;
    for (Map.Entry<Integer, int[]> each : first.entrySet()) {
      double p = each.getValue()[0] / n;
      int[] other = second.get(each.getKey());
      double q = other == null ? 0 : other[0] / m;
      divergence += p / 2 * log2(2 * p / (p + q));
      divergence += q == 0 ? 0 : q / 2 * log2(2 * q / (p + q));
    }
    for (Map.Entry<Integer, int[]> each : second.entrySet()) {
      if (!first.containsKey(each.getKey())) {
        divergence += each.getValue()[0] / m / 2;
      }
    }
    return 1 - Math.min(1, divergence);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
