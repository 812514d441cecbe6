package dev.rapporteur.extract.stance;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A {@link LinearModel} in the making: L2-regularised logistic regression by liblinear, over
 * features that labels share and features of their own. Newton's method, no chance in it.
 */
final class Regression {

  /** A feature of words must speak for a label in so many examples, lest the model learns noise. */
  private static final int SUPPORT = 2;

  private static final double TOLERANCE = 0.001;
  private static final double NEGLIGIBLE = 0.02;

  private record Example(String label, boolean right, Features shared, List<Features> own) {}

  private final List<Example> examples = new ArrayList<>();

  void add(String label, boolean right, Features shared, Features... own) {
    examples.add(new Example(label, right, shared, List.of(own)));
  }

  LinearModel fit(double cost) {
    Map<String, Map<String, Integer>> support = new HashMap<>();
    for (Example example : examples) {
      count(support, LinearModel.SHARED, example.shared);
      if (example.right) {
        example.own.forEach(f -> count(support, example.label, f));
      }
    }
    Map<String, Map<String, Integer>> columns = new HashMap<>();
    List<String[]> names = new ArrayList<>();
    Feature[][] rows = new Feature[examples.size()][];
    double[] answers = new double[examples.size()];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      List<Feature> row = new ArrayList<>();
      fill(LinearModel.SHARED, example.shared, support, columns, names, row);
      for (Features own : example.own) {
        fill(example.label, own, support, columns, names, row);
      }
      row.sort(Comparator.comparingInt(Feature::getIndex));
      rows[i] = row.toArray(Feature[]::new);
      answers[i] = example.right ? 1 : 0;
    }
    Problem problem = new Problem();
    problem.l = rows.length;
    problem.n = names.size();
    problem.x = rows;
    problem.y = answers;
    problem.bias = -1;
    Linear.disableDebugOutput();
    Model fitted = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, TOLERANCE));
    double sign = fitted.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = fitted.getFeatureWeights();
    Map<String, Map<String, Double>> byLabel = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      double weight = sign * weights[i];
      if (Math.abs(weight) >= NEGLIGIBLE) {
        byLabel
            .computeIfAbsent(names.get(i)[0], l -> new HashMap<>())
            .put(names.get(i)[1], Math.round(weight * 10_000) / 10_000.0);
      }
    }
    return LinearModel.of(byLabel);
  }

  private static void count(
      Map<String, Map<String, Integer>> support, String label, Features features) {
    Map<String, Integer> counts = support.computeIfAbsent(label, l -> new HashMap<>());
    features.values().keySet().forEach(f -> counts.merge(f, 1, Integer::sum));
  }

  private static void fill(
      String label,
      Features features,
      Map<String, Map<String, Integer>> support,
      Map<String, Map<String, Integer>> columns,
      List<String[]> names,
      List<Feature> row) {
    Map<String, Integer> counts = support.getOrDefault(label, Map.of());
    Map<String, Integer> known = columns.computeIfAbsent(label, l -> new HashMap<>());
    features
        .values()
        .forEach(
            (feature, value) -> {
              if (counts.getOrDefault(feature, 0) >= SUPPORT) {
                Integer column = known.get(feature);
                if (column == null) {
                  names.add(new String[] {label, feature});
                  column = names.size();
                  known.put(feature, column);
                }
                row.add(new FeatureNode(column, value));
              }
            });
  }
}
