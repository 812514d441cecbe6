package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the files of {@code models/knowledge/}; each error names file, line and cause. */
final class KnowledgeReader {

  static final String FOLDER = "knowledge/";

  /** The files of entries; what each may hold is checked by the ids' kinds. */
  static final Map<String, String> FILES =
      Map.of(
          "states.csv", "state",
          "blocs.csv", "bloc",
          "fora.csv", "forum",
          "organs.csv", "organ",
          "instruments.csv", "instrument",
          "companies.csv", "company",
          "civil.csv", "civil",
          "persons.csv", "person",
          "threat-groups.csv", "threat-group");

  private static final List<String> ORDER =
      List.of(
          "instruments.csv",
          "organs.csv",
          "fora.csv",
          "states.csv",
          "persons.csv",
          "blocs.csv",
          "companies.csv",
          "civil.csv",
          "threat-groups.csv");

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "names",
          "acronyms",
          "demonyms",
          "seats",
          "former",
          "translations",
          "parent",
          "since",
          "until",
          "external",
          "source",
          "note",
          "symbol",
          "date",
          "title",
          "body",
          "voice",
          "groups",
          "legal_status",
          "url",
          "line",
          "sponsors",
          "vote");

  private static final List<String> FACTS = COLUMNS.subList(11, COLUMNS.size());

  private static final Pattern ID = Pattern.compile("[a-z-]+:\\S+");
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

  private final Models models;

  KnowledgeReader(Models models) {
    this.models = models;
  }

  Knowledge read() {
    // the large files first, so that two cores end together
    List<List<Entry>> read = ORDER.parallelStream().map(this::entries).toList();
    Map<String, Entry> byId = new LinkedHashMap<>();
    for (List<Entry> file : read) {
      for (Entry entry : file) {
        Entry twin = byId.putIfAbsent(entry.id(), entry);
        if (twin != null) {
          throw new ConfigurationException(
              entry.place() + ": id '" + entry.id() + "' stands already in " + twin.place());
        }
      }
    }
    Changes.read(models).ifPresent(changes -> changes.apply(byId));
    return new Knowledge(byId, memberships(byId), organPatterns(), symbolPatterns());
  }

  private Csv table(String file) {
    return Csv.parse(file, models.text(FOLDER + file));
  }

  private List<Entry> entries(String file) {
    return entries(table(file), FILES.get(file));
  }

  /** The entries of a table of one kind. */
  static List<Entry> entries(Csv table, String kind) {
    table.only(COLUMNS);
    int id = table.column("id");
    int name = table.column("name");
    Map<Integer, Form> forms = new LinkedHashMap<>();
    forms(table, forms, "names", Form.NAME);
    forms(table, forms, "acronyms", Form.ACRONYM);
    forms(table, forms, "demonyms", Form.DEMONYM);
    forms(table, forms, "seats", Form.SEAT);
    forms(table, forms, "former", Form.FORMER);
    forms(table, forms, "translations", Form.TRANSLATION);
    forms(table, forms, "symbol", Form.SYMBOL);
    int parent = table.header().indexOf("parent");
    int since = table.header().indexOf("since");
    int until = table.header().indexOf("until");
    List<Entry> entries = new ArrayList<>(table.rows().size());
    for (Csv.Row row : table.rows()) {
      List<String> cells = row.cells();
      String key = cells.get(id);
      if (!ID.matcher(key).matches() || !key.startsWith(kind + ":")) {
        throw table.wrong(row, "'" + key + "' is no id of the form " + kind + ":path");
      }
      if (cells.get(name).isBlank()) {
        throw table.wrong(row, "'" + key + "' has no name");
      }
      Set<Alias> aliases = new LinkedHashSet<>();
      aliases.add(Alias.parse(cells.get(name), Form.NAME));
      forms.forEach((column, form) -> parse(cells.get(column), form, aliases));
      Map<String, String> facts = new HashMap<>();
      for (String fact : FACTS) {
        int at = table.header().indexOf(fact);
        if (at >= 0 && !cells.get(at).isEmpty()) {
          facts.put(fact, cells.get(at));
        }
      }
      entries.add(
          new Entry(
              key,
              cells.get(name).replaceFirst("^~", ""),
              List.copyOf(aliases),
              parent < 0 ? "" : cells.get(parent),
              date(table, row, since),
              date(table, row, until),
              facts,
              table.file(),
              row.line()));
    }
    return entries;
  }

  private static void forms(Csv table, Map<Integer, Form> forms, String column, Form form) {
    int at = table.header().indexOf(column);
    if (at >= 0) {
      forms.put(at, form);
    }
  }

  private static void parse(String cell, Form form, Set<Alias> into) {
    int from = 0;
    while (from < cell.length()) {
      int to = cell.indexOf(';', from);
      to = to < 0 ? cell.length() : to;
      String one = cell.substring(from, to).strip();
      from = to + 1;
      if (form == Form.TRANSLATION && one.indexOf(':') == 2) {
        one = one.substring(3).strip();
      }
      if (!one.isEmpty() && !one.equals("~")) {
        into.add(Alias.parse(one, form));
      }
    }
  }

  private static String date(Csv table, Csv.Row row, int column) {
    String date = column < 0 ? "" : row.cells().get(column);
    if (!date.isEmpty() && !DATE.matcher(date).matches()) {
      throw table.wrong(row, "'" + date + "' is no date of the form YYYY[-MM[-DD]]");
    }
    return date;
  }

  private List<Knowledge.Membership> memberships(Map<String, Entry> known) {
    Csv table = table("memberships.csv");
    int member = table.column("member");
    int forum = table.column("forum");
    int since = table.column("since");
    int until = table.column("until");
    List<Knowledge.Membership> all = new ArrayList<>(table.rows().size());
    for (Csv.Row row : table.rows()) {
      for (int column : new int[] {member, forum}) {
        if (!known.containsKey(row.cells().get(column))) {
          throw table.wrong(row, "unknown id '" + row.cells().get(column) + "'");
        }
      }
      all.add(
          new Knowledge.Membership(
              row.cells().get(member),
              row.cells().get(forum),
              date(table, row, since),
              date(table, row, until)));
    }
    return all;
  }

  private List<OrganPattern> organPatterns() {
    Csv table = table("organ-patterns.csv");
    int path = table.column("path");
    int patterns = table.column("patterns");
    int others = table.column("others");
    List<OrganPattern> all = new ArrayList<>();
    for (Csv.Row row : table.rows()) {
      Set<Alias> aliases = new LinkedHashSet<>();
      parse(row.cells().get(patterns), Form.PATTERN, aliases);
      Map<String, String> other = new HashMap<>();
      for (String each : row.cells().get(others).split(";")) {
        if (!each.isBlank()) {
          int equals = each.indexOf('=');
          if (equals != 2) {
            throw table.wrong(row, "'" + each + "' is not of the form CC=path");
          }
          other.put(each.substring(0, 2), each.substring(3).strip());
        }
      }
      all.add(
          new OrganPattern(
              row.cells().get(path),
              List.copyOf(aliases),
              Map.copyOf(other),
              table.file() + ":" + row.line()));
    }
    return all;
  }

  private List<SymbolPattern> symbolPatterns() {
    Csv table = table("symbols.csv");
    int pattern = table.column("pattern");
    int id = table.column("id");
    int example = table.column("example");
    List<SymbolPattern> all = new ArrayList<>();
    for (Csv.Row row : table.rows()) {
      try {
        all.add(
            new SymbolPattern(
                // names run over line ends
                Pattern.compile(
                    row.cells().get(pattern).replace(" ", "(?:[\\s\u00a0\u202f]{1,3})")),
                row.cells().get(id),
                row.cells().get(example),
                table.file() + ":" + row.line()));
      } catch (PatternSyntaxException e) {
        throw table.wrong(row, "is no pattern: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
    return all;
  }
}
