package dev.rapporteur.nlp.corenlp;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.Optional;
import java.util.Set;

/**
 * Persons that no knowledge base knows, by one of CoreNLP's sequence models, in sentences whose
 * capitalised words are left unexplained; nothing else is read.
 */
@AutoService(Component.class)
public final class NamesComponent implements Component {

  /**
   * The options.
   *
   * @param minimum how many capitalised words in a row, unexplained by a mention, make a sentence
   *     worth reading
   */
  record Options(int minimum) {
    Options {
      if (minimum < 1) {
        throw new IllegalArgumentException("setting 'minimum' must be at least 1");
      }
    }

    static Options defaults() {
      return new Options(2);
    }
  }

  @Override
  public String name() {
    return "corenlp-names";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "persons that the knowledge base does not know, by Stanford CoreNLP (GPL-3, optional)";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.MENTIONS);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Optional<String> unavailable() {
    return CoreNlpJars.missing(
        "edu/stanford/nlp/ie/crf/CRFClassifier.class", NamesStage.CLASSIFIER);
  }

  @Override
  public Stage open(Settings settings, Models models) {
    return new NamesStage(settings.as(Options.class).minimum, models);
  }
}
