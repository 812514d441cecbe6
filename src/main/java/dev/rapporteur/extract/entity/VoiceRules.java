package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a symbol, a title or the head of a text says about who speaks: {@code
 * models/knowledge/voice.csv}, asked line by line.
 *
 * @param rules the lines
 */
record VoiceRules(List<Rule> rules) {

  private static final Set<String> FIELDS = Set.of("symbol", "title", "head");

  /**
   * A line.
   *
   * @param field where the pattern is looked for: {@code symbol}, {@code title} or {@code head}
   * @param pattern what is looked for
   * @param voice the voice: an id, {@code author}, {@code {parties}} (those of the document's own
   *     treaty), or {@code {speaker}}, {@code {forum}}, {@code {issuer}}: the first fitting entity
   *     that the title or head names
   * @param place file and line
   */
  record Rule(String field, Pattern pattern, String voice, String place) {}

  static VoiceRules read(String file, String text) {
    Csv table = Csv.parse(file, text).only(List.of("field", "pattern", "voice", "note"));
    int field = table.column("field");
    int pattern = table.column("pattern");
    int voice = table.column("voice");
    List<Rule> rules = new ArrayList<>();
    for (Csv.Row row : table.rows()) {
      String where = row.cells().get(field);
      if (!FIELDS.contains(where)) {
        throw table.wrong(row, "field is symbol, title or head, not '" + where + "'");
      }
      String who = row.cells().get(voice);
      if (!who.matches("author|\\{(?:parties|speaker|forum|issuer)}|[a-z-]+:\\S+")) {
        throw table.wrong(row, "'" + who + "' is no voice");
      }
      try {
        rules.add(
            new Rule(
                where,
                Pattern.compile(row.cells().get(pattern)),
                who,
                table.file() + ":" + row.line()));
      } catch (PatternSyntaxException e) {
        throw table.wrong(row, "is no pattern: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
    return new VoiceRules(List.copyOf(rules));
  }
}
