package dev.rapporteur.text;

/**
 * A half-open range of UTF-16 code units of a document's text.
 *
 * @param begin offset of the first code unit, from 0
 * @param end offset behind the last code unit, at least {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if {@code begin} is negative or behind {@code end}
   */
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no span: [" + begin + ", " + end + ")");
    }
  }

  /** Number of code units. */
  public int length() {
    return end - begin;
  }

  /** Whether the other span lies wholly in this one; a span contains itself. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Whether the code unit at {@code offset} lies in this span. */
  public boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  /** Whether the two share at least one code unit. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** The shortest span that contains both. */
  public Span cover(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** The same span {@code by} code units later (earlier where negative). */
  public Span shift(int by) {
    return new Span(begin + by, end + by);
  }

  /** The part of {@code text} that this span covers. */
  public String of(CharSequence text) {
    return text.subSequence(begin, end).toString();
  }

  /** By begin, the longer one first where two begin together. */
  @Override
  public int compareTo(Span other) {
    int byBegin = Integer.compare(begin, other.begin);
    return byBegin != 0 ? byBegin : Integer.compare(other.end, end);
  }

  @Override
  public String toString() {
    return "[" + begin + ", " + end + ")";
  }
}
