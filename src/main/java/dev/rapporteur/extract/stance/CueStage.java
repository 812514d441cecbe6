package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import java.util.ArrayList;
import java.util.List;

/** The open stage of {@link CueComponent}. */
final class CueStage implements Stage {

  private final Knowledge knowledge;
  private final double least;

  CueStage(Knowledge knowledge, double least) {
    this.knowledge = knowledge;
    this.least = least;
  }

  @Override
  public Layers annotate(Doc doc) {
    List<Cue> cues = new ArrayList<>();
    Context context = Context.of(doc, knowledge);
    for (int i = 0; i < context.readings().size(); i++) {
      Reading reading = context.readings().get(i);
      if (worthParsing(context, i, reading)) {
        mark(reading, cues);
      }
    }
    return Layers.of(Layer.CUES, cues);
  }

  /**
   * Where the voice alone can hold a stance, no parser is needed to find the holder; in papers and
   * where others are named, one is.
   */
  private boolean worthParsing(Context context, int index, Reading reading) {
    boolean about =
        reading.topic() == Reading.Topic.HARD
            || reading.topic() == Reading.Topic.SOFT && context.share() > 0
            || context.topicBefore(index) == Reading.Topic.HARD;
    boolean others =
        reading.words().mentions().stream()
            .anyMatch(
                m ->
                    Holders.KINDS.contains(m.mention().kind())
                        && !m.mention().id().equals(context.voice()));
    return about
        && others
        && reading.hasVerb()
        && reading.predicates().stream().anyMatch(p -> p.value().speaks())
        && reading.cues().keySet().stream().anyMatch(id -> reading.weight(id) >= least);
  }

  private void mark(Reading reading, List<Cue> cues) {
    for (String issue : reading.cues().keySet()) {
      if (reading.weight(issue) >= least) {
        reading
            .best(issue)
            .ifPresent(
                hit ->
                    cues.add(
                        new Cue(
                            reading.words().span(hit.begin(), hit.end()),
                            "stance:" + issue,
                            Evidence.rule(
                                CueComponent.NAME,
                                "issues.yaml " + issue + " \"" + hit.phrase().text() + "\""))));
      }
    }
  }
}
