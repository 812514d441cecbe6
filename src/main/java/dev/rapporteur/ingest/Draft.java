package dev.rapporteur.ingest;

import java.util.List;

/**
 * What a reader made of a file: blocks in the file's order and what the file says about itself.
 *
 * @param blocks the blocks
 * @param title the title that the file's own properties give, or empty
 * @param date the date that the file's own properties give as the document's, or empty
 */
record Draft(List<Block> blocks, String title, String date) {

  Draft {
    blocks = List.copyOf(blocks);
  }

  Draft(List<Block> blocks) {
    this(blocks, "", "");
  }
}
