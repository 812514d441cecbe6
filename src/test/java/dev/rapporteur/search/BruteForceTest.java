package dev.rapporteur.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.export.JsonLines;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.index.Indexer;
import dev.rapporteur.index.Sample;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the index finds for generated queries is what a scan of the export finds, which knows
 * nothing of Lucene: 500 queries over 40 generated documents.
 */
class BruteForceTest {

  private static final List<String> WORDS =
      List.of("cyber", "information", "security", "weapon", "treaty", "norm", "state", "net");
  private static final List<String> NAMES =
      List.of(
          "Russia|state:RU",
          "Russian Federation|state:RU",
          "China|state:CN",
          "National Security Agency|organ:US/NSA",
          "Group|forum:un/gge/2012",
          "First Committee|forum:un/ga/c1",
          "Organization for Security|forum:osce");
  private static final List<String> FRAMES = List.of("law", "rights", "sovereignty");
  private static final List<String> ISSUES = List.of("norms", "cbms");
  private static final List<String> HOLDERS =
      List.of("state:RU", "state:CN", "forum:un/gge/2012", "author");

  @TempDir Path folder;

  /** A sentence as the export has it. */
  private record Row(JsonNode doc, JsonNode sentence, List<String> words) {

    String key() {
      return doc.get("symbol").asString() + " " + sentence.get("sid").asInt();
    }

    /** First and last word of each mention of an id or of what is under it. */
    List<int[]> mentions(Predicate<String> id) {
      List<int[]> places = new ArrayList<>();
      for (JsonNode e : list("entities")) {
        if (id.test(e.get("id").asString())) {
          int begin = e.get("begin").asInt() - sentence.get("begin").asInt();
          int first = count(sentence.get("text").asString().substring(0, begin));
          places.add(new int[] {first, first + count(e.get("surface").asString()) - 1});
        }
      }
      return places;
    }

    List<int[]> word(Predicate<String> wanted) {
      List<int[]> places = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (wanted.test(words.get(i))) {
          places.add(new int[] {i, i});
        }
      }
      return places;
    }

    List<JsonNode> list(String name) {
      JsonNode array = sentence.get(name);
      return array == null ? List.of() : StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static int count(String text) {
      return split(text).size();
    }
  }

  /** A query and what it means of a sentence. */
  private record Case(String query, Predicate<Row> means) {}

  private static List<String> split(String text) {
    return List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+")).stream()
        .filter(w -> !w.isEmpty())
        .toList();
  }

