package dev.rapporteur.extract.entity;

/**
 * One reading of a designation in a text.
 *
 * @param id the entity
 * @param alias the designation that matched
 * @param place file and line of the entry or pattern
 */
record Sense(String id, Alias alias, String place) {

  String kind() {
    return id.substring(0, id.indexOf(':'));
  }

  String rule() {
    return place + " " + id + " " + alias.form().id() + " \"" + alias.text() + "\"";
  }
}
