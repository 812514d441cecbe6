package dev.rapporteur.extract.framing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled sentences: splits that share no theme, and few sentences that are nearly alike. */
class LabelledDataTest {

  private record Row(
      String doc, String theme, String split, Set<String> shingles, String opening) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("models/labelled"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode node = JsonMapper.shared().readTree(line);
          String[] words =
              node.get("text").asString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
          Set<String> shingles = new HashSet<>();
          for (int i = 0; i + 3 <= words.length; i++) {
            shingles.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
          }
          String opening = words.length < 8 ? "" : String.join(" ", List.of(words).subList(0, 4));
          rows.add(
              new Row(
                  node.get("doc").asString(),
                  node.get("theme").asString(),
                  node.get("split").asString(),
                  shingles,
                  opening));
        }
      }
    }
    return rows;
  }

  @Test
  void splits_shareNoTheme() throws IOException {
    Map<String, Set<String>> splits = new HashMap<>();
    for (Row row : rows()) {
      splits.computeIfAbsent(row.theme, t -> new HashSet<>()).add(row.split);
    }
    splits.forEach((theme, in) -> assertEquals(1, in.size(), theme + " is in " + in));
  }

  @Test
  void sentences_nearDuplicates_areFew() throws IOException {
    List<Row> rows = rows();
    Map<String, List<Integer>> index = new HashMap<>();
    int near = 0;
    int across = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Map<Integer, Integer> shared = new HashMap<>();
      for (String shingle : row.shingles) {
        List<Integer> earlier = index.computeIfAbsent(shingle, s -> new ArrayList<>());
        earlier.forEach(e -> shared.merge(e, 1, Integer::sum));
        earlier.add(i);
      }
      for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
        Row other = rows.get(each.getKey());
        double jaccard =
            (double) each.getValue()
                / (row.shingles.size() + other.shingles.size() - each.getValue());
        if (jaccard >= 0.5 && Math.min(row.shingles.size(), other.shingles.size()) >= 4) {
          near++;
          across += row.split.equals(other.split) ? 0 : 1;
        }
      }
    }
    assertTrue(near <= rows.size() / 100, near + " pairs share half of their word triples");
    assertTrue(across <= 5, across + " such pairs lie across splits");
  }

  @Test
  void sentences_openings_areNotTemplates() throws IOException {
    Map<String, Integer> openings = new HashMap<>();
    List<Row> rows = rows();
    rows.stream()
        .filter(r -> !r.opening.isEmpty())
        .forEach(r -> openings.merge(r.opening, 1, Integer::sum));
    openings.forEach(
        (opening, count) ->
            assertTrue(count <= rows.size() / 250, "'" + opening + "' opens " + count));
  }
}
