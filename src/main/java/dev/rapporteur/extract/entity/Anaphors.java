package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The nouns that stand for an entity which only the document names ("the Group", "this
 * Convention"), and where to look for it: {@code models/knowledge/anaphors.csv}.
 */
final class Anaphors {

  /** Where the entity is looked for. */
  enum Step {
    /** Short forms that the document defines. */
    DEFINITION,
    /** The instrument that the document is. */
    OWN,
    /** Who speaks. */
    VOICE,
    /** The state of who speaks. */
    STATE,
    /** What was named last. */
    RECENT,
    /** The only one that the document names. */
    ONLY,
    /** The first target of the United Nations, where the document concerns them. */
    UN,
    /** The first target of the European Union, where the document concerns it. */
    EU,
    /** The first target, always. */
    FIXED
  }

  /**
   * A noun phrase.
   *
   * @param words its words, in lower case
   * @param capital whether its last word must have a capital, must not ({@code false}) or may
   *     ({@code null})
   * @param determiners what must stand before it; {@code -} for nothing
   * @param targets what it may stand for: an id, a kind, or {@code kind/word} for an entity of that
   *     kind one of whose designations has the word
   * @param steps where to look, in order
   * @param window how many sentences back {@code recent} looks; 0 for the whole document
   * @param made id to make up where nothing fits, {@code {own}} for the own instrument's path
   * @param right what must follow
   * @param place file and line
   */
  record Noun(
      String[] words,
      Boolean capital,
      List<String> determiners,
      List<String> targets,
      List<Step> steps,
      int window,
      String made,
      Pattern right,
      String place) {}

  private final Map<String, List<Noun>> byFirst = new HashMap<>();
  private final BitSet firsts = new BitSet();

  Anaphors(String file, String text) {
    Csv table = Csv.parse(file, text);
    int phrase = table.column("phrase");
    int capital = table.column("capital");
    int determiners = table.column("determiners");
    int targets = table.column("targets");
    int steps = table.column("steps");
    int window = table.column("window");
    int made = table.column("made");
    int right = table.column("right");
    for (Csv.Row row : table.rows()) {
      List<String> cells = row.cells();
      List<Step> order = new ArrayList<>();
      for (String step : cells.get(steps).split(" ")) {
        try {
          order.add(Step.valueOf(step.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
          throw table.wrong(row, "unknown step '" + step + "'");
        }
      }
      if (!cells.get(window).matches("\\d+")) {
        throw table.wrong(row, "the window is a number of sentences");
      }
      String[] words = cells.get(phrase).toLowerCase(Locale.ROOT).split(" ");
      Noun noun =
          new Noun(
              words,
              switch (cells.get(capital)) {
                case "yes" -> Boolean.TRUE;
                case "no" -> Boolean.FALSE;
                case "any" -> null;
                default -> throw table.wrong(row, "capital is yes, no or any");
              },
              List.of(cells.get(determiners).split(";")),
              cells.get(targets).isEmpty() ? List.of() : List.of(cells.get(targets).split(";")),
              order,
              Integer.parseInt(cells.get(window)),
              cells.get(made),
              pattern(table, row, cells.get(right)),
              table.file() + ":" + row.line());
      byFirst.computeIfAbsent(words[0], k -> new ArrayList<>()).add(noun);
    }
    byFirst
        .values()
        .forEach(nouns -> nouns.sort((a, b) -> Integer.compare(b.words.length, a.words.length)));
  }

  private static Pattern pattern(Csv table, Csv.Row row, String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw table.wrong(row, "is no pattern: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }

  /** Numbers the first words, so that others need no look-up; before the vocabulary is closed. */
  void number(Vocabulary vocabulary) {
    for (String word : byFirst.keySet()) {
      firsts.set(vocabulary.add(word));
    }
  }

  /** Whether a noun may begin with the word of this number. */
  boolean mayBegin(int word) {
    return firsts.get(word);
  }

  /** Nouns that begin with a word in lower case, longest first. */
  List<Noun> beginning(String word) {
    return byFirst.getOrDefault(word, List.of());
  }
}
