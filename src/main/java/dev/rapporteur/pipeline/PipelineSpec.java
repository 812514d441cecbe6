package dev.rapporteur.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A pipeline as its file says it: a name and a list of stages with their settings.
 *
 * <pre>
 * name: fast
 * about: what it is for, in one line
 * stages:
 *   - opennlp
 *   - entities: {knowledge: knowledge}
 * </pre>
 *
 * @param name its name
 * @param about what it is for, in one line
 * @param stages what runs, in order
 * @param origin the file, to begin messages with
 */
public record PipelineSpec(String name, String about, List<StageSpec> stages, String origin) {

  /**
   * One stage.
   *
   * @param component the component's name
   * @param settings its settings, as YAML gives them
   */
  public record StageSpec(String component, Map<String, Object> settings) {}

  private static final Set<String> KEYS = Set.of("name", "about", "stages");

  /** Copies the list. */
  public PipelineSpec {
    stages = List.copyOf(stages);
  }

  /**
   * The pipeline of that name or file: as a path, in {@code pipelines/} of the program's home, in
   * the jar.
   *
   * @throws ConfigurationException if there is none or it is not as a pipeline file must be
   */
  public static PipelineSpec find(String nameOrFile) {
    try {
      Path given = Path.of(nameOrFile);
      if (Files.isRegularFile(given)) {
        return parse(Files.readString(given), nameOrFile);
      }
      String file = nameOrFile + ".yaml";
      String home = System.getProperty("rapporteur.home");
      if (home != null && Files.isRegularFile(Path.of(home, "pipelines", file))) {
        return parse(Files.readString(Path.of(home, "pipelines", file)), "pipelines/" + file);
      }
      try (InputStream in = PipelineSpec.class.getResourceAsStream("/pipelines/" + file)) {
        if (in != null) {
          return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "pipelines/" + file);
        }
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read pipeline '" + nameOrFile + "': " + e.getMessage(), e);
    }
    throw new ConfigurationException(
        "no pipeline '" + nameOrFile + "'; name a file, or one of: standard, fast");
  }

  /**
   * Parses a pipeline file.
   *
   * @param yaml its text
   * @param origin what to call it in messages
   * @throws ConfigurationException naming file, line and cause
   */
  public static PipelineSpec parse(String yaml, String origin) {
    Object root;
    try {
      root = new Load(LoadSettings.builder().setLabel(origin).build()).loadFromString(yaml);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(m -> ", line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1))
              .orElse("");
      throw new ConfigurationException(origin + place + ": " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new ConfigurationException(origin + ": " + e.getMessage(), e);
    }
    Map<String, Object> top = map(root, origin, "a pipeline file is a map of name, about, stages");
    for (String key : top.keySet()) {
      if (!KEYS.contains(key)) {
        throw new ConfigurationException(
            origin
                + ": unknown key '"
                + key
                + "'; known are: "
                + String.join(", ", new TreeSet<>(KEYS)));
      }
    }
    if (!(top.get("stages") instanceof List<?> list) || list.isEmpty()) {
      throw new ConfigurationException(origin + ": 'stages' must be a list of components");
    }
    List<StageSpec> stages = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof String component) {
        stages.add(new StageSpec(component, Map.of()));
        continue;
      }
      Map<String, Object> entry =
          map(
              each,
              origin,
              "stage " + (stages.size() + 1) + " must be a name or 'name: {settings}'");
      if (entry.size() != 1) {
        throw new ConfigurationException(
            origin
                + ": stage "
                + (stages.size() + 1)
                + " must have one name, not "
                + entry.keySet());
      }
      String component = entry.keySet().iterator().next();
      Object settings = entry.get(component);
      stages.add(
          new StageSpec(
              component,
              settings == null
                  ? Map.of()
                  : map(settings, origin, "the settings of '" + component + "' must be a map")));
    }
    Object name = top.get("name");
    if (!(name instanceof String)) {
      throw new ConfigurationException(origin + ": 'name' is missing");
    }
    return new PipelineSpec(
        (String) name, String.valueOf(top.getOrDefault("about", "")), stages, origin);
  }

  private static Map<String, Object> map(Object value, String origin, String otherwise) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ConfigurationException(origin + ": " + otherwise);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }
}
