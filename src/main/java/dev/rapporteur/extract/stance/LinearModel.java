package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Logistic regressions that share features: a weight for each feature of a label, and for each
 * feature that all labels share (label {@code *}).
 */
final class LinearModel {

  /** The label of features that all labels share. */
  static final String SHARED = "*";

  private final Map<String, Map<String, Double>> weights;

  private LinearModel(Map<String, Map<String, Double>> weights) {
    this.weights = weights;
  }

  /** A model of these weights: label, feature, weight. */
  static LinearModel of(Map<String, ? extends Map<String, Double>> byLabel) {
    Map<String, Map<String, Double>> copy = new HashMap<>();
    byLabel.forEach((label, features) -> copy.put(label, new HashMap<>(features)));
    return new LinearModel(copy);
  }

  /**
   * Reads lines {@code task <tab> label <tab> feature <tab> weight} of one task.
   *
   * @throws ConfigurationException if a line is not so
   */
  static LinearModel read(String text, String task, String file) {
    Map<String, Map<String, Double>> weights = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t");
      try {
        if (cells[0].equals(task)) {
          weights
              .computeIfAbsent(cells[1], l -> new HashMap<>())
              .put(cells[2], Double.parseDouble(cells[3]));
        }
      } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
        throw new ConfigurationException(
            file + ", line " + number + ": task, label, feature and weight are wanted", e);
      }
    }
    if (weights.isEmpty()) {
      throw new ConfigurationException(file + ": no weights for '" + task + "'");
    }
    return new LinearModel(weights);
  }

  /** The lines that {@link #read} reads, sorted. */
  void write(String task, StringBuilder out) {
    for (Map.Entry<String, Map<String, Double>> label : new TreeMap<>(weights).entrySet()) {
      for (Map.Entry<String, Double> feature : new TreeMap<>(label.getValue()).entrySet()) {
        out.append(task).append('\t').append(label.getKey()).append('\t');
        out.append(feature.getKey()).append('\t');
        out.append(String.format(Locale.ROOT, "%.4f", feature.getValue())).append('\n');
      }
    }
  }

  /** Whether the model was trained for a label. */
  boolean knows(String label) {
    return weights.containsKey(label);
  }

  /**
   * The probability of a label.
   *
   * @param shared features that are weighed alike for all labels
   * @param own features that the label weighs in its own way
   */
  double probability(String label, Features shared, Features... own) {
    double sum = sum(SHARED, shared);
    for (Features each : own) {
      sum += sum(label, each);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private double sum(String label, Features features) {
    Map<String, Double> known = weights.get(label);
    if (known == null) {
      return 0;
    }
    double sum = 0;
    for (Map.Entry<String, Double> feature : features.values().entrySet()) {
      Double weight = known.get(feature.getKey());
      if (weight != null) {
        sum += weight * feature.getValue();
      }
    }
    return sum;
  }

  /** The features that spoke most for a label, with what they added; for explanations. */
  String reasons(String label, int most, Features shared, Features... own) {
    List<String> names = new ArrayList<>();
    List<Double> parts = new ArrayList<>();
    collect(SHARED, shared, names, parts);
    for (Features each : own) {
      collect(label, each, names, parts);
    }
    return IntStream.range(0, names.size())
        .boxed()
        .filter(i -> parts.get(i) > 0)
        .sorted(Comparator.comparingDouble(i -> -parts.get(i)))
        .limit(most)
        .map(i -> String.format(Locale.ROOT, "%s %+.1f", names.get(i), parts.get(i)))
        .collect(Collectors.joining(", "));
  }

  private void collect(String label, Features features, List<String> names, List<Double> parts) {
    Map<String, Double> known = weights.getOrDefault(label, Map.of());
    features
        .values()
        .forEach(
            (name, value) -> {
              if (known.containsKey(name)) {
                names.add(name);
                parts.add(known.get(name) * value);
              }
            });
  }
}
