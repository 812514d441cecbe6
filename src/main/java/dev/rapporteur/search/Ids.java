package dev.rapporteur.search;

import dev.rapporteur.index.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What users write for an entity, as the ids that it may mean. */
final class Ids {

  private static final List<String> KINDS =
      List.of(
          "state",
          "organ",
          "bloc",
          "forum",
          "instrument",
          "company",
          "civil",
          "person",
          "threat-group");

  private static final String STATE = "=?[a-z]{2}";

  private Ids() {}

  static boolean isKind(String field) {
    return KINDS.contains(field);
  }

  /**
   * The marks of named entities.
   *
   * @param field {@code entity}, {@code actor} or a kind
   */
  static List<String> mentioned(String field, String value) {
    String id = value.toLowerCase(Locale.ROOT);
    if (id.equals("*")) {
      return field.equals("entity")
          ? KINDS.stream().map(kind -> "kind:" + kind).toList()
          : List.of("kind:" + field);
    }
    return switch (field) {
      case "actor" -> kinds(id, Schema.actors());
      case "entity" -> kinds(id, Set.copyOf(KINDS));
      default -> List.of(exact(id, field + ":"));
    };
  }

  /** The ids of somebody who holds, speaks or claims: without kind, any. */
  static List<String> party(String value) {
    String id = value.toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>(kinds(id, Set.copyOf(KINDS)));
    if (id.matches(STATE)) {
      all.add(exact(id, "forum:")); // un, eu, au
    } else if (!id.contains(":")) {
      all.add(id); // author
      all.add(exact(id, "group:"));
      all.add(exact(id, "set:"));
    }
    return all;
  }

  /** The id with each kind before it where it has none; two letters are a state. */
  private static List<String> kinds(String id, Set<String> kinds) {
    if (id.contains(":") || id.equals("*")) {
      return List.of(id);
    }
    if (id.matches(STATE)) {
      return List.of(exact(id, "state:"));
    }
    return KINDS.stream().filter(kinds::contains).map(kind -> exact(id, kind + ":")).toList();
  }

  /** A prefix before an id, but behind the sign that says that nothing below it is meant. */
  static String exact(String id, String prefix) {
    return id.startsWith("=") ? "=" + prefix + id.substring(1) : prefix + id;
  }
}
