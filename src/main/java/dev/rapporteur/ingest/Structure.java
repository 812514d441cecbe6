package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a reader's blocks into a document's sections: furniture apart, headings and title known,
 * broken paragraphs whole, bibliography marked, paragraphs numbered, notes at the end.
 */
final class Structure {

  /** A number without a name. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:Article|Art\\.|Chapter|Section|Part|Title|Annex)\\s+(?:[IVXLC]+|\\d+|[A-Z])\\.?",
          Pattern.CASE_INSENSITIVE);

  /** Where a clause of a preamble begins behind another. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<=[;,])\\s*(?=(?:(?:Also|Further|Deeply|Gravely|Fully|Strongly) )?(?:Considering|Recogni[sz]ing|Recalling|Convinced|Conscious|Mindful|Aware|Noting|Believing|Affirming|Reaffirming|Desiring|Desirous|Determined|Having|Taking|Bearing|Welcoming|Emphasi[sz]ing|Stressing|Underlining|Guided|Concerned|Acknowledging|Expressing|Resolved|Hereby|Have agreed|Agree)\\b)");

  /** A lettered item within a paragraph, behind the end of the one before. */
  private static final Pattern LETTER =
      Pattern.compile("(?<=[;:.]|; and|; or)\\s+\\(([a-z])\\)(?=\\s+\\S)");

  /** Length from which a paragraph with lettered items is one that lost its line ends. */
  private static final int WALL = 600;

  private Structure() {}

  /** Blocks in their final order; breaks are gone. */
  static List<Block> of(Draft draft, boolean cbms) {
    List<Block> blocks = Furniture.mark(draft.blocks());
    blocks = headings(blocks);
    blocks = PlainNotes.apart(blocks);
    blocks = Joiner.join(blocks);
    blocks = preambles(blocks);
    blocks = walls(blocks);
    blocks = bibliography(blocks);
    blocks = title(blocks, draft.title());
    blocks = Numbering.number(blocks, cbms);
    return notesLast(blocks);
  }

