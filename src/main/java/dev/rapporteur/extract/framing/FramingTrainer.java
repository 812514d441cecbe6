package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Doc;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the models of frames and moves from documents whose mentions, frames and moves are right.
 *
 * <p>Draws no random numbers: the same documents and cue files give the same files.
 */
public final class FramingTrainer {

  private final CueLexicon lexicon;
  private final CueLexicon moves;

  /**
   * A trainer.
   *
   * @param models where the cue files are
   * @param folder their folder, relative to {@code models/}: {@code framing}
   */
  public FramingTrainer(Models models, String folder) {
    this.lexicon = CueLexicon.read(models, Frame.files(folder));
    this.moves = CueLexicon.read(models, MoveFinder.files(folder));
  }

  /**
   * Trains.
   *
   * @param train documents to learn from, with sentences, tokens, mentions, frames and moves
   * @param dev documents to choose thresholds on
   * @param comments what to say at the head of the files: data, hash
   * @return the files' names, relative to the folder, and texts
   */
  public SortedMap<String, String> train(List<Doc> train, List<Doc> dev, List<String> comments) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(
        FrameScorer.MODEL,
        new FrameTrainer(lexicon, FrameFeatures.Groups.ALL, FrameTrainer.COST)
            .train(train, dev)
            .write(comments));
    files.putAll(new MoveTrainer(moves).train(train, dev, comments));
    return files;
  }
}
