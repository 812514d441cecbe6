package dev.rapporteur.ingest;

import dev.rapporteur.ingest.PdfGlyphs.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes lines in reading order of a page's glyphs: rows by baseline, pieces of rows by wide gaps,
 * columns where hardly a piece crosses a strip of white.
 */
final class PdfPage {

  /** A gap in a row, in ems, that may be the white between columns. */
  private static final double GUTTER = 1.1;

  private final PdfGlyphs.Sheet sheet;

  private PdfPage(PdfGlyphs.Sheet sheet) {
    this.sheet = sheet;
  }

  static List<PdfLine> lines(PdfGlyphs.Sheet sheet) {
    PdfPage page = new PdfPage(sheet);
    List<List<Glyph>> pieces = page.pieces();
    List<Piece> boxed = new ArrayList<>();
    for (List<Glyph> piece : pieces) {
      boxed.add(Piece.of(piece));
    }
    List<PdfLine> lines = new ArrayList<>();
    page.order(boxed, lines, new int[] {0}, 0);
    return lines;
  }

  /** Neighbouring glyphs of one row. */
  private record Piece(List<Glyph> glyphs, double left, double right, double y, double size) {

    static Piece of(List<Glyph> glyphs) {
      double left = Double.MAX_VALUE;
      double right = 0;
      for (Glyph g : glyphs) {
        left = Math.min(left, g.x());
        right = Math.max(right, g.right());
      }
      double size = PdfPage.size(glyphs);
      double y =
          glyphs.stream()
              .filter(g -> Math.abs(g.size() - size) < 0.5)
              .mapToDouble(Glyph::y)
              .findFirst()
              .orElse(glyphs.getFirst().y());
      return new Piece(glyphs, left, right, y, size);
    }

    double top() {
      return y - size;
    }
  }

  /** The size of most glyphs. */
  private static double size(List<Glyph> glyphs) {
    Map<Long, Integer> counts = new HashMap<>();
    for (Glyph g : glyphs) {
      if (!g.text().isBlank()) {
        counts.merge(Math.round(g.size() * 10), g.text().length(), Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() / 10.0)
        .orElse(glyphs.getFirst().size());
  }

  /** Rows by baseline, superscripts with them, cut at wide gaps. */
  private List<List<Glyph>> pieces() {
    List<Glyph> sorted = new ArrayList<>(sheet.glyphs());
    sorted.removeIf(
        g -> g.x() < -5 || g.x() > sheet.width() + 5 || g.y() < 0 || g.y() > sheet.height() + 5);
    dropCapitals(sorted);
    sorted.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
    List<List<Glyph>> rows = new ArrayList<>();
    List<Glyph> row = new ArrayList<>();
    double base = 0;
    double tallest = 0;
    for (Glyph g : sorted) {
      if (!row.isEmpty() && g.y() - base > Math.min(tallest, g.size()) * 0.3) {
        rows.add(row);
        row = new ArrayList<>();
        tallest = 0;
      }
      if (row.isEmpty() || g.size() > tallest) {
        base = g.y();
        tallest = Math.max(tallest, g.size());
      }
      row.add(g);
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    rows = raised(rows);
    List<List<Glyph>> pieces = new ArrayList<>();
    for (List<Glyph> each : rows) {
      cut(each, pieces);
    }
    return pieces;
  }

  /** Rows of nothing but small numbers just above another row are its superscripts. */
  private static List<List<Glyph>> raised(List<List<Glyph>> rows) {
    List<List<Glyph>> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Glyph> row = rows.get(i);
      if (i + 1 < rows.size()
          && row.stream()
              .allMatch(
                  g ->
                      g.text().isBlank()
                          || g.text()
                              .chars()
                              .allMatch(c -> Character.isDigit(c) || c == '*' || c == ','))) {
        List<Glyph> next = rows.get(i + 1);
        double size = size(row);
        double below = size(next);
        double up = next.getFirst().y() - row.getFirst().y();
        if (size < below * 0.85 && up < below * 0.7) {
          next.addAll(row);
          continue;
        }
      }
      out.add(row);
    }
    return out;
  }

  private static void cut(List<Glyph> row, List<List<Glyph>> pieces) {
    row.sort(Comparator.comparingDouble(Glyph::x));
    List<Glyph> piece = new ArrayList<>();
    double end = 0;
    for (Glyph g : row) {
      if (g.text().isBlank()) {
        if (!piece.isEmpty() && g.x() - end < g.size() * GUTTER) {
          piece.add(g); // a space is text, but does not reach over white
        }
        continue;
      }
      if (!piece.isEmpty() && g.x() - end > Math.max(g.size(), piece.getLast().size()) * GUTTER) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      piece.add(g);
      end = Math.max(end, g.right());
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    pieces.removeIf(p -> p.stream().allMatch(g -> g.text().isBlank()));
  }

  /** A capital as tall as several lines belongs to the first of them. */
  private static void dropCapitals(List<Glyph> glyphs) {
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph capital = glyphs.get(i);
      if (capital.text().length() != 1 || !Character.isUpperCase(capital.text().charAt(0))) {
        continue;
      }
      Glyph first = null;
      boolean several = false;
      boolean alone = true;
      for (Glyph other : glyphs) {
        double right = other.x() - capital.right();
        if (other == capital
            || other.text().isBlank()
            || right < -capital.width() * 1.5
            || right > capital.size()
            || other.y() > capital.y() + other.size() * 0.3
            || other.y() < capital.y() - capital.size() * 0.95) {
          continue;
        }
        if (other.size() > capital.size() / 1.8) {
          alone = false; // a word of a heading
          break;
        }
        if (right < -1) {
          continue;
        }
        several |= first != null && Math.abs(first.y() - other.y()) > other.size() * 0.5;
        if (first == null
            || other.y() < first.y() - other.size() * 0.3
            || other.y() < first.y() + other.size() * 0.3 && other.x() < first.x()) {
          first = other;
        }
      }
      if (alone && several) {
        // "The" goes on where the capital stood, "A nation" has a space of its own
        glyphs.set(
            i,
            new Glyph(
                capital.text(),
                first.x() - 0.2,
                first.y(),
                0.1,
                first.size(),
                first.space(),
                capital.bold()));
      }
    }
  }

  /** Appends lines in reading order: columns one after the other between pieces that span them. */
  private void order(List<Piece> pieces, List<PdfLine> lines, int[] column, int depth) {
    double gutter = depth < 3 ? gutter(pieces) : -1;
    if (gutter < 0) {
      rows(pieces, lines, column[0]);
      return;
    }
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Piece::y).thenComparingDouble(Piece::left));
    List<Piece> left = new ArrayList<>();
    List<Piece> right = new ArrayList<>();
    List<Piece> across = new ArrayList<>();
    List<Piece> insets = new ArrayList<>();
    for (Piece piece : sorted) {
      if (piece.left() < gutter && piece.right() > gutter && inset(piece, sorted)) {
        insets.add(piece);
        continue;
      }
      if (piece.left() < gutter && piece.right() > gutter) {
        columns(left, right, lines, column, depth);
        across.add(piece);
      } else {
        if (!across.isEmpty()) {
          // what stands in the row of a piece that spans belongs to it
          Piece last = across.getLast();
          if (Math.abs(last.y() - piece.y()) < piece.size() * 0.3) {
            across.add(piece);
            continue;
          }
          rows(across, lines, column[0]);
          across.clear();
          column[0]++;
        }
        (piece.right() <= gutter ? left : right).add(piece);
      }
    }
    columns(left, right, lines, column, depth);
    rows(across, lines, column[0]);
    if (!insets.isEmpty()) {
      rows(insets, lines, ++column[0]);
      column[0]++;
    }
  }

