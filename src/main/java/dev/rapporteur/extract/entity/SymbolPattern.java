package dev.rapporteur.extract.entity;

import java.util.regex.Pattern;

/**
 * A form of document symbols and the id that follows from it.
 *
 * @param pattern the form
 * @param id the id, with {@code $1} … for groups
 * @param example a symbol of that form
 * @param place file and line
 */
record SymbolPattern(Pattern pattern, String id, String example, String place) {}
