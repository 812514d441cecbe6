package dev.rapporteur.extract.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Nouns that tell what a capitalised phrase names ("… Convention" an instrument, "… University" an
 * institution), titles that stand before persons, and given names: {@code
 * models/knowledge/heads.csv} and the persons of the knowledge base.
 */
final class Heads {

  private final Map<String, String> kinds = new HashMap<>();
  private final Set<String> titles = new HashSet<>();
  private final Set<String> stops = new HashSet<>();
  private final Set<String> given = new HashSet<>();

  Heads(Csv table, Knowledge knowledge) {
    int word = table.column("word");
    int role = table.column("role");
    for (Csv.Row row : table.rows()) {
      String text = row.cells().get(word).toLowerCase(Locale.ROOT);
      String use = row.cells().get(role);
      switch (use) {
        case "title" -> titles.add(row.cells().get(word));
        case "stop" -> stops.add(text);
        case "given" -> given.add(text);
        default -> {
          if (!KnowledgeReader.FILES.containsValue(use)) {
            throw table.wrong(row, "role '" + use + "' is neither a kind nor title, stop or given");
          }
          kinds.put(text, use);
        }
      }
    }
    for (Entry entry : knowledge.entries()) {
      if (entry.kind().equals("person")) {
        int space = entry.name().indexOf(' ');
        if (space > 2) {
          given.add(entry.name().substring(0, space).toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /** The kind that a head noun tells, or null. */
  String kind(String word) {
    return kinds.get(word.toLowerCase(Locale.ROOT));
  }

  boolean isTitle(String word) {
    return titles.contains(word);
  }

  /** A capitalised word that cannot be part of a name that is not known. */
  boolean isStop(String word) {
    return stops.contains(word.toLowerCase(Locale.ROOT));
  }

  boolean isGiven(String word) {
    return given.contains(word.toLowerCase(Locale.ROOT));
  }
}
