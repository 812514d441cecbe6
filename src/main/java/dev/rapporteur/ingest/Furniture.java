package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Marks what is no part of the text: page numbers, running heads, tables of contents, distribution
 * blocks.
 */
final class Furniture {

  private static final Pattern BLANK =
      Pattern.compile(
          "^\\[?(?:This )?page (?:has been )?(?:is )?(?:left )?intentionally (?:left )?blank\\.?\\]?$",
          Pattern.CASE_INSENSITIVE);

  /**
   * What stands on the cover of UN documents beside the text: job numbers, distribution, language.
   */
  private static final Pattern DISTRIBUTION =
      Pattern.compile(
          "^(?:Distr(?:\\.|ibution)?:?\\s*(?:General|Limited|Restricted).*|Original:\\s+(?:English|French|Russian|Chinese|Spanish|Arabic)\\S*(?:[/ ].*)?|\\d{2}-\\d{5}(?:\\s*\\(E\\).*)?|\\(?E\\)?\\s+\\d{6}(?:\\s+\\d{6})*|\\*\\d{7}\\*|Please recycle.*|GE\\.\\d{2}-\\d{5}.*|V\\.\\d{2}-\\d{5}.*)$",
          Pattern.CASE_INSENSITIVE);

  /** What differs from page to page in a running head. */
  private static final Pattern CHANGING = Pattern.compile("\\d+|\\b[ivxl]+$|\\W+");

  private static final int OFTEN = 3;

  private Furniture() {}

  static List<Block> mark(List<Block> blocks) {
    Set<String> running = running(blocks);
    List<Block> out = new ArrayList<>();
    boolean contents = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String text = Marks.strip(block.text());
      boolean prose = block.is(Kind.TEXT) || block.is(Kind.ITEM) || block.is(Kind.HEADING);
      if (prose && Patterns.CONTENTS.matcher(text).matches()) {
        contents = true;
        block = block.withKind(Kind.FURNITURE);
      } else if (contents && prose && entry(text)) {
        block = block.withKind(Kind.FURNITURE).withLevel(0);
      } else if (prose) {
        contents = false;
        if (BLANK.matcher(text).matches()
            || DISTRIBUTION.matcher(text).matches()
            || Patterns.LEADERS.matcher(text).find()
            || !running.isEmpty() && text.length() < 120 && running.contains(key(text))
            || !block.is(Kind.HEADING) && Patterns.PAGE_NUMBER.matcher(text).matches()) {
          block = block.withKind(Kind.FURNITURE).withLevel(0);
        }
      }
      out.add(block);
    }
    return out;
  }

  /** A line of a table of contents: short and ending in a page. */
  private static boolean entry(String text) {
    return text.length() < 200
        && (Patterns.LEADERS.matcher(text).find()
            || text.matches(".*\\s(?:\\d{1,4}|[ivxl]{1,7})$")
            || Patterns.PAGE_NUMBER.matcher(text).matches());
  }

  /** Short lines that come again and again, next to page breaks, but for their page numbers. */
  private static Set<String> running(List<Block> blocks) {
    Map<String, Integer> counts = new HashMap<>();
    int breaks = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      breaks += block.is(Kind.BREAK) ? 1 : 0;
      boolean near =
          i == 0
              || i + 1 == blocks.size()
              || blocks.get(i - 1).is(Kind.BREAK)
              || blocks.get(i + 1).is(Kind.BREAK);
      if (near && (block.is(Kind.TEXT) || block.is(Kind.HEADING)) && block.text().length() < 120) {
        counts.merge(key(Marks.strip(block.text())), 1, Integer::sum);
      }
    }
    Set<String> running = new HashSet<>();
    if (breaks >= OFTEN) {
      counts.forEach(
          (key, count) -> {
            if (count >= OFTEN && !key.isEmpty()) {
              running.add(key);
            }
          });
    }
    return running;
  }

  private static String key(String text) {
    return CHANGING.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
