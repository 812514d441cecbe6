package dev.rapporteur.ingest;

import java.util.regex.Pattern;

/**
 * Signs inside a block's text for what is not text: Unicode's noncharacters, which texts cannot
 * hold ({@link Characters#clean} drops them from what is read).
 */
final class Marks {

  /** Begins and ends a footnote's mark, its number between. */
  static final char NOTE = '\uFDD0';

  /** Begins and ends the number of the page that begins here. */
  static final char PAGE = '\uFDD1';

  private static final Pattern ANY =
      Pattern.compile("\uFDD0[^\uFDD0]*\uFDD0|\uFDD1[^\uFDD1]*\uFDD1");

  private Marks() {}

  static String note(String number) {
    return NOTE + number + NOTE;
  }

  static String page(int number) {
    return "" + PAGE + number + PAGE;
  }

  /** The text without signs. */
  static String strip(String text) {
    return text.indexOf(NOTE) < 0 && text.indexOf(PAGE) < 0
        ? text
        : ANY.matcher(text).replaceAll("");
  }
}
