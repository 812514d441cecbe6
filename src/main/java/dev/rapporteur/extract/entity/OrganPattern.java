package dev.rapporteur.extract.entity;

import java.util.List;
import java.util.Map;

/**
 * How organs that most states have are named: "Ministry of Defence of {state}".
 *
 * @param path the organ's path behind the state's code; {@code .} for the state itself
 * @param aliases designations with {@code {state}} or {@code {demonym}}; those without are doubtful
 * @param others paths of states where the organ is called otherwise, by code
 * @param place file and line
 */
record OrganPattern(String path, List<Alias> aliases, Map<String, String> others, String place) {

  /** The organ's id in a state. */
  String id(String code) {
    return path.equals(".")
        ? "state:" + code
        : "organ:" + code + "/" + others.getOrDefault(code, path);
  }
}
