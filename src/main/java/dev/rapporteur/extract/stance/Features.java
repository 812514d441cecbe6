package dev.rapporteur.extract.stance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Named numbers that a model weighs; a name counts once. */
final class Features {

  private final Map<String, Double> values = new LinkedHashMap<>();

  Features add(String name) {
    return add(name, 1);
  }

  Features add(String name, double value) {
    values.putIfAbsent(name, value);
    return this;
  }

  Features addIf(boolean condition, String name) {
    return condition ? add(name) : this;
  }

  Map<String, Double> values() {
    return values;
  }
}
