package dev.rapporteur.nlp.opennlp;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.Set;

/** Sentences, tokens, universal parts of speech and lemmas by Apache OpenNLP. */
@AutoService(Component.class)
public final class OpenNlpComponent implements Component {

  /**
   * The options.
   *
   * @param abbreviations file of abbreviations that a full stop belongs to
   * @param tags whether tokens get parts of speech and lemmas
   */
  record Options(String abbreviations, boolean tags) {
    static Options defaults() {
      return new Options("nlp/abbreviations.txt", true);
    }
  }

  @Override
  public String name() {
    return "opennlp";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "sentences, tokens, parts of speech and lemmas by Apache OpenNLP";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of();
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    return new OpenNlpStage(
        new SentenceSplitter(models.text(options.abbreviations)), options.tags, models);
  }
}
