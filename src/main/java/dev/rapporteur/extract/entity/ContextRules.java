package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Rules that decide by context whether a designation is a mention and of whom: {@code
 * models/knowledge/context.yaml}. The first rule whose conditions all hold decides.
 */
final class ContextRules {

  /** What a rule sees of the place where a designation stands. */
  interface Place {
    /** The sentence before the designation. */
    CharSequence left();

    /** The sentence behind it. */
    CharSequence right();

    /** The whole sentence. */
    CharSequence sentence();

    /** The document's voice, or empty. */
    String voice();

    /** The document's groups. */
    List<String> groups();

    /** Year of the document's date, 0 if unknown. */
    int year();

    /** Whether the document names the entity elsewhere beyond doubt. */
    boolean knows(String id);

    /** The designation as it stands. */
    CharSequence surface();

    /** Whether a state's name stands right before, as in a list of states. */
    boolean afterState();

    /** Whether the sentence is set in capitals. */
    boolean shouts();
  }

  /** One rule. */
  record Rule(
      int number,
      Set<String> aliases,
      Set<Form> forms,
      Set<String> kinds,
      List<String> ids,
      Boolean doubtful,
      Boolean shouting,
      Boolean afterState,
      Pattern surface,
      Pattern left,
      Pattern right,
      Pattern sentence,
      Pattern voice,
      Pattern group,
      List<String> known,
      int since,
      int until,
      String then) {

    private boolean concerns(Sense sense) {
      return (aliases.isEmpty() || aliases.contains(sense.alias().text()))
          && (forms.isEmpty() || forms.contains(sense.alias().form()))
          && (kinds.isEmpty() || kinds.contains(sense.kind()))
          && (ids.isEmpty() || ids.stream().anyMatch(id -> below(sense.id(), id)))
          && (doubtful == null || doubtful == sense.alias().doubtful());
    }

    private boolean holds(Place place) {
      return (shouting == null || shouting == place.shouts())
          && (surface == null || surface.matcher(place.surface()).find())
          && (left == null || left.matcher(place.left()).find())
          && (right == null || right.matcher(place.right()).find())
          && (sentence == null || sentence.matcher(place.sentence()).find())
          && (voice == null || voice.matcher(place.voice()).find())
          && (group == null || place.groups().stream().anyMatch(g -> group.matcher(g).find()))
          && (known.isEmpty() || known.stream().anyMatch(place::knows))
          && (afterState == null || afterState == place.afterState())
          && (since == 0 || place.year() >= since)
          && (until == 0 || place.year() > 0 && place.year() <= until);
    }

    private static boolean below(String id, String ancestor) {
      return id.startsWith(ancestor)
          && (id.length() == ancestor.length()
              || ancestor.endsWith(":")
              || id.charAt(ancestor.length()) == '/');
    }

    String name() {
      return "context.yaml rule " + number;
    }
  }

  private static final Set<String> KEYS =
      Set.of(
          "alias",
          "form",
          "kind",
          "id",
          "doubtful",
          "shouting",
          "after-state",
          "surface",
          "left",
          "right",
          "sentence",
          "voice",
          "group",
          "known",
          "since",
          "until",
          "then",
          "why");

  private final Map<String, List<Rule>> byAlias = new HashMap<>();
  private final List<Rule> general = new ArrayList<>();

  /** Reads the rules; names the rule and cause of what is wrong. */
  ContextRules(String file, String yaml) {
    Object loaded;
    try {
      loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      throw new ConfigurationException(file + ": " + e.getMessage().replace('\n', ' '), e);
    }
    if (!(loaded instanceof List<?> rules)) {
      throw new ConfigurationException(file + ": is not a list of rules");
    }
    int number = 0;
    for (Object each : rules) {
      number++;
      if (!(each instanceof Map<?, ?> map)) {
        throw new ConfigurationException(file + ": rule " + number + " is not a map");
      }
      Rule rule = rule(file, number, map);
      if (rule.aliases.isEmpty()) {
        general.add(rule);
      } else {
        for (String alias : rule.aliases) {
          byAlias.computeIfAbsent(alias, k -> new ArrayList<>()).add(rule);
        }
      }
    }
  }

  private static Rule rule(String file, int number, Map<?, ?> map) {
    String where = file + ": rule " + number;
    for (Object key : map.keySet()) {
      if (!KEYS.contains(key)) {
        throw new ConfigurationException(where + ": unknown key '" + key + "'");
      }
    }
    Object then = map.get("then");
    if (then == null) {
      throw new ConfigurationException(where + ": has no 'then': yes, no or an id");
    }
    String verdict = then instanceof Boolean b ? (b ? "yes" : "no") : then.toString();
    if (!verdict.matches("yes|no|[a-z-]+:\\S+")) {
      throw new ConfigurationException(where + ": 'then' is yes, no or an id, not " + verdict);
    }
    Set<Form> forms = new HashSet<>();
    for (String form : list(map.get("form"))) {
      try {
        forms.add(Form.valueOf(form.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new ConfigurationException(where + ": unknown form '" + form + "'", e);
      }
    }
    return new Rule(
        number,
        Set.copyOf(list(map.get("alias"))),
        forms,
        Set.copyOf(list(map.get("kind"))),
        list(map.get("id")),
        (Boolean) map.get("doubtful"),
        (Boolean) map.get("shouting"),
        (Boolean) map.get("after-state"),
        pattern(where, map.get("surface")),
        pattern(where, map.get("left")),
        pattern(where, map.get("right")),
        pattern(where, map.get("sentence")),
        pattern(where, map.get("voice")),
        pattern(where, map.get("group")),
        list(map.get("known")),
        map.get("since") instanceof Integer i ? i : 0,
        map.get("until") instanceof Integer i ? i : 0,
        verdict);
  }

  private static List<String> list(Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(String.valueOf(value));
    };
  }

  private static Pattern pattern(String where, Object value) {
    try {
      return value == null ? null : Pattern.compile(String.valueOf(value));
    } catch (PatternSyntaxException e) {
      throw new ConfigurationException(where + ": " + e.getMessage().lines().findFirst().get(), e);
    }
  }

  /** The rule that decides on a reading at a place, if one does. */
  Optional<Rule> decide(Sense sense, Place place) {
    for (Rule rule : byAlias.getOrDefault(sense.alias().text(), List.of())) {
      if (rule.concerns(sense) && rule.holds(place)) {
        return Optional.of(rule);
      }
    }
    for (Rule rule : general) {
      if (rule.concerns(sense) && rule.holds(place)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
