package dev.rapporteur.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of one stage as a pipeline file gives them, to be bound to a record.
 *
 * <p>An unknown key, a missing one, a value of the wrong type or out of range is a {@link
 * ConfigurationException} that names file, stage and known keys.
 */
public final class Settings {

  /** The options of a component that has none. */
  public record None() {
    /** No options, no values. */
    public static None defaults() {
      return new None();
    }
  }

  private final String origin;
  private final Map<String, Object> values;

  /**
   * Settings for a stage.
   *
   * @param origin file and stage, to begin messages with
   * @param values keys and values as YAML gives them
   */
  public Settings(String origin, Map<String, Object> values) {
    this.origin = origin;
    this.values = new LinkedHashMap<>(values);
  }

  /** No settings at all: every option takes its default. */
  public static Settings none() {
    return new Settings("default settings", Map.of());
  }

  /** The keys and values, as written. */
  public Map<String, Object> values() {
    return java.util.Collections.unmodifiableMap(values);
  }

  /** File and stage, to begin messages with. */
  public String origin() {
    return origin;
  }

  /**
   * Binds the values to a record by the names of its components ({@code maxLength} is written
   * {@code max-length}). Types: String, int, long, double, boolean, enums, List of String. The
   * record's own constructor checks ranges by throwing {@link IllegalArgumentException}.
   *
   * @throws ConfigurationException if a key is unknown or missing, or a value does not fit
   */
  public <R extends Record> R as(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Record defaults = defaults(type);
    Map<String, RecordComponent> known = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      known.put(key(component), component);
    }
    for (String key : values.keySet()) {
      if (!known.containsKey(key)) {
        throw new ConfigurationException(
            origin
                + ": unknown setting '"
                + key
                + "'; "
                + (known.isEmpty()
                    ? "it takes none"
                    : "known are: " + String.join(", ", new TreeSet<>(known.keySet()))));
      }
    }
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String key = key(components[i]);
      if (values.containsKey(key)) {
        arguments[i] = convert(key, values.get(key), components[i].getType());
      } else if (defaults != null) {
        arguments[i] = invoke(components[i].getAccessor(), defaults);
      } else {
        throw new ConfigurationException(origin + ": setting '" + key + "' is missing");
      }
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw new ConfigurationException(origin + ": " + wrong.getMessage(), wrong);
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An options record's keys with their default values, in order; for listing components. */
  public static Map<String, Object> describe(Class<? extends Record> type) {
    Record defaults = defaults(type);
    Map<String, Object> described = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      described.put(
          key(component), defaults == null ? null : invoke(component.getAccessor(), defaults));
    }
    return described;
  }

  private Object convert(String key, Object value, Class<?> to) {
    if (to == String.class && !(value instanceof Map) && !(value instanceof List)) {
      return String.valueOf(value);
    }
    if (to == int.class && value instanceof Integer) {
      return value;
    }
    if (to == long.class && value instanceof Number number && !(value instanceof Double)) {
      return number.longValue();
    }
    if (to == double.class && value instanceof Number number) {
      return number.doubleValue();
    }
    if (to == boolean.class && value instanceof Boolean) {
      return value;
    }
    if (to == List.class && value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    if (to.isEnum()) {
      for (Object constant : to.getEnumConstants()) {
        if (((Enum<?>) constant).name().equalsIgnoreCase(String.valueOf(value))) {
          return constant;
        }
      }
    }
    String wanted =
        to.isEnum()
            ? Arrays.stream(to.getEnumConstants())
                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""))
            : to == List.class ? "a list" : "a value of type " + to.getSimpleName();
    throw new ConfigurationException(
        origin + ": setting '" + key + "' takes " + wanted + ", not '" + value + "'");
  }

  private static String key(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static Record defaults(Class<? extends Record> type) {
    try {
      Method method = type.getDeclaredMethod("defaults");
      method.setAccessible(true);
      return (Record) method.invoke(null);
    } catch (NoSuchMethodException e) {
      return null; // every option must be given
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object invoke(Method accessor, Object target) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
