package dev.rapporteur.extract.framing;

import com.google.auto.service.AutoService;
import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Securitizing and other moves: sentences with the frame securitization, taken apart. */
@AutoService(Component.class)
public final class MovesComponent implements Component {

  /**
   * The options.
   *
   * @param cues folder of the cue files, under {@code models/}
   * @param parts file of the model of a move's parts
   * @param kinds file of the model of its degree, direction and grammar
   */
  record Options(String cues, String parts, String kinds) {
    static Options defaults() {
      return new Options("framing", "framing/" + MoveFinder.PARTS, "framing/" + MoveFinder.KINDS);
    }
  }

  @Override
  public String name() {
    return "moves";
  }

  @Override
  public String version() {
    return "3";
  }

  @Override
  public String summary() {
    return "moves of sentences that securitize: who, what is threatened, by what, how far";
  }

  @Override
  public Set<Layer<?>> reads() {
    return Set.of(Layer.SENTENCES, Layer.TOKENS, Layer.MENTIONS, Layer.FRAMES);
  }

  @Override
  public Set<Layer<?>> writes() {
    return Set.of(Layer.MOVES);
  }

  @Override
  public Class<? extends Record> options() {
    return Options.class;
  }

  @Override
  public Stage open(Settings settings, Models models) {
    Options options = settings.as(Options.class);
    MoveFinder finder = MoveFinder.open(models, options.cues, options.parts, options.kinds);
    return doc -> {
      List<Move> moves = new ArrayList<>();
      for (FrameMark mark : doc.get(Layer.FRAMES)) {
        if (mark.frame().equals(Frame.SECURITIZATION.id())) {
          for (Sentence sentence : doc.within(Layer.SENTENCES, mark.span())) {
            Move move = finder.find(doc, sentence);
            if (move != null) {
              moves.add(move);
            }
          }
        }
      }
      return Layers.of(Layer.MOVES, moves);
    };
  }
}
