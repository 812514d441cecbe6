package dev.rapporteur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands run, search, show and export as users call them, over two small files. */
class IndexCommandsTest {

  @TempDir static Path folder;
  private static Path texts;
  private static Path index;
  private static Path pipeline;

  private StringWriter out;
  private StringWriter err;

  @BeforeAll
  static void run() throws IOException {
    texts = Files.createDirectories(folder.resolve("texts"));
    index = folder.resolve("index");
    pipeline = folder.resolve("words.yaml");
    Files.writeString(pipeline, "name: words\nabout: sentences only\nstages:\n  - opennlp\n");
    Files.writeString(
        texts.resolve("one.txt"),
        "Report on one thing\n\nThe States met in spring. They spoke of information security at length.\n");
    Files.writeString(
        texts.resolve("two.txt"),
        "Report on another\n\nNothing was decided about information. Security stayed open.\n");
    Files.writeString(texts.resolve("three.txt"), "");
    Files.writeString(
        texts.resolve("catalog.csv"),
        "file,title,symbol\none.txt,Report on one thing,X/1\ntwo.txt,Report on another,X/2\n");
    StringWriter said = new StringWriter();
    int status =
        Main.run(
            new PrintWriter(said),
            new PrintWriter(said),
            "run",
            texts.toString(),
            "--index",
            index.toString(),
            "--pipeline",
            pipeline.toString(),
            "--jobs",
            "1",
            "--group",
            "set:mine");
    assertEquals(0, status, said.toString());
    assertTrue(said.toString().contains("3 files: 2 done, 1 empty"), said.toString());
    assertTrue(said.toString().contains("skipped: three.txt: empty"), said.toString());
  }

  @BeforeEach
  void quiet() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @AfterEach
  void noTrace() {
    assertFalse(err.toString().contains("Exception"), err.toString());
  }

  private int call(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--index");
    all.add(index.toString());
    return Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
  }

  @Test
  void run_again_skipsWhatIsUnchanged() {
    assertEquals(
        0, call("run", texts.toString(), "--pipeline", pipeline.toString(), "--group", "set:mine"));
    assertTrue(out.toString().contains("2 unchanged"), out.toString());
  }

  @Test
  void run_missingFolder_isBadUsageInOneLine() {
    assertEquals(2, call("run", folder.resolve("none").toString(), "--pipeline", "fast"));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void run_report_hasALineForEveryFile() throws IOException {
    try (var reports = Files.list(index.resolve("runs"))) {
      Path report = reports.sorted().findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(report);
      assertEquals(4, lines.size());
      assertTrue(
          lines.stream().anyMatch(l -> l.contains("\"reason\":\"empty\"")), lines.toString());
      JsonNode last = JsonMapper.builder().build().readTree(lines.getLast());
      assertEquals(3, last.get("files").asInt());
    }
  }

  @Test
  void search_json_isOneObject() {
    assertEquals(0, call("search", "\"information security\"", "--format", "json"));
    JsonNode root = JsonMapper.builder().build().readTree(out.toString());
    assertEquals(1, root.get("total").asInt());
    JsonNode hit = root.get("hits").get(0);
    assertEquals("They spoke of information security at length.", hit.get("text").asString());
    assertEquals(64, hit.get("doc").asString().length());
    assertEquals("X/1", hit.get("citation").asString());
    assertEquals("Report on one thing", hit.get("title").asString());
  }

  @Test
  void search_text_marksTheMatch() {
    assertEquals(0, call("search", "information", "security", "--facets", "group,section"));
    assertTrue(out.toString().contains("of «information» «security»"), out.toString());
    assertTrue(out.toString().contains("set:mine"), out.toString());
  }

  @Test
  void search_csv_isQuotedWhereItMust() {
    assertEquals(0, call("search", "information", "--format", "csv", "--bom"));
    assertTrue(out.toString().startsWith("\ufeffdoc,title,symbol,date,sid,"), out.toString());
    assertEquals(3, out.toString().lines().count());
  }

  @Test
  void search_kwic_alignsTheMatches() {
    assertEquals(0, call("search", "information", "--kwic", "--sort", "left"));
    List<String> lines = out.toString().lines().toList();
    assertEquals(lines.get(0).indexOf("information"), lines.get(1).indexOf("information"));
    assertTrue(lines.get(0).contains("about information"), lines.toString());
  }

  @Test
  void search_mistake_pointsAtThePlace() {
    assertEquals(2, call("search", "a AND (b"));
    List<String> lines = err.toString().lines().toList();
    assertTrue(lines.get(0).endsWith("a closing parenthesis is missing"), lines.toString());
    assertEquals("        ^", lines.get(2));
  }

  @Test
  void search_noIndex_saysHowToMakeOne() {
    int status =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "search",
            "x",
            "--index",
            folder.resolve("no").toString());
    assertEquals(1, status);
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("rapporteur run PATH"), err.toString());
  }

  @Test
  void show_fileName_printsSentences() {
    assertEquals(0, call("show", "one"));
    assertTrue(out.toString().contains("The States met in spring."), out.toString());
    assertTrue(out.toString().contains("set:mine"), out.toString());
  }

  @Test
  void show_ambiguousName_listsTheDocuments() {
    assertEquals(1, call("show", "report on"));
    assertTrue(err.toString().contains("may mean 2 documents"), err.toString());
    assertTrue(err.toString().contains("two.txt"), err.toString());
  }

  @Test
  void show_explain_printsTokensAndMakers() {
    assertEquals(0, call("show", "one.txt", "--explain", "2"));
    assertTrue(out.toString().contains("States/"), out.toString());
    assertTrue(out.toString().contains("by opennlp/"), out.toString());
    assertEquals(2, call("show", "one.txt", "--explain", "99"));
  }

  @Test
  void show_html_isAPage() {
    assertEquals(0, call("show", "one", "--format", "html"));
    assertTrue(out.toString().startsWith("<!DOCTYPE html>"), out.toString());
  }

  @Test
  void export_query_writesTheDocumentsThatHoldIt() throws IOException {
    Path file = folder.resolve("out.jsonl");
    assertEquals(0, call("export", "--format", "jsonl", "-o", file.toString(), "spring"));
    List<String> lines = Files.readAllLines(file);
    assertEquals(1, lines.size());
    JsonNode doc = JsonMapper.builder().build().readTree(lines.getFirst());
    assertEquals("one.txt", doc.get("source").asString());
    assertEquals("words", doc.get("pipeline").asString());
    assertFalse(Files.exists(folder.resolve("out.jsonl.part")));
  }

  @Test
  void export_toAFullDisk_failed() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    int status =
        Main.run(
            new PrintWriter(full), new PrintWriter(err), "export", "--index", index.toString());
    assertEquals(Main.FAILED, status);
    assertTrue(err.toString().contains("could not be written"), err.toString());
  }
}
