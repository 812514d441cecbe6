package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.ingest.Ingest;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program that embeds Rapporteur does; only the published artifact is on the class path. */
class EmbeddingTest {

  private static final String TEXT =
      "Estonia called on all States to respect international law in cyberspace. It opposed a new"
          + " treaty on information security, which Russia proposed.";

  @Test
  void oneStageByItself() {
    try (Pipeline sentences = Pipeline.builder().add("opennlp").open()) {
      Doc doc = sentences.process(TEXT);
      assertEquals(2, doc.get(Layer.SENTENCES).size());
    }
  }

  @Test
  void theWholePipeline() {
    try (Pipeline pipeline = Pipeline.open("fast")) {
      Doc doc = pipeline.process(TEXT);
      List<String> ids = doc.get(Layer.MENTIONS).stream().map(m -> m.id()).toList();
      assertTrue(ids.containsAll(List.of("state:EE", "state:RU")), ids::toString);
      assertFalse(doc.get(Layer.FRAMES).isEmpty());
      assertTrue(
          doc.get(Layer.STANCES).stream()
              .anyMatch(s -> s.holder().equals("state:EE")),
          () -> doc.get(Layer.STANCES).toString());
    }
  }

  @Test
  void fromAStreamAndAPath() throws Exception {
    String markdown = "# On norms\n\nEstonia supports voluntary norms of state behaviour.\n";
    Path file = Files.createTempDirectory("consumer").resolve("norms.md");
    Files.writeString(file, markdown);
    try (Ingest ingest = Ingest.standard();
        Pipeline pipeline = Pipeline.open("fast")) {
      Doc streamed =
          pipeline.process(
              ingest.read(
                  new ByteArrayInputStream(markdown.getBytes(StandardCharsets.UTF_8)), "norms.md"));
      Doc read = pipeline.process(ingest.read(file));
      assertEquals("On norms", read.metadata().title());
      assertEquals(read.text(), streamed.text());
      assertEquals(read.get(Layer.STANCES), streamed.get(Layer.STANCES));
    }
  }

  @Test
  void withoutCoreNlp_itsComponentsSayWhatIsMissing() {
    assertTrue(
        Registry.load().get("corenlp-syntax", "test").unavailable().orElseThrow().contains("jar"));
  }
}
