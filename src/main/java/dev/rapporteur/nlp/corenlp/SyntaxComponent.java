package dev.rapporteur.nlp.corenlp;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Layer;
import java.util.Optional;
import java.util.Set;

/** Dependency trees by Stanford CoreNLP, of sentences that hold a cue. */
@AutoService(Component.class)
public final class SyntaxComponent implements Component {

  /**
   * The options.
   *
   * @param all whether every sentence is parsed, not only those with a cue
   * @param maxTokens longer sentences (tables, lists without stops) are not parsed
   */
  record Options(boolean all, int maxTokens) {
    Options {
      if (maxTokens < 1) {
        throw new IllegalArgumentException("setting 'max-tokens' must be at least 1");
      }
    }

    static Options defaults() {
      return new Options(false, 200);
    }
  }

  @Override
  public String name() {
    return "corenlp-syntax";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "dependency trees by Stanford CoreNLP (GPL-3, optional), of cued sentences only";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.CUES);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.SYNTAX);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Optional<String> unavailable() {
    return CoreNlpJars.missing(
        "edu/stanford/nlp/parser/nndep/DependencyParser.class",
        SyntaxStage.PARSER,
        SyntaxStage.TAGGER);
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    return new SyntaxStage(options.all, options.maxTokens, models);
  }
}
