package dev.rapporteur.extract.entity;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.Set;

/** Mentions of actors, fora and instruments, found in the knowledge base and linked to it. */
@AutoService(Component.class)
public final class EntitiesComponent implements Component {

  static final String NAME = "entities";

  /**
   * The options.
   *
   * @param anaphors whether short forms that only the document resolves are found
   * @param unknown whether names that the knowledge base lacks are found, with made-up ids
   */
  record Options(boolean anaphors, boolean unknown) {
    static Options defaults() {
      return new Options(true, true);
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
    return "mentions of actors, fora and instruments, linked to the knowledge base";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.LABELS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.MENTIONS, Layer.LABELS);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    EntityModel model = EntityModel.load(models);
    return doc -> new Analysis(doc, model, options.anaphors, options.unknown).run();
  }
}
