package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What the knowledge base says about documents, found by symbol. */
final class Instruments {

  private static final String FILE = "knowledge/instruments.csv";

  /** A row of the knowledge base; a cell that is not there is empty. */
  record Entry(
      String symbol,
      String date,
      String title,
      String body,
      String voice,
      List<String> groups,
      String legalStatus,
      String rule) {}

  private final Map<String, Entry> bySymbol = new HashMap<>();

  private Instruments() {}

  /** The instruments of the knowledge base; none where there is no such file. */
  static Instruments load(Models models) {
    Instruments instruments = new Instruments();
    models
        .find(FILE)
        .ifPresent(bytes -> instruments.read(new String(bytes, StandardCharsets.UTF_8)));
    return instruments;
  }

  private void read(String csv) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      for (CSVRecord row : parser) {
        String symbol = cell(row, "symbol");
        if (!symbol.isEmpty()) {
          Entry entry =
              new Entry(
                  symbol,
                  cell(row, "date"),
                  cell(row, "title"),
                  cell(row, "body"),
                  cell(row, "voice"),
                  Stream.of(cell(row, "groups").split(";"))
                      .map(String::strip)
                      .filter(s -> !s.isEmpty())
                      .toList(),
                  cell(row, "legal_status"),
                  "instruments.csv " + cell(row, "id"));
          bySymbol.putIfAbsent(key(symbol), entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
  }

  private static String key(String symbol) {
    return symbol.toUpperCase(Locale.ROOT).replaceAll("[\\s*]", "");
  }

  /** The entry of a document with this symbol. */
  Optional<Entry> find(String symbol) {
    return symbol.isEmpty() ? Optional.empty() : Optional.ofNullable(bySymbol.get(key(symbol)));
  }
}
