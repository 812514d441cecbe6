package dev.rapporteur.extract.entity;

/**
 * One way in which texts name an entity.
 *
 * @param text the designation, without article
 * @param form what kind it is
 * @param doubtful whether it is often something else, so that context must decide; written with a
 *     leading {@code ~} in the files
 */
public record Alias(String text, Form form, boolean doubtful) {

  static Alias parse(String cell, Form form) {
    return cell.startsWith("~")
        ? new Alias(cell.substring(1).strip(), form, true)
        : new Alias(cell, form, false);
  }
}
