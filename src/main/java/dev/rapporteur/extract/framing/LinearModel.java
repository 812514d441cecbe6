package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights of named features for several yes-no questions, each with a threshold; a text file.
 *
 * <p>The first lines are {@code # …} comments and {@code labels<TAB>a<TAB>b …}, then {@code
 * bias<TAB>…}, {@code threshold<TAB>…}, then one line a feature: its name and {@code label=weight}
 * for the weights that matter. Weights have three decimals, so that the file is the same wherever
 * it was made.
 */
final class LinearModel {

  /** Smaller weights are not written: there are many and they change nothing. */
  private static final double SMALLEST = 0.03;

  private final List<String> labels;
  private final double[] bias;
  private final double[] thresholds;
  private final Map<String, float[]> weights;

  LinearModel(
      List<String> labels, double[] bias, double[] thresholds, Map<String, float[]> weights) {
    this.labels = List.copyOf(labels);
    this.bias = bias.clone();
    this.thresholds = thresholds.clone();
    this.weights = Map.copyOf(weights);
  }

  /** The questions. */
  List<String> labels() {
    return labels;
  }

  /** The probability above which a question is answered with yes. */
  double threshold(int label) {
    return thresholds[label];
  }

  /** The same weights with other thresholds. */
  LinearModel withThresholds(double[] others) {
    return new LinearModel(labels, bias, others, weights);
  }

  /** The model whose log-odds are the mean of this one's and another's, of the same labels. */
  LinearModel mean(LinearModel other) {
    double[] middle = new double[bias.length];
    for (int i = 0; i < middle.length; i++) {
      middle[i] = (bias[i] + other.bias[i]) / 2;
    }
    Map<String, float[]> sums = new HashMap<>();
    for (Map<String, float[]> each : List.of(weights, other.weights)) {
      each.forEach(
          (name, row) -> {
            float[] sum = sums.computeIfAbsent(name, n -> new float[row.length]);
            for (int i = 0; i < row.length; i++) {
              sum[i] += row[i] / 2;
            }
          });
    }
    return new LinearModel(labels, middle, thresholds, sums);
  }

  /** The log-odds of each question. */
  double[] score(Map<String, Double> features) {
    double[] sums = bias.clone();
    features.forEach(
        (name, value) -> {
          float[] row = weights.get(name);
          if (row != null) {
            for (int i = 0; i < row.length; i++) {
              sums[i] += row[i] * value;
            }
          }
        });
    return sums;
  }

  /** What a feature adds to a question's log-odds for each unit of its value. */
  double weight(String feature, int label) {
    float[] row = weights.get(feature);
    return row == null ? 0 : row[label];
  }

  /** The probability that log-odds stand for. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** The file's text, features sorted by name. */
  String write(List<String> comments) {
    StringBuilder out = new StringBuilder();
    comments.forEach(c -> out.append("# ").append(c).append('\n'));
    out.append("labels\t").append(String.join("\t", labels)).append('\n');
    row(out, "bias", bias);
    row(out, "threshold", thresholds);
    SortedMap<String, float[]> sorted = new TreeMap<>(weights);
    sorted.forEach(
        (name, row) -> {
          StringBuilder line = new StringBuilder();
          for (int i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) >= SMALLEST) {
              line.append('\t').append(labels.get(i)).append('=');
              line.append(String.format(Locale.ROOT, "%.3f", row[i]));
            }
          }
          if (!line.isEmpty()) {
            out.append(name).append(line).append('\n');
          }
        });
    return out.toString();
  }

  private static void row(StringBuilder out, String name, double[] values) {
    out.append(name);
    for (double value : values) {
      out.append('\t').append(String.format(Locale.ROOT, "%.4f", value));
    }
    out.append('\n');
  }

  /**
   * Reads a file's text.
   *
   * @throws ConfigurationException naming file and line
   */
  static LinearModel read(String text, String origin) {
    List<String> labels = List.of();
    double[] bias = {};
    double[] thresholds = {};
    Map<String, float[]> weights = new HashMap<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isEmpty() || line.startsWith("# ")) {
        continue;
      }
      String[] cells = line.split("\t");
      try {
        switch (cells[0]) {
          case "labels" -> labels = List.of(cells).subList(1, cells.length);
          case "bias" -> bias = numbers(cells, labels.size());
          case "threshold" -> thresholds = numbers(cells, labels.size());
          default -> weights.put(cells[0], sparse(cells, labels));
        }
      } catch (IllegalArgumentException e) {
        throw new ConfigurationException(origin + ", line " + number + ": " + e.getMessage(), e);
      }
    }
    if (labels.isEmpty() || bias.length == 0 || thresholds.length == 0) {
      throw new ConfigurationException(origin + ": a model has labels, bias and threshold");
    }
    return new LinearModel(labels, bias, thresholds, weights);
  }

  private static double[] numbers(String[] cells, int count) {
    if (cells.length != count + 1) {
      throw new IllegalArgumentException("one number for each label is wanted");
    }
    return Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  private static float[] sparse(String[] cells, List<String> labels) {
    float[] row = new float[labels.size()];
    for (int i = 1; i < cells.length; i++) {
      int at = cells[i].lastIndexOf('=');
      int label = at < 0 ? -1 : labels.indexOf(cells[i].substring(0, at));
      if (label < 0) {
        throw new IllegalArgumentException("'" + cells[i] + "' is no label=weight");
      }
      row[label] = Float.parseFloat(cells[i].substring(at + 1));
    }
    return row;
  }
}
