package dev.rapporteur.ingest.fetch;

import java.util.List;
import java.util.Locale;

/**
 * An official text that can be fetched, and what a catalogue says of it; what is not known is
 * empty.
 *
 * @param id entity id, {@code instrument:un/A/68/98}
 * @param symbol as printed
 * @param title official title
 * @param date of adoption or publication
 * @param body who adopted it, free text
 * @param voice who speaks in it, an entity id
 * @param groups forum ids and sets
 * @param legalStatus {@code binding}, {@code political} or {@code none}
 * @param url its official address
 */
public record Original(
    String id,
    String symbol,
    String title,
    String date,
    String body,
    String voice,
    List<String> groups,
    String legalStatus,
    String url) {

  /** Copies the groups. */
  public Original {
    groups = List.copyOf(groups);
  }

  /** Name of its file without extension: the id's path in small letters and hyphens. */
  public String slug() {
    return id.substring(id.indexOf(':') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** How people call it: its symbol, else its id. */
  public String label() {
    return symbol.isEmpty() ? id : symbol;
  }
}
