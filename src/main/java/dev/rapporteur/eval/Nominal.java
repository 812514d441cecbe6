package dev.rapporteur.eval;

/**
 * Nominal values that coders gave to the same units, counted for percent agreement, Cohen's kappa
 * and Krippendorff's alpha.
 *
 * <p>With <i>m<sub>u</sub></i> values of unit <i>u</i>, of which <i>k<sub>uc</sub></i> are
 * <i>c</i>, the coincidences are <i>o<sub>cc</sub> = Σ<sub>u</sub> k<sub>uc</sub>(k<sub>uc</sub> −
 * 1)/(m<sub>u</sub> − 1)</i> and <i>n<sub>c</sub></i> is how often <i>c</i> was given, <i>n =
 * Σn<sub>c</sub></i>; units with fewer than two values count for nothing.
 */
public final class Nominal {

  /** The value of a unit that a coder left out. */
  public static final int MISSING = -1;

  private final double[] given;
  private final double[] first;
  private final double[] second;
  private double coincident;
  private int units;
  private int pairs;
  private int same;

  /**
   * Counts of nothing yet.
   *
   * @param values how many values there are; they are numbered from 0
   */
  public Nominal(int values) {
    given = new double[values];
    first = new double[values];
    second = new double[values];
  }

  /**
   * Counts a unit.
   *
   * @param unit one value a coder, always in the same order of coders, or {@link #MISSING}
   */
  public Nominal add(int... unit) {
    int present = 0;
    int agreeing = 0;
    for (int i = 0; i < unit.length; i++) {
      if (unit[i] != MISSING) {
        present++;
        for (int j = 0; j < unit.length; j++) {
          agreeing += i != j && unit[i] == unit[j] ? 1 : 0;
        }
      }
    }
    if (present < 2) {
      return this;
    }
    units++;
    coincident += (double) agreeing / (present - 1);
    for (int value : unit) {
      if (value != MISSING) {
        given[value]++;
      }
    }
    if (unit[0] != MISSING && unit[1] != MISSING) {
      pairs++;
      first[unit[0]]++;
      second[unit[1]]++;
      same += unit[0] == unit[1] ? 1 : 0;
    }
    return this;
  }

  /** Number of units that at least two coders valued. */
  public int units() {
    return units;
  }

  /** Share of the first two coders' common units that they valued alike; NaN where none is. */
  public double percent() {
    return pairs == 0 ? Double.NaN : (double) same / pairs;
  }

  /**
   * Cohen's kappa of the first two coders: <i>(p<sub>o</sub> − p<sub>e</sub>)/(1 −
   * p<sub>e</sub>)</i>, <i>p<sub>e</sub></i> from each coder's own use of the values.
   *
   * <p>Source: J. Cohen (1960), A coefficient of agreement for nominal scales. Educational and
   * Psychological Measurement 20(1): 37–46.
   *
   * @return NaN where both used one and the same value throughout, so that chance explains all
   */
  public double kappa() {
    double expected = 0;
    for (int c = 0; c < given.length; c++) {
      expected += first[c] * second[c];
    }
    double square = (double) pairs * pairs;
    return expected == square ? Double.NaN : (percent() * square - expected) / (square - expected);
  }

  /**
   * Krippendorff's alpha with the nominal metric, for any number of coders and missing values: <i>1
   * − (n − 1)(n − Σo<sub>cc</sub>)/(n² − Σn<sub>c</sub>²)</i>.
   *
   * <p>Source: K. Krippendorff (2011), Computing Krippendorff's alpha-reliability. University of
   * Pennsylvania, Annenberg School for Communication.
   *
   * @return NaN where only one value was ever given, so that nothing could vary
   */
  public double alpha() {
    double n = 0;
    double squares = 0;
    for (double each : given) {
      n += each;
      squares += each * each;
    }
    return n * n == squares ? Double.NaN : 1 - (n - 1) * (n - coincident) / (n * n - squares);
  }
}
