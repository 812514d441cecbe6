package dev.rapporteur.extract.entity;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import java.util.List;
import java.util.Set;

/**
 * Who speaks in a document, where nothing before has said it: the body that adopted it, the state
 * or organ that issued it, {@code author} for papers. Stands before {@code entities}, whose
 * anaphors need it.
 */
@AutoService(Component.class)
public final class VoiceComponent implements Component {

  static final String NAME = "voice";

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
    return "who speaks in the document, from its symbol, title and head";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.LABELS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.LABELS);
  }

  @Override
  public Stage open(Settings settings, Models models) {
    settings.as(Settings.None.class);
    EntityModel model = EntityModel.load(models);
    return doc -> {
      List<Label> found =
          doc.voice().isEmpty() && doc.isEnglish() && !doc.text().isBlank()
              ? new VoiceFinder(model, doc).find().stream().toList()
              : List.of();
      return Layers.of(Layer.LABELS, found);
    };
  }
}
