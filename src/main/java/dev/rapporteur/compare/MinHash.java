package dev.rapporteur.compare;

import java.util.Arrays;

/**
 * A sketch of a document's wording by which near-duplicates are found: the smallest of many hashes
 * over its shingles of {@value #SHINGLE} words. The share of equal places of two sketches estimates
 * the Jaccard similarity of the shingle sets (Broder 1997).
 */
public final class MinHash {

  /** Words in a shingle. */
  static final int SHINGLE = 4;

  /** Sketches that agree in this share are the same text in another edition. */
  static final double NEAR_DUPLICATE = 0.5;

  private static final int PLACES = 128;

  private final int[] smallest = new int[PLACES];

  private MinHash() {
    Arrays.fill(smallest, Integer.MAX_VALUE);
  }

  /** The sketch of a document; one shorter than a shingle resembles nothing. */
  public static MinHash of(Words words) {
    MinHash sketch = new MinHash();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      long hash = 1;
      for (int j = 0; j < SHINGLE; j++) {
        hash = mix(hash * 31 + words.lemma(i + j).hashCode());
      }
      for (int place = 0; place < PLACES; place++) {
        int value = (int) (mix(hash + place * 0x9E3779B97F4A7C15L) >>> 33);
        if (value < sketch.smallest[place]) {
          sketch.smallest[place] = value;
        }
      }
    }
    return sketch;
  }

  /** Estimated Jaccard similarity, 0 to 1, with a standard error of at most 0.045. */
  public double similarity(MinHash other) {
    int equal = 0;
    for (int place = 0; place < PLACES; place++) {
      if (smallest[place] == other.smallest[place] && smallest[place] != Integer.MAX_VALUE) {
        equal++;
      }
    }
    return (double) equal / PLACES;
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
