package dev.rapporteur.extract.framing;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits L2-regularised logistic regressions by liblinear's trust region Newton method, which draws
 * no random numbers (Lin, Weng and Keerthi 2008).
 */
final class LogisticTrainer {

  /**
   * One thing to learn from.
   *
   * @param features its features
   * @param answers for each label, whether it holds
   * @param weights for each label, how much it counts; 0 leaves it out
   */
  record Example(Map<String, Double> features, boolean[] answers, double[] weights) {

    Example(Map<String, Double> features, boolean... answers) {
      this(features, answers, ones(answers.length));
    }

    private static double[] ones(int count) {
      double[] ones = new double[count];
      Arrays.fill(ones, 1);
      return ones;
    }
  }

  private final double cost;
  private final int support;

  /**
   * A trainer.
   *
   * @param cost liblinear's C: how much an error costs against the weights' squares
   * @param support features of fewer examples are left out
   */
  LogisticTrainer(double cost, int support) {
    this.cost = cost;
    this.support = support;
  }

  /** A model of these labels; all thresholds are one half. */
  LinearModel fit(List<String> labels, List<Example> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    examples.forEach(e -> e.features.keySet().forEach(f -> counts.merge(f, 1, Integer::sum)));
    counts.values().removeIf(count -> count < support);
    List<String> names = new ArrayList<>(counts.keySet());
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      index.put(names.get(i), i + 1);
    }
    List<Feature[]> rows = new ArrayList<>();
    for (Example each : examples) {
      rows.add(row(each.features, index, names.size() + 1));
    }
    double[] bias = new double[labels.size()];
    Map<String, float[]> weights = new HashMap<>();
    names.forEach(n -> weights.put(n, new float[labels.size()]));
    for (int label = 0; label < labels.size(); label++) {
      double[] fitted = fit(label, examples, rows, names.size() + 1);
      for (int i = 0; i < names.size(); i++) {
        weights.get(names.get(i))[label] = (float) fitted[i];
      }
      bias[label] = fitted[names.size()];
    }
    double[] halves = new double[labels.size()];
    Arrays.fill(halves, 0.5);
    return new LinearModel(labels, bias, halves, weights);
  }

  private double[] fit(int label, List<Example> examples, List<Feature[]> rows, int size) {
    List<Feature[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Example example = examples.get(i);
      if (example.weights[label] > 0) {
        x.add(rows.get(i));
        y.add(example.answers[label] ? 1.0 : -1.0);
      }
    }
    Problem problem = new Problem();
    problem.l = x.size();
    problem.n = size;
    problem.x = x.toArray(new Feature[0][]);
    problem.y = y.stream().mapToDouble(Double::doubleValue).toArray();
    double[] fitted = new double[size];
    if (y.stream().distinct().count() < 2) {
      fitted[size - 1] = y.isEmpty() || y.getFirst() < 0 ? -9 : 9;
      return fitted;
    }
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 0.001));
    int sign = model.getLabels()[0] > 0 ? 1 : -1;
    for (int i = 0; i < size; i++) {
      fitted[i] = sign * model.getFeatureWeights()[i];
    }
    return fitted;
  }

  private static Feature[] row(Map<String, Double> features, Map<String, Integer> index, int bias) {
    List<Feature> row = new ArrayList<>();
    features.forEach(
        (name, value) -> {
          Integer at = index.get(name);
          if (at != null && value != 0) {
            row.add(new FeatureNode(at, value));
          }
        });
    row.sort(java.util.Comparator.comparingInt(Feature::getIndex));
    row.add(new FeatureNode(bias, 1));
    return row.toArray(new Feature[0]);
  }
}
