package dev.rapporteur.extract.framing;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The cues of all frames, read from {@code models/framing/<frame>.yaml}, and where they stand in a
 * sentence.
 *
 * <p>A file has {@code frame} and {@code cues}; a cue has {@code id}, {@code weight}, {@code
 * patterns} ({@link CuePattern}), and may have {@code unless}, patterns that undo it where they
 * overlap it, and {@code anywhere}, true where it counts without ICT context.
 */
final class CueLexicon {

  /**
   * One cue: ways of saying one thing that hint at one frame.
   *
   * @param id {@code frame/name}
   * @param frame the frame, or what else the file is about
   * @param weight log-odds points
   * @param anywhere whether it counts without ICT context
   */
  record Cue(String id, String frame, double weight, boolean anywhere) {}

  /**
   * A cue found in a sentence.
   *
   * @param cue which
   * @param pattern the pattern that matched, as written
   * @param first index of its first unit
   * @param end index behind its last unit
   */
  record Hit(Cue cue, String pattern, int first, int end) {}

  private record Rule(Cue cue, CuePattern pattern, List<CuePattern> unless) {}

  private static final Set<String> KEYS = Set.of("id", "weight", "patterns", "unless", "anywhere");

  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, List<Rule>> byWord = new HashMap<>();
  private final Map<String, List<Rule>> byPrefix = new HashMap<>();

  /** The cues of these files. */
  static CueLexicon read(Models models, List<String> files) {
    CueLexicon lexicon = new CueLexicon();
    for (String file : files) {
      lexicon.add(models.text(file), file);
    }
    return lexicon;
  }

  /** The cues of one file's text; for tests. */
  static CueLexicon parse(String yaml, String origin) {
    CueLexicon lexicon = new CueLexicon();
    lexicon.add(yaml, origin);
    return lexicon;
  }

  private void add(String yaml, String origin) {
    try {
      Object root = new Load(LoadSettings.builder().setLabel(origin).build()).loadFromString(yaml);
      Map<?, ?> top = map(root, origin, "a cue file is a map of frame and cues");
      String frame = String.valueOf(top.get("frame"));
      for (Object each : list(top.get("cues"), origin + ": cues")) {
        add(frame, map(each, origin, "a cue is a map"), origin);
      }
    } catch (YamlEngineException e) {
      throw new ConfigurationException(origin + ": " + e.getMessage(), e);
    }
  }

  private void add(String frame, Map<?, ?> entry, String origin) {
    String where = origin + ", cue '" + entry.get("id") + "'";
    for (Object key : entry.keySet()) {
      if (!KEYS.contains(key)) {
        throw new ConfigurationException(where + ": unknown key '" + key + "'");
      }
    }
    if (!(entry.get("id") instanceof String id)
        || !(entry.get("weight") instanceof Number weight)) {
      throw new ConfigurationException(where + ": a cue has an id and a weight");
    }
    Cue cue =
        new Cue(
            frame + "/" + id,
            frame,
            weight.doubleValue(),
            Boolean.TRUE.equals(entry.get("anywhere")));
    cues.add(cue);
    List<CuePattern> unless = patterns(entry.get("unless"), where);
    for (CuePattern pattern : patterns(entry.get("patterns"), where)) {
      Rule rule = new Rule(cue, pattern, unless);
      CuePattern.Item first = pattern.items().getFirst();
      first.words().forEach(w -> byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(rule));
      first
          .prefixes()
          .forEach(p -> byPrefix.computeIfAbsent(key(p), k -> new ArrayList<>()).add(rule));
    }
  }

  private static List<CuePattern> patterns(Object value, String where) {
    List<CuePattern> patterns = new ArrayList<>();
    if (value == null) {
      return patterns;
    }
    for (Object each : list(value, where)) {
      try {
        patterns.add(CuePattern.parse(String.valueOf(each)));
      } catch (IllegalArgumentException e) {
        throw new ConfigurationException(where + ": " + e.getMessage(), e);
      }
    }
    return patterns;
  }

  private static List<?> list(Object value, String where) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new ConfigurationException(where + " must be a list");
  }

  private static Map<?, ?> map(Object value, String origin, String message) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new ConfigurationException(origin + ": " + message);
  }

  /** Words that share their first two letters are looked at together. */
  private static String key(String word) {
    return word.length() < 2 ? word : word.substring(0, 2);
  }

  /** All cues, in the files' order. */
  List<Cue> cues() {
    return List.copyOf(cues);
  }

  /** The cues that stand in a sentence, in order of place. */
  List<Hit> find(Units units) {
    Set<Hit> hits = new LinkedHashSet<>();
    for (int i = 0; i < units.size(); i++) {
      Units.Unit unit = units.get(i);
      match(byWord.get(unit.form()), units, i, hits);
      if (!unit.lemma().equals(unit.form())) {
        match(byWord.get(unit.lemma()), units, i, hits);
      }
      match(byPrefix.get(key(unit.form())), units, i, hits);
    }
    return List.copyOf(hits);
  }

  private static void match(List<Rule> rules, Units units, int at, Set<Hit> hits) {
    if (rules == null) {
      return;
    }
    for (Rule rule : rules) {
      if (!rule.pattern.items().getFirst().fits(units.get(at))) {
        continue;
      }
      int end = rule.pattern.match(units, at);
      if (end > at && !undone(rule.unless, units, at, end)) {
        hits.add(new Hit(rule.cue, rule.pattern.source(), at, end));
      }
    }
  }

  private static boolean undone(List<CuePattern> unless, Units units, int from, int to) {
    for (CuePattern each : unless) {
      for (int i = Math.max(0, from - 8); i < to; i++) {
        if (each.items().getFirst().fits(units.get(i)) && each.match(units, i) > from) {
          return true;
        }
      }
    }
    return false;
  }
}
