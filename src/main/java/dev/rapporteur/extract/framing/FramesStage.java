package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;

/** The open stage of {@link FramesComponent}. */
final class FramesStage implements Stage {

  private final FrameScorer scorer;

  FramesStage(FrameScorer scorer) {
    this.scorer = scorer;
  }

  @Override
  public Layers annotate(Doc doc) {
    return Layers.of(Layer.FRAMES, scorer.marks(doc));
  }
}
