package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the notes of texts whose superscripts were lost: a mark is a number glued to a word or its
 * punctuation, a note a paragraph that begins with the same number.
 *
 * <p>Only a note and its mark together are believed, or a note at the bottom of a page; a number
 * alone may be anything.
 */
final class PlainNotes {

  /** How an endnote begins. */
  static final Pattern ENDNOTE = Pattern.compile("^\\[?(\\d{1,3})\\]?[.)]?\\s+(?=\\S)");

  private static final Pattern NOTE =
      Pattern.compile(
          "^(\\d{1,3})\\s+(?=[A-Z\u201C\"(]\\S*)(?!.{0,40}$)|^(\\d{1,3})\\s+(?=(?:Ibid|See|General|Resolution|Official|Op\\.|A/|S/|United|Treaty|www|http))");

  private static final Pattern MARK =
      Pattern.compile(
          "(?<=[\\p{L})\u201D\"'\u2019][,.;:]|[\\p{L}]{2}[)\u201D\"\u2019]?|[.,;:][\u201D\"\u2019])(\\d{1,3})(?=\\s+\\p{L}|\\s*$|[,.;]\\s)");

  private PlainNotes() {}

  static List<Block> apart(List<Block> blocks) {
    Map<String, Integer> notes = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.is(Kind.NOTE)) {
        return blocks; // the reader knew
      }
      if (block.is(Kind.TEXT)) {
        Matcher m = NOTE.matcher(block.text());
        if (m.find()) {
          notes.putIfAbsent(number(m), i);
        }
      }
    }
    if (notes.isEmpty()) {
      return blocks;
    }
    Map<Integer, String> believed = new HashMap<>();
    List<Block> out = new ArrayList<>();
    int expected = 1;
    for (Block block : blocks) {
      if (block.is(Kind.TEXT) || block.is(Kind.ITEM)) {
        StringBuilder text = new StringBuilder();
        Matcher m = MARK.matcher(block.text());
        while (m.find()) {
          String number = m.group(1);
          Integer at = notes.get(number);
          int value = Integer.parseInt(number);
          if (at != null && blocks.get(at) != block && value >= expected && value <= expected + 2) {
            believed.put(at, number);
            expected = value + 1;
            m.appendReplacement(text, Matcher.quoteReplacement(Marks.note(number)));
          } else {
            m.appendReplacement(text, "$0");
          }
        }
        m.appendTail(text);
        block = block.withText(text.toString());
      }
      out.add(block);
    }
    believed.forEach(
        (at, number) -> {
          Block block = out.get(at);
          Matcher m = NOTE.matcher(block.text());
          if (m.find()) {
            out.set(
                at,
                block
                    .withKind(Kind.NOTE)
                    .withNumber(number)
                    .withText(block.text().substring(m.end())));
          }
        });
    return out;
  }

  private static String number(Matcher m) {
    return m.group(1) != null ? m.group(1) : m.group(2);
  }
}
