package dev.rapporteur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.PipelineSpec;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered component must keep, whoever wrote it. */
class ComponentContractTest {

  private static final String PROSE =
      """
      The Ministry of Foreign Affairs of Estonia said that international law applies to the use of
      ICTs by States, and called on Russia to stop malicious cyber operations against hospitals.

      13. The Group recommends that States (a) cooperate in good faith; (b) protect critical
      infrastructure; and (c) refrain from an arms race in information space.

      China and the Russian Federation tabled a code of conduct in 2011; the United States opposed
      it because a new treaty “would legitimise censorship”.
      """;

  static Stream<Component> components() {
    return Registry.load().all().stream();
  }

  /** A document with every layer that the component reads, made by the standard pipeline. */
  private static Doc prepared(Component component, Doc doc, Models models) {
    Doc current = doc;
    for (PipelineSpec.StageSpec each : PipelineSpec.find("standard").stages()) {
      if (each.component().equals(component.name())) {
        return current;
      }
      Component earlier = Registry.load().get(each.component(), "standard");
      if (earlier.unavailable().isEmpty()) {
        Stage stage =
            models.shared(
                "contract:" + earlier.name(), () -> earlier.open(Settings.none(), models));
        current = current.with(stage.annotate(current));
      }
    }
    return current;
  }

  private static void within(Doc doc, Component component, Layers found) {
    for (Layer<?> layer : found.layers()) {
      assertTrue(component.writes().contains(layer), "undeclared layer " + layer);
      for (Annotation annotation : found.get(layer)) {
        assertTrue(doc.span().contains(annotation.span()), "outside of the text: " + annotation);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void annotate_anyText_isPureThreadSafeAndWithinTheText(Component component) throws Exception {
    assumeTrue(component.unavailable().isEmpty(), () -> component.unavailable().orElse(""));
    long seed = System.nanoTime();
    try (Models models = Models.standard();
        Stage stage = component.open(Settings.none(), models)) {
      List<Doc> docs = new ArrayList<>();
      for (String text : List.of("", " \n", PROSE, PROSE.repeat(3), unicode(seed))) {
        docs.add(prepared(component, Doc.of(Metadata.of("a.txt"), text), models));
      }
      for (Doc doc : docs) {
        Layers first = stage.annotate(doc);
        within(doc, component, first);
        assertEquals(first, stage.annotate(doc), "not pure; seed " + seed);
      }
      Doc prose = docs.get(3);
      Layers once = stage.annotate(prose);
      try (ExecutorService pool =
          Executors.newFixedThreadPool(8, Thread.ofPlatform().name("contract-", 1).factory())) {
        List<Callable<Layers>> eight =
            java.util.Collections.nCopies(8, () -> stage.annotate(prose));
        for (Future<Layers> each : pool.invokeAll(eight)) {
          assertEquals(once, each.get());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void open_unknownSetting_isRefusedByName(Component component) {
    assumeTrue(component.unavailable().isEmpty(), () -> component.unavailable().orElse(""));
    try (Models models = Models.standard()) {
      Settings wrong = new Settings("mine.yaml, stage 'x'", Map.of("no-such-setting", 1));
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> component.open(wrong, models));
      assertTrue(e.getMessage().contains("mine.yaml"), e.getMessage());
      assertTrue(e.getMessage().contains("no-such-setting"), e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("components")
  void descriptor_isComplete(Component component) {
    assertTrue(component.name().matches("[a-z][a-z0-9-]*"), component.name());
    assertFalse(component.version().isBlank());
    assertFalse(component.summary().isBlank());
    assertFalse(component.summary().endsWith("."), component.summary());
    assertFalse(component.writes().isEmpty());
    assertTrue(Layer.ALL.containsAll(component.writes()));
    assertTrue(Layer.ALL.containsAll(component.reads()));
  }

  @Test
  void registry_holdsWhatThePipelinesName() {
    Set<String> names = Set.copyOf(Registry.load().names());
    for (String pipeline : List.of("standard", "fast")) {
      for (PipelineSpec.StageSpec stage : PipelineSpec.find(pipeline).stages()) {
        assertTrue(names.contains(stage.component()), pipeline + " names " + stage.component());
      }
      Pipeline.check(PipelineSpec.find(pipeline), Registry.load());
    }
  }

  private static String unicode(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      switch (random.nextInt(6)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE));
        case 2 -> text.append(". ");
        case 3 -> text.append("The U.S. (and R");
        default -> text.append((char) (' ' + random.nextInt(90)));
      }
    }
    return text.toString();
  }
}
