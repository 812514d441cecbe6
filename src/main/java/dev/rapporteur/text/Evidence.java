package dev.rapporteur.text;

import java.util.List;

/**
 * Why a finding was made: what {@code show --explain} prints.
 *
 * @param by name of the component that made the finding
 * @param rule the entry, rule or model that decided, in words an analyst can look up under {@code
 *     models/}, for example {@code states.csv state:RU demonym "Russian"}
 * @param cues the words that decided, in code units of the document's text; may be empty
 * @param score how sure the finding is, from 0 to 1; 1 for rules that do not weigh
 */
public record Evidence(String by, String rule, List<Span> cues, double score) {

  /** Copies the cues and checks the score. */
  public Evidence {
    cues = List.copyOf(cues);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must lie in 0 to 1, is " + score);
    }
  }

  /** Evidence of a rule that does not weigh: score 1. */
  public static Evidence rule(String by, String rule, Span... cues) {
    return new Evidence(by, rule, List.of(cues), 1);
  }
}
