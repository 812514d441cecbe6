package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinHashTest {

  private static MinHash sketch(int from, int to) {
    String text = IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    return MinHash.of(Texts.profile("p", text).words());
  }

  @Test
  void similarity_sameText_isOne() {
    assertEquals(1, sketch(0, 300).similarity(sketch(0, 300)));
  }

  @Test
  void similarity_otherText_isNone() {
    assertTrue(sketch(0, 300).similarity(sketch(300, 600)) < 0.05);
  }

  @Test
  void similarity_halfShared_isNearJaccard() {
    // shingles 0..296 and 150..446: 147 of 447 shared
    assertEquals(147.0 / 447, sketch(0, 300).similarity(sketch(150, 450)), 0.12);
  }

  @Test
  void similarity_tooShort_isNone() {
    assertEquals(0, sketch(0, 2).similarity(sketch(0, 2)));
  }
}
