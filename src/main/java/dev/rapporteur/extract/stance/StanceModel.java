package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.Locale;
import java.util.Map;

/**
 * The trained part of the extractor: {@code models/stance/stance.model}, a text file of weights.
 *
 * @param issues whether a sentence takes a stand on an issue; labels are issues
 * @param holders whether a candidate holds it
 * @param positions which position; labels are positions
 * @param forces which force; labels are forces
 * @param bases whether said or done; labels are bases
 * @param threshold least probability of a stand on an issue
 */
record StanceModel(
    LinearModel issues,
    LinearModel holders,
    LinearModel positions,
    LinearModel forces,
    LinearModel bases,
    double threshold) {

  static final String ISSUES = "issue";
  static final String HOLDERS = "holder";
  static final String POSITIONS = "position";
  static final String FORCES = "force";
  static final String BASES = "basis";
  private static final String THRESHOLD = "# threshold ";

  static StanceModel load(Models models, String file) {
    String text = models.text(file);
    double threshold =
        text.lines()
            .filter(l -> l.startsWith(THRESHOLD))
            .mapToDouble(l -> Double.parseDouble(l.substring(THRESHOLD.length()).strip()))
            .findFirst()
            .orElseThrow(
                () -> new ConfigurationException(file + ": a line '" + THRESHOLD + "' is wanted"));
    return new StanceModel(
        LinearModel.read(text, ISSUES, file),
        LinearModel.read(text, HOLDERS, file),
        LinearModel.read(text, POSITIONS, file),
        LinearModel.read(text, FORCES, file),
        LinearModel.read(text, BASES, file),
        threshold);
  }

  String write(String head) {
    StringBuilder out = new StringBuilder(head);
    out.append(THRESHOLD).append(String.format(Locale.ROOT, "%.3f", threshold)).append('\n');
    Map.of(ISSUES, issues, HOLDERS, holders, POSITIONS, positions, FORCES, forces, BASES, bases)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> e.getValue().write(e.getKey(), out));
    return out.toString();
  }
}
