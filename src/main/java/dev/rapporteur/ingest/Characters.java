package dev.rapporteur.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/** Bytes to characters, and characters as their author meant them. */
final class Characters {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What UTF-8 looks like after somebody took it for windows-1252. */
  private static final Pattern MOJIBAKE =
      Pattern.compile("[\u00C2-\u00F4][\u0080-\u00BF\u0152-\u02DC\u2013-\u203A\u20AC\u2122]{1,3}");

  /** An opening quotation mark's last byte has no character in windows-1252 and was often lost. */
  private static final Pattern HALF_QUOTE =
      Pattern.compile("\u00E2\u20AC(?![\u0080-\u00BF])\u009D?");

  private static final Pattern LOST_APOSTROPHE =
      Pattern.compile("(?<=\\p{L}{2})\u00E2[\u0080\u0099]*(?=s\\b)");

  private static final Pattern TEX_QUOTES = Pattern.compile("``");

  private Characters() {}

  /** Text of bytes in an unknown encoding: what a byte order mark says, UTF-8, else a guess. */
  static String decode(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return guess(bytes); // not UTF-8 throughout
    }
  }

  private static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-8 with some bytes of windows-1252 between, or another encoding altogether. */
  private static String guess(byte[] bytes) {
    StringBuilder mixed = new StringBuilder(bytes.length);
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; ) {
      int length = sequence(bytes, i);
      if (length == 0) {
        bad++;
        mixed.append(new String(bytes, i++, 1, WINDOWS));
      } else {
        good += length > 1 ? 1 : 0;
        mixed.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    if (good >= bad) {
      return mixed.toString();
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes);
    for (CharsetMatch match : detector.detectAll()) {
      String name = match.getNormalizedName();
      if (!name.equalsIgnoreCase("UTF-8") && Charset.isSupported(name)) {
        // Latin-1 in the wild is windows-1252, whose dashes and quotes would else be controls
        Charset charset =
            name.toLowerCase(Locale.ROOT).equals("iso-8859-1") ? WINDOWS : Charset.forName(name);
        return new String(bytes, charset);
      }
    }
    return new String(bytes, WINDOWS);
  }

  /** Length of the well-formed UTF-8 sequence at a place, or 0. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4 || length == 0 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /**
   * A text with ligatures and presentation forms resolved, soft hyphens, zero-width and control
   * signs gone, and UTF-8 that was read as windows-1252 put right. Line ends become {@code \n};
   * form feeds stay.
   */
  static String clean(String text) {
    String whole = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    whole = TEX_QUOTES.matcher(repair(whole)).replaceAll("\u201C");
    StringBuilder out = null;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      String better = better(c);
      if (better != null) {
        if (out == null) {
          out = new StringBuilder(whole.length()).append(whole, 0, i);
        }
        out.append(better);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < whole.length()
          && Character.isLowSurrogate(whole.charAt(i + 1))) {
        if (out != null) {
          out.append(c).append(whole.charAt(i + 1));
        }
        i++;
      } else if (Character.isSurrogate(c)) {
        if (out == null) {
          out = new StringBuilder(whole.length()).append(whole, 0, i);
        }
        out.append('\uFFFD');
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? whole : out.toString();
  }

  /** What a character should be, null where it is right. */
  private static String better(char c) {
    if (c < 0x20) {
      return c == '\n' || c == '\t' || c == '\f' ? null : "";
    }
    if (c < 0x7F) {
      return null;
    }
    if (c <= 0x9F) {
      return c == 0x85 ? "\n" : "";
    }
    return switch (c) {
      case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u200E', '\u200F' -> "";
      case '\u2028', '\u2029' -> "\n";
      case '\uFB00' -> "ff";
      case '\uFB01' -> "fi";
      case '\uFB02' -> "fl";
      case '\uFB03' -> "ffi";
      case '\uFB04' -> "ffl";
      case '\uFB05', '\uFB06' -> "st";
      case '\u2010', '\u2011' -> "-";
      // bullets of symbol fonts
      case '\uF0B7', '\uF0A7', '\uF076', '\uF0D8', '\uF06E', '\uF0A8' -> "\u2022";
      default -> c >= 0xFDD0 && c <= 0xFDEF || c >= 0xFFFE ? "" : null;
    };
  }

  private static String repair(String text) {
    if (text.indexOf('\u00E2') < 0 && text.indexOf('\u00C3') < 0 && text.indexOf('\u00C2') < 0) {
      return text;
    }
    Matcher m = MOJIBAKE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String meant = meant(m.group());
      m.appendReplacement(out, Matcher.quoteReplacement(meant == null ? m.group() : meant));
    }
    m.appendTail(out);
    String whole = HALF_QUOTE.matcher(out).replaceAll("\u201D");
    // of some apostrophes only the first of three bytes is left
    return LOST_APOSTROPHE.matcher(whole).replaceAll("\u2019");
  }

  private static String meant(String run) {
    for (int end = run.length(); end > 1; end--) {
      byte[] bytes = new byte[end];
      boolean mapped = true;
      for (int i = 0; i < end && mapped; i++) {
        char c = run.charAt(i);
        if (c >= 0x80 && c <= 0x9F) {
          bytes[i] = (byte) c; // windows-1252 leaves five of them without a character
        } else {
          try {
            bytes[i] = WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[] {c})).get();
          } catch (CharacterCodingException e) {
            mapped = false;
          }
        }
      }
      if (mapped && sequence(bytes, 0) == end) {
        return new String(bytes, StandardCharsets.UTF_8) + run.substring(end);
      }
    }
    return null;
  }

  /** One line: any white space becomes one space, none at the ends. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > 0x7F && (Character.isSpaceChar(c) || c == 0x85)) {
        gap = !out.isEmpty();
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
