package dev.rapporteur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.compare.Texts;
import dev.rapporteur.index.Indexer;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {

  private record Ran(int status, String out, String err) {}

  @TempDir Path folder;

  @BeforeEach
  void index() {
    try (Indexer indexer = Indexer.open(folder.resolve("index"), "hand", "none", false)) {
      add(indexer, "paper", "set:papers", "Cyberspace needs norms. @author norms supports");
      add(indexer, "one", "forum:un/gge", "Norms of conduct help. @forum:un/gge norms supports");
      add(indexer, "two", "forum:un/gge/2012", "Freedonia speaks. =Freedonia=state:XF");
      add(indexer, "three", "forum:sco", "Information space has borders. #sovereignty");
    }
  }

  private static void add(Indexer indexer, String name, String group, String line) {
    Doc doc = Texts.doc(Texts.meta(name, "2013"), List.of(group), line);
    Outcome outcome = indexer.accept(name, new Source.Identity(doc.id().value(), "by hand"), doc);
    assertTrue(outcome instanceof Outcome.Done, outcome.toString());
  }

  private Ran run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--index");
    all.add(folder.resolve("index").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private JsonNode json(String... args) {
    Ran ran = run(args);
    assertEquals(0, ran.status, ran.err);
    return JsonMapper.shared().readTree(ran.out);
  }

  @Test
  void with_parentOfGroups_takesAllUnderIt() {
    JsonNode json = json("compare", "paper", "--with", "forum:un", "--format", "json");
    assertEquals("forum:un", json.get("groups").get(0).get("id").asString());
    assertEquals(2, json.get("groups").get(0).get("documents").size());
  }

  @Test
  void with_query_takesTheTextsItFinds() {
    JsonNode json = json("compare", "paper", "--with", "frame:sovereignty", "--format", "json");
    assertEquals("three", json.get("groups").get(0).get("documents").get(0).get("name").asString());
  }

  @Test
  void with_forcedGroupThatIsNot_isBadUsage() {
    Ran ran = run("compare", "paper", "--with", "group:forum:osce");
    assertEquals(Main.USAGE, ran.status);
    assertTrue(ran.err.contains("forum:sco"), ran.err);
  }

  @Test
  void without_with_takesTheIndexsGroups() {
    JsonNode json = json("compare", "paper", "--format", "json");
    assertEquals(3, json.get("groups").size());
  }

  @Test
  void paper_unknown_isBadUsage() {
    Ran ran = run("compare", "no such text", "--with", "forum:un");
    assertEquals(Main.USAGE, ran.status);
    assertTrue(ran.err.contains("no such text"), ran.err);
  }

  @Test
  void output_htmlByName_isOnePage() throws Exception {
    Path file = folder.resolve("report.html");
    Ran ran = run("compare", "paper", "--with", "forum:sco", "-o", file.toString());
    assertEquals(0, ran.status, ran.err);
    assertTrue(Files.readString(file).startsWith("<!DOCTYPE html>"));
  }

  @Test
  void diff_twoTexts_tellsWhatBecame() {
    Ran ran = run("diff", "one", "three");
    assertEquals(0, ran.status, ran.err);
    assertTrue(ran.out.contains("added 1") && ran.out.contains("dropped 1"), ran.out);
  }
}
