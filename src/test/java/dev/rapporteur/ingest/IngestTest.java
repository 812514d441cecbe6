package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  @TempDir Path folder;

  private final Ingest ingest = new Ingest(Models.standard(), Limits.standard());

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<Source> sources(String... groups) {
    List<Source> all = new ArrayList<>();
    Iterator<Source> each = ingest.sources(List.of(folder), Optional.empty(), List.of(groups));
    each.forEachRemaining(all::add);
    return all;
  }

  @Test
  void sources_ofAFolder_areItsFilesInOrderWithoutTheCatalogue() throws IOException {
    write("b.txt", "B.");
    write("a/z.txt", "Z.");
    write("a/c.md", "C.");
    write("catalog.csv", "file\nb.txt\n");
    assertEquals(
        List.of("a/c.md", "a/z.txt", "b.txt"), sources().stream().map(Source::name).toList());
  }

  @Test
  void read_withCatalogue_prefersItsFacts() throws Exception {
    write("a.txt", "A heading\n\nStates should cooperate with each other in this matter.\n");
    write("catalog.csv", "file,title,voice,groups\na.txt,The title,state:EE,set:x\n");
    Doc doc = sources("set:y").getFirst().read();
    assertEquals("The title", doc.metadata().title());
    assertEquals("state:EE", doc.voice());
    assertEquals(List.of("set:x", "set:y"), doc.groups());
    assertEquals("en", doc.metadata().language());
  }

  @Test
  void identity_whenTheRowChanges_keepsContentOnly() throws Exception {
    write("a.txt", "One text.");
    Source.Identity before = sources().getFirst().identity();
    Source.Identity after = sources("set:x").getFirst().identity();
    assertEquals(before.content(), after.content());
    assertNotEquals(before.metadata(), after.metadata());
  }

  @Test
  void read_emptyFile_isSkipped() throws IOException {
    write("a.txt", "");
    Source.SourceException e =
        assertThrows(Source.SourceException.class, () -> sources().getFirst().read());
    Outcome.Skipped skipped = assertInstanceOf(Outcome.Skipped.class, e.outcome());
    assertEquals(Outcome.Reason.EMPTY, skipped.reason());
  }

  @Test
  void sources_ofAMissingPath_areRefusedBeforeAnythingIsRead() {
    List<Path> missing = List.of(folder.resolve("none"));
    assertThrows(
        ConfigurationException.class, () -> ingest.sources(missing, Optional.empty(), List.of()));
  }

  @Test
  void read_streamAndString_giveTheSameText() throws Exception {
    String text = "# Title\n\nStates *should* cooperate.\n";
    Doc fromString = ingest.read(text, "a.md");
    Doc fromStream =
        ingest.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.md");
    assertEquals("Title\n\nStates should cooperate.", fromString.text());
    assertEquals(fromString.text(), fromStream.text());
    assertEquals(fromString.id(), fromStream.id());
    assertFalse(fromString.sections().isEmpty());
    assertTrue(fromString.metadata().title().equals("Title"));
  }
}
