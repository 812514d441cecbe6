package dev.rapporteur.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The codebook's figures over a set of gold sentences.
 *
 * <p>Tasks: {@code entities}, {@code anaphors}, {@code frames}, {@code moves}, {@code
 * move.referent} …, {@code stances}, {@code stances.relaxed} (without position), {@code
 * stances.issue} (without holder). Intervals are percentile bootstraps over sentences (Efron 1979).
 */
public final class Scores {

  /**
   * Precision, recall and F1 of one task.
   *
   * @param right how many findings were right
   * @param spare how many were not in the gold
   * @param missed how many of the gold were not found
   */
  public record Figure(int right, int spare, int missed) {

    /** Share of the findings that are right; 0 where there are none. */
    public double precision() {
      return right + spare == 0 ? 0 : (double) right / (right + spare);
    }

    /** Share of the gold that was found; 0 where there is none. */
    public double recall() {
      return right + missed == 0 ? 0 : (double) right / (right + missed);
    }

    /** Harmonic mean of the two. */
    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
  }

  /**
   * Bounds of a bootstrap interval.
   *
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   */
  public record Interval(double low, double high) {}

  private static final String FRAME = "frame:";
  static final String FOUND = "found";

  private final List<Counts> sentences;
  private final Counts sum = new Counts();

  Scores(List<Counts> sentences) {
    this.sentences = List.copyOf(sentences);
    this.sentences.forEach(sum::add);
  }

  /** Number of gold sentences. */
  public int sentences() {
    return sentences.size();
  }

  /** Number of gold sentences that the texts hold. */
  public int found() {
    return sum.get(FOUND, Counts.RIGHT);
  }

  /** The figure of a task; zeros where nothing was coded or found. */
  public Figure figure(String task) {
    return figure(sum, task);
  }

  /** All tasks with their figures, by name. */
  public Map<String, Figure> figures() {
    Map<String, Figure> figures = new TreeMap<>();
    for (String task : sum.cells().keySet()) {
      if (!task.startsWith(FRAME) && !task.startsWith("is:") && !task.equals(FOUND)) {
        figures.put(task, figure(task));
      }
    }
    return figures;
  }

  /** Each frame's figure, by frame. */
  public Map<String, Figure> frames() {
    Map<String, Figure> frames = new TreeMap<>();
    for (String task : sum.cells().keySet()) {
      if (task.startsWith(FRAME)) {
        frames.put(task.substring(FRAME.length()), figure(task));
      }
    }
    return frames;
  }

  /** Mean F1 over the frames that the gold has. */
  public double frameMacro() {
    return macro(sum);
  }

  /** Share of (holder, issue) pairs found whose position is right; NaN where none was found. */
  public double positionAccuracy() {
    return accuracy("is:position");
  }

  /** Share of moves in both whose degree is right; NaN where there are none. */
  public double degreeAccuracy() {
    return accuracy("is:degree");
  }

  /** Share of moves in both whose direction is right; NaN where there are none. */
  public double directionAccuracy() {
    return accuracy("is:direction");
  }

  /**
   * The bootstrap interval of a task's F1.
   *
   * @param task a task, or {@code frames.macro}
   * @param replicates how many samples, for example 1000
   * @param seed of the random numbers
   */
  public Interval interval(String task, int replicates, long seed) {
    ToDoubleFunction<Counts> statistic =
        task.equals("frames.macro") ? Scores::macro : c -> figure(c, task).f1();
    Random random = new Random(seed);
    double[] values = new double[replicates];
    for (int i = 0; i < replicates; i++) {
      Counts sample = new Counts();
      for (int j = 0; j < sentences.size(); j++) {
        sample.add(sentences.get(random.nextInt(sentences.size())));
      }
      values[i] = statistic.applyAsDouble(sample);
    }
    java.util.Arrays.sort(values);
    return new Interval(
        values[(int) (replicates * 0.025)], values[(int) Math.ceil(replicates * 0.975) - 1]);
  }

  /**
   * Krippendorff's nominal alpha of the system against the coder for each frame ({@code
   * frame:crime}) and for having a move ({@code moves}), sentence by sentence.
   *
   * @param replicates how many bootstrap samples for the intervals; 0 for none
   * @param seed of the random numbers
   */
  public Map<String, Agreement.Estimate> alphas(int replicates, long seed) {
    Random random = new Random(seed);
    int[][] samples = new int[replicates][sentences.size()];
    for (int[] sample : samples) {
      java.util.Arrays.setAll(sample, i -> random.nextInt(sample.length));
    }
    int[] whole = java.util.stream.IntStream.range(0, sentences.size()).toArray();
    Map<String, Agreement.Estimate> alphas = new TreeMap<>();
    for (String task : sum.cells().keySet()) {
      if (task.startsWith(FRAME) || task.equals("moves")) {
        alphas.put(
            task,
            Agreement.estimate(
                coded(task, whole),
                java.util.Arrays.stream(samples).map(s -> coded(task, s)).toList(),
                Nominal::alpha));
      }
    }
    return alphas;
  }

  /** Who saw it in each sentence: the coder first, the system second. */
  private Nominal coded(String task, int[] sample) {
    Nominal nominal = new Nominal(2);
    for (int each : sample) {
      Counts counts = sentences.get(each);
      int both = counts.get(task, Counts.RIGHT);
      nominal.add(
          Math.min(1, both + counts.get(task, Counts.MISSED)),
          Math.min(1, both + counts.get(task, Counts.SPARE)));
    }
    return nominal;
  }

  /** The figures as an object for JSON, with the names and the rounding that others read. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sentences", sentences());
    map.put("found", found());
    figures()
        .forEach(
            (task, f) -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("p", round(f.precision()));
              row.put("r", round(f.recall()));
              row.put("f1", round(f.f1()));
              row.put("tp", f.right());
              row.put("fp", f.spare());
              row.put("fn", f.missed());
              map.put(task, row);
            });
    map.put("frames.macro", round(frameMacro()));
    Map<String, Object> each = new LinkedHashMap<>();
    frames().forEach((frame, f) -> each.put(frame, round(f.f1())));
    map.put("frames.each", each);
    map.put("position.accuracy", round(positionAccuracy()));
    map.put("move.degree.accuracy", round(degreeAccuracy()));
    map.put("move.direction.accuracy", round(directionAccuracy()));
    return map;
  }

  private double accuracy(String name) {
    int right = sum.get(name, Counts.RIGHT);
    int wrong = sum.get(name, Counts.MISSED);
    return right + wrong == 0 ? Double.NaN : (double) right / (right + wrong);
  }

  private static Figure figure(Counts counts, String task) {
    return new Figure(
        counts.get(task, Counts.RIGHT),
        counts.get(task, Counts.SPARE),
        counts.get(task, Counts.MISSED));
  }

  private static double macro(Counts counts) {
    List<Double> supported = new ArrayList<>();
    for (String task : counts.cells().keySet()) {
      Figure f = figure(counts, task);
      if (task.startsWith(FRAME) && f.right() + f.missed() > 0) {
        supported.add(f.f1());
      }
    }
    return supported.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static Double round(double value) {
    return Double.isNaN(value) ? null : Math.rint(value * 10_000) / 10_000;
  }
}
