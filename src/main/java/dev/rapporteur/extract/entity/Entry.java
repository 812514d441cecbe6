package dev.rapporteur.extract.entity;

import java.util.List;
import java.util.Map;

/**
 * One entity of the knowledge base: a line of a file under {@code models/knowledge/}.
 *
 * @param id {@code kind:path}
 * @param name preferred English name, without article
 * @param aliases every designation, the preferred name first
 * @param parent id of the parent where the path does not tell it, or empty
 * @param since first day of its existence ({@code YYYY[-MM[-DD]]}), or empty
 * @param until last day of its existence, or empty
 * @param facts the other columns that are filled, by their header: {@code external}, {@code
 *     source}, {@code note}; of instruments also {@code symbol}, {@code date}, {@code title},
 *     {@code body}, {@code voice}, {@code groups}, {@code legal_status}, {@code url}, {@code line},
 *     {@code sponsors}, {@code vote}
 * @param file the file's name
 * @param line the line in it, from 1
 */
public record Entry(
    String id,
    String name,
    List<Alias> aliases,
    String parent,
    String since,
    String until,
    Map<String, String> facts,
    String file,
    int line) {

  /** Copies the collections. */
  public Entry {
    aliases = List.copyOf(aliases);
    facts = Map.copyOf(facts);
  }

  /** The part of the id before the colon. */
  public String kind() {
    return id.substring(0, id.indexOf(':'));
  }

  /** The part of the id behind the colon. */
  public String path() {
    return id.substring(id.indexOf(':') + 1);
  }

  /** A fact by its column, empty where it is not known. */
  public String fact(String column) {
    return facts.getOrDefault(column, "");
  }

  /** Where it stands: {@code fora.csv:12}. */
  public String place() {
    return file + ":" + line;
  }
}