  /** Whether text runs around a piece on both sides: a pull quote between columns. */
  private static boolean inset(Piece piece, List<Piece> all) {
    boolean before = false;
    boolean after = false;
    for (Piece other : all) {
      if (other != piece
          && Math.abs(other.y() - piece.y()) < Math.max(piece.size(), other.size())) {
        before |= other.right() <= piece.left() + 2 && other.right() > piece.left() - 60;
        after |= other.left() >= piece.right() - 2 && other.left() < piece.right() + 60;
      }
    }
    return before && after;
  }

  private void columns(
      List<Piece> left, List<Piece> right, List<PdfLine> lines, int[] column, int depth) {
    if (left.isEmpty() && right.isEmpty()) {
      return;
    }
    if (!left.isEmpty()) {
      order(List.copyOf(left), lines, column, depth + 1);
      column[0]++;
    }
    if (!right.isEmpty()) {
      order(List.copyOf(right), lines, column, depth + 1);
      column[0]++;
    }
    left.clear();
    right.clear();
  }

  /** Middle of the strip between two columns, or -1. */
  private double gutter(List<Piece> pieces) {
    if (pieces.size() < 12) {
      return -1;
    }
    double left = pieces.stream().mapToDouble(Piece::left).min().orElse(0);
    double right = pieces.stream().mapToDouble(Piece::right).max().orElse(0);
    List<Glyph> all = new ArrayList<>();
    pieces.forEach(p -> all.addAll(p.glyphs()));
    double usual = size(all);
    if (right - left < 150) {
      return -1;
    }
    double best = -1;
    int fewest = Integer.MAX_VALUE;
    for (double x = left + (right - left) * 0.25; x < left + (right - left) * 0.75; x += 2) {
      int crossing = 0;
      int before = 0;
      int after = 0;
      double widthBefore = 0;
      double widthAfter = 0;
      for (Piece p : pieces) {
        if (Math.abs(p.size() - usual) > usual * 0.1) {
          continue; // headings and quotes may cross
        }
        if (p.left() < x && p.right() > x) {
          crossing++;
        } else if (p.right() <= x) {
          before++;
          widthBefore += p.right() - p.left();
        } else {
          after++;
          widthAfter += p.right() - p.left();
        }
      }
      double least = (right - left) * 0.2;
      if (crossing * 4 < Math.min(before, after) * 2
          && before >= 5
          && after >= 5
          && widthBefore / before > least
          && widthAfter / after > least
          && crossing < fewest) {
        fewest = crossing;
        best = x;
      }
    }
    return best;
  }

