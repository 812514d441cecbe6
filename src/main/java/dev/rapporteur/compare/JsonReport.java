package dev.rapporteur.compare;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison as JSON: the records of {@link Comparison} under their own names, enums small. */
public final class JsonReport {

  private JsonReport() {}

  /** One object, indented; groups, entities, frames and issues go by their ids. */
  public static String of(Comparison comparison) {
    return mapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(comparison);
  }

  /** One object, indented. */
  public static String of(Revision revision) {
    return mapper().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(revision);
  }

  /** A comparison on one line. */
  static String compact(Comparison comparison) {
    return mapper().build().writeValueAsString(comparison);
  }

  /** A comparison as maps, lists, strings and numbers. */
  static Map<String, Object> tree(Comparison comparison) {
    return mapper().build().convertValue(comparison, new TypeReference<Map<String, Object>>() {});
  }

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .addMixIn(Group.Standing.class, Small.class)
        .addMixIn(Aspect.class, Small.class)
        .addMixIn(Reuse.Relation.class, Small.class)
        .addMixIn(Revision.Kind.class, Small.class)
        .addMixIn(Revision.Turn.class, Small.class);
  }

  /** Writes an enum by its {@code id()}. */
  private interface Small {
    @com.fasterxml.jackson.annotation.JsonValue
    String id();
  }
}
