package dev.rapporteur.eval;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Units of one category that coders marked on a continuum, and Krippendorff's unitizing alpha
 * (α<sub>U</sub>) over them.
 *
 * <p>Between two coders the difference is, for two units that overlap, the squared distance of
 * their begins plus that of their ends; for a unit that lies wholly in the other's gap, its squared
 * length. Observed disagreement is the mean over pairs of coders, per squared length <i>L</i> of
 * the continuum. Expected disagreement is that of all ways in which the units, of length <i>l</i>,
 * and gaps, of length <i>h</i>, of the <i>m</i> coders could meet:
 *
 * <pre>
 *      2   Σ_units [ (N − 1)/3 · (2l³ − 3l² + l)  +  l² Σ_(gaps with h ≥ l) (h − l + 1) ]
 *      — · ———————————————————————————————————————————————————————————————————————————————
 *      L                        mL(mL − 1) − Σ_units l(l − 1)
 * </pre>
 *
 * <p>Source: K. Krippendorff (1995), On the reliability of unitizing contiguous data. Sociological
 * Methodology 25: 47–76, in the form of K. Krippendorff (2004), Content Analysis, 2nd ed., ch. 11.
 */
public final class Unitizing {

  private final double length;
  private final List<List<Span>> coders;

  /**
   * Units of one category.
   *
   * @param length of the continuum, in the units of measurement that spans count
   * @param coders for each coder the units; those that overlap are taken as one, since one coder's
   *     units of one category are disjoint
   */
  public Unitizing(int length, List<? extends Collection<Span>> coders) {
    this.length = length;
    this.coders = coders.stream().map(Unitizing::disjoint).toList();
  }

  /** The spans in order, those that overlap made one, empty ones left out. */
  static List<Span> disjoint(Collection<Span> spans) {
    List<Span> all = new ArrayList<>();
    for (Span each : spans.stream().filter(s -> s.length() > 0).sorted().toList()) {
      if (!all.isEmpty() && all.getLast().overlaps(each)) {
        all.set(all.size() - 1, all.getLast().cover(each));
      } else {
        all.add(each);
      }
    }
    return all;
  }

  /** Observed disagreement, per squared length of the continuum. */
  public double observed() {
    double sum = 0;
    for (int i = 0; i < coders.size(); i++) {
      for (int j = i + 1; j < coders.size(); j++) {
        sum += difference(coders.get(i), coders.get(j));
      }
    }
    int m = coders.size();
    return 2 * sum / (m * (m - 1.0) * length * length);
  }

  /** Sum of the squared differences between two coders' units, both disjoint and in order. */
  private static double difference(List<Span> a, List<Span> b) {
    boolean[] aMet = new boolean[a.size()];
    boolean[] bMet = new boolean[b.size()];
    double sum = 0;
    for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
      Span x = a.get(i);
      Span y = b.get(j);
      if (x.overlaps(y)) {
        aMet[i] = true;
        bMet[j] = true;
        sum += square(x.begin() - y.begin()) + square(x.end() - y.end());
      }
      if (x.end() <= y.end()) {
        i++;
      } else {
        j++;
      }
    }
    return sum + unmet(a, aMet) + unmet(b, bMet);
  }

  private static double unmet(List<Span> units, boolean[] met) {
    double sum = 0;
    for (int i = 0; i < met.length; i++) {
      sum += met[i] ? 0 : square(units.get(i).length());
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }

  /** Expected disagreement; 0 where nobody marked anything. */
  public double expected() {
    double[] gaps = gaps();
    // behind[i]: sum of the gaps from the i-th shortest on
    double[] behind = new double[gaps.length + 1];
    for (int i = gaps.length - 1; i >= 0; i--) {
      behind[i] = behind[i + 1] + gaps[i];
    }
    double units = coders.stream().mapToInt(List::size).sum();
    double sum = 0;
    double inUnits = 0;
    for (List<Span> coder : coders) {
      for (Span unit : coder) {
        double l = unit.length();
        int from = atLeast(gaps, l);
        double room = behind[from] - (gaps.length - from) * (l - 1);
        sum += (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * room;
        inUnits += l * (l - 1);
      }
    }
    double all = coders.size() * length;
    return sum == 0 ? 0 : 2 / length * sum / (all * (all - 1) - inUnits);
  }

  private double[] gaps() {
    List<Double> gaps = new ArrayList<>();
    for (List<Span> coder : coders) {
      double at = 0;
      for (Span unit : coder) {
        if (unit.begin() > at) {
          gaps.add(unit.begin() - at);
        }
        at = unit.end();
      }
      if (length > at) {
        gaps.add(length - at);
      }
    }
    double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Index of the first value in {@code sorted} that is {@code bound} or more. */
  private static int atLeast(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** α<sub>U</sub> of this category; NaN where nobody marked anything. */
  public double alpha() {
    return alpha(observed(), expected());
  }

  /** α<sub>U</sub> of several categories together: sums of observed over sums of expected. */
  public static double alpha(Collection<Unitizing> categories) {
    return alpha(
        categories.stream().mapToDouble(Unitizing::observed).sum(),
        categories.stream().mapToDouble(Unitizing::expected).sum());
  }

  private static double alpha(double observed, double expected) {
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }
}
