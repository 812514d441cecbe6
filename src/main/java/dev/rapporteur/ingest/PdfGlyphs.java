package dev.rapporteur.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the glyphs of a PDF's pages with position, size and weight. */
final class PdfGlyphs extends PDFTextStripper {

  /**
   * A glyph as it stands on the page. Lengths are points from the page's upper left.
   *
   * @param text what it means; a ligature is several characters
   * @param x left edge
   * @param y baseline
   * @param width how far it goes
   * @param size of the font
   * @param space width of a space in its font
   * @param bold whether the font is
   */
  record Glyph(
      String text, double x, double y, double width, double size, double space, boolean bold) {

    double right() {
      return x + width;
    }
  }

  /** One page's glyphs and its size in points. */
  record Sheet(List<Glyph> glyphs, double width, double height) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private List<Glyph> glyphs = new ArrayList<>();
  private final int limit;
  private int total;

  PdfGlyphs(int limit) {
    this.limit = limit;
    setSuppressDuplicateOverlappingText(false);
  }

  List<Sheet> sheets() {
    return sheets;
  }

  @Override
  protected void startPage(PDPage page) {
    glyphs = new ArrayList<>();
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    boolean turned = page.getRotation() % 180 != 0;
    double width = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
    double height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
    sheets.add(new Sheet(glyphs, width, height));
  }

  @Override
  protected void processTextPosition(TextPosition at) {
    String text = at.getUnicode();
    if (text == null || text.isEmpty() || at.getDir() != 0 || total > limit) {
      return; // text that stands on its side is a margin's
    }
    total += text.length();
    double size = Math.abs(at.getYScale());
    if (size < 0.5) {
      size = at.getFontSizeInPt();
    }
    Glyph glyph =
        new Glyph(
            text,
            at.getXDirAdj(),
            at.getYDirAdj(),
            at.getWidthDirAdj(),
            size,
            at.getWidthOfSpace(),
            bold(at));
    // bold type is sometimes made by printing twice
    for (int i = glyphs.size() - 1; i >= 0 && i > glyphs.size() - 4; i--) {
      Glyph other = glyphs.get(i);
      if (other.text.equals(text)
          && Math.abs(other.x - glyph.x) < size * 0.1
          && Math.abs(other.y - glyph.y) < size * 0.1
          && !text.isBlank()) {
        return;
      }
    }
    glyphs.add(glyph);
  }

  private static boolean bold(TextPosition at) {
    if (at.getFont() == null || at.getFont().getName() == null) {
      return false;
    }
    String name = at.getFont().getName().toLowerCase(Locale.ROOT);
    return name.contains("bold")
        || name.contains("black")
        || name.contains("heavy")
        || name.contains("semibold")
        || name.endsWith("-bd");
  }

  boolean tooMany() {
    return total > limit;
  }

  @Override
  protected void writePage() {
    // nothing is written; the glyphs are what counts
  }
}
