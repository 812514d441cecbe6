package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers of paragraphs as the field cites them: {@code 13}, {@code 13 (c)}, {@code 13
 * (c) (ii)}, {@code art. 4}, {@code art. 4 (1)}, {@code recital 7}, {@code CBM 3}.
 */
final class Numbering {

  private static final Pattern RANGE =
      Pattern.compile("^(\\d{1,2})\\.?\\s(?:to|and)\\s(\\d{1,2})\\.\\s");
  private static final Pattern RECITAL = Pattern.compile("^\\((\\d{1,3})\\)\\s+(?=\\S)");
  private static final Pattern SECTION =
      Pattern.compile("^(?:Section|SECTION|Sec\\.)\\s+(\\d{1,3})\\.\\s+(?=\\S)");
  private static final Pattern WHEREAS = Pattern.compile("^Whereas:?$");
  private static final Pattern CBM =
      Pattern.compile(
          "^(?:CBM|Confidence[- ]building measure|Measure)\\s+(?:No\\.?\\s*)?(\\d{1,2})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNITS = Pattern.compile("[ivx]+");
  private static final String[] ROMAN = {"i", "v", "x"};

  private final boolean cbms;
  private String article = "";
  private int articleLevel;
  private String paragraph = "";
  private String letter = "";
  private String roman = "";
  private boolean list;
  private boolean recitals;

  private Numbering(boolean cbms) {
    this.cbms = cbms;
  }

  /**
   * The blocks with their numbers.
   *
   * @param cbms whether numbered paragraphs are the OSCE's confidence-building measures
   */
  static List<Block> number(List<Block> blocks, boolean cbms) {
    Numbering numbering = new Numbering(cbms);
    List<Block> out = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      out.add(
          switch (block.kind()) {
            case HEADING, TITLE -> numbering.heading(block);
            case TEXT, ITEM -> numbering.paragraph(block);
            default -> block;
          });
    }
    return out;
  }

  private Block heading(Block block) {
    String text = Marks.strip(block.text());
    letter = "";
    roman = "";
    list = false;
    Matcher m = Patterns.ARTICLE.matcher(text);
    if (m.matches()) {
      article = "art. " + m.group("n");
      articleLevel = block.level();
      paragraph = "";
      recitals = false;
      return block.withNumber(article);
    }
    Matcher measure = CBM.matcher(text);
    if (measure.find()) {
      paragraph = measure.group(1);
      return block.withNumber("CBM " + measure.group(1));
    }
    if (Patterns.DIVISION.matcher(text).find() || block.level() == 1) {
      article = "";
      paragraph = "";
    }
    return !article.isEmpty() && block.level() > articleLevel ? block.withNumber(article) : block;
  }

  private Block paragraph(Block block) {
    String text = Marks.strip(block.text());
    if (WHEREAS.matcher(text).matches()) {
      recitals = true;
      return block;
    }
    Matcher m = Patterns.ARTICLE.matcher(text);
    if (m.matches() && block.is(Kind.TEXT)) {
      article = "art. " + m.group("n");
      paragraph = "";
      letter = "";
      roman = "";
      recitals = false;
      return block.withNumber(article);
    }
    m = SECTION.matcher(text);
    if (m.find()) {
      article = "sec. " + m.group(1);
      paragraph = "";
      letter = "";
      roman = "";
      recitals = false;
      list = true;
      return block.withNumber(article);
    }
    m = RECITAL.matcher(text);
    if (m.find() && recitals) {
      letter = "";
      roman = "";
      paragraph = "";
      return block.withNumber("recital " + m.group(1));
    }
    m = RANGE.matcher(text);
    if (m.find()) {
      paragraph = m.group(1) + "\u2013" + m.group(2);
      letter = "";
      roman = "";
      list = text.endsWith(":");
      return block.withKind(Kind.TEXT).withLevel(0).withNumber(whole());
    }
    m = Patterns.NUMBERED.matcher(text);
    if (m.find() && !paragraph.equals(m.group("n"))) {
      paragraph = m.group("n") + (m.group("bis") == null ? "" : " " + m.group("bis").strip());
      letter = "";
      roman = "";
      list = text.endsWith(":");
      return block.withKind(Kind.TEXT).withLevel(0).withNumber(whole());
    }
    m = Patterns.SUBITEM.matcher(text);
    if (m.find()) {
      return sub(block, Patterns.subitem(m), text);
    }
    if (block.is(Kind.ITEM)) {
      if (!block.number().isEmpty()) {
        return sub(block, block.number(), text);
      }
      return list ? block.withNumber(whole()) : block;
    }
    letter = "";
    roman = "";
    list = text.endsWith(":") && !paragraph.isEmpty();
    return article.isEmpty() ? block : block.withNumber(article);
  }

  /** A lettered or roman sub-item; "(i)" is a letter only behind "(h)". */
  private Block sub(Block block, String mark, String text) {
    String low = mark.toLowerCase(Locale.ROOT);
    boolean digits = Character.isDigit(low.charAt(0));
    boolean small =
        UNITS.matcher(low).matches()
            && !(low.length() == 1 && !letter.isEmpty() && letter.charAt(0) + 1 == low.charAt(0))
            && (low.length() > 1 || low.equals(ROMAN[0]) || !letter.isEmpty());
    String parent = whole();
    String number;
    int level = 1;
    if (digits) {
      number = join(parent, "(" + mark + ")");
      if (article.isEmpty() && paragraph.isEmpty()) {
        number = mark;
      } else if (!article.isEmpty()) {
        number = article + " (" + mark + ")";
        paragraph = mark;
        letter = "";
        roman = "";
      }
    } else if (small && (letter.isEmpty() || !roman.isEmpty())) {
      // "(i)" came before "a)": the letters lie in the romans here
      roman = "(" + mark + ")";
      letter = "";
      number = join(parent, roman);
    } else if (small) {
      number = join(join(parent, "(" + letter + ")"), "(" + mark + ")");
      level = 2;
    } else {
      letter = low;
      level = roman.isEmpty() ? 1 : 2;
      number = join(join(parent, roman), "(" + mark + ")");
    }
    list = true;
    return block.withKind(Kind.ITEM).withNumber(number).withLevel(Math.max(level, block.level()));
  }

  private static String join(String a, String b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : a + " " + b;
  }

  /** The number of the current paragraph, with what it belongs to. */
  private String whole() {
    if (!article.isEmpty()) {
      return paragraph.isEmpty() ? article : article + " (" + paragraph + ")";
    }
    return cbms && !paragraph.isEmpty() ? "CBM " + paragraph : paragraph;
  }
}
