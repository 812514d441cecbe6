package dev.rapporteur.ingest;

import java.util.List;

/**
 * What is known about a document from outside: its catalogue row, and groups from options or the
 * folder. A string that is not known is empty.
 *
 * @param source path, relative to the folder that is run
 * @param title the catalogue's
 * @param symbol the catalogue's
 * @param date the catalogue's
 * @param body the catalogue's
 * @param voice the catalogue's
 * @param sourceType the catalogue's
 * @param legalStatus the catalogue's
 * @param groups with where each comes from
 * @param origin where the row stands, for evidence, for example {@code catalog.csv line 12}
 */
record Facts(
    String source,
    String title,
    String symbol,
    String date,
    String body,
    String voice,
    String sourceType,
    String legalStatus,
    List<Group> groups,
    String origin) {

  /** A group and why the document belongs to it. */
  record Group(String id, String origin) {}

  Facts {
    groups = List.copyOf(groups);
  }

  static Facts of(String source) {
    return new Facts(source, "", "", "", "", "", "", "", List.of(), "");
  }

  Facts withSource(String to) {
    return new Facts(to, title, symbol, date, body, voice, sourceType, legalStatus, groups, origin);
  }

  Facts withGroups(List<Group> to) {
    return new Facts(source, title, symbol, date, body, voice, sourceType, legalStatus, to, origin);
  }

  /** The same with the voice of another row: of the container that it lies in. */
  Facts withVoice(Facts of) {
    return new Facts(
        source, title, symbol, date, body, of.voice, of.sourceType, legalStatus, groups, of.origin);
  }

  /** Everything but where the row stands, in one string: two are equal only if this is. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (String each :
        new String[] {source, title, symbol, date, body, voice, sourceType, legalStatus}) {
      key.append(each).append('\u0000');
    }
    groups.forEach(g -> key.append(g.id()).append('\u0000'));
    return key.toString();
  }
}
