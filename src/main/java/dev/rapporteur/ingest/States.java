package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** States by name and by ISO 3166 three-letter code. */
final class States {

  /** Codes of states that are no more; the JDK knows those of today. */
  private static final Map<String, String> FORMER =
      Map.of("SUN", "SU", "YUG", "YU", "CSK", "CS", "DDR", "DD", "YDYE", "YD", "EU", "EU");

  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byCode = new HashMap<>(FORMER);
  private final Map<String, String> names = new HashMap<>();

  private States() {}

  /** The states of the JDK's table and, with all their names, of the knowledge base. */
  static States load(Models models) {
    States states = new States();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      String name = country.getDisplayCountry(Locale.ENGLISH);
      states.byName.put(name.toLowerCase(Locale.ROOT), code);
      states.names.put(code, name);
      try {
        states.byCode.put(country.getISO3Country(), code);
      } catch (MissingResourceException e) {
        continue; // a territory without a three-letter code
      }
    }
    models
        .find("knowledge/states.csv")
        .ifPresent(bytes -> states.read(new String(bytes, StandardCharsets.UTF_8)));
    return states;
  }

  private void read(String csv) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      for (CSVRecord row : parser) {
        String id = row.get("id");
        if (!id.startsWith("state:")) {
          continue;
        }
        String code = id.substring(6);
        String name = row.get("name");
        names.put(code, name);
        byName.put(name.toLowerCase(Locale.ROOT), code);
        for (String other : row.get("names").split(";")) {
          if (!other.isBlank() && !other.startsWith("~")) {
            byName.putIfAbsent(other.strip().toLowerCase(Locale.ROOT), code);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two-letter code of a state's name. */
  Optional<String> named(String name) {
    String bare = name.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(
        byName.getOrDefault(bare, byName.get(bare.startsWith("the ") ? bare.substring(4) : bare)));
  }

  /** Two-letter code of a three-letter one. */
  Optional<String> coded(String three) {
    return Optional.ofNullable(byCode.get(three.toUpperCase(Locale.ROOT)));
  }

  /** Name of a two-letter code, or the code. */
  String name(String code) {
    return names.getOrDefault(code, code);
  }
}
