package dev.rapporteur.extract.stance;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Who speaks in which instrument: the column {@code voice} of {@code instruments.csv}. */
final class Speakers {

  private Speakers() {}

  /** The speakers by the instrument's id; none where the file is missing. */
  static Map<String, String> load(Models models, String file) {
    Optional<byte[]> bytes = models.find(file);
    Map<String, String> speakers = new HashMap<>();
    if (bytes.isEmpty()) {
      return speakers;
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String text = new String(bytes.get(), StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        if (!row.get("voice").isBlank()) {
          speakers.put(row.get("id"), row.get("voice"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(file + ": columns id and voice are wanted", e);
    }
    return speakers;
  }
}
