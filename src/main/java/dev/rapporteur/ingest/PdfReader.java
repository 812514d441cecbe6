package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import dev.rapporteur.pipeline.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads PDFs by their layout: columns, running heads and feet, notes under the text in smaller
 * type, headings by size and weight, paragraphs by indent and distance.
 */
final class PdfReader {

  private static final Pattern NOTE_BEGINS =
      Pattern.compile("^(\\d{1,3}|[*\u2020\u2021]{1,3})\\s*(?=\\S)");

  /** Words in capitals with which a paragraph begins. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          "^[\\p{Lu}\\p{N}'\u2019&,/-]{2,}(?:\\s+[\\p{Lu}\\p{N}'\u2019&,/-]+)+(?::|\\s|$)");

  /** How a line of a table of contents ends. */
  private static final Pattern ENTRY =
      Pattern.compile("(?<=\\S)\\s(?:\\d{1,3}|[ivxl]{1,6})$|\\.{4,}");

  /** Type smaller than this share of the text's is a note's. */
  private static final double SMALL = 0.93;

  private final List<Block> blocks = new ArrayList<>();
  private final Words words = new Words();
  private double body;
  private double leading;
  private int lastNote;

  private PdfReader() {}

  static Draft read(byte[] bytes, Limits limits) throws UnreadableException {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PdfGlyphs glyphs = new PdfGlyphs(limits.characters());
      glyphs.getText(document);
      if (glyphs.tooMany()) {
        throw new UnreadableException(
            Outcome.Cause.TOO_LARGE,
            "yields more than " + limits.characters() + " characters; raise the limit to read it");
      }
      int pages = document.getNumberOfPages();
      if (pages > 0 && glyphs.sheets().stream().allMatch(s -> s.glyphs().isEmpty())) {
        throw new UnreadableException(
            Outcome.Reason.EMPTY,
            pages
                + (pages == 1 ? " page" : " pages")
                + " without a text layer: a scan, which needs OCR");
      }
      String title = document.getDocumentInformation().getTitle();
      return new Draft(
          new PdfReader().blocks(glyphs.sheets()),
          title == null ? "" : Characters.line(Characters.clean(title)),
          "");
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(
          Outcome.Cause.ENCRYPTED, "asks for a password; save it without one", e);
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UnreadableException(
          Outcome.Cause.CORRUPT, "is damaged or no PDF: " + Characters.line(why), e);
    } catch (StackOverflowError e) {
      throw new UnreadableException(Outcome.Cause.CORRUPT, "its pages refer to themselves", e);
    }
  }

  private List<Block> blocks(List<PdfGlyphs.Sheet> sheets) {
    List<List<PdfLine>> pages = new ArrayList<>();
    for (PdfGlyphs.Sheet sheet : sheets) {
      pages.add(PdfPage.lines(sheet));
    }
    body = bodySize(pages);
    leading = leading(pages);
    pages.forEach(p -> p.forEach(l -> words.learn(l.plain())));
    Map<String, Integer> running = running(pages, sheets);
    for (int i = 0; i < pages.size(); i++) {
      page(pages.get(i), i + 1, sheets.get(i).height(), running, pages.size());
      blocks.add(Block.pageBreak(i + 2));
    }
    return levels(mend(blocks));
  }

  private static double bodySize(List<List<PdfLine>> pages) {
    Map<Double, Integer> counts = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        counts.merge(Math.round(line.size() * 4) / 4.0, line.text().length(), Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(10.0);
  }

  /** The usual distance of baselines in the text. */
  private double leading(List<List<PdfLine>> pages) {
    Map<Long, Integer> counts = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (int i = 1; i < page.size(); i++) {
        double step = page.get(i).y() - page.get(i - 1).y();
        if (isBody(page.get(i))
            && isBody(page.get(i - 1))
            && step > body * 0.8
            && step < body * 3) {
          counts.merge(Math.round(step * 2), 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> e.getKey() / 2.0)
        .orElse(body * 1.2);
  }

  private boolean isBody(PdfLine line) {
    return Math.abs(line.size() - body) < body * 0.07;
  }

  /** Lines at the edges of pages that come again at the same height, but for numbers in them. */
  private static Map<String, Integer> running(
      List<List<PdfLine>> pages, List<PdfGlyphs.Sheet> sheets) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      List<PdfLine> page = pages.get(i);
      double height = sheets.get(i).height();
      for (PdfLine line : page) {
        if (edge(line, height)) {
          counts.merge(key(line), 1, Integer::sum);
          if (!page.isEmpty() && (line == page.getFirst() || line == page.getLast())) {
            counts.merge(slot(line), 1, Integer::sum);
          }
        }
      }
    }
    return counts;
  }

  private static boolean edge(PdfLine line, double height) {
    return line.y() < height * 0.13 || line.y() > height * 0.88;
  }

  /** Height and size in which heads stand, whatever they say. */
  private static String slot(PdfLine line) {
    return "#" + Math.round(line.y() / 3) + "/" + Math.round(line.size() * 2);
  }

  private static String key(PdfLine line) {
    return line.plain().toLowerCase(Locale.ROOT).replaceAll("[\\d\\W]+|\\b[ivxl]+\\b", " ").strip()
        + "@"
        + Math.round(line.y() / 12);
  }

  private boolean furniture(PdfLine line, double height, Map<String, Integer> running, int pages) {
    if (!edge(line, height)) {
      return false;
    }
    String text = line.plain();
    if (Patterns.PAGE_NUMBER.matcher(text).matches()
        || text.matches(
            "(?:[\\p{L}\\p{N}/.()]+/[\\p{N}/A-Z.()]+)|\\d{2}-\\d{5}(?: \\d+/\\d+)?|\\d+/\\d+(?: \\d{2}-\\d{5})?")) {
      return true;
    }
    if (running.getOrDefault(slot(line), 0) >= Math.max(3, pages / 10)
        && text.length() < 100
        && (Math.abs(line.size() - body) > body * 0.05 && line.size() < body * 1.13
            || Patterns.capitals(text) && !line.bold())
        && !Patterns.terminal(text)) {
      return true; // the place of running heads
    }
    int times = running.getOrDefault(key(line), 0);
    return times >= 3 || times == 2 && pages <= 4 && key(line).indexOf('@') > 3;
  }

  private void page(
      List<PdfLine> lines, int page, double height, Map<String, Integer> running, int pages) {
    List<PdfLine> text = new ArrayList<>();
    for (PdfLine line : lines) {
      if (furniture(line, height, running, pages)) {
        blocks.add(Block.of(Kind.FURNITURE, line.plain()).withPage(page));
      } else {
        text.add(line);
      }
    }
    long entries = text.stream().filter(l -> ENTRY.matcher(l.plain()).find()).count();
    if (entries >= 5 && entries * 2 > text.size()) {
      // a table of contents, one line an entry
      for (PdfLine line : text) {
        blocks.add(Block.of(Kind.FURNITURE, line.plain()).withPage(page));
      }
      return;
    }
    int from = 0;
    while (from < text.size()) {
      int to = from;
      while (to < text.size() && text.get(to).column() == text.get(from).column()) {
        to++;
      }
      column(text.subList(from, to), page, height);
      from = to;
      if (from < text.size()) {
        blocks.add(Block.pageBreak(page));
      }
    }
  }

  private void column(List<PdfLine> lines, int page, double height) {
    int notes = notesFrom(lines, height);
    paragraphs(lines.subList(0, notes), page);
    notes(lines.subList(notes, lines.size()), page);
  }

  /** Where the notes at a column's foot begin. */
  private int notesFrom(List<PdfLine> lines, double height) {
    int at = lines.size();
    while (at > 0
        && lines.get(at - 1).size() < body * SMALL
        && lines.get(at - 1).y() > height * 0.2) {
      at--;
    }
    // of the small lines those count that stand below the first that has a note's number, or all
    // where a note of the page before goes on
    int first = at;
    while (first < lines.size() && number(lines.get(first)).isEmpty()) {
      first++;
    }
    if (first == lines.size()) {
      boolean open =
          lastNote > 0
              && at < lines.size()
              && at > 0
              && !lines.get(at).bold()
              && Patterns.startsLower(lines.get(at).plain());
      return open ? at : lines.size();
    }
    return first > at && !Patterns.startsLower(lines.get(at).plain()) && lastNote == 0 ? first : at;
  }

  /** The number of the note that a line begins, or empty. */
  private String number(PdfLine line) {
    if (!line.mark().isEmpty()) {
      return line.mark();
    }
    Matcher m = NOTE_BEGINS.matcher(line.plain());
    if (!m.find()) {
      return "";
    }
    String number = m.group(1);
    if (Character.isDigit(number.charAt(0))) {
      int value = Integer.parseInt(number);
      // the next number, or one page's numbering beginning anew
      boolean next = value == lastNote + 1 || value == 1 || value == lastNote + 2;
      return next && line.plain().length() > m.end() && line.plain().charAt(m.end() - 1) == ' '
          ? number
          : "";
    }
    return number;
  }

  private void notes(List<PdfLine> lines, int page) {
    StringBuilder text = new StringBuilder();
    String number = "";
    for (PdfLine line : lines) {
      String begins = number(line);
      String content = line.text();
      if (!begins.isEmpty()) {
        note(text, number, page);
        number = begins;
        if (begins.chars().allMatch(Character::isDigit)) {
          lastNote = Integer.parseInt(begins);
        }
        if (line.mark().isEmpty()) {
          content = content.substring(begins.length()).strip();
        }
      }
      words.append(text, content);
    }
    note(text, number, page);
  }

  private void note(StringBuilder text, String number, int page) {
    if (!text.toString().isBlank()) {
      blocks.add(Block.of(Kind.NOTE, text.toString().strip()).withNumber(number).withPage(page));
    }
    text.setLength(0);
  }

  private void paragraphs(List<PdfLine> lines, int page) {
    double left = lines.stream().filter(this::isBody).mapToDouble(PdfLine::left).min().orElse(0);
    double right = lines.stream().filter(this::isBody).mapToDouble(PdfLine::right).max().orElse(0);
    List<PdfLine> paragraph = new ArrayList<>();
    for (PdfLine line : lines) {
      if (!paragraph.isEmpty() && begins(paragraph, line, left, right)) {
        paragraph(paragraph, page, right);
        paragraph.clear();
      }
      paragraph.add(line);
    }
    if (!paragraph.isEmpty()) {
      paragraph(paragraph, page, right);
    }
  }

  /** Whether a line begins a new paragraph. */
  private boolean begins(List<PdfLine> paragraph, PdfLine line, double left, double right) {
    PdfLine before = paragraph.getLast();
    PdfLine first = paragraph.getFirst();
    double step = line.y() - before.y();
    boolean sized =
        Math.abs(line.size() - before.size()) > Math.max(line.size(), before.size()) * 0.08;
    double larger = Math.max(line.size(), before.size());
    double usual = Math.max(leading * larger / body, larger * 1.15);
    boolean smallCapitals =
        larger < body * 1.1
            && step > 0
            && step < usual * 1.15
            && Math.min(line.size(), before.size()) > larger * 0.7
            && CAPITALS.matcher(first.plain()).find();
    if (step < 0 || sized && !smallCapitals) {
      return true;
    }
    if (sized) {
      return false; // capitals with which a paragraph begins are set smaller
    }
    boolean heading = headingKind(first);
    boolean runIn =
        heading
            && paragraph.size() < 4
            && first.size() <= body * 1.13
            && first.left() - left < line.size() * 2
            && step < usual * 1.15
            && (before.width() > (right - left) * 0.7
                || before.plain().endsWith("-")
                || Patterns.open(before.plain()))
            && !headingKind(line);
    if (runIn) {
      return false; // bold words that begin a paragraph and fill its first lines
    }
    if (step > usual * 1.3 && !(heading && headingKind(line) && step < usual * 1.6)) {
      return true;
    }
    if (heading && paragraph.stream().anyMatch(l -> !headingKind(l))) {
      heading = false; // its first lines were run in
    } else if (heading != headingKind(line)) {
      return !Patterns.startsLower(line.plain()) || heading;
    }
    if (heading) {
      return false;
    }
    String text = line.plain();
    if (Patterns.startsLower(text) && !Patterns.beginsItem(text)) {
      return false;
    }
    boolean ended = Patterns.terminal(before.plain()) || Patterns.clause(before.plain());
    boolean dash = "-\u2013\u2014".indexOf(text.charAt(0)) >= 0;
    if (Patterns.beginsItem(text)
        && (ended
            || !dash && before.right() < right - line.size() * 4
            || !dash && Patterns.BULLET.matcher(text).find())) {
      return true;
    }
    if (Patterns.headingLike(before.plain())
        && paragraph.size() == 1
        && before.right() < right - (right - left) * 0.3
        && Patterns.startsUpper(text)
        && !Patterns.open(before.plain())
        && line.right() > before.right()) {
      return true;
    }
    // an indent, where the paragraph's other lines have none
    double indent = line.left() - before.left();
    if (indent > line.size() * 0.8
        && indent < line.size() * 6
        && Patterns.terminal(before.plain())
        && !(paragraph.size() == 1 && Patterns.beginsItem(first.plain()))) {
      return true;
    }
    // the line before ended early, though the next word had room
    int space = text.indexOf(' ');
    double word = line.width() * (space < 0 ? text.length() : space) / Math.max(1, text.length());
    return Patterns.terminal(before.plain())
        && before.right() + word + line.size() * 1.5 < Math.max(right, line.right());
  }

  /** Whether a line is set like a heading: larger, or bold and short. */
  private boolean headingKind(PdfLine line) {
    String text = line.plain();
    if (line.size() > body * 1.13) {
      return true;
    }
    if (Patterns.startsLower(text) || text.isEmpty()) {
      return false;
    }
    return line.bold()
        && line.size() > body * SMALL
        && text.length() < 130
        && !Patterns.terminal(text)
        && !text.endsWith(",")
        && Character.isLetterOrDigit(text.codePointAt(0));
  }

  private void paragraph(List<PdfLine> lines, int page, double right) {
    String text = "";
    for (PdfLine line : lines) {
      String own =
          line.mark().isEmpty() || text.isEmpty()
              ? line.text()
              : Marks.note(line.mark()) + " " + line.text();
      if (!line.mark().isEmpty() && !text.isEmpty()) {
        text = text + own;
      } else {
        text = words.join(text, own);
      }
    }
    text = Characters.line(text);
    PdfLine first = lines.getFirst();
    String plain = Marks.strip(text);
    if (plain.isBlank()) {
      return;
    }
    boolean heading = lines.stream().allMatch(this::headingKind);
    boolean quote =
        heading && plain.length() > 90 && (Patterns.terminal(plain) || plain.length() > 250)
            || heading && plain.length() > 40 && Patterns.startsLower(plain);
    heading &= !(Patterns.startsLower(plain) && Patterns.terminal(plain));
    quote &= heading;
    if (quote) {
      // between the halves of a paragraph it is a pull quote, else an introduction in larger type
      Block block = Block.of(Kind.TEXT, text).withPage(page);
      blocks.add(unfinished() ? block.fixed() : block);
      return;
    }
    if (heading && plain.length() <= 250 && plain.codePoints().anyMatch(Character::isLetter)) {
      // the size is kept as level until all are known
      blocks.add(
          Block.of(Kind.HEADING, text)
              .withPage(page)
              .withLevel((int) Math.round(first.size() * 20) + (first.bold() ? 1 : 0)));
      return;
    }
    Matcher bullet = Patterns.BULLET.matcher(plain);
    if (bullet.find() && !interrupted(plain) && text.startsWith(plain.substring(0, bullet.end()))) {
      blocks.add(Block.of(Kind.ITEM, text.substring(bullet.end())).withPage(page).withLevel(1));
      return;
    }
    boolean small = lines.stream().allMatch(l -> l.size() < body * 0.85);
    Block block = Block.of(Kind.TEXT, text).withPage(page);
    blocks.add(small ? block.fixed() : block);
  }

  /** A line that looks like a heading but whose sentence goes on below is none. */
  private List<Block> mend(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      Block last = out.isEmpty() ? null : out.getLast();
      boolean cut =
          last != null
              && last.is(Kind.HEADING)
              && block.is(Kind.TEXT)
              && block.loose()
              && last.page() == block.page()
              && Patterns.startsLower(Marks.strip(block.text()))
              && !Patterns.terminal(Marks.strip(last.text()));
      if (cut) {
        out.set(out.size() - 1, block.withText(words.join(last.text(), block.text())));
      } else if (block.is(Kind.BREAK)
          || block.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
        out.add(block);
      }
    }
    return out;
  }

  /** Whether a dash at a column's top goes on with a sentence from the column before. */
  private boolean interrupted(String text) {
    return "-\u2013\u2014".indexOf(text.charAt(0)) >= 0 && unfinished();
  }

  /** Whether the last paragraph so far is cut in the middle of a sentence. */
  private boolean unfinished() {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      if (block.is(Kind.TEXT) || block.is(Kind.ITEM)) {
        return !Patterns.terminal(block.text()) && !Patterns.clause(block.text());
      }
    }
    return false;
  }

  /** Levels of headings from their sizes: the largest is 1. */
  private static List<Block> levels(List<Block> blocks) {
    List<Integer> sizes =
        blocks.stream()
            .filter(b -> b.is(Kind.HEADING))
            .map(Block::level)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      out.add(
          block.is(Kind.HEADING)
              ? block.withLevel(Math.min(6, 1 + sizes.indexOf(block.level())))
              : block);
    }
    return out;
  }
}
