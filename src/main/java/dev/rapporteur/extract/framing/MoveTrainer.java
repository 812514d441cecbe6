package dev.rapporteur.extract.framing;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fits the models of the parts of moves, and of their degree, direction and grammar. */
final class MoveTrainer {

  static final List<String> KINDS =
      List.of(
          "priority",
          "securitizing",
          "contests",
          "desecuritizes",
          "hyper",
          "everyday",
          "technical");
  private static final double COST = 0.4;
  private static final int FOLDS = 4;
  private static final double[] OFFSETS = {0, 0.5, 1, 1.5, 2, 2.5};
  private static final double[] LIMITS = {-20, -6, -4, -2, 0, 2, 4, 6, 8};

  private final CueLexicon lexicon;

  MoveTrainer(CueLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A sentence with a move: its words' features and where the parts lie. */
  record Case(
      MoveFeatures features,
      List<LogisticTrainer.Example> words,
      Map<Move.Part, int[]> right,
      Move move) {}

  /** The cases of a document. */
  List<Case> cases(Doc doc) {
    List<Case> cases = new ArrayList<>();
    for (Sentence sentence : doc.get(Layer.SENTENCES)) {
      List<Move> moves = doc.within(Layer.MOVES, sentence.span());
      SentenceView view = SentenceView.alone(doc, sentence, lexicon);
      if (moves.isEmpty() || view.units().size() == 0) {
        continue;
      }
      Move move = moves.getFirst();
      Map<Move.Part, int[]> right = new TreeMap<>();
      for (Move.Part part : MoveFinder.MODELLED) {
        move.part(part).map(span -> run(view, span)).ifPresent(run -> right.put(part, run));
      }
      MoveFeatures features = new MoveFeatures(view);
      List<LogisticTrainer.Example> words = new ArrayList<>();
      for (int i = 0; i < view.units().size(); i++) {
        boolean[] answers = new boolean[MoveFinder.MODELLED.size() * 3];
        for (int p = 0; p < MoveFinder.MODELLED.size(); p++) {
          int[] run = right.get(MoveFinder.MODELLED.get(p));
          if (run != null) {
            answers[3 * p] = run[0] <= i && i <= run[1];
            answers[3 * p + 1] = run[0] == i;
            answers[3 * p + 2] = run[1] == i;
          }
        }
        words.add(new LogisticTrainer.Example(features.word(i), answers));
      }
      cases.add(new Case(features, words, right, move));
    }
    return cases;
  }

  private static int[] run(SentenceView view, Span span) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < view.units().size(); i++) {
      if (view.units().get(i).span().overlaps(span)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? null : new int[] {first, last};
  }

  /** The two files. */
  Map<String, String> train(List<Doc> train, List<Doc> dev, List<String> comments) {
    List<List<Case>> folds = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      folds.add(new ArrayList<>());
    }
    for (int i = 0; i < train.size(); i++) {
      folds.get(i % FOLDS).addAll(cases(train.get(i)));
    }
    List<Case> all = folds.stream().flatMap(List::stream).toList();
    LinearModel parts = parts(all);
    List<Case> held = new ArrayList<>();
    List<List<double[]>> scores = new ArrayList<>();
    for (int out = 0; out < FOLDS; out++) {
      List<Case> rest = new ArrayList<>();
      for (int i = 0; i < FOLDS; i++) {
        if (i != out) {
          rest.addAll(folds.get(i));
        }
      }
      LinearModel part = parts(rest);
      for (Case each : folds.get(out)) {
        held.add(each);
        scores.add(MoveFinder.scores(each.features, part));
      }
    }
    for (Doc doc : dev) {
      for (Case each : cases(doc)) {
        held.add(each);
        scores.add(MoveFinder.scores(each.features, parts));
      }
    }
    double[] thresholds = new double[MoveFinder.labels().size()];
    for (int p = 0; p < MoveFinder.MODELLED.size(); p++) {
      choose(p, held, scores, thresholds);
    }
    Map<String, String> files = new TreeMap<>();
    files.put(MoveFinder.PARTS, parts.withThresholds(thresholds).write(comments));
    files.put(MoveFinder.KINDS, kinds(all).write(comments));
    return files;
  }

  LinearModel parts(List<Case> cases) {
    List<LogisticTrainer.Example> words = new ArrayList<>();
    cases.forEach(c -> words.addAll(c.words));
    return new LogisticTrainer(COST, 3).fit(MoveFinder.labels(), words);
  }

  LinearModel kinds(List<Case> cases) {
    List<LogisticTrainer.Example> examples = new ArrayList<>();
    for (Case each : cases) {
      boolean[] answers = new boolean[KINDS.size()];
      List<String> is = new ArrayList<>();
      is.add(each.move.degree().id());
      is.add(each.move.direction().id());
      if (each.move.grammar() != null) {
        is.add(each.move.grammar().id());
      }
      for (int i = 0; i < answers.length; i++) {
        answers[i] = is.contains(KINDS.get(i));
      }
      examples.add(new LogisticTrainer.Example(each.features.whole(), answers));
    }
    return new LogisticTrainer(0.5, 2).fit(KINDS, examples);
  }

  /** The offset and the least score of a part with the best F1 over words. */
  private static void choose(
      int part, List<Case> cases, List<List<double[]>> scores, double[] thresholds) {
    double best = -1;
    for (double offset : OFFSETS) {
      List<MoveFinder.Run> runs = new ArrayList<>();
      for (List<double[]> words : scores) {
        runs.add(MoveFinder.best(words, part, offset));
      }
      for (double limit : LIMITS) {
        int right = 0;
        int said = 0;
        int is = 0;
        for (int i = 0; i < cases.size(); i++) {
          int[] gold = cases.get(i).right.get(MoveFinder.MODELLED.get(part));
          MoveFinder.Run run = runs.get(i);
          boolean there = run.score() >= limit;
          said += there ? run.last() - run.first() + 1 : 0;
          is += gold == null ? 0 : gold[1] - gold[0] + 1;
          if (there && gold != null) {
            right +=
                Math.max(0, Math.min(run.last(), gold[1]) - Math.max(run.first(), gold[0]) + 1);
          }
        }
        double f1 = 2.0 * right / Math.max(1, said + is);
        if (f1 > best + 0.001) {
          best = f1;
          Arrays.fill(thresholds, 3 * part, 3 * part + 3, 0.5);
          thresholds[3 * part] = offset;
          thresholds[3 * part + 1] = limit;
        }
      }
    }
  }
}
