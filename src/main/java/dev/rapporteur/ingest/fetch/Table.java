package dev.rapporteur.ingest.fetch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header that keeps what others wrote into it: columns, rows, their order.
 *
 * <p>Rows are found by the column {@code file}. It is written as a whole into another file that
 * then takes its place, so that nothing is lost whatever happens.
 */
final class Table {

  private static final String KEY = "file";

  private final Path path;
  private final List<String> header = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private Table(Path path) {
    this.path = path;
  }

  /**
   * Reads a table, or begins one with this header where there is no file.
   *
   * @throws IOException if it cannot be read, or is no table with a column {@code file}
   */
  static Table open(Path path, List<String> header) throws IOException {
    Table table = new Table(path);
    if (!Files.exists(path)) {
      table.header.addAll(header);
      return table;
    }
    String text = Files.readString(path);
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(text.replaceFirst("^\uFEFF", "")), format)) {
      for (CSVRecord record : parser) {
        List<String> cells = new ArrayList<>(record.toList());
        if (table.header.isEmpty()) {
          cells.forEach(name -> table.header.add(name.strip().toLowerCase(Locale.ROOT)));
        } else {
          table.rows.add(cells);
        }
      }
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw new IOException(path + " is no CSV file: " + e.getMessage(), e);
    }
    if (table.header.isEmpty()) {
      table.header.addAll(header);
    }
    if (!table.header.contains(KEY)) {
      throw new IOException(path + " has no column 'file'");
    }
    return table;
  }

  /** The row of a file, by column, if there is one. */
  Map<String, String> row(String file) {
    for (List<String> row : rows) {
      if (cell(row, KEY).equals(file)) {
        Map<String, String> cells = new HashMap<>();
        header.forEach(column -> cells.put(column, cell(row, column)));
        return cells;
      }
    }
    return Map.of();
  }

  private String cell(List<String> row, String column) {
    int at = header.indexOf(column);
    return at < row.size() ? row.get(at).strip() : "";
  }

  /** Sets the row of a file; columns that are not there yet are added where a value needs them. */
  void put(Map<String, String> cells) {
    cells.forEach(
        (column, value) -> {
          if (!value.isEmpty() && !header.contains(column)) {
            header.add(column);
            rows.forEach(row -> row.add(""));
          }
        });
    List<String> row = new ArrayList<>();
    header.forEach(column -> row.add(cells.getOrDefault(column, "")));
    for (int i = 0; i < rows.size(); i++) {
      if (cell(rows.get(i), KEY).equals(cells.get(KEY))) {
        rows.set(i, row);
        return;
      }
    }
    rows.add(row);
  }

  /** Writes the table. */
  void save() throws IOException {
    StringBuilder text = new StringBuilder(CSVFormat.RFC4180.format(header.toArray()));
    rows.forEach(row -> text.append('\n').append(CSVFormat.RFC4180.format(row.toArray())));
    text.append('\n');
    Path fresh = path.resolveSibling("." + path.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
