package dev.rapporteur.extract.stance;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.List;
import java.util.Set;

/** Stances: who takes which position on which issue of the codebook. */
@AutoService(Component.class)
public final class StanceComponent implements Component {

  static final String NAME = "stances";

  /**
   * The options.
   *
   * @param issues files of issues; a later one may add issues
   * @param predicates file of predicates
   * @param model file of the trained weights
   * @param instruments file that says who speaks in which instrument
   */
  record Options(List<String> issues, String predicates, String model, String instruments) {
    static Options defaults() {
      return new Options(
          List.of("stance/issues.yaml"),
          "stance/predicates.yaml",
          "stance/stance.model",
          "knowledge/instruments.csv");
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public String summary() {
    return "who takes which position on which issue, with force, basis and reporter";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.STANCES);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    return new StanceStage(
        Knowledge.load(models, options.issues, options.predicates),
        Speakers.load(models, options.instruments),
        StanceModel.load(models, options.model));
  }
}
