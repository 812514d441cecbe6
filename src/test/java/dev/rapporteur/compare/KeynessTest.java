package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeynessTest {

  /** Expected values from SciPy's chi2_contingency(correction=False, lambda_="log-likelihood"). */
  @ParameterizedTest
  @CsvSource({
    "12, 3, 4382, 20000, 27.39287427419305, 1.6604194286544766e-07",
    "0, 7, 4382, 9000, 5.555386785202254, 0.01842390164867545",
    "120, 80, 10000, 20000, 59.766615894319074, 1.0679968087961278e-14",
    "5, 5, 1000, 1000, 0.0, 1.0"
  })
  void g2_table_isScipys(int a, int b, int c, int d, double g2, double p) {
    assertEquals(g2, Keyness.g2(a, b, c, d), 1e-8 * (1 + g2));
    assertEquals(p, Keyness.p(Keyness.g2(a, b, c, d)), 1e-8);
  }

  /** Expected values from SciPy's chi2.sf(x, 1). */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.7518296340458492",
    "1, 0.31731050786291115",
    "3.841458820694124, 0.04999999999999989",
    "7.5, 0.0061698993205441645",
    "10.83, 0.0009986863791802592",
    "50, 1.537459794428033e-12",
    "200, 2.0884875837625688e-45"
  })
  void p_chiSquare_isScipys(double x, double p) {
    assertEquals(p, Keyness.p(x), 1e-9 * p + 1e-15);
  }

  @Test
  void logRatio_threeTimesAsFrequent_isLogOfThree() {
    assertEquals(Math.log(3) / Math.log(2), Keyness.logRatio(120, 80, 10_000, 20_000), 1e-12);
  }

  @Test
  void logRatio_none_countsAsHalf() {
    assertEquals(
        Math.log((0.5 / 4382) / (7.0 / 9000)) / Math.log(2),
        Keyness.logRatio(0, 7, 4382, 9000),
        1e-12);
  }
}
