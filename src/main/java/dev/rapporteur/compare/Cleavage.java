package dev.rapporteur.compare;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A choice of words by which camps are told from each other, such as "cyber security" against
 * "information security".
 *
 * @param id its name
 * @param about what the choice means
 * @param poles the two camps
 */
public record Cleavage(String id, String about, List<Pole> poles) {

  /**
   * One camp's words.
   *
   * @param name its name
   * @param terms sequences of lemmas, the longer ones first
   */
  public record Pole(String name, List<List<String>> terms) {}

  /** The cleavages of {@code models/compare/cleavages.yaml}. */
  static List<Cleavage> load(Models models) {
    String file = "compare/cleavages.yaml";
    try {
      Object root =
          new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(models.text(file));
      List<Cleavage> all = new ArrayList<>();
      for (Object each : (List<?>) root) {
        Map<?, ?> map = (Map<?, ?>) each;
        List<Pole> poles = new ArrayList<>();
        for (Object pole : (List<?>) map.get("poles")) {
          poles.add(pole((Map<?, ?>) pole));
        }
        if (poles.size() != 2) {
          throw new ConfigurationException(file + ": " + map.get("id") + " needs two poles");
        }
        all.add(new Cleavage((String) map.get("id"), (String) map.get("about"), poles));
      }
      return all;
    } catch (ClassCastException | NullPointerException e) {
      throw new ConfigurationException(
          file + ": wants a list of id, about, poles; a pole is name, terms", e);
    }
  }

  private static Pole pole(Map<?, ?> map) {
    List<List<String>> terms = new ArrayList<>();
    for (Object term : (List<?>) map.get("terms")) {
      terms.add(List.of(((String) term).split(" ")));
    }
    terms.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
    return new Pole((String) map.get("name"), terms);
  }

  /** Occurrences of the terms of either pole in a document; the keys are the poles' names. */
  Tally<String> count(Profile profile) {
    Tally.Builder<String> tally = new Tally.Builder<>();
    Words words = profile.words();
    for (int s = 0; s < profile.sentences().size(); s++) {
      Passage sentence = profile.sentences().get(s);
      for (int i = sentence.from(); i < sentence.to(); ) {
        int longest = 0;
        String name = "";
        for (Pole pole : poles) {
          for (List<String> term : pole.terms) {
            if (term.size() > longest && i + term.size() <= sentence.to() && words.at(i, term)) {
              longest = term.size();
              name = pole.name;
            }
          }
        }
        if (longest > 0) {
          tally.add(name, s);
        }
        i += Math.max(1, longest);
      }
    }
    return tally.build();
  }
}
