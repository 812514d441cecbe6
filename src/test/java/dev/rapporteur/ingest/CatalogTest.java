package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

  @TempDir Path folder;
  private Ids ids;

  @BeforeEach
  void writeFiles() throws IOException {
    Path knowledge = Files.createDirectories(folder.resolve("models/knowledge"));
    Files.writeString(
        knowledge.resolve("fora.csv"), "id,name\nforum:un,UN\nforum:un/gge,GGE\nforum:osce,OSCE\n");
    Files.writeString(
        knowledge.resolve("states.csv"), "id,name\nstate:RU,Russia\nstate:US,United States\n");
    ids = Ids.load(new Models(List.of(folder.resolve("models"))));
    Files.writeString(folder.resolve("a.txt"), "A text.");
    Files.writeString(folder.resolve("b.txt"), "Another text.");
  }

  private Catalog read(String content) throws IOException {
    return Catalog.read(Files.writeString(folder.resolve("catalog.csv"), content), ids);
  }

  private String problems(String content) {
    return assertThrows(ConfigurationException.class, () -> read(content)).getMessage();
  }

  @Test
  void read_columnsInAnyOrder_givesFacts() throws IOException {
    Facts facts =
        read("groups,file,title,voice,date,note\n"
                + "forum:un/gge; set:mine,a.txt,\"One, and two\",forum:un/gge/2012,2013-06,x\n")
            .row(folder.resolve("a.txt"))
            .orElseThrow();
    assertEquals("One, and two", facts.title());
    assertEquals("forum:un/gge/2012", facts.voice());
    assertEquals("2013-06", facts.date());
    assertEquals(
        List.of("forum:un/gge", "set:mine"), facts.groups().stream().map(Facts.Group::id).toList());
    assertEquals("catalog.csv line 2", facts.origin());
  }

  @Test
  void read_manyProblems_namesEachWithItsLine() {
    String message =
        problems(
            "file,date,voice,groups,source_type,legal_status\n"
                + "a.txt,2013-02-30,state:RU,,,\n"
                + "missing.txt,,,,,\n"
                + "b.txt,,state:XX,forum:osec,scan,law\n"
                + "a.txt,,,,,\n"
                + "b.txt\n");
    assertAll(
        () -> assertTrue(message.contains("line 2: '2013-02-30' is no date"), message),
        () -> assertTrue(message.contains("line 3: there is no file 'missing.txt'"), message),
        () -> assertTrue(message.contains("line 4: unknown id 'state:XX'"), message),
        () -> assertTrue(message.contains("did you mean forum:osce?"), message),
        () -> assertTrue(message.contains("line 4: unknown source_type 'scan'"), message),
        () -> assertTrue(message.contains("line 4: unknown legal_status 'law'"), message),
        () -> assertTrue(message.contains("line 5: 'a.txt' stands in line 2 already"), message),
        () -> assertTrue(message.contains("line 6: 1 cells where the header has 6"), message));
  }

  @Test
  void read_unknownColumn_isRefused() {
    assertTrue(problems("file,colour\na.txt,red\n").contains("line 1: unknown column 'colour'"));
  }

  @Test
  void read_withoutFileColumn_isRefused() {
    assertTrue(problems("title\nA\n").contains("the column 'file' is missing"));
  }

  @Test
  void read_quotedLineBreak_countsLinesOfTheFile() {
    String message = problems("file,title\na.txt,\"one\ntwo\"\nnone.txt,x\n");
    assertTrue(message.contains("line 4: there is no file"), message);
  }
}
