package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Stance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What the files of {@code models/stance/} say: issues with their cues, classes of predicates.
 *
 * @param issues by id, in the order of the files
 * @param predicates by name
 * @param cues the phrases of all issues
 * @param verbs the phrases of all predicates
 * @param topic the words that make a sentence one about ICTs: {@code true} where they suffice
 * @param entities ids of the entities that do
 */
record Knowledge(
    Map<String, Issue> issues,
    Map<String, Predicate> predicates,
    PhraseBook<Cue> cues,
    PhraseBook<Predicate> verbs,
    PhraseBook<Boolean> topic,
    Set<String> entities) {

  /**
   * An issue.
   *
   * @param id its id
   * @param proposition what is supported or opposed
   * @param anyContext whether it is about ICTs by itself
   * @param position the position where nothing decides
   */
  record Issue(String id, String proposition, boolean anyContext, Stance.Position position) {}

  /** How much a cue says. */
  enum Strength {
    /** Suffices. */
    STRONG(1.0),
    /** Needs company. */
    FAIR(0.45),
    /** Leans. */
    WEAK(0.15),
    /** Speaks for the other position. */
    AGAINST(0.6),
    /** Only looks like a cue. */
    NEVER(0);

    final double weight;

    Strength(double weight) {
      this.weight = weight;
    }
  }

  /**
   * A cue of an issue.
   *
   * @param issue the issue's id
   * @param strength how much it says
   */
  record Cue(String issue, Strength strength) {}

  /** What a predicate does to what it governs. */
  enum Does {
    /** Takes it as it stands. */
    KEEPS,
    /** Takes it the other way round. */
    TURNS,
    /** For and against, or undecided. */
    WAVERS,
    /** Nothing. */
    NONE
  }

  /**
   * A class of predicates.
   *
   * @param name its name
   * @param does what it does to what it governs
   * @param force the illocution
   * @param basis said or done
   * @param speaks whether its subject takes a stand
   */
  record Predicate(
      String name, Does does, Stance.Force force, Stance.Basis basis, boolean speaks) {}

  /** Whether a mention of an entity makes a sentence one about ICTs. */
  boolean isTopic(String id) {
    for (String path = id; ; path = path.substring(0, path.lastIndexOf('/'))) {
      if (entities.contains(path)) {
        return true;
      }
      if (path.indexOf('/') < 0) {
        return false;
      }
    }
  }

  private static final Set<String> ISSUE_KEYS =
      Set.of(
          "id", "proposition", "context", "default", "strong", "fair", "weak", "against", "never");
  private static final Set<String> PREDICATE_KEYS =
      Set.of("does", "force", "basis", "speaks", "words");

  /**
   * Reads the files.
   *
   * @throws ConfigurationException if one is not as it must be
   */
  static Knowledge load(Models models, List<String> issueFiles, String predicateFile) {
    Map<String, Issue> issues = new LinkedHashMap<>();
    Set<String> entities = new HashSet<>();
    Map<String, PhraseBook<Boolean>> classes = new LinkedHashMap<>();
    PhraseBook<Cue> cues = new PhraseBook<>(classes);
    for (String file : issueFiles) {
      Map<?, ?> root = yaml(models, file);
      classes.putAll(classes(root, file)); // a later file may use the classes of an earlier one
      if (root.get("entities") != null) {
        list(root.get("entities"), file).forEach(e -> entities.add(String.valueOf(e)));
      }
      for (Object each : list(root.get("issues"), file)) {
        issue(map(each, file), file, issues, cues);
      }
    }
    PhraseBook<Boolean> topic = new PhraseBook<>(classes);
    add(topic, "%ict", false, String.join(", ", issueFiles));
    add(topic, "%hard", true, String.join(", ", issueFiles));
    Map<String, Predicate> predicates = new LinkedHashMap<>();
    PhraseBook<Predicate> verbs = new PhraseBook<>(Map.of());
    Map<?, ?> root = yaml(models, predicateFile);
    map(root.get("classes"), predicateFile)
        .forEach(
            (name, entry) ->
                predicate(
                    String.valueOf(name),
                    map(entry, predicateFile),
                    predicateFile,
                    predicates,
                    verbs));
    return new Knowledge(issues, predicates, cues, verbs, topic, Set.copyOf(entities));
  }

  private static void issue(
      Map<?, ?> entry, String file, Map<String, Issue> issues, PhraseBook<Cue> cues) {
    String id = text(entry.get("id"), "");
    String origin = file + ", issue '" + id + "'";
    keys(entry, ISSUE_KEYS, origin);
    boolean any = text(entry.get("context"), "ict").equals("any");
    Stance.Position position =
        choice(Stance.Position.class, text(entry.get("default"), "supports"), origin);
    Issue issue = new Issue(id, text(entry.get("proposition"), ""), any, position);
    if (id.isEmpty() || issues.put(id, issue) != null) {
      throw new ConfigurationException(origin + ": every issue has an id of its own");
    }
    for (Strength strength : Strength.values()) {
      Object phrases = entry.get(strength.name().toLowerCase(Locale.ROOT));
      if (phrases != null) {
        for (Object phrase : list(phrases, origin)) {
          add(cues, String.valueOf(phrase), new Cue(id, strength), origin);
        }
      }
    }
  }

  private static void predicate(
      String name,
      Map<?, ?> entry,
      String file,
      Map<String, Predicate> predicates,
      PhraseBook<Predicate> verbs) {
    String origin = file + ", class '" + name + "'";
    keys(entry, PREDICATE_KEYS, origin);
    Predicate predicate =
        new Predicate(
            name,
            choice(Does.class, text(entry.get("does"), "keeps"), origin),
            choice(Stance.Force.class, text(entry.get("force"), "asserts"), origin),
            choice(Stance.Basis.class, text(entry.get("basis"), "statement"), origin),
            text(entry.get("speaks"), "false").equals("true"));
    predicates.put(name, predicate);
    for (Object phrase : list(entry.get("words"), origin)) {
      add(verbs, String.valueOf(phrase), predicate, origin);
    }
  }

  private static <T> void add(PhraseBook<T> book, String phrase, T value, String origin) {
    try {
      book.add(Phrase.parse(phrase), value);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(origin + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, PhraseBook<Boolean>> classes(Map<?, ?> root, String file) {
    Map<String, Collection<String>> lists = new LinkedHashMap<>();
    if (root.get("classes") != null) {
      map(root.get("classes"), file)
          .forEach(
              (name, phrases) ->
                  lists.put(
                      String.valueOf(name),
                      list(phrases, file).stream().map(String::valueOf).toList()));
    }
    try {
      return PhraseBook.classes(lists);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(file + ": " + e.getMessage(), e);
    }
  }

  private static Map<?, ?> yaml(Models models, String file) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      return map(new Load(settings).loadFromString(models.text(file)), file);
    } catch (YamlEngineException e) {
      throw new ConfigurationException(file + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static Map<?, ?> map(Object value, String origin) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new ConfigurationException(origin + ": keys with values are wanted, not '" + value + "'");
  }

  private static List<?> list(Object value, String origin) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new ConfigurationException(origin + ": a list is wanted, not '" + value + "'");
  }

  private static String text(Object value, String otherwise) {
    return value == null ? otherwise : String.valueOf(value);
  }

  private static void keys(Map<?, ?> entry, Set<String> known, String origin) {
    List<String> unknown = new ArrayList<>();
    for (Object key : entry.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        unknown.add(String.valueOf(key));
      }
    }
    if (!unknown.isEmpty()) {
      throw new ConfigurationException(
          origin + ": unknown keys " + unknown + "; known are " + new java.util.TreeSet<>(known));
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String value, String origin) {
    for (E each : type.getEnumConstants()) {
      if (each.name().equalsIgnoreCase(value)) {
        return each;
      }
    }
    throw new ConfigurationException(
        origin
            + ": '"
            + value
            + "' is none of "
            + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
  }
}
