package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Span;
import java.util.List;

/**
 * A mention before it is written: offsets of the document, entity and why.
 *
 * @param begin offset of the first code unit
 * @param end offset behind the last
 * @param id the entity
 * @param anaphor whether only context says who is meant
 * @param nil whether the id was made up
 * @param rule what decided
 * @param score how sure, 0 to 1
 * @param sentence index of the sentence
 */
record Found(
    int begin,
    int end,
    String id,
    boolean anaphor,
    boolean nil,
    String rule,
    double score,
    int sentence) {

  boolean overlaps(int from, int to) {
    return begin < to && from < end;
  }

  String kind() {
    return id.substring(0, id.indexOf(':'));
  }

  Mention mention() {
    Span span = new Span(begin, end);
    return new Mention(
        span, id, anaphor, nil, new Evidence(EntitiesComponent.NAME, rule, List.of(span), score));
  }
}
