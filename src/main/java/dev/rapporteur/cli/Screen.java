package dev.rapporteur.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known about where output goes: the launcher says through system properties which streams
 * are terminals and how wide they are.
 *
 * @param colour whether standard output takes colours
 * @param progress whether standard error is a terminal
 * @param width its columns
 */
record Screen(boolean colour, boolean progress, int width) {

  private static final int USUAL = 100;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 160;

  /** Of this process. */
  static Screen of() {
    String terminals = System.getProperty("rapporteur.terminals", "");
    boolean plain = System.getenv("NO_COLOR") != null && !System.getenv("NO_COLOR").isEmpty();
    return new Screen(terminals.contains("1") && !plain, terminals.contains("2"), columns());
  }

  private static int columns() {
    Integer set = Integer.getInteger("rapporteur.columns");
    return set == null || set == 0 ? USUAL : Math.clamp(set, NARROWEST, WIDEST);
  }

  /** Text that stands out. */
  String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  /** Text that stands back. */
  String faint(String text) {
    return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
  }

  /** What a query matched; without colours it is bracketed. */
  String match(String text) {
    return colour ? "\u001b[1;33m" + text + "\u001b[0m" : "«" + text + "»";
  }

  /** The text in lines of at most {@code columns} characters, escape sequences not counted. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (String word : text.split("\\s+")) {
      int size = word.replaceAll("\u001b\\[[0-9;]*m", "").length();
      if (length > 0 && length + 1 + size > columns) {
        lines.add(line.toString());
        line.setLength(0);
        length = 0;
      }
      line.append(length > 0 ? " " : "").append(word);
      length += size + (length > 0 ? 1 : 0);
    }
    lines.add(line.toString());
    return lines;
  }
}
