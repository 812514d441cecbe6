package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides on the frames of a document's sentences: rules that say no, then the model's probability
 * against its threshold.
 */
final class FrameScorer {

  static final String MODEL = "frames.model";

  private final CueLexicon lexicon;
  private final LinearModel model;

  FrameScorer(CueLexicon lexicon, LinearModel model) {
    this.lexicon = lexicon;
    this.model = model;
  }

  /** Reads the cue files of a folder and a model, both under {@code models/} or given as paths. */
  static FrameScorer open(Models models, String folder, String model) {
    return models.shared(
        "framing:scorer:" + folder + ":" + model,
        () ->
            new FrameScorer(
                CueLexicon.read(models, Frame.files(folder)),
                LinearModel.read(models.text(model), model)));
  }

  /** The cues. */
  CueLexicon lexicon() {
    return lexicon;
  }

  /** The frames of a document's sentences. */
  List<FrameMark> marks(Doc doc) {
    List<FrameMark> marks = new ArrayList<>();
    List<SentenceView> views = SentenceView.of(doc, lexicon);
    for (int i = 0; i < views.size(); i++) {
      SentenceView view = views.get(i);
      if (silent(view)) {
        continue;
      }
      Map<String, Double> features = FrameFeatures.of(views, i, FrameFeatures.Groups.ALL);
      double[] scores = model.score(features);
      for (int label = 0; label < scores.length; label++) {
        double probability = LinearModel.probability(scores[label]);
        if (probability >= model.threshold(label)) {
          marks.add(mark(view, label, features, probability));
        }
      }
    }
    return marks;
  }

  /** Whether a rule says that a sentence has no frame, whatever its words. */
  static boolean silent(SentenceView view) {
    return view.units().size() == 0 || view.context() == SentenceView.Context.NONE;
  }

  private FrameMark mark(
      SentenceView view, int label, Map<String, Double> features, double probability) {
    String frame = model.labels().get(label);
    List<Span> cues =
        view.hits().stream()
            .filter(h -> h.cue().frame().equals(frame))
            .map(h -> view.units().cover(h.first(), h.end() - 1))
            .distinct()
            .sorted()
            .toList();
    StringBuilder rule = new StringBuilder("framing/" + MODEL + ":");
    features.entrySet().stream()
        .filter(e -> e.getValue() * model.weight(e.getKey(), label) > 0.05)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Double> e) -> -e.getValue() * model.weight(e.getKey(), label)))
        .limit(5)
        .forEach(
            e ->
                rule.append(
                    String.format(
                        Locale.ROOT,
                        " %s +%.2f",
                        e.getKey(),
                        e.getValue() * model.weight(e.getKey(), label))));
    return new FrameMark(
        view.sentence().span(), frame, new Evidence("frames", rule.toString(), cues, probability));
  }
}
