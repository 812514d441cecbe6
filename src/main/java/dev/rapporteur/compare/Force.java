package dev.rapporteur.compare;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The words of {@code models/compare/force.yaml}: how strongly a sentence speaks. */
final class Force {

  /**
   * A word or phrase.
   *
   * @param lemmas its lemmas
   * @param force its force; null for a hedge
   */
  record Entry(List<String> lemmas, Stance.Force force) {}

  private final List<Entry> entries = new ArrayList<>();

  private Force() {}

  static Force load(Models models) {
    String file = "compare/force.yaml";
    Force force = new Force();
    try {
      Map<?, ?> root =
          (Map<?, ?>)
              new Load(LoadSettings.builder().setLabel(file).build())
                  .loadFromString(models.text(file));
      for (Map.Entry<?, ?> each : ((Map<?, ?>) root.get("force")).entrySet()) {
        Stance.Force level =
            Stance.Force.valueOf(((String) each.getKey()).toUpperCase(Locale.ROOT));
        force.add((List<?>) each.getValue(), level);
      }
      force.add((List<?>) root.get("hedges"), null);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new ConfigurationException(
          file + ": wants force (commits, calls, encourages, asserts) and hedges, lists each", e);
    }
    force.entries.sort(Comparator.comparingInt((Entry e) -> -e.lemmas.size()));
    return force;
  }

  private void add(List<?> phrases, Stance.Force level) {
    for (Object phrase : phrases) {
      entries.add(new Entry(List.of(((String) phrase).split(" ")), level));
    }
  }

  /** What stands in a sentence, in its order. */
  List<Entry> in(Words words, Passage sentence) {
    List<Entry> found = new ArrayList<>();
    for (int i = sentence.from(); i < sentence.to(); ) {
      int length = 1;
      for (Entry entry : entries) {
        if (i + entry.lemmas.size() <= sentence.to() && words.at(i, entry.lemmas)) {
          found.add(entry);
          length = entry.lemmas.size();
          break;
        }
      }
      i += length;
    }
    return found;
  }
}
