package dev.rapporteur.index;

import java.util.Locale;

/** A side of sentences or documents that hits can be counted by. */
public enum Facet {
  /** Actors named. */
  ACTOR,
  /** Fora named. */
  FORUM,
  /** Instruments named. */
  INSTRUMENT,
  /** Frames carried. */
  FRAME,
  /** Degree of moves. */
  DEGREE,
  /** Direction of moves. */
  DIRECTION,
  /** Holders of stances. */
  HOLDER,
  /** Issues of stances. */
  ISSUE,
  /** Positions taken. */
  POSITION,
  /** Force of stances. */
  FORCE,
  /** Who speaks in the document. */
  VOICE,
  /** The document's groups. */
  GROUP,
  /** The document's year. */
  YEAR,
  /** Language of the document. */
  LANGUAGE,
  /** How near to the original the document is. */
  SOURCE_TYPE,
  /** Kind of section. */
  SECTION,
  /** The document. */
  DOCUMENT;

  /** The name in queries, files and on screen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
