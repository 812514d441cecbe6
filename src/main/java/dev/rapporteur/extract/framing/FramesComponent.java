package dev.rapporteur.extract.framing;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.Set;

/** The codebook's frames of sentences, by cue lexicons and linear models. */
@AutoService(Component.class)
public final class FramesComponent implements Component {

  /**
   * The options.
   *
   * @param cues folder of the cue files, under {@code models/}
   * @param model file of the linear models
   */
  record Options(String cues, String model) {
    static Options defaults() {
      return new Options("framing", "framing/" + FrameScorer.MODEL);
    }
  }

  @Override
  public String name() {
    return "frames";
  }

  @Override
  public String version() {
    return "3";
  }

  @Override
  public String summary() {
    return "frames of sentences, by cue lexicons and linear models";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.FRAMES);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    return new FramesStage(FrameScorer.open(models, options.cues, options.model));
  }
}
