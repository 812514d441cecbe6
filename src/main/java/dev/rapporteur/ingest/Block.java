package dev.rapporteur.ingest;

/**
 * A piece of a document as a reader met it, in the file's order.
 *
 * <p>The text may hold {@link Marks}: where a footnote's mark stands, where a page begins.
 *
 * @param kind what markup or layout say it is
 * @param text its text on one line
 * @param level depth of a heading or list item from 1, else 0
 * @param number the mark of a note, the number of an item that its text does not show, else empty
 * @param page the page it begins on, from 1; 0 where there are no pages
 * @param loose whether it may be half of a paragraph that a page or column cuts in two
 */
record Block(Kind kind, String text, int level, String number, int page, boolean loose) {

  /** What a reader knows about a block. */
  enum Kind {
    TITLE,
    HEADING,
    TEXT,
    ITEM,
    TABLE,
    NOTE,
    BIBLIOGRAPHY,
    FURNITURE,
    /** A page's end or a rule across the page; has no text. */
    BREAK
  }

  static Block of(Kind kind, String text) {
    return new Block(kind, text, 0, "", 0, true);
  }

  static Block pageBreak(int page) {
    return new Block(Kind.BREAK, "", 0, "", page, true);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Block withText(String to) {
    return new Block(kind, to, level, number, page, loose);
  }

  Block withKind(Kind to) {
    return new Block(to, text, level, number, page, loose);
  }

  Block withNumber(String to) {
    return new Block(kind, text, level, to, page, loose);
  }

  Block withLevel(int to) {
    return new Block(kind, text, to, number, page, loose);
  }

  Block withPage(int to) {
    return new Block(kind, text, level, number, to, loose);
  }

  Block fixed() {
    return new Block(kind, text, level, number, page, false);
  }
}
