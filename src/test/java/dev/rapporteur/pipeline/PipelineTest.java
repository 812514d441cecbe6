package dev.rapporteur.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import dev.rapporteur.text.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {

  /** A component made for a test. */
  private record Made(String name, Set<Layer<?>> reads, Set<Layer<?>> writes, Stage stage)
      implements Component {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public String summary() {
      return "made for a test";
    }

    @Override
    public Stage open(Settings settings, Models models) {
      settings.as(options());
      return stage;
    }
  }

  private static final Made SENTENCES =
      new Made(
          "one-sentence",
          Set.of(),
          Set.of(Layer.SENTENCES),
          doc -> Layers.of(Layer.SENTENCES, List.of(new Sentence(doc.span(), 1))));

  private static final Made LABELS =
      new Made(
          "labels",
          Set.of(Layer.SENTENCES),
          Set.of(Layer.LABELS),
          doc ->
              Layers.of(
                  Layer.LABELS,
                  List.of(new Label(doc.span(), "x", "y", Evidence.rule("labels", "always")))));

  private static Pipeline open(Made... components) {
    Pipeline.Builder builder = Pipeline.builder();
    for (Made each : components) {
      builder.add(each);
    }
    return builder.models(new Models(List.of())).open();
  }

  @Test
  void process_twoStages_addsAndStampsTheirLayers() {
    try (Pipeline pipeline = open(SENTENCES, LABELS)) {
      Doc doc = pipeline.process("One.");
      assertEquals("y", doc.facts("x").getFirst());
      assertEquals(Set.of(new Stamp("labels", "1")), doc.layers().stamps(Layer.LABELS));
      assertEquals(Set.of(new Stamp("one-sentence", "1")), doc.layers().stamps(Layer.SENTENCES));
    }
  }

  @Test
  void open_layerReadButNotWritten_isRefused() {
    ConfigurationException e = assertThrows(ConfigurationException.class, () -> open(LABELS));
    assertTrue(
        e.getMessage().contains("'sentences', which no stage before it writes"), e.getMessage());
  }

  @Test
  void process_undeclaredLayer_failsNamingTheStage() {
    Made liar = new Made("liar", Set.of(), Set.of(Layer.LABELS), SENTENCES.stage());
    try (Pipeline pipeline = open(liar)) {
      StageException e = assertThrows(StageException.class, () -> pipeline.process("One."));
      assertEquals("liar", e.stage());
    }
  }

  @Test
  void process_spanOutsideTheText_fails() {
    Made wild =
        new Made(
            "wild",
            Set.of(),
            Set.of(Layer.SENTENCES),
            doc -> Layers.of(Layer.SENTENCES, List.of(new Sentence(new Span(0, 99), 1))));
    try (Pipeline pipeline = open(wild)) {
      assertThrows(StageException.class, () -> pipeline.process("One."));
    }
  }

  @Test
  void fingerprint_otherStages_differs() {
    try (Pipeline one = open(SENTENCES);
        Pipeline two = open(SENTENCES, LABELS);
        Pipeline same = open(SENTENCES)) {
      assertNotEquals(one.fingerprint(), two.fingerprint());
      assertEquals(one.fingerprint(), same.fingerprint());
    }
  }

  @Test
  void parse_settings_areRead() {
    PipelineSpec spec =
        PipelineSpec.parse("name: a\nstages:\n  - opennlp: {tags: false}\n  - labels\n", "a.yaml");
    assertEquals(Map.of("tags", false), spec.stages().get(0).settings());
    assertEquals("labels", spec.stages().get(1).component());
  }

  @Test
  void parse_brokenYaml_namesFileLineAndColumn() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> PipelineSpec.parse("name: a\nstages: [x\n  - y: {\n", "a.yaml"));
    assertTrue(e.getMessage().startsWith("a.yaml, line 3, column"), e.getMessage());
  }

  @Test
  void parse_unknownKey_namesTheKnownOnes() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> PipelineSpec.parse("name: a\nstage: [x]\n", "a.yaml"));
    assertEquals("a.yaml: unknown key 'stage'; known are: about, name, stages", e.getMessage());
  }

  /** Options of a test. */
  record Options(int most, String file, List<String> names) {
    Options {
      if (most < 1) {
        throw new IllegalArgumentException("setting 'most' must be at least 1");
      }
    }

    static Options defaults() {
      return new Options(5, "a", List.of());
    }
  }

  @Test
  void as_missingKeys_takeTheirDefaults() {
    Options options = new Settings("s", Map.of("file", "b")).as(Options.class);
    assertEquals(new Options(5, "b", List.of()), options);
  }

  @Test
  void as_wrongValue_namesKeyAndType() {
    ConfigurationException type =
        assertThrows(
            ConfigurationException.class,
            () -> new Settings("f.yaml, stage 'x'", Map.of("most", "many")).as(Options.class));
    assertEquals(
        "f.yaml, stage 'x': setting 'most' takes a value of type int, not 'many'",
        type.getMessage());
    ConfigurationException range =
        assertThrows(
            ConfigurationException.class,
            () -> new Settings("f.yaml", Map.of("most", 0)).as(Options.class));
    assertEquals("f.yaml: setting 'most' must be at least 1", range.getMessage());
  }
}
