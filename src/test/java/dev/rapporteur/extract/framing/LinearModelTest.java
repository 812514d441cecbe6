package dev.rapporteur.extract.framing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinearModelTest {

  private static List<LogisticTrainer.Example> examples() {
    List<LogisticTrainer.Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new LogisticTrainer.Example(Map.of("w:threat", 1.0, "w:the", 1.0), true));
      examples.add(new LogisticTrainer.Example(Map.of("w:fish", 1.0, "w:the", 1.0), false));
    }
    return examples;
  }

  @Test
  void fit_separableData_learnsIt() {
    LinearModel model = new LogisticTrainer(1, 2).fit(List.of("yes"), examples());
    assertTrue(LinearModel.probability(model.score(Map.of("w:threat", 1.0))[0]) > 0.8);
    assertTrue(LinearModel.probability(model.score(Map.of("w:fish", 1.0))[0]) < 0.2);
  }

  @Test
  void fit_twice_isTheSameToTheLetter() {
    assertEquals(
        new LogisticTrainer(1, 2).fit(List.of("yes"), examples()).write(List.of("a")),
        new LogisticTrainer(1, 2).fit(List.of("yes"), examples()).write(List.of("a")));
  }

  @Test
  void read_whatWasWritten_scoresAlike() {
    LinearModel model =
        new LinearModel(
            List.of("a", "b"),
            new double[] {0.5, -1},
            new double[] {0.4, 0.6},
            Map.of("w:x", new float[] {1.25f, 0f}, "q:a b|c", new float[] {0f, -2f}));
    LinearModel again = LinearModel.read(model.write(List.of("made by hand")), "m");
    Map<String, Double> features = Map.of("w:x", 1.0, "q:a b|c", 0.5);
    assertArrayEquals(model.score(features), again.score(features), 1e-6);
    assertEquals(0.6, again.threshold(1));
  }

  @Test
  void mean_twoModels_isTheMeanOfTheirLogOdds() {
    LinearModel one =
        new LinearModel(
            List.of("a"), new double[] {1}, new double[] {0.5}, Map.of("x", new float[] {2f}));
    LinearModel two =
        new LinearModel(
            List.of("a"), new double[] {3}, new double[] {0.5}, Map.of("y", new float[] {4f}));
    assertEquals(2 + 1 + 2, one.mean(two).score(Map.of("x", 1.0, "y", 1.0))[0], 1e-6);
  }

  @Test
  void read_wrongLine_isNamed() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> LinearModel.read("labels\ta\nbias\t0\nthreshold\t1\nw:x\tb=1", "m.model"));
    assertTrue(e.getMessage().contains("m.model, line 4"), e.getMessage());
  }
}
