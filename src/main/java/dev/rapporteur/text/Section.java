package dev.rapporteur.text;

import java.util.Locale;

/**
 * One block of a document: a paragraph, heading, list item, footnote or table.
 *
 * @param span where it stands; sections are in reading order and do not overlap
 * @param kind what it is
 * @param number how the text numbers it, without brackets or full stop: {@code 13}, {@code 13 (c)},
 *     {@code art. 4}, a footnote's number; empty where it is not numbered
 * @param page the page it begins on, from 1; 0 where the document has no pages
 * @param level depth of a heading or list item, from 1; 0 elsewhere
 */
public record Section(Span span, Kind kind, String number, int page, int level) {

  /** What a section is; sentences of {@link #analysed} kinds are analysed. */
  public enum Kind {
    /** The document's title. */
    TITLE(true),
    /** A heading in the text. */
    HEADING(true),
    /** A paragraph. */
    BODY(true),
    /** An item of a list. */
    LIST(true),
    /** A table, cell by cell. */
    TABLE(true),
    /** A foot- or endnote; stands behind the body. */
    FOOTNOTE(true),
    /** The entries of a bibliography. */
    BIBLIOGRAPHY(false),
    /** Running heads, page numbers, tables of contents, distribution blocks. */
    FURNITURE(false);

    private final boolean analysed;

    Kind(boolean analysed) {
      this.analysed = analysed;
    }

    /** Whether it is prose that the extractors read. */
    public boolean analysed() {
      return analysed;
    }

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