  /** One line a row, its pieces from left to right. */
  private void rows(List<Piece> pieces, List<PdfLine> lines, int column) {
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(Piece::y));
    List<Piece> row = new ArrayList<>();
    for (Piece piece : sorted) {
      if (!row.isEmpty()
          && piece.y() - row.getFirst().y() > Math.min(piece.size(), row.getFirst().size()) * 0.3) {
        line(row, lines, column);
        row.clear();
      }
      row.add(piece);
    }
    line(row, lines, column);
  }

  private void line(List<Piece> row, List<PdfLine> lines, int column) {
    if (row.isEmpty()) {
      return;
    }
    row.sort(Comparator.comparingDouble(Piece::left));
    List<Glyph> all = new ArrayList<>();
    row.forEach(p -> all.addAll(p.glyphs()));
    double size = size(all);
    double y =
        all.stream()
            .filter(g -> Math.abs(g.size() - size) < 0.5 && !g.text().isBlank())
            .mapToDouble(Glyph::y)
            .findFirst()
            .orElse(row.getFirst().y());
    StringBuilder text = new StringBuilder();
    StringBuilder mark = new StringBuilder();
    String first = "";
    int bold = 0;
    int letters = 0;
    double end = all.getFirst().x();
    double loose = looseness(all, size);
    for (Glyph g : all) {
      boolean blank = g.text().isBlank();
      boolean raised =
          !blank
              && g.text().chars().allMatch(Character::isDigit)
              && (g.size() < size * 0.82 && y - g.y() > size * 0.12 || y - g.y() > size * 0.25);
      if (!raised && !mark.isEmpty() && !blank) {
        first = note(text, mark, first);
      }
      boolean gap = g.x() - end > Math.max(loose, g.size() * 0.14);
      if ((blank || gap)
          && !text.isEmpty()
          && text.charAt(text.length() - 1) != ' '
          && mark.isEmpty()) {
        text.append(' ');
      }
      if (raised) {
        mark.append(g.text());
      } else if (!blank) {
        if (!mark.isEmpty()) {
          first = note(text, mark, first);
        }
        text.append(g.text());
        letters += g.text().length();
        bold += g.bold() ? g.text().length() : 0;
      } else if (!mark.isEmpty()) {
        first = note(text, mark, first);
        text.append(' ');
      }
      end = Math.max(end, blank ? end : g.right());
    }
    if (!mark.isEmpty()) {
      first = note(text, mark, first);
    }
    String clean = clean(text.toString());
    if (!Marks.strip(clean).isBlank() || !first.isEmpty()) {
      lines.add(
          new PdfLine(
              clean,
              row.getFirst().left(),
              row.getLast().right(),
              y,
              size,
              letters > 0 && bold * 20 >= letters * 19,
              first,
              column));
    }
  }

  /** Ends a superscript number: at the line's beginning it is the line's own, else a mark. */
  private static String note(StringBuilder text, StringBuilder mark, String first) {
    String number = mark.toString();
    mark.setLength(0);
    if (text.toString().isBlank()) {
      return number;
    }
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append(Marks.note(number));
    return first;
  }

  /** How wide a gap must be to part words: more where the letters of the line are spaced out. */
  private static double looseness(List<Glyph> glyphs, double size) {
    List<Double> gaps = new ArrayList<>();
    boolean spaces = false;
    Glyph before = null;
    for (Glyph g : glyphs) {
      if (g.text().isBlank()) {
        spaces = true;
        before = null;
        continue;
      }
      if (before != null) {
        gaps.add(g.x() - before.right());
      }
      before = g;
    }
    if (gaps.size() < 3) {
      return size * (spaces ? 0.3 : 0.18);
    }
    gaps.sort(null);
    double usual = Math.max(0, gaps.get(gaps.size() / 2));
    return usual + size * (spaces ? 0.26 : 0.15);
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder();
    String[] parts = text.split(String.valueOf(Marks.NOTE), -1);
    for (int i = 0; i < parts.length; i++) {
      out.append(i % 2 == 0 ? Characters.clean(parts[i]) : Marks.note(parts[i]));
    }
    return Characters.line(out.toString());
  }
}