  /** Finds headings that neither markup nor layout mark. */
  private static List<Block> headings(List<Block> blocks) {
    boolean marked = blocks.stream().anyMatch(b -> b.is(Kind.HEADING));
    List<Block> out = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.is(Kind.TEXT)) {
        String text = Marks.strip(block.text());
        if (named(out, text)) {
          block = heading(block, Math.min(6, out.getLast().level() + 1));
        } else if (text.length() <= 120
            && (Patterns.DIVISION.matcher(text).find() && !text.contains(" of this ")
                || Patterns.ARTICLE.matcher(text).matches() && !Patterns.terminal(text))) {
          block = heading(block, Patterns.DIVISION.matcher(text).find() ? 2 : 3);
        } else if (Patterns.capitals(text)
            && text.length() > 5
            && Patterns.headingLike(text)
            && followedByProse(blocks, i)) {
          block = heading(block, marked ? 6 : 2);
        } else if (!marked && Patterns.headingLike(text) && followedByProse(blocks, i)) {
          block = heading(block, 2);
        }
      }
      out.add(block);
    }
    return out;
  }

  /** Whether a short line is the name of the article or chapter whose number stands above it. */
  private static boolean named(List<Block> before, String text) {
    if (before.isEmpty()
        || !before.getLast().is(Kind.HEADING)
        || text.length() > 130
        || Patterns.terminal(text)
        || Patterns.clause(text)
        || Patterns.beginsItem(text)
        || !Patterns.startsUpper(text)) {
      return false;
    }
    String above = Marks.strip(before.getLast().text());
    return BARE.matcher(above).matches();
  }

  private static Block heading(Block block, int level) {
    return block.withKind(Kind.HEADING).withLevel(level);
  }

  /** Whether prose, perhaps behind further headings, comes after a line that may be a heading. */
  private static boolean followedByProse(List<Block> blocks, int at) {
    int seen = 0;
    for (int i = at + 1; i < blocks.size() && seen < 4; i++) {
      Block next = blocks.get(i);
      if (next.is(Kind.BREAK) || next.is(Kind.FURNITURE)) {
        continue;
      }
      if (next.is(Kind.ITEM)) {
        return true;
      }
      String text = Marks.strip(next.text());
      if (text.length() > 80 || Patterns.terminal(text) || Patterns.beginsItem(text)) {
        return Patterns.beginsItem(text) || !Patterns.startsLower(text);
      }
      seen++;
    }
    return false;
  }

  /** Preambles that lost their paragraphs have them back: three clauses or more are no sentence. */
  private static List<Block> preambles(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      String[] clauses = block.is(Kind.TEXT) ? CLAUSE.split(block.text()) : new String[0];
      if (clauses.length < 4) {
        out.add(block);
      } else {
        for (String clause : clauses) {
          out.add(block.withText(clause));
        }
      }
    }
    return out;
  }

  /** Paragraphs that lost the line ends of their lettered items have them back. */
  private static List<Block> walls(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      List<String> items =
          block.is(Kind.TEXT) && block.text().length() > WALL ? items(block.text()) : List.of();
      if (items.size() < 3) {
        out.add(block);
      } else {
        items.forEach(item -> out.add(block.withText(item)));
      }
    }
    return out;
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    Matcher m = LETTER.matcher(text);
    char expected = 'a';
    int from = 0;
    while (m.find()) {
      if (m.group(1).charAt(0) == expected) {
        if (m.start() > from) {
          items.add(text.substring(from, m.start()).strip());
        }
        from = m.start();
        expected++;
      }
    }
    items.add(text.substring(from).strip());
    return items;
  }

  private static List<Block> bibliography(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    int level = 0;
    Kind as = null;
    for (Block block : blocks) {
      if (block.is(Kind.HEADING) || block.is(Kind.TITLE)) {
        String text = Marks.strip(block.text());
        if (Patterns.BIBLIOGRAPHY.matcher(text).matches()) {
          as = Kind.BIBLIOGRAPHY;
          level = block.level();
        } else if (Patterns.ENDNOTES.matcher(text).matches()) {
          as = Kind.NOTE;
          level = block.level();
        } else if (block.level() <= level || block.level() == 0) {
          as = null;
        }
      } else if (as == Kind.BIBLIOGRAPHY && (block.is(Kind.TEXT) || block.is(Kind.ITEM))) {
        block = block.withKind(as).withLevel(0);
      } else if (as == Kind.NOTE && (block.is(Kind.TEXT) || block.is(Kind.ITEM))) {
        block = endnote(block);
      }
      out.add(block);
    }
    return out;
  }

  private static Block endnote(Block block) {
    var m = PlainNotes.ENDNOTE.matcher(block.text());
    Block note = block.withKind(Kind.NOTE).withLevel(0);
    return m.find() ? note.withNumber(m.group(1)).withText(block.text().substring(m.end())) : note;
  }

  /** The title: what markup says, else the first heading, else a short first line. */
  private static List<Block> title(List<Block> blocks, String known) {
    if (blocks.stream().anyMatch(b -> b.is(Kind.TITLE))) {
      return blocks;
    }
    int at = -1;
    int line = -1;
    int looked = 0;
    for (int i = 0; i < blocks.size() && looked < 14; i++) {
      Block block = blocks.get(i);
      if (block.is(Kind.BREAK) || block.is(Kind.FURNITURE)) {
        continue;
      }
      String text = Marks.strip(block.text());
      if (same(text, known) && !known.isEmpty()) {
        at = i;
        break;
      }
      if (line >= 0 && at < 0 && (text.length() > 200 || Patterns.terminal(text))) {
        break; // prose has begun; what comes now are headings in it
      }
      if (Patterns.ARTICLE.matcher(text).matches() || BARE.matcher(text).matches()) {
        break;
      }
      if (block.is(Kind.HEADING)
          && (text.length() > 3 || block.page() == 0)
          && block.page() < 3
          && (at < 0 || better(block, blocks.get(at)))) {
        at = i;
      }
      if (looked == 0
          && block.is(Kind.TEXT)
          && text.length() < 200
          && !Patterns.terminal(text)
          && !Patterns.clause(text)
          && blocks.size() > 2
          && !Patterns.beginsItem(text)
          && Patterns.startsUpper(text)) {
        line = i;
      }
      looked++;
    }
    at = at < 0 ? line : at;
    if (at < 0) {
      return blocks;
    }
    List<Block> out = new ArrayList<>(blocks);
    String title = Marks.strip(out.get(at).text());
    out.set(at, out.get(at).withKind(Kind.TITLE).withLevel(0));
    // printed twice, on the cover and above the text: the cover's capitals are not said again
    for (int i = at + 1; i < out.size() && i < at + 12; i++) {
      Block block = out.get(i);
      if (block.is(Kind.HEADING) && same(Marks.strip(block.text()), title)) {
        boolean first = Patterns.capitals(title);
        out.set(i, block.withKind(first ? Kind.TITLE : Kind.FURNITURE).withLevel(0));
        if (first) {
          out.set(at, out.get(at).withKind(Kind.FURNITURE));
        }
        break;
      }
    }
    return out;
  }

  /** Whether a heading is more of a title than one before it: of higher level, or no masthead. */
  private static boolean better(Block later, Block earlier) {
    if (later.level() != earlier.level()) {
      return later.level() < earlier.level();
    }
    String first = Marks.strip(earlier.text());
    return first.split("\\s+").length < 5 && Marks.strip(later.text()).split("\\s+").length > 5;
  }

  private static boolean same(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static List<Block> notesLast(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    List<Block> notes = new ArrayList<>();
    for (Block block : blocks) {
      if (!block.is(Kind.BREAK)) {
        (block.is(Kind.NOTE) ? notes : out).add(block);
      }
    }
    out.addAll(notes);
    return out;
  }
}
