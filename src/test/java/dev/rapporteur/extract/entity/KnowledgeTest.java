package dev.rapporteur.extract.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static Models models;
  private static Knowledge knowledge;

  @BeforeAll
  static void load() {
    models = new Models(List.of(Path.of("models")));
    knowledge = Knowledge.load(models);
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @Test
  void load_shipped_holdsWhatIsPromised() {
    Map<String, Integer> counts = new HashMap<>();
    knowledge.entries().forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
    assertTrue(counts.get("state") >= 195, counts.toString());
    assertTrue(counts.get("organ") >= 300, counts.toString());
    assertTrue(counts.get("forum") >= 200, counts.toString());
    assertTrue(counts.get("instrument") >= 400, counts.toString());
    assertTrue(counts.get("company") >= 120, counts.toString());
    assertTrue(counts.get("civil") >= 150, counts.toString());
    assertTrue(counts.get("person") >= 150, counts.toString());
    assertTrue(counts.get("threat-group") >= 80, counts.toString());
  }

  /** A designation that is not marked as doubtful names one entity alone; parents are known. */
  @Test
  void problems_ofTheShippedBase_areNone() {
    assertEquals(List.of(), knowledge.problems());
  }

  /** The index by first letters finds what each form finds by itself. */
  @Test
  void symbols_examples_areFound() {
    Lexicon lexicon = EntityModel.load(models).lexicon();
    for (SymbolPattern pattern : knowledge.symbolPatterns()) {
      String text = "See " + pattern.example() + " on this.";
      if (!pattern.pattern().matcher(text).find()) {
        continue; // an example of what stands around it
      }
      Words words = Words.of(text, 0, text.length(), lexicon.vocabulary());
      assertTrue(
          lexicon.find(words).stream()
              .flatMap(c -> c.senses().stream())
              .anyMatch(s -> s.kind().equals("instrument")),
          pattern.place() + " " + pattern.example());
    }
  }

  @Test
  void parents_ofNestedIds_areNearestFirst() {
    assertEquals(List.of("forum:un/gge", "forum:un"), knowledge.parents("forum:un/gge/2012"));
    assertEquals("state:US", knowledge.parents("organ:US/NSA").getLast());
    assertEquals("forum:un", knowledge.parents("instrument:un/A/68/98").getLast());
    assertTrue(knowledge.within("organ:UN/SG", "forum:un"));
  }

  @Test
  void name_ofKnownAndUnknownIds_isReadable() {
    assertEquals("Russian Federation", knowledge.name("state:RU"));
    assertEquals("A/RES/99/999", knowledge.name("instrument:un/A/RES/99/999"));
    assertTrue(knowledge.name("forum:un/no-such-body").contains("no such body"));
  }

  @Test
  void members_onADay_areThoseOfThatDay() {
    List<String> then = knowledge.members("forum:sco", "2009-06-16");
    assertTrue(then.contains("state:RU") && then.contains("state:UZ"), then.toString());
    assertTrue(!then.contains("state:IN"), then.toString());
    assertTrue(knowledge.members("forum:sco", "2020").contains("state:IN"));
  }

  @Test
  void parse_wrongTable_namesFileLineAndCause() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> Csv.parse("x.csv", "id,name\nforum:a,A\nforum:b\n"));
    assertEquals("x.csv:3: has 1 cells where the header has 2", e.getMessage());
    e =
        assertThrows(
            ConfigurationException.class,
            () -> KnowledgeReader.entries(Csv.parse("fora.csv", "id,name\nstate:A,A\n"), "forum"));
    assertTrue(e.getMessage().startsWith("fora.csv:2: 'state:A'"), e.getMessage());
    e =
        assertThrows(
            ConfigurationException.class,
            () ->
                KnowledgeReader.entries(
                    Csv.parse("fora.csv", "id,name,since\nforum:a,A,last year\n"), "forum"));
    assertTrue(e.getMessage().contains("'last year' is no date"), e.getMessage());
  }

  @Test
  void parse_quotedCells_keepsCommasQuotesAndLineNumbers() {
    Csv table = Csv.parse("x.csv", "a,b\n\"one, \"\"two\"\"\",\n\"two\nlines\",c\nd,e");
    assertEquals(List.of("one, \"two\"", ""), table.rows().get(0).cells());
    assertEquals("two\nlines", table.rows().get(1).cells().get(0));
    assertEquals(5, table.rows().get(2).line());
  }

  @Test
  void changes_ofAnAnalyst_areReplayed() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Entry each :
        KnowledgeReader.entries(
            Csv.parse("fora.csv", "id,name,acronyms\nforum:a,Alpha Body,AB;AX\nforum:b,Beta,\n"),
            "forum")) {
      entries.put(each.id(), each);
    }
    Csv table =
        Csv.parse(
            Changes.FILE,
            String.join(
                "\n",
                Changes.HEADER,
                Changes.line("add", "forum:c", "name", "Gamma, \"the third\""),
                Changes.line("add", "forum:a", "names", "The Alphas"),
                Changes.line("split", "forum:a", "forum:x", "AX"),
                Changes.line("merge", "forum:b", "into", "forum:a")));
    new Changes(table).apply(entries);
    assertEquals("Gamma, \"the third\"", entries.get("forum:c").name());
    assertEquals("AX", entries.get("forum:x").name());
    assertTrue(!entries.containsKey("forum:b"));
    List<String> names = entries.get("forum:a").aliases().stream().map(Alias::text).toList();
    assertEquals(List.of("Alpha Body", "AB", "The Alphas", "Beta"), names);
  }

  @Test
  void changes_toUnknownIds_areRefusedWithTheirLine() {
    Csv table =
        Csv.parse(
            Changes.FILE, Changes.HEADER + "\n" + Changes.line("merge", "forum:a", "into", "x"));
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class, () -> new Changes(table).apply(new LinkedHashMap<>()));
    assertTrue(e.getMessage().startsWith(Changes.FILE + ":2: unknown id"), e.getMessage());
  }
}
