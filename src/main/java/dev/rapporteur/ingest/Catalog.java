package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.ConfigurationException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The table in which analysts say what files do not: titles, symbols, dates, voices, groups.
 *
 * <p>It is read strictly and as a whole: every problem is named with its line before a run starts.
 */
final class Catalog {

  /** The name under which a catalogue is found without being named. */
  static final String NAME = "catalog.csv";

  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(
          List.of(
              "file",
              "title",
              "symbol",
              "date",
              "body",
              "voice",
              "groups",
              "source_type",
              "legal_status",
              "note"));
  private static final Set<String> SOURCE_TYPES =
      Set.of("original", "translation", "transcript", "digest", "news");
  private static final Set<String> LEGAL = Set.of("binding", "political", "none");
  private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
  private static final int SHOWN = 50;

  private final Path file;
  private final Map<Path, Facts> rows;

  private Catalog(Path file, Map<Path, Facts> rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Reads a catalogue.
   *
   * @throws ConfigurationException if anything in it is wrong, with every problem and its line
   */
  static Catalog read(Path file, Ids ids) {
    List<String> problems = new ArrayList<>();
    Map<Path, Facts> rows = new LinkedHashMap<>();
    String content;
    try {
      content = Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read the catalogue " + file + ": " + Paths.reason(e) + " (it must be UTF-8)", e);
    }
    if (content.startsWith("\uFEFF")) {
      content = content.substring(1);
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
      List<String> header = null;
      Map<Path, Long> lines = new HashMap<>();
      long line = 1;
      for (CSVRecord record : parser) {
        if (header == null) {
          header = header(record, problems);
        } else {
          row(record, header, line, folder, file, ids, rows, lines, problems);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      if (header == null) {
        problems.add("line 1: the header is missing");
      }
    } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
      problems.add(Paths.reason(e));
    }
    if (!problems.isEmpty()) {
      List<String> shown = problems.subList(0, Math.min(SHOWN, problems.size()));
      String more = problems.size() > SHOWN ? "\n  and " + (problems.size() - SHOWN) + " more" : "";
      throw new ConfigurationException(
          "catalogue "
              + file
              + " has problems; nothing was run:\n  "
              + String.join("\n  ", shown)
              + more);
    }
    return new Catalog(file, rows);
  }

  private static List<String> header(CSVRecord record, List<String> problems) {
    List<String> header = new ArrayList<>();
    for (String cell : record) {
      String name = cell.strip().toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name)) {
        problems.add(
            "line 1: unknown column '" + cell + "'; known are " + String.join(", ", COLUMNS));
      } else if (header.contains(name)) {
        problems.add("line 1: column '" + name + "' stands twice");
      }
      header.add(name);
    }
    if (!header.contains("file")) {
      problems.add("line 1: the column 'file' is missing");
    }
    return header;
  }

  private static void row(
      CSVRecord record,
      List<String> header,
      long line,
      Path folder,
      Path catalog,
      Ids ids,
      Map<Path, Facts> rows,
      Map<Path, Long> lines,
      List<String> problems) {
    String at = "line " + line + ": ";
    if (record.size() != header.size()) {
      problems.add(
          at
              + record.size()
              + " cells where the header has "
              + header.size()
              + "; cells with a comma are quoted");
      return;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.get(i).strip());
    }
    String name = cells.getOrDefault("file", "");
    Path target;
    try {
      target = folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      problems.add(at + "'" + name + "' is no file name");
      return;
    }
    if (name.isEmpty()) {
      problems.add(at + "no file");
    } else if (!Files.exists(target)) {
      problems.add(at + "there is no file '" + name + "' in " + folder);
    } else if (Files.isDirectory(target)) {
      problems.add(at + "'" + name + "' is a folder");
    }
    Long earlier = lines.putIfAbsent(target, line);
    if (earlier != null && !name.isEmpty()) {
      problems.add(at + "'" + name + "' stands in line " + earlier + " already");
    }
    String date = cells.getOrDefault("date", "");
    if (!date.isEmpty() && !date(date)) {
      problems.add(at + "'" + date + "' is no date; write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    String voice = cells.getOrDefault("voice", "");
    if (!voice.isEmpty()) {
      ids.problemWithVoice(voice).ifPresent(p -> problems.add(at + p));
    }
    List<Facts.Group> groups = new ArrayList<>();
    String origin = catalog.getFileName() + " line " + line;
    for (String group : cells.getOrDefault("groups", "").split(";")) {
      if (!group.isBlank()) {
        String id = group.strip();
        ids.problemWithGroup(id).ifPresent(p -> problems.add(at + p));
        groups.add(new Facts.Group(id, origin));
      }
    }
    String type = cells.getOrDefault("source_type", "");
    if (!type.isEmpty() && !SOURCE_TYPES.contains(type)) {
      problems.add(
          at
              + "unknown source_type '"
              + type
              + "'; known are original, translation, "
              + "transcript, digest, news");
    }
    String legal = cells.getOrDefault("legal_status", "");
    if (!legal.isEmpty() && !LEGAL.contains(legal)) {
      problems.add(at + "unknown legal_status '" + legal + "'; known are binding, political, none");
    }
    rows.put(
        target,
        new Facts(
            name,
            cells.getOrDefault("title", ""),
            cells.getOrDefault("symbol", ""),
            date,
            cells.getOrDefault("body", ""),
            voice,
            type,
            legal,
            groups,
            origin));
  }

  private static boolean date(String date) {
    if (!DATE.matcher(date).matches()) {
      return false;
    }
    try {
      switch (date.length()) {
        case 4 -> java.time.Year.parse(date);
        case 7 -> YearMonth.parse(date);
        default -> LocalDate.parse(date);
      }
      return true;
    } catch (DateTimeException e) {
      return false; // 2013-02-30
    }
  }

  /** The row of a file, by its absolute and normal path. */
  Optional<Facts> row(Path file) {
    return Optional.ofNullable(rows.get(file));
  }

  /** Where the catalogue itself is. */
  Path file() {
    return file;
  }
}
