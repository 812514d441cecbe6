package dev.rapporteur.extract.entity;

import java.util.List;

/**
 * A stretch of text that may be a mention, with all its readings.
 *
 * @param begin offset in the document
 * @param end offset behind it
 * @param senses its readings, at least one
 * @param plural whether its last word is a plural of the designation's
 */
record Candidate(int begin, int end, List<Sense> senses, boolean plural) {

  int length() {
    return end - begin;
  }

  boolean overlaps(int from, int to) {
    return begin < to && from < end;
  }

  /** Whether it can only be one entity, by its letters alone. */
  boolean isSure() {
    return senses.size() == 1 && !senses.getFirst().alias().doubtful();
  }
}
