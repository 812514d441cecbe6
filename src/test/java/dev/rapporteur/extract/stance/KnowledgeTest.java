package dev.rapporteur.extract.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeTest {

  @TempDir Path folder;

  private Knowledge load(String issues) throws IOException {
    Files.writeString(folder.resolve("more.yaml"), issues);
    return Knowledge.load(
        new Models(List.of(folder, Path.of("models"))),
        List.of("stance/issues.yaml", "more.yaml"),
        "stance/predicates.yaml");
  }

  @Test
  void load_files_haveEveryIssueOfTheCodebook() {
    Knowledge knowledge = Docs.knowledge();
    assertEquals(33, knowledge.issues().size());
    assertTrue(knowledge.issues().values().stream().noneMatch(i -> i.proposition().isEmpty()));
    assertEquals(
        Stance.Position.OPPOSES, knowledge.issues().get("commercial-espionage").position());
  }

  @Test
  void load_secondFile_addsIssuesAndUsesClassesOfTheFirst() throws IOException {
    Knowledge knowledge =
        load(
            """
            issues:
              - id: cable-cutting
                proposition: cables may be cut
                default: opposes
                strong: ["cut .. %infrastructure"]
            """);
    assertEquals(34, knowledge.issues().size());
  }

  @Test
  void load_unknownKey_namesFileAndIssue() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> load("issues: [{id: x, proposition: y, storng: [z]}]"));
    assertTrue(e.getMessage().contains("more.yaml, issue 'x': unknown keys [storng]"));
  }

  @Test
  void load_issueTwice_isRefused() {
    assertThrows(
        ConfigurationException.class, () -> load("issues: [{id: norms, proposition: again}]"));
  }

  @Test
  void isTopic_belowAnEntity_isOne() {
    Knowledge knowledge = Docs.knowledge();
    assertTrue(knowledge.isTopic("forum:un/gge/2012"));
    assertTrue(knowledge.isTopic("instrument:coe/ets-185"));
    assertFalse(knowledge.isTopic("forum:un"));
    assertFalse(knowledge.isTopic("state:RU"));
  }
}
