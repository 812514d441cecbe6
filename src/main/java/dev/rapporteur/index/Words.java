package dev.rapporteur.index;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text is cut into the words that are searched, the same for documents and queries.
 *
 * <p>A word is a run of letters and digits, so {@code cyber-security} is two and {@code A/68/98}
 * three, which a query finds as neighbours; {@code U.S.} is one, {@code us}; of a script without
 * spaces each character is one. The token layer is too fine for this: nobody can be asked to cut a
 * query as a tokenizer would.
 */
public final class Words {

  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{L}\\.)+\\p{L}(?![\\p{L}\\p{N}\\p{M}])\\.?"
              + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");
  private static final Pattern DROPPED = Pattern.compile("[\\p{M}.]+");
  private static final int LONGEST = 200;

  /**
   * A word at its place.
   *
   * @param term its form in the index: lower case, without accents
   * @param begin offset of its first code unit in the text that was cut
   * @param end offset behind its last code unit
   */
  public record Word(String term, int begin, int end) {}

  private Words() {}

  /** The words of a text, in order. */
  public static List<Word> cut(CharSequence text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String term = fold(matcher.group());
      if (!term.isEmpty()) {
        words.add(new Word(term, matcher.start(), matcher.end()));
      }
    }
    return words;
  }

  /** The words of a text, as they stand in the index. */
  public static List<String> terms(CharSequence text) {
    return cut(text).stream().map(Word::term).toList();
  }

  /** A word's form in the index: lower case, without accents and stops, not overlong. */
  public static String fold(String word) {
    String plain = word;
    if (!isAscii(word)) {
      plain = Normalizer.normalize(word, Normalizer.Form.NFKD);
    }
    plain = DROPPED.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
