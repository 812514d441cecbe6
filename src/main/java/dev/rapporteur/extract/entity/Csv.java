package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in a CSV file (RFC 4180) with a header line; strict, and quick to load: 20,000 aliases
 * must not delay a start.
 *
 * @param file the file's name, for messages
 * @param header the columns' names
 * @param rows the lines below it
 */
record Csv(String file, List<String> header, List<Row> rows) {

  /**
   * A line.
   *
   * @param line its number, from 1
   * @param cells as many as the header has
   */
  record Row(int line, List<String> cells) {}

  /** Reads a table; names file, line and cause of what is wrong. */
  static Csv parse(String file, String text) {
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder quoted = new StringBuilder();
    int line = 1;
    int begun = 1;
    int at = text.startsWith("\ufeff") ? 1 : 0;
    while (at < text.length()) {
      String cell;
      if (text.charAt(at) == '"') {
        quoted.setLength(0);
        at++;
        while (true) {
          int close = text.indexOf('"', at);
          if (close < 0) {
            throw new ConfigurationException(
                file + ":" + begun + ": a quotation mark is never closed");
          }
          for (int i = at; i < close; i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
          }
          quoted.append(text, at, close);
          at = close + 1;
          if (at < text.length() && text.charAt(at) == '"') {
            quoted.append('"');
            at++;
          } else {
            break;
          }
        }
        cell = quoted.toString();
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          throw new ConfigurationException(
              file + ":" + line + ": text behind a closing quotation mark");
        }
      } else {
        int end = at;
        while (end < text.length() && ",\r\n".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        cell = text.substring(at, end);
        if (cell.indexOf('"') >= 0) {
          throw new ConfigurationException(
              file + ":" + line + ": a quotation mark inside a cell that is not quoted");
        }
        at = end;
      }
      cells.add(cell);
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        if (at == text.length()) {
          cells.add("");
        } else if ("\r\n".indexOf(text.charAt(at)) >= 0) {
          cells.add("");
          at = endLine(text, at);
          add(file, rows, begun, cells);
          cells = new ArrayList<>();
          begun = ++line;
        }
      } else {
        at = endLine(text, at);
        add(file, rows, begun, cells);
        cells = new ArrayList<>();
        begun = ++line;
      }
    }
    if (!cells.isEmpty()) {
      add(file, rows, begun, cells);
    }
    if (rows.isEmpty()) {
      throw new ConfigurationException(file + ": is empty, not even a header");
    }
    return new Csv(file, rows.getFirst().cells, List.copyOf(rows.subList(1, rows.size())));
  }

  private static int endLine(String text, int at) {
    int end = at;
    if (end < text.length() && text.charAt(end) == '\r') {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '\n') {
      end++;
    }
    return end;
  }

  private static void add(String file, List<Row> rows, int line, List<String> cells) {
    if (cells.size() == 1 && cells.getFirst().isBlank()) {
      return; // a blank line
    }
    if (!rows.isEmpty() && cells.size() != rows.getFirst().cells.size()) {
      throw new ConfigurationException(
          file
              + ":"
              + line
              + ": has "
              + cells.size()
              + " cells where the header has "
              + rows.getFirst().cells.size());
    }
    rows.add(new Row(line, cells));
  }

  /** A column's number. */
  int column(String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new ConfigurationException(file + ":1: has no column '" + name + "'");
    }
    return at;
  }

  /** Refuses columns other than these. */
  Csv only(List<String> known) {
    for (String each : header) {
      if (!known.contains(each)) {
        throw new ConfigurationException(
            file + ":1: unknown column '" + each + "'; known are: " + String.join(", ", known));
      }
    }
    return this;
  }

  /** A wrong line. */
  ConfigurationException wrong(Row row, String cause) {
    return new ConfigurationException(file + ":" + row.line + ": " + cause);
  }
}
