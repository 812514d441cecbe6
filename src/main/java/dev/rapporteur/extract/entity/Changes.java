package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An analyst's own changes to the knowledge base, replayed whenever it is loaded: {@code
 * knowledge/changes.csv} in her overlay folder, with the columns {@code change,id,field,value}.
 *
 * <ul>
 *   <li>{@code add,ID,FIELD,VALUE}: one more value; an id that is new begins with its {@code name}
 *   <li>{@code remove,ID,FIELD,VALUE}: one value less
 *   <li>{@code merge,ID,into,OTHER}: the two are one; OTHER takes the designations of ID
 *   <li>{@code split,ID,NEW,ALIAS;ALIAS}: these designations are another entity's
 * </ul>
 */
public final class Changes {

  /** The file's name, relative to the overlay folder. */
  public static final String FILE = "knowledge/changes.csv";

  /** The header of the file. */
  public static final String HEADER = "change,id,field,value";

  private final Csv table;

  Changes(Csv table) {
    this.table = table;
  }

  static Optional<Changes> read(Models models) {
    return models
        .find(FILE)
        .map(
            bytes ->
                new Changes(
                    Csv.parse(FILE, new String(bytes, java.nio.charset.StandardCharsets.UTF_8))));
  }

  void apply(Map<String, Entry> entries) {
    table.only(List.of(HEADER.split(",")));
    for (Csv.Row row : table.rows()) {
      String change = row.cells().get(0);
      String id = row.cells().get(1);
      String field = row.cells().get(2);
      String value = row.cells().get(3);
      switch (change) {
        case "add" -> entries.put(id, added(row, entries.get(id), id, field, value));
        case "remove" -> {
          Entry entry = known(row, entries, id);
          List<Alias> left = new ArrayList<>(entry.aliases());
          Form form = form(row, field);
          if (!left.removeIf(a -> a.form() == form && a.text().equals(value))) {
            throw table.wrong(row, id + " has no " + field + " '" + value + "'");
          }
          entries.put(id, with(entry, left, entry.facts()));
        }
        case "merge" -> {
          Entry from = known(row, entries, id);
          Entry to = known(row, entries, value);
          Set<Alias> both = new LinkedHashSet<>(to.aliases());
          both.addAll(from.aliases());
          entries.put(value, with(to, List.copyOf(both), to.facts()));
          entries.remove(id);
        }
        case "split" -> split(row, entries, id, field, value);
        default ->
            throw table.wrong(
                row, "unknown change '" + change + "'; known are: add, remove, merge, split");
      }
    }
  }

  private void split(
      Csv.Row row, Map<String, Entry> entries, String id, String newId, String value) {
    Entry from = known(row, entries, id);
    List<Alias> left = new ArrayList<>(from.aliases());
    List<Alias> gone = new ArrayList<>();
    for (String text : value.split(";")) {
      List<Alias> those = left.stream().filter(a -> a.text().equals(text.strip())).toList();
      if (those.isEmpty()) {
        throw table.wrong(row, id + " has no designation '" + text.strip() + "'");
      }
      left.removeAll(those);
      gone.addAll(those);
    }
    if (left.isEmpty()) {
      throw table.wrong(row, "would leave " + id + " without a name");
    }
    entries.put(id, with(from, left, from.facts()));
    entries.put(
        newId,
        new Entry(newId, gone.getFirst().text(), gone, "", "", "", Map.of(), FILE, row.line()));
  }

  private Entry added(Csv.Row row, Entry entry, String id, String field, String value) {
    if (!id.matches("[a-z-]+:\\S+")
        || !KnowledgeReader.FILES.containsValue(id.substring(0, id.indexOf(':')))) {
      throw table.wrong(row, "'" + id + "' is no id of the form kind:path");
    }
    if (value.isBlank()) {
      throw table.wrong(row, "the value is missing");
    }
    if (entry == null) {
      if (!field.equals("name")) {
        throw table.wrong(row, "unknown id '" + id + "'; a new one is added by its name first");
      }
      Alias name = Alias.parse(value, Form.NAME);
      return new Entry(id, name.text(), List.of(name), "", "", "", Map.of(), FILE, row.line());
    }
    switch (field) {
      case "parent", "since", "until" -> {
        return new Entry(
            id,
            entry.name(),
            entry.aliases(),
            field.equals("parent") ? value : entry.parent(),
            field.equals("since") ? value : entry.since(),
            field.equals("until") ? value : entry.until(),
            entry.facts(),
            entry.file(),
            entry.line());
      }
      case "external", "source", "note" -> {
        Map<String, String> facts = new HashMap<>(entry.facts());
        facts.merge(field, value, (a, b) -> a + ";" + b);
        return with(entry, entry.aliases(), facts);
      }
      default -> {
        Set<Alias> more = new LinkedHashSet<>(entry.aliases());
        more.add(Alias.parse(value, form(row, field)));
        return with(entry, List.copyOf(more), entry.facts());
      }
    }
  }

  private Form form(Csv.Row row, String field) {
    return switch (field) {
      case "name", "names" -> Form.NAME;
      case "acronyms" -> Form.ACRONYM;
      case "demonyms" -> Form.DEMONYM;
      case "seats" -> Form.SEAT;
      case "former" -> Form.FORMER;
      case "translations" -> Form.TRANSLATION;
      case "symbol" -> Form.SYMBOL;
      default ->
          throw table.wrong(
              row,
              "unknown field '"
                  + field
                  + "'; known are: name, names, acronyms, demonyms, seats, former, translations,"
                  + " symbol, parent, since, until, external, source, note");
    };
  }

  private Entry known(Csv.Row row, Map<String, Entry> entries, String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw table.wrong(row, "unknown id '" + id + "'");
    }
    return entry;
  }

  private static Entry with(Entry entry, List<Alias> aliases, Map<String, String> facts) {
    return new Entry(
        entry.id(),
        entry.name(),
        aliases,
        entry.parent(),
        entry.since(),
        entry.until(),
        facts,
        entry.file(),
        entry.line());
  }

  /**
   * A line of the file.
   *
   * @throws ConfigurationException if a value cannot be written in it
   */
  public static String line(String change, String id, String field, String value) {
    StringBuilder out = new StringBuilder();
    for (String cell : new String[] {change, id, field, value}) {
      boolean quote = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
      if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
        throw new ConfigurationException("a value of the knowledge base has no line breaks");
      }
      out.append(out.isEmpty() ? "" : ",")
          .append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return out.toString();
  }
}