  @Test
  void find_generatedQueries_equalsAScanOfTheExport() throws IOException {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<Doc> docs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      docs.add(document(i, random));
    }
    try (Indexer indexer = Indexer.open(folder, "p", "f", false)) {
      for (Doc doc : docs) {
        indexer.accept("d", new Source.Identity(doc.id().value(), "m"), doc);
      }
    }
    try (Index index = Index.open(folder)) {
      List<Row> rows = rows(index);
      assertEquals(docs.stream().mapToInt(d -> d.sections().size()).sum(), rows.size());
      Search search = new Search(index);
      int found = 0;
      for (int i = 0; i < 500; i++) {
        Case each = any(random, 2);
        Set<String> expected =
            rows.stream()
                .filter(each.means)
                .map(Row::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Search.Results results =
            search.find(QueryParser.parse(each.query), Search.Order.SCORE, 10_000);
        Set<String> actual =
            results.hits().stream()
                .map(h -> h.passage().document().name() + " " + h.passage().sid())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, actual, "seed " + seed + ", query " + each.query);
        assertEquals(expected.size(), results.total(), each.query);
        found += expected.isEmpty() ? 0 : 1;
      }
      assertTrue(found > 150, "most queries should find something, " + found + " do");
    }
  }

  private static Doc document(int number, Random random) {
    Sample sample =
        new Sample("D/" + number)
            .date((2010 + number % 8) + (random.nextBoolean() ? "" : "-06"))
            .fact(Label.GROUP, random.nextBoolean() ? "forum:un/gge" : "set:papers");
    for (int n = 2 + random.nextInt(8); n > 0; n--) {
      StringBuilder text = new StringBuilder();
      for (int w = 3 + random.nextInt(12); w > 0; w--) {
        text.append(random.nextInt(5) == 0 ? "[" + pick(NAMES, random) + "]" : pick(WORDS, random));
        text.append(random.nextInt(6) == 0 ? ", " : " ");
      }
      sample.sentence(
          text + "end.",
          random.nextInt(4) == 0 ? Section.Kind.FOOTNOTE : Section.Kind.BODY,
          String.valueOf(n));
      if (random.nextInt(3) == 0) {
        sample.frame(pick(FRAMES, random));
      }
      for (int s = random.nextInt(3); s > 0; s--) {
        sample.stance(
            pick(HOLDERS, random),
            pick(ISSUES, random),
            pick(List.of(Stance.Position.values()), random));
      }
    }
    return sample.doc();
  }

  private static List<Row> rows(Index index) throws IOException {
    List<Row> rows = new ArrayList<>();
    JsonLines lines = new JsonLines();
    for (Entry entry : index.entries()) {
      StringWriter line = new StringWriter();
      lines.write(index.doc(entry.id()).orElseThrow(), entry.pipeline(), line);
      JsonNode doc = JsonMapper.builder().build().readTree(line.toString());
      for (JsonNode sentence : doc.get("sentences")) {
        rows.add(new Row(doc, sentence, split(sentence.get("text").asString())));
      }
    }
    return rows;
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Case any(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return simple(random);
    }
    Case a = any(random, depth - 1);
    Case b = any(random, depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> new Case("(" + a.query + ") AND (" + b.query + ")", a.means.and(b.means));
      case 1 -> new Case("(" + a.query + " OR " + b.query + ")", a.means.or(b.means));
      case 2 -> new Case("(" + a.query + ") NOT (" + b.query + ")", a.means.and(b.means.negate()));
      default -> new Case("(" + a.query + ") (" + b.query + ")", a.means.and(b.means));
    };
  }

  private static Case simple(Random random) {
    String a = pick(WORDS, random);
    String b = pick(WORDS.stream().filter(w -> !w.equals(a)).toList(), random);
    int n = random.nextInt(4);
    String frame = pick(FRAMES, random);
    String issue = pick(ISSUES, random);
    String position = pick(List.of("supports", "opposes", "ambivalent"), random);
    return switch (random.nextInt(15)) {
      case 0 -> new Case(a, row -> row.words.contains(a));
      case 1 ->
          new Case(
              "\"" + a + " " + b + "\"",
              row -> ordered(row.word(a::equals), row.word(b::equals), 0));
      case 2 ->
          new Case(
              a + " NEAR/" + n + " " + b, row -> near(row.word(a::equals), row.word(b::equals), n));
      case 3 ->
          new Case(
              "\"" + a + " .." + (n + 1) + " " + b + "\"",
              row -> ordered(row.word(a::equals), row.word(b::equals), n + 1));
      case 4 ->
          new Case(
              a.substring(0, 2) + "*",
              row -> row.words.stream().anyMatch(w -> w.startsWith(a.substring(0, 2))));
      case 5 -> new Case("actor:RU", row -> !row.mentions("state:RU"::equals).isEmpty());
      case 6 -> new Case("forum:un", row -> !row.mentions(under("forum:un")).isEmpty());
      case 7 -> new Case("organ:us", row -> !row.mentions(under("organ:US")).isEmpty());
      case 8 ->
          new Case(
              "frame:" + frame,
              row ->
                  row.list("frames").stream()
                      .anyMatch(f -> f.get("frame").asString().equals(frame)));
      case 9 ->
          new Case(
              "stance:RU/" + issue + "/" + position,
              row ->
                  row.list("stances").stream()
                      .anyMatch(
                          s ->
                              s.get("holder").asString().equals("state:RU")
                                  && s.get("issue").asString().equals(issue)
                                  && s.get("position").asString().equals(position)));
      case 10 ->
          new Case(
              "stance:un/*/" + position,
              row ->
                  row.list("stances").stream()
                      .anyMatch(
                          s ->
                              under("forum:un").test(s.get("holder").asString())
                                  && s.get("position").asString().equals(position)));
      case 11 ->
          new Case(
              "\"<state:RU> " + a + "\"",
              row -> ordered(row.mentions("state:RU"::equals), row.word(a::equals), 0));
      case 12 ->
          new Case(
              "\"" + a + " NEAR/" + n + " <actor>\"",
              row ->
                  near(
                      row.word(a::equals),
                      row.mentions(id -> id.startsWith("state:") || id.startsWith("organ:")),
                      n));
      case 13 ->
          new Case(
              "section:footnote group:set:papers",
              row ->
                  row.sentence.get("section").asString().equals("footnote")
                      && row.doc.get("groups").get(0).asString().equals("set:papers"));
      default ->
          new Case(
              "date:2012..2013-05",
              row -> {
                String date = row.doc.get("date").asString();
                return date.startsWith("2012") || date.equals("2013");
              });
    };
  }

  private static Predicate<String> under(String id) {
    return each -> each.equals(id) || each.startsWith(id + "/");
  }

  /** Whether one stands before another with at most so many words between. */
  private static boolean ordered(List<int[]> as, List<int[]> bs, int gap) {
    return as.stream()
        .anyMatch(a -> bs.stream().anyMatch(b -> b[0] > a[1] && b[0] - a[1] - 1 <= gap));
  }

  private static boolean near(List<int[]> as, List<int[]> bs, int gap) {
    return ordered(as, bs, gap) || ordered(bs, as, gap);
  }
}
