package dev.rapporteur.extract.stance;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.List;
import java.util.Set;

/** Marks the sentences that are worth parsing: an issue in them, and more than one to hold it. */
@AutoService(Component.class)
public final class CueComponent implements Component {

  static final String NAME = "cues";

  /**
   * The options.
   *
   * @param issues files of issues
   * @param predicates file of predicates
   * @param least least weight of an issue's cues, where a strong one weighs 1
   */
  record Options(List<String> issues, String predicates, double least) {
    Options {
      if (least < 0) {
        throw new IllegalArgumentException("setting 'least' must not be negative");
      }
    }

    static Options defaults() {
      return new Options(List.of("stance/issues.yaml"), "stance/predicates.yaml", 1.0);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "marks the sentences whose stances need a parser to be told apart";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.CUES);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    return new CueStage(Knowledge.load(models, options.issues, options.predicates), options.least);
  }
}
