package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PDFs set line by line for the test, in the layouts of the field. */
class PdfReaderTest {

  private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
  private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);

  private final PDDocument document = new PDDocument();
  private PDPageContentStream page;

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  private void newPage() throws IOException {
    if (page != null) {
      page.close();
    }
    PDPage next = new PDPage();
    document.addPage(next);
    page = new PDPageContentStream(document, next);
  }

  private void line(PDFont font, double size, double x, double y, String text) throws IOException {
    page.beginText();
    page.setFont(font, (float) size);
    page.newLineAtOffset((float) x, (float) y);
    page.showText(text);
    page.endText();
  }

  /** Lines one under the other, 13 points apart. */
  private void lines(double x, double y, String... lines) throws IOException {
    for (int i = 0; i < lines.length; i++) {
      line(PLAIN, 11, x, y - 13 * i, lines[i]);
    }
  }

  private List<String> read() throws Exception {
    page.close();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return Structure.of(PdfReader.read(bytes.toByteArray(), Limits.standard()), false).stream()
        .map(
            b ->
                b.kind()
                    + (b.number().isEmpty() ? "" : " " + b.number())
                    + ": "
                    + Marks.strip(b.text()))
        .toList();
  }

  @Test
  void read_sentenceOverAPage_isWholeAndHeadsAreFurniture() throws Exception {
    for (int i = 1; i <= 4; i++) {
      newPage();
      line(PLAIN, 9, 72, 760, "A STRATEGY FOR SAMPLES");
      line(PLAIN, 9, 300, 30, String.valueOf(i));
      if (i == 1) {
        line(BOLD, 18, 72, 700, "A strategy for samples");
        lines(
            72,
            600,
            "The makers of samples have agreed that there should be more of them, and that",
            "each should be made with care. They have also agreed that any sample which is");
      } else {
        lines(
            72,
            640,
            "given away should be replaced by a better one before the year has ended here.",
            "The makers of samples have agreed that there should be more of them, and that",
            "each should be made with care. They have also agreed that any sample which is");
      }
    }
    List<String> read = read();
    assertEquals("TITLE: A strategy for samples", read.get(2));
    assertEquals(2 * 4, read.stream().filter(b -> b.startsWith("FURNITURE")).count());
    assertTrue(
        read.stream()
            .anyMatch(
                b ->
                    b.contains(
                        "any sample which is given away should be replaced by a better one before")),
        read.toString());
  }

  @Test
  void read_twoColumns_areReadOneAfterTheOther() throws Exception {
    newPage();
    String[] left = new String[14];
    String[] right = new String[14];
    for (int i = 0; i < 14; i++) {
      left[i] = "left line number " + i + " of the column is here";
      right[i] = "right line number " + i + " of the column is here";
    }
    left[0] = "The left line number 0 of the column is here";
    right[13] = "right line number 13 of the column ends here.";
    lines(72, 700, left);
    lines(330, 705, right);
    List<String> read = read();
    assertEquals(1, read.size(), read.toString());
    assertTrue(
        read.getFirst().indexOf("left line number 13")
            < read.getFirst().indexOf("right line number 0"));
  }

  @Test
  void read_notesInSmallType_areApartWithTheirMarks() throws Exception {
    newPage();
    lines(
        72,
        700,
        "The Group met in the capital and was chaired by a diplomat who had served there",
        "before. It adopted its report by consensus after long talks in a small room that");
    line(PLAIN, 11, 72, 674, "had no windows.");
    line(PLAIN, 7, 144, 678, "1");
    line(PLAIN, 11, 152, 674, "The report has not been printed.");
    line(PLAIN, 6, 72, 104, "1");
    line(PLAIN, 8.5, 77, 100, "The room has been rebuilt since, and has windows now.");
    assertEquals(
        List.of(
            "TEXT: The Group met in the capital and was chaired by a diplomat who had served there"
                + " before. It adopted its report by consensus after long talks in a small room"
                + " that had no windows. The report has not been printed.",
            "NOTE 1: The room has been rebuilt since, and has windows now."),
        read());
  }

  @Test
  void read_hyphensAndDropCapitals_areUndone() throws Exception {
    newPage();
    line(PLAIN, 40, 72, 674, "S");
    lines(100, 700, "tates have a common interest in the peace of the informa-");
    lines(100, 687, "tion space, and in the information that they share there");
    lines(100, 674, "with each other from day to day and from year to year.");
    lines(72, 661, "It is time to say so.");
    assertEquals(
        "TEXT: States have a common interest in the peace of the information space, and in the"
            + " information that they share there with each other from day to day and from year to"
            + " year. It is time to say so.",
        String.join(" ", read()).replace(" TEXT: It", " It"));
  }
}
