package dev.rapporteur.extract.framing;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fits the model of frames and chooses its thresholds.
 *
 * <p>The model is the mean of two: one that sees everything, and one that sees no single word or
 * cue but only the sums of hand-given cue weights and the context. The second holds the first to
 * what the lexicon's authors know of real texts: on these the mean is better than either.
 */
final class FrameTrainer {

  static final double COST = 0.2;
  private static final int SUPPORT = 2;
  private static final int FOLDS = 5;

  private final CueLexicon lexicon;
  private final FrameFeatures.Groups groups;
  private final double cost;

  FrameTrainer(CueLexicon lexicon, FrameFeatures.Groups groups, double cost) {
    this.lexicon = lexicon;
    this.groups = groups;
    this.cost = cost;
  }

  /** A document's sentences with their right frames; those that rules silence left out. */
  private List<LogisticTrainer.Example> examples(Doc doc) {
    List<LogisticTrainer.Example> examples = new ArrayList<>();
    List<SentenceView> views = SentenceView.of(doc, lexicon);
    for (int i = 0; i < views.size(); i++) {
      SentenceView view = views.get(i);
      if (FrameScorer.silent(view)) {
        continue;
      }
      Set<String> right =
          doc.within(Layer.FRAMES, view.sentence().span()).stream()
              .map(FrameMark::frame)
              .collect(Collectors.toSet());
      boolean[] answers = new boolean[Frame.values().length];
      for (Frame frame : Frame.values()) {
        answers[frame.ordinal()] = right.contains(frame.id());
      }
      examples.add(new LogisticTrainer.Example(FrameFeatures.of(views, i, groups), answers));
    }
    return examples;
  }

  /**
   * A model of documents whose frames are right.
   *
   * @param train what it learns from
   * @param dev what its thresholds are chosen on, beside train by cross validation
   */
  LinearModel train(List<Doc> train, List<Doc> dev) {
    List<List<LogisticTrainer.Example>> folds = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      folds.add(new ArrayList<>());
    }
    for (int i = 0; i < train.size(); i++) {
      folds.get(i % FOLDS).addAll(examples(train.get(i)));
    }
    LogisticTrainer trainer = new LogisticTrainer(cost, SUPPORT);
    List<LogisticTrainer.Example> held = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int out = 0; out < FOLDS; out++) {
      List<LogisticTrainer.Example> rest = new ArrayList<>();
      for (int i = 0; i < FOLDS; i++) {
        if (i != out) {
          rest.addAll(folds.get(i));
        }
      }
      LinearModel part = fit(trainer, rest);
      folds.get(out).forEach(e -> scores.add(part.score(e.features())));
      held.addAll(folds.get(out));
    }
    LinearModel model = fit(trainer, List.copyOf(held));
    for (Doc doc : dev) {
      for (LogisticTrainer.Example each : examples(doc)) {
        held.add(each);
        scores.add(model.score(each.features()));
      }
    }
    double[] thresholds = new double[Frame.values().length];
    for (int label = 0; label < thresholds.length; label++) {
      thresholds[label] = threshold(label, held, scores);
    }
    return model.withThresholds(thresholds);
  }

  private static LinearModel fit(LogisticTrainer trainer, List<LogisticTrainer.Example> examples) {
    List<LogisticTrainer.Example> sums = new ArrayList<>();
    for (LogisticTrainer.Example each : examples) {
      sums.add(
          new LogisticTrainer.Example(FrameFeatures.sumsOnly(each.features()), each.answers()));
    }
    return trainer.fit(Frame.ids(), examples).mean(trainer.fit(Frame.ids(), sums));
  }

  /** The threshold with the best F1, of equally good ones the one nearest to one half. */
  private static double threshold(
      int label, List<LogisticTrainer.Example> examples, List<double[]> scores) {
    double best = 0.5;
    double bestF1 = -1;
    for (int step = 0; step <= 12; step++) {
      // 0.50, 0.475, 0.525, 0.45 …
      double t = 0.5 + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * 0.025;
      int right = 0;
      int wrong = 0;
      for (int i = 0; i < examples.size(); i++) {
        boolean said = LinearModel.probability(scores.get(i)[label]) >= t;
        boolean is = examples.get(i).answers()[label];
        right += said && is ? 1 : 0;
        wrong += said != is ? 1 : 0;
      }
      double f1 = 2.0 * right / Math.max(1, 2 * right + wrong);
      if (f1 > bestF1 + 0.002) {
        bestF1 = f1;
        best = t;
      }
    }
    return best;
  }
}
