package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * By what words one text is told from another: significance by log-likelihood, size by Log Ratio.
 */
public final class Keyness {

  private Keyness() {}

  /**
   * A term that is used more in one text than in the other.
   *
   * @param term the lemma or phrase
   * @param count its occurrences where it is used more
   * @param perMillion the same for a million words
   * @param documents documents of that side that have it
   * @param dispersion Gries's DP over that side's documents: 0 even, 1 all in one corner
   * @param referenceCount its occurrences in the reference
   * @param referencePerMillion the same for a million words
   * @param g2 log-likelihood
   * @param logRatio binary logarithm of the ratio of the two rates; 1 means twice as frequent
   * @param p probability of such a difference by chance were words independent, corrected by Holm
   *     for all terms tested; null where the group is only described
   */
  public record Keyword(
      String term,
      int count,
      double perMillion,
      int documents,
      double dispersion,
      int referenceCount,
      double referencePerMillion,
      double g2,
      double logRatio,
      Double p) {}

  /**
   * Dunning's (1993) log-likelihood G² of a two-by-two table: occurrences and other words of two
   * texts.
   *
   * @param a occurrences in the first text
   * @param b occurrences in the second
   * @param c words of the first text
   * @param d words of the second
   */
  public static double g2(double a, double b, double c, double d) {
    double n = c + d;
    double g2 =
        part(a, c * (a + b) / n)
            + part(b, d * (a + b) / n)
            + part(c - a, c * (n - a - b) / n)
            + part(d - b, d * (n - a - b) / n);
    return Math.max(0, 2 * g2);
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  /**
   * Hardie's (2014) Log Ratio: binary logarithm of the ratio of relative frequencies, with half an
   * occurrence in place of none.
   */
  public static double logRatio(double a, double b, double c, double d) {
    return (Math.log((a == 0 ? 0.5 : a) / c) - Math.log((b == 0 ? 0.5 : b) / d)) / Math.log(2);
  }

  /** Probability of a χ² with one degree of freedom at least this large. */
  public static double p(double chi2) {
    return erfc(Math.sqrt(Math.max(0, chi2) / 2));
  }

  /**
   * Complementary error function for x ≥ 0: the series of erf near 0, else the continued fraction
   * by Lentz's method (Abramowitz and Stegun 7.1.5, 7.1.14); relative error below 1e-12.
   */
  static double erfc(double x) {
    if (x < 2) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 1 - 2 / Math.sqrt(Math.PI) * sum;
    }
    double fraction = 0;
    for (int k = 200; k >= 1; k--) {
      fraction = k / 2.0 / (x + fraction);
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  }

  /**
   * The terms by which {@code texts} differ upwards from {@code reference}, strongest evidence
   * first. Terms seen fewer than {@code least} times there are left out; a term that always stands
   * in a longer one of the list is left to it.
   *
   * @param tested whether probabilities are given
   */
  static List<Keyword> of(
      Counts<String> texts,
      double words,
      Counts<String> reference,
      double referenceWords,
      int least,
      int leastDocuments,
      boolean tested) {
    List<Keyword> all = new ArrayList<>();
    if (words == 0 || referenceWords == 0) {
      return all;
    }
    for (String term : texts.keys()) {
      int a = texts.count(term);
      int b = reference.count(term);
      if (a < least || texts.documents(term) < leastDocuments) {
        continue;
      }
      double ratio = logRatio(a, b, words, referenceWords);
      double g2 = g2(a, b, words, referenceWords);
      all.add(
          new Keyword(
              term,
              a,
              a * 1e6 / words,
              texts.documents(term),
              Double.NaN,
              b,
              b * 1e6 / referenceWords,
              g2,
              ratio,
              tested ? p(g2) : null));
    }
    all.sort(Comparator.comparingDouble(Keyword::g2).reversed().thenComparing(Keyword::term));
    return correct(all).stream().filter(k -> k.logRatio > 0).toList();
  }

  /** Holm's (1979) correction; the list is sorted by falling G². */
  private static List<Keyword> correct(List<Keyword> sorted) {
    List<Keyword> corrected = new ArrayList<>();
    double least = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Keyword k = sorted.get(i);
      Double p = null;
      if (k.p != null) {
        least = Math.max(least, Math.min(1, k.p * (sorted.size() - i)));
        p = least;
      }
      corrected.add(with(k, k.dispersion, p));
    }
    return corrected;
  }

  private static Keyword with(Keyword k, double dispersion, Double p) {
    return new Keyword(
        k.term,
        k.count,
        k.perMillion,
        k.documents,
        dispersion,
        k.referenceCount,
        k.referencePerMillion,
        k.g2,
        k.logRatio,
        p);
  }

  /**
   * The first {@code limit}, without terms that are but a part of a longer one among them, and with
   * their dispersion.
   */
  static List<Keyword> top(List<Keyword> keywords, Counts<String> texts, int limit) {
    List<Keyword> candidates = keywords.subList(0, Math.min(keywords.size(), 4 * limit));
    List<Keyword> kept = new ArrayList<>();
    for (Keyword k : candidates) {
      boolean part =
          candidates.stream()
              .anyMatch(
                  o ->
                      o.term.length() > k.term.length()
                          && (" " + o.term + " ").contains(" " + k.term + " ")
                          && o.count >= 0.8 * k.count);
      if (!part && kept.size() < limit) {
        kept.add(with(k, texts.dispersion(k.term), k.p));
      }
    }
    return Collections.unmodifiableList(kept);
  }

  /** A probability as print has it: {@code <0.001}. */
  static String print(Double p) {
    return p == null ? "" : p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
  }
}
