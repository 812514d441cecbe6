package dev.rapporteur.text;

import java.util.Locale;
import java.util.Objects;

/**
 * What is known about a document as a whole, beside its voice and groups, which are {@linkplain
 * Label facts} with evidence. A string that is not known is empty, never null.
 *
 * @param source the path it was read from, relative to the folder that was run, with {@code /}
 * @param title its title
 * @param symbol its document symbol as printed, for example {@code A/68/98}
 * @param date {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param body who adopted or issued it, in words
 * @param language ISO 639-1 code of the text
 * @param sourceType how near it is to the original
 * @param legalStatus {@code binding}, {@code political}, {@code none}, or empty
 */
public record Metadata(
    String source,
    String title,
    String symbol,
    String date,
    String body,
    String language,
    SourceType sourceType,
    String legalStatus) {

  /** How near a text is to the original. */
  public enum SourceType {
    /** The text itself. */
    ORIGINAL,
    /** A translation. */
    TRANSLATION,
    /** A record of what was said. */
    TRANSCRIPT,
    /** A summary in other words; kept out of statistics. */
    DIGEST,
    /** A report about it; kept out of statistics. */
    NEWS;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses null. */
  public Metadata {
    for (Object each :
        new Object[] {source, title, symbol, date, body, language, sourceType, legalStatus}) {
      Objects.requireNonNull(each);
    }
  }

  /** Nothing known but where the text comes from. */
  public static Metadata of(String source) {
    return new Metadata(source, "", "", "", "", "", SourceType.ORIGINAL, "");
  }

  /** The same with another title. */
  public Metadata withTitle(String to) {
    return new Metadata(source, to, symbol, date, body, language, sourceType, legalStatus);
  }

  /** The same with another symbol. */
  public Metadata withSymbol(String to) {
    return new Metadata(source, title, to, date, body, language, sourceType, legalStatus);
  }

  /** The same with another date. */
  public Metadata withDate(String to) {
    return new Metadata(source, title, symbol, to, body, language, sourceType, legalStatus);
  }

  /** The same with another body. */
  public Metadata withBody(String to) {
    return new Metadata(source, title, symbol, date, to, language, sourceType, legalStatus);
  }

  /** The same with another language. */
  public Metadata withLanguage(String to) {
    return new Metadata(source, title, symbol, date, body, to, sourceType, legalStatus);
  }

  /** The same with another source type. */
  public Metadata withSourceType(SourceType to) {
    return new Metadata(source, title, symbol, date, body, language, to, legalStatus);
  }

  /** The same with another legal status. */
  public Metadata withLegalStatus(String to) {
    return new Metadata(source, title, symbol, date, body, language, sourceType, to);
  }

  /** The year of the date, or 0. */
  public int year() {
    return date.length() >= 4 ? Integer.parseInt(date.substring(0, 4)) : 0;
  }
}
