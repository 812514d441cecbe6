package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes whole what a page's end, notes or a column cut in two: paragraphs, items and notes.
 *
 * <p>One paragraph and one note are open at any time. A block that cannot begin a paragraph, or
 * that follows one which cannot have ended, goes on with one of the two: with the note where it
 * stands at the top of a page's notes, else with the paragraph.
 */
final class Joiner {

  /** How a preambular paragraph begins; it ends in a comma and the next begins with a capital. */
  private static final Pattern PREAMBULAR =
      Pattern.compile(
          "^(?:(?:Also|Further|Deeply|Gravely|Fully|Strongly|Firmly|Mindful|Aware|Conscious|Concerned|Determined|Convinced|Having|Bearing|Taking|Keeping|Guided|Alarmed|Desirous|Anxious|Believing)\\b|\\p{Lu}\\p{L}+(?:ing|ed)\\b)");

  /** A dash with which a sentence goes on. */
  private static final Pattern DASH = Pattern.compile("^[-\u2013\u2014]\\s+\\p{Ll}");

  private final List<Block> out = new ArrayList<>();
  private final Words words;
  private int body = -1;
  private int note = -1;
  private boolean bodyCrossed;
  private boolean noteCrossed;

  private Joiner(Words words) {
    this.words = words;
  }

  static List<Block> join(List<Block> blocks) {
    Words words = new Words();
    blocks.forEach(b -> words.learn(Marks.strip(b.text())));
    Joiner joiner = new Joiner(words);
    for (int i = 0; i < blocks.size(); i++) {
      joiner.take(blocks.get(i), before(blocks, i), after(blocks, i));
    }
    return joiner.out;
  }

  private static Kind before(List<Block> blocks, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (!blocks.get(i).is(Kind.FURNITURE)) {
        return blocks.get(i).kind();
      }
    }
    return Kind.BREAK;
  }

  private static Kind after(List<Block> blocks, int at) {
    for (int i = at + 1; i < blocks.size(); i++) {
      if (!blocks.get(i).is(Kind.FURNITURE)) {
        return blocks.get(i).kind();
      }
    }
    return Kind.BREAK;
  }

  private void take(Block block, Kind before, Kind after) {
    switch (block.kind()) {
      case BREAK, FURNITURE -> {
        out.add(block);
        bodyCrossed = true;
        noteCrossed = true;
      }
      case NOTE -> {
        bodyCrossed = true;
        if (block.number().isEmpty() && note >= 0 && block.loose()) {
          extend(note, block);
          return;
        }
        out.add(block);
        note = out.size() - 1;
        noteCrossed = false;
      }
      case TEXT, ITEM -> text(block, before, after);
      default -> {
        out.add(block);
        body = -1;
        bodyCrossed = false;
      }
    }
  }

  private void text(Block block, Kind before, Kind after) {
    boolean toBody = block.loose() && body >= 0 && goesOn(out.get(body), block, bodyCrossed);
    boolean toNote = block.loose() && note >= 0 && noteCrossed && noteGoesOn(block);
    if (toNote && (!toBody || before == Kind.BREAK && after == Kind.NOTE)) {
      extend(note, block);
      noteCrossed = true;
      return;
    }
    if (toBody) {
      extend(body, block);
      bodyCrossed = false;
      return;
    }
    out.add(block);
    if (!block.loose() && body >= 0) {
      bodyCrossed = true; // a caption or pull quote between the halves of a paragraph
      return;
    }
    body = out.size() - 1;
    bodyCrossed = false;
  }

  private void extend(int at, Block more) {
    Block first = out.get(at);
    String next = more.text();
    if (more.page() > 0
        && first.page() > 0
        && more.page() != first.page()
        && next.indexOf(Marks.PAGE) != 0) {
      // the sign stands where the new page's text begins
      String joined = words.join(first.text(), next);
      int cut = joined.length() - next.length();
      out.set(
          at,
          first.withText(
              joined.substring(0, cut) + Marks.page(more.page()) + joined.substring(cut)));
      return;
    }
    out.set(at, first.withText(words.join(first.text(), next)));
  }

  private boolean noteGoesOn(Block block) {
    String text = Marks.strip(block.text());
    return Patterns.startsLower(text)
        && !Patterns.beginsItem(text)
        && !Patterns.terminal(Marks.strip(out.get(note).text()));
  }

  /** Whether a block goes on with the paragraph before it. */
  static boolean goesOn(Block first, Block second, boolean crossed) {
    if (!first.loose()) {
      return false;
    }
    String a = Marks.strip(first.text());
    String b = Marks.strip(second.text());
    if (a.isEmpty() || b.isEmpty() || second.is(Kind.ITEM)) {
      return false;
    }
    boolean ended = Patterns.terminal(a);
    char last = a.charAt(a.length() - 1);
    if (crossed && !ended && !Patterns.clause(a) && DASH.matcher(b).find()) {
      return true;
    }
    if (Patterns.beginsItem(b)) {
      return false;
    }
    boolean lower = Patterns.startsLower(b);
    if (crossed) {
      if (lower) {
        return last != ':' || ended;
      }
      if (ended || last == ':' || last == ';') {
        return false;
      }
      if (Patterns.open(a) || last == '-') {
        return true;
      }
      if (last == ',') {
        return a.length() > 60 && !PREAMBULAR.matcher(a).find() && !first.is(Kind.ITEM);
      }
      return a.length() > 80 && b.length() > 20 && !first.is(Kind.ITEM);
    }
    if (ended || last == ':' || last == ';') {
      return false;
    }
    if (lower) {
      return last != ',' ? a.length() > 40 || Patterns.open(a) : a.length() > 60;
    }
    return Patterns.open(a) && a.length() > 60 && b.length() > 20;
  }
}
