package dev.rapporteur.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NominalTest {

  /** One line a coder, one character a unit; a dot is missing. */
  private static Nominal of(String... coders) {
    Nominal nominal = new Nominal(128);
    for (int u = 0; u < coders[0].length(); u++) {
      int[] unit = new int[coders.length];
      for (int c = 0; c < coders.length; c++) {
        char value = coders[c].charAt(u);
        unit[c] = value == '.' ? Nominal.MISSING : value;
      }
      nominal.add(unit);
    }
    return nominal;
  }

  /**
   * Krippendorff (2011), Computing Krippendorff's alpha-reliability, example A: binary data, two
   * observers, no missing data. Coincidences 10, 4, 4, 2; alpha = 1 − 19·4/(14·6).
   */
  @Test
  void alpha_krippendorff2011BinaryTwoObservers() {
    Nominal example = of("0100000010", "1110010000");
    assertEquals(0.095, example.alpha(), 5e-4);
    assertEquals(1 - 19 * 4.0 / (14 * 6), example.alpha(), 1e-12);
    assertEquals(0.6, example.percent(), 1e-12);
  }

  /** The same paper, example B: nominal data, two observers, twelve units: 0.692. */
  @Test
  void alpha_krippendorff2011NominalTwoObservers() {
    assertEquals(0.692, of("aabbdcccedda", "babbbccceddd").alpha(), 5e-4);
  }

  /** The same paper, example C: nominal, four observers, missing data: 0.743. */
  @Test
  void alpha_krippendorff2011FourObserversMissingData() {
    Nominal example = of("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    assertEquals(0.743, example.alpha(), 5e-4);
    assertEquals(11, example.units(), "the unit that one observer alone valued counts for nothing");
  }

  /**
   * Cohen (1960), table of frequencies 88 14 18 / 10 40 10 / 2 6 12: p_o = .70, p_c = .41, kappa =
   * (140 − 82)/(200 − 82) = .492.
   */
  @Test
  void kappa_cohen1960() {
    int[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    Nominal example = new Nominal(3);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int i = 0; i < table[a][b]; i++) {
          example.add(a, b);
        }
      }
    }
    assertEquals(0.70, example.percent(), 1e-12);
    assertEquals(58.0 / 118, example.kappa(), 1e-12);
    assertEquals(0.492, example.kappa(), 5e-4);
  }

  @Test
  void coefficients_nothingVaried_areNotDefined() {
    Nominal constant = of("000", "000");
    assertEquals(1, constant.percent());
    assertTrue(Double.isNaN(constant.kappa()));
    assertTrue(Double.isNaN(constant.alpha()));
    assertTrue(Double.isNaN(new Nominal(2).percent()));
  }

  @Test
  void coefficients_perfectAndOpposite() {
    assertEquals(1, of("0110", "0110").kappa(), 1e-12);
    assertEquals(1, of("0110", "0110").alpha(), 1e-12);
    assertEquals(-1, of("0110", "1001").kappa(), 1e-12);
  }
}
