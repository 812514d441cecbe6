package dev.rapporteur.eval;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence coded by hand, in the codebook's gold format; absent lists are empty.
 *
 * @param doc name of the text it is from
 * @param sid its number there
 * @param text the sentence
 * @param entities its mentions
 * @param frames its frames
 * @param moves its moves; parts are strings of the sentence
 * @param stances its stances
 * @param genre kind of text, where the file says so; else empty
 * @param split {@code train}, {@code dev} or {@code test}, where the file says so; else empty
 * @param voice who speaks in the text, where the file says so; else empty
 * @param date date of the text, where the file says so; else empty
 * @param title title of the text, where the file says so; else empty
 */
public record Gold(
    String doc,
    int sid,
    String text,
    List<Entity> entities,
    List<String> frames,
    List<Map<String, String>> moves,
    List<Stand> stances,
    String genre,
    String split,
    String voice,
    String date,
    String title) {

  /**
   * A mention.
   *
   * @param surface the exact string
   * @param nth its occurrence in the sentence, from 1
   * @param id the entity
   * @param anaphor whether only context says who is meant
   * @param nil whether the id is made up, so that only its kind counts
   */
  public record Entity(String surface, int nth, String id, boolean anaphor, boolean nil) {}

  /**
   * A stance, as far as it is scored.
   *
   * @param holder who holds it
   * @param issue on what
   * @param position {@code supports}, {@code opposes}, {@code ambivalent}
   * @param reported whether the holder is not the text's own voice
   * @param force {@code commits}, {@code calls}, {@code encourages}, {@code asserts}; may be empty
   */
  public record Stand(
      String holder, String issue, String position, boolean reported, String force) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Replaces what a file left out. */
  public Gold {
    entities = entities == null ? List.of() : List.copyOf(entities);
    frames = frames == null ? List.of() : List.copyOf(frames);
    moves = moves == null ? List.of() : List.copyOf(moves);
    stances = stances == null ? List.of() : List.copyOf(stances);
    genre = genre == null ? "" : genre;
    split = split == null ? "" : split;
    voice = voice == null ? "" : voice;
    date = date == null ? "" : date;
    title = title == null ? "" : title;
  }

  /**
   * Reads a file of gold sentences, one JSON object a line.
   *
   * @param jsonLines the file's text
   * @param origin the file's name, for messages
   * @throws ConfigurationException naming file and line
   */
  public static List<Gold> parse(String jsonLines, String origin) {
    List<Gold> all = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) jsonLines.lines()::iterator) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        Gold gold = JSON.readValue(line, Gold.class);
        if (gold.doc == null || gold.text == null) {
          throw new ConfigurationException(
              origin + ", line " + number + ": a gold sentence has 'doc', 'sid' and 'text'");
        }
        all.add(gold);
      } catch (JacksonException e) {
        throw new ConfigurationException(
            origin + ", line " + number + ": no gold sentence: " + e.getOriginalMessage(), e);
      }
    }
    return all;
  }

  /** Gold sentences by document, in the file's order. */
  public static Map<String, List<Gold>> byDocument(List<Gold> all) {
    Map<String, List<Gold>> byDocument = new LinkedHashMap<>();
    all.forEach(g -> byDocument.computeIfAbsent(g.doc, d -> new ArrayList<>()).add(g));
    return byDocument;
  }
}
