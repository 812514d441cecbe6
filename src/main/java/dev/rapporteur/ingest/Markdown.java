package dev.rapporteur.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Markdown, also the kind that converters of PDFs write. */
final class Markdown {

  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
  private static final Pattern RULE =
      Pattern.compile("^\\s{0,3}(?:(?:-\\s?){3,}+|(?:_\\s?){3,}+|(?:\\*\\s?){3,}+)$");
  private static final Pattern ITEM = Pattern.compile("^(\\s*)([-*+])\\s+(.*)$");
  private static final Pattern ORDERED =
      Pattern.compile("^(\\s*)(\\d{1,3}[.)]|\\(?[a-z]{1,3}\\))\\s+(.*)$");
  private static final Pattern SUP_NOTE =
      Pattern.compile(
          "^(?:<sup>|\\[\\^)([\\w*\u2020\u2021]{1,6})(?:</sup>|\\]:)\\s*(.*)$", Pattern.DOTALL);
  private static final Pattern SUP_MARK =
      Pattern.compile(
          "\\s?(?:<sup>\\s*([\\d,\\s*\u2020\u2021]{1,12}|[a-z])\\s*</sup>|\\[\\^([\\w-]{1,12})\\])");
  private static final Pattern TABLE_RULE =
      Pattern.compile("^\\s*\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*+\\|?\\s*$");
  private static final Pattern FRONT = Pattern.compile("^(\\w+):\\s*\"?(.*?)\"?$");

  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]*)\\]\\((?:[^()]++|\\([^)]*\\))*+\\)");
  private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|ftp|mailto):[^>\\s]+)>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]*)?/?>");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern STRONG = Pattern.compile("(\\*{1,3})(?=\\S)(.+?)(?<=\\S)\\1");
  private static final Pattern UNDERLINED =
      Pattern.compile("(?<![\\p{L}\\p{N}_])(_{1,3})(?=\\S)([^_]+?)(?<=\\S)\\1(?![\\p{L}\\p{N}_])");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ESCAPE = Pattern.compile("\\\\{1,2}([\\\\`*_{}\\[\\]()#+.!|<>~-])");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,6});");
  private static final Map<String, String> ENTITIES =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash",
          "\u2013", "mdash", "\u2014", "hellip", "\u2026");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final Words words = new Words();
  private Block.Kind kind = Block.Kind.TEXT;
  private int level;
  private String title = "";
  private String date = "";

  private Markdown() {}

  /** Whether a text without a name that says so is Markdown all the same. */
  static boolean looksLike(String text) {
    int headings = 0;
    int marks = 0;
    for (String line : text.lines().limit(2000).toList()) {
      headings += HEADING.matcher(line).matches() ? 1 : 0;
      marks += SUP_NOTE.matcher(line).matches() || LINK.matcher(line).find() ? 1 : 0;
      marks += line.contains("**") ? 1 : 0;
      if (headings >= 1 && headings + marks >= 3) {
        return true;
      }
    }
    return false;
  }

  static Draft read(String text) {
    Markdown reader = new Markdown();
    List<String> lines = COMMENT.matcher(text).replaceAll("").lines().toList();
    lines.forEach(reader.words::learn);
    int from = reader.frontMatter(lines);
    reader.body(lines.subList(from, lines.size()));
    return new Draft(reader.blocks, reader.title, reader.date);
  }

  private int frontMatter(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals("---")) {
      return 0;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).equals("---")) {
        for (String line : lines.subList(1, i)) {
          Matcher m = FRONT.matcher(line);
          if (m.matches()) {
            switch (m.group(1).toLowerCase(Locale.ROOT)) {
              case "title" -> title = m.group(2);
              case "date" -> date = m.group(2);
              default -> {}
            }
          }
        }
        return i + 1;
      }
      if (!lines.get(i).isBlank()
          && !FRONT.matcher(lines.get(i)).matches()
          && !lines.get(i).startsWith(" ")
          && !lines.get(i).startsWith("-")) {
        return 0; // a rule and then prose
      }
    }
    return 0;
  }

  private void body(List<String> lines) {
    boolean fenced = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```") || line.startsWith("~~~")) {
        flush();
        fenced = !fenced;
      } else if (fenced) {
        add(line, false);
      } else if (line.isBlank()) {
        flush();
      } else if (i > 0
          && !paragraph.isEmpty()
          && kind == Block.Kind.TEXT
          && line.matches("\\s{0,3}(=+|-+)\\s*")
          && paragraph.length() < 160) {
        kind = Block.Kind.HEADING; // underlined
        level = line.strip().startsWith("=") ? 1 : 2;
        flush();
      } else if (RULE.matcher(line).matches()) {
        flush();
        blocks.add(Block.pageBreak(0));
      } else {
        line(line);
      }
    }
    flush();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    Matcher ordered = ORDERED.matcher(line);
    if (heading.matches()) {
      flush();
      kind = Block.Kind.HEADING;
      level = heading.group(1).length();
      paragraph.append(heading.group(2));
      flush();
    } else if (line.strip().startsWith("|") && line.strip().length() > 1) {
      flush();
      if (!TABLE_RULE.matcher(line).matches()) {
        String row = line.strip().replaceAll("^\\||\\|$", "");
        paragraph.append(
            String.join(" | ", row.replace("\\|", "\u0001").split("\\s*\\|\\s*"))
                .strip()
                .replace("\u0001", "|"));
        kind = Block.Kind.TABLE;
        flush();
      }
    } else if (item.matches()) {
      flush();
      kind = Block.Kind.ITEM;
      level = 1 + item.group(1).replace("\t", "    ").length() / 2;
      add(item.group(3), true);
    } else if (ordered.matches()
        && (paragraph.isEmpty() || kind != Block.Kind.TEXT || ordered.group(2).length() < 3)) {
      flush();
      kind = Block.Kind.TEXT;
      level = 0;
      add(ordered.group(2) + " " + ordered.group(3), true);
    } else if (SUP_NOTE.matcher(line).matches()) {
      flush();
      kind = Block.Kind.NOTE;
      add(line, false);
    } else {
      add(
          line.strip().startsWith(">") ? line.strip().replaceFirst("^(?:>\\s?)++", "") : line,
          false);
    }
  }

  private void add(String line, boolean first) {
    boolean hard = line.endsWith("  ") || line.endsWith("\\");
    String content = line.strip();
    if (hard && content.endsWith("\\")) {
      content = content.substring(0, content.length() - 1);
    }
    if (first) {
      paragraph.setLength(0);
      paragraph.append(content);
    } else {
      words.append(paragraph, content);
    }
    if (hard) {
      flush();
    }
  }

  private void flush() {
    Block.Kind was = kind;
    int depth = level;
    kind = Block.Kind.TEXT;
    level = 0;
    if (paragraph.isEmpty()) {
      return;
    }
    String raw = paragraph.toString();
    paragraph.setLength(0);
    String number = "";
    if (was == Block.Kind.NOTE) {
      Matcher note = SUP_NOTE.matcher(raw);
      if (note.matches()) {
        number = note.group(1);
        raw = note.group(2);
      }
    }
    String text = inline(raw);
    if (!Marks.strip(text).isBlank()) {
      blocks.add(new Block(was, text, depth, number, 0, true));
    }
  }

  /** Text of a line of Markdown, without its marks. */
  static String inline(String raw) {
    Matcher marks = SUP_MARK.matcher(raw);
    StringBuilder out = new StringBuilder();
    while (marks.find()) {
      String numbers = marks.group(1) != null ? marks.group(1) : marks.group(2);
      StringBuilder all = new StringBuilder();
      for (String number : numbers.split("[,\\s]+")) {
        if (!number.isEmpty()) {
          all.append(Marks.note(number));
        }
      }
      marks.appendReplacement(out, Matcher.quoteReplacement(all.toString()));
    }
    marks.appendTail(out);
    String text = IMAGE.matcher(out).replaceAll("$1");
    text = LINK.matcher(text).replaceAll("$1");
    text = AUTOLINK.matcher(text).replaceAll("$1");
    text = TAG.matcher(text).replaceAll(m -> m.group().startsWith("<br") ? " " : "");
    text = CODE.matcher(text).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$2");
    text = STRONG.matcher(text).replaceAll("$2");
    text = UNDERLINED.matcher(text).replaceAll("$2");
    text = ESCAPE.matcher(text).replaceAll("$1");
    text = ENTITY.matcher(text).replaceAll(Markdown::entity);
    return Characters.line(text);
  }

  private static String entity(java.util.regex.MatchResult m) {
    String name = m.group(1);
    String value = ENTITIES.get(name);
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x");
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      value =
          Character.isValidCodePoint(point) && !Character.isISOControl(point)
              ? Character.toString(point)
              : null;
    }
    return Matcher.quoteReplacement(value == null ? m.group() : value);
  }
}
