package dev.rapporteur.eval;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The letters and digits of a text, compatibility-decomposed and in lower case, each with the
 * offset of what it came from: what makes a sentence findable whatever its white space, hyphenation
 * and quotation marks.
 *
 * @param text the folded characters
 * @param at for each its offset in the source, in UTF-16 code units
 */
record Folded(String text, int[] at) {

  static Folded of(String source) {
    StringBuilder kept = new StringBuilder(source.length());
    int[] at = new int[source.length() + 16];
    for (int i = 0; i < source.length(); ) {
      int point = source.codePointAt(i);
      int before = kept.length();
      if (point < 128) {
        if (Character.isLetterOrDigit(point)) {
          kept.append((char) Character.toLowerCase(point));
        }
      } else {
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
            .codePoints()
            .filter(Folded::counts)
            .forEach(p -> kept.append(Character.toString(p).toLowerCase(java.util.Locale.ROOT)));
      }
      if (kept.length() > at.length) {
        at = Arrays.copyOf(at, kept.length() * 2);
      }
      Arrays.fill(at, before, kept.length(), i);
      i += Character.charCount(point);
    }
    return new Folded(kept.toString(), Arrays.copyOf(at, kept.length()));
  }

  private static boolean counts(int point) {
    if (Character.isLetterOrDigit(point)) {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
  }
}
