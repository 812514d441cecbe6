package dev.rapporteur.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain text: finds out whether lines are paragraphs or were wrapped at a column, and puts
 * wrapped ones together again.
 */
final class PlainText {

  private static final Pattern RULE = Pattern.compile("^\\s*(?:[-_*=\u2014]\\s?){3,}+\\s*$");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}|[-\u2013] ?\\d{1,4} ?[-\u2013]");
  private static final int MANY = 8;

  private PlainText() {}

  static Draft read(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\f", "\n\f\n").split("\n", -1)) {
      lines.add(line.equals("\f") ? line : Characters.line(line));
    }
    return new Draft(blocks(lines));
  }

  /** Blocks of cleaned lines; a form feed by itself is a page's end. */
  static List<Block> blocks(List<String> lines) {
    Words words = new Words();
    lines.forEach(words::learn);
    int width = width(lines);
    boolean free = width > 0 && irregular(lines, width);
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    boolean paged = lines.contains("\f");
    int page = paged ? 1 : 0;
    for (String line : lines) {
      if (width > 0 && NUMBER.matcher(line).matches()) {
        flush(paragraph, page, blocks);
        blocks.add(Block.of(Block.Kind.FURNITURE, line).withPage(page));
        before = "";
        continue;
      }
      if (line.isEmpty() || line.equals("\f") || RULE.matcher(line).matches()) {
        flush(paragraph, page, blocks);
        before = "";
        if (line.equals("\f")) {
          blocks.add(Block.pageBreak(++page));
        } else if (!line.isEmpty()) {
          blocks.add(Block.pageBreak(page));
        }
        continue;
      }
      if (!before.isEmpty() && (width == 0 || !continues(before, line, width, free))) {
        flush(paragraph, page, blocks);
      }
      words.append(paragraph, line);
      before = line;
    }
    flush(paragraph, page, blocks);
    return blocks;
  }

  private static void flush(StringBuilder paragraph, int page, List<Block> blocks) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = paragraph.toString();
    paragraph.setLength(0);
    Matcher bullet = Patterns.BULLET.matcher(text);
    if (bullet.find()) {
      blocks.add(
          Block.of(Block.Kind.ITEM, text.substring(bullet.end())).withLevel(1).withPage(page));
    } else {
      blocks.add(Block.of(Block.Kind.TEXT, text).withPage(page));
    }
  }

  /** The column at which the lines were wrapped, in characters; 0 where each is a paragraph. */
  static int width(List<String> lines) {
    int pairs = 0;
    int wrapped = 0;
    List<Integer> lengths = new ArrayList<>();
    String before = "";
    for (String line : lines) {
      if (!before.isEmpty() && !line.isEmpty() && !line.equals("\f")) {
        pairs++;
        if (Patterns.startsLower(line)
            && !Patterns.terminal(before)
            && !before.endsWith(";")
            && !before.endsWith(":")
            && !Patterns.beginsItem(line)) {
          wrapped++;
          lengths.add(before.length());
        }
      }
      before = line.equals("\f") ? "" : line;
    }
    if (wrapped == 0 || wrapped * MANY < pairs) {
      return 0;
    }
    int[] sorted = lengths.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) * 9 / 10];
  }

  /**
   * Whether lines end anywhere and blank lines part the paragraphs, as in texts copied from web
   * pages.
   */
  private static boolean irregular(List<String> lines, int width) {
    int blank = 0;
    int full = 0;
    int all = 0;
    String before = "";
    for (String line : lines) {
      if (line.isEmpty()) {
        blank++;
      } else if (!before.isEmpty()) {
        all++;
        full += before.length() > width * 3 / 4 && before.length() <= width * 5 / 4 ? 1 : 0;
      }
      before = line;
    }
    return blank * 10 > lines.size() && full * 2 < all;
  }

  /** Whether a line goes on with the paragraph of the one before it. */
  private static boolean continues(String before, String line, int width, boolean free) {
    boolean item = Patterns.beginsItem(line);
    boolean ended = Patterns.terminal(before);
    if ("-\u2013\u2014".indexOf(line.charAt(0)) >= 0
        && !ended
        && !Patterns.clause(before)
        && before.length() > width * 3 / 4) {
      return true; // a dash within a sentence
    }
    if (item && (ended || Patterns.clause(before) || before.length() < width * 3 / 5)) {
      return false;
    }
    if (Patterns.startsLower(line)) {
      return true;
    }
    if (free) {
      return !item;
    }
    if (Patterns.ARTICLE.matcher(line).matches() || Patterns.DIVISION.matcher(line).find()) {
      return false;
    }
    if (Patterns.capitals(before) != Patterns.capitals(line)
        && (Patterns.headingLike(before) || Patterns.headingLike(line))
        && !Patterns.open(before)) {
      return false;
    }
    // would its first word have stood on the line before, had the writer wanted it there?
    int space = line.indexOf(' ');
    int first = space < 0 ? line.length() : space;
    int room = width - before.length() - 1 - first;
    if (ended) {
      return room < width / 10;
    }
    if (before.endsWith(",") && room > width / 4) {
      return false;
    }
    if (Patterns.headingLike(before) && room > width / 4) {
      return Patterns.open(before);
    }
    return room < width / 3 || Patterns.open(before);
  }
}
