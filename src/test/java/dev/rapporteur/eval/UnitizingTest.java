package dev.rapporteur.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitizingTest {

  /** Units as begin, length, begin, length … */
  private static List<Span> units(int... beginAndLength) {
    List<Span> units = new ArrayList<>();
    for (int i = 0; i < beginAndLength.length; i += 2) {
      units.add(new Span(beginAndLength[i], beginAndLength[i] + beginAndLength[i + 1]));
    }
    return units;
  }

  /** Two categories on a continuum from 150 to 450, here from 0 to 300. */
  private static final Unitizing C =
      new Unitizing(300, List.of(units(75, 70, 220, 30), units(70, 80, 205, 20, 250, 20)));

  private static final Unitizing K =
      new Unitizing(300, List.of(units(30, 60, 150, 50), units(30, 60, 150, 50)));

  /**
   * Krippendorff (2004), Content Analysis, 2nd ed., p. 254. By hand: the differences of c are 5² +
   * 5² = 50, 15² + 25² = 850 and 20² = 400, so that D_o = 2 · 1300/(2 · 1 · 300²) = 0.0144.
   */
  @Test
  void disagreement_krippendorff2004() {
    assertEquals(1300.0 / 90_000, C.observed(), 1e-12);
    assertEquals(0.0144, C.observed(), 1e-4);
    assertEquals(0.0532, C.expected(), 1e-4);
    assertEquals(0, K.observed());
    assertEquals(0.0490, K.expected(), 1e-4);
  }

  /**
   * The same example: 0.7286 (from rounded disagreements) and 1 by category, and jointly 1 −
   * 0.0144/(0.0532 + 0.0490) = 0.8591, where unrounded figures give 0.8587.
   */
  @Test
  void alpha_krippendorff2004() {
    assertEquals(0.7286, C.alpha(), 1e-4);
    assertEquals(1, K.alpha(), 1e-12);
    assertEquals(0.8591, Unitizing.alpha(List.of(C, K)), 5e-4);
  }

  @Test
  void alpha_nobodyMarkedAnything_isNotDefined() {
    assertTrue(Double.isNaN(new Unitizing(10, List.of(units(), units())).alpha()));
  }

  @Test
  void observed_oneUnitMeetsTwo_countsBothMeetings() {
    Unitizing one = new Unitizing(10, List.of(units(0, 10), units(0, 4, 6, 4)));
    assertEquals(2 * (6 * 6 + 6 * 6) / 200.0, one.observed(), 1e-12);
  }

  @Test
  void observed_unitsOfOneCoderOverlap_areTakenAsOne() {
    Unitizing one = new Unitizing(10, List.of(units(1, 4, 3, 4), units(1, 6)));
    assertEquals(0, one.observed());
  }
}
