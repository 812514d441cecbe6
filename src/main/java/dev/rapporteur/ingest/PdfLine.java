package dev.rapporteur.ingest;

/**
 * A line of text on a page of a PDF. Lengths are points, measured from the page's upper left.
 *
 * @param text its text with {@link Marks} where superscript numbers stand
 * @param left where it begins
 * @param right where it ends
 * @param y its baseline
 * @param size size of most of its letters
 * @param bold whether its letters are bold, all but a few
 * @param mark the superscript number that it begins with, or empty
 * @param column which column of the page it stands in, from 0
 */
record PdfLine(
    String text,
    double left,
    double right,
    double y,
    double size,
    boolean bold,
    String mark,
    int column) {

  String plain() {
    return Marks.strip(text);
  }

  double width() {
    return right - left;
  }
}
