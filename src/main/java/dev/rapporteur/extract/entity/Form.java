package dev.rapporteur.extract.entity;

import java.util.Locale;

/** What kind of designation an alias is; decides how exactly its letters must match. */
public enum Form {
  /** A full name or variant of it; its capitals must be capitals in the text. */
  NAME,
  /** Initials and the like; matched letter by letter. */
  ACRONYM,
  /** An adjective or noun for a state's people: "Russian". */
  DEMONYM,
  /** A capital or government house that stands for a government: "the Kremlin". */
  SEAT,
  /** A name no longer in use. */
  FORMER,
  /** The name in another language. */
  TRANSLATION,
  /** A document symbol, as printed. */
  SYMBOL,
  /** Made by a pattern: "Ministry of Defence of {state}". */
  PATTERN;

  /** The name in messages. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
