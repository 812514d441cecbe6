package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a text's language by its most frequent small words, or by its script where one language has
 * it for itself.
 *
 * <p>The words are {@code models/ingest/languages.txt}: a line a language, ISO 639-1 code, colon,
 * words. Small words make up a third of running text and hardly occur in other languages, so that
 * twenty words of prose are enough.
 */
final class Languages {

  /** Where the words are. */
  static final String FILE = "ingest/languages.txt";

  /** Letters that few languages of a script have; the first that a text shows often decides. */
  private static final List<String> LETTERS =
      List.of(
          "uk \u0457\u0454\u0491",
          "be \u045E",
          "sr \u0459\u045A\u0452\u045B",
          "kk \u0493\u049B\u04B1\u04AF",
          "ru \u044B\u044D",
          "fa \u067E\u0686\u06AF",
          "ar \u0629\u0649\u0627\u0644");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int ENOUGH = 4000;

  private final Map<String, List<String>> languagesOf = new HashMap<>();

  private Languages() {}

  static Languages load(Models models) {
    Languages languages = new Languages();
    int number = 0;
    for (String line : models.text(FILE).lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon != 2) {
        throw new ConfigurationException(
            FILE + " line " + number + ": expected 'xx: words', found '" + line + "'");
      }
      String code = line.substring(0, colon);
      for (String word : line.substring(colon + 1).strip().split("\\s+")) {
        languages.languagesOf.merge(
            word,
            List.of(code),
            (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).distinct().toList());
      }
    }
    return languages;
  }

  /** ISO 639-1 code of a text's language; empty where too little tells. */
  String of(String text) {
    Map<String, Double> votes = new LinkedHashMap<>();
    Map<Character.UnicodeScript, Integer> scripts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    int words = 0;
    int letters = 0;
    // from the middle too: the beginning is often names and symbols
    Matcher m = WORD.matcher(text);
    while (m.find() && words < ENOUGH) {
      words++;
      String word = m.group().toLowerCase(Locale.ROOT);
      letters += word.length();
      scripts.merge(Character.UnicodeScript.of(word.codePointAt(0)), word.length(), Integer::sum);
      List<String> of = languagesOf.get(word);
      if (of != null && seen.merge(word, 1, Integer::sum) <= ENOUGH / 10) {
        of.forEach(l -> votes.merge(l, 1.0 / of.size(), Double::sum));
      }
    }
    if (letters == 0) {
      return "";
    }
    String script = byScript(scripts, letters);
    if (!script.isEmpty()) {
      return script;
    }
    var best = votes.entrySet().stream().max(Map.Entry.comparingByValue());
    double few = words / 10.0; // a tenth of the words, and two of them at least
    return best.filter(e -> e.getValue() >= Math.max(2, few))
        .map(Map.Entry::getKey)
        .orElseGet(() -> byLetters(text));
  }

  /** The language whose letters a short text has, of those that share a script. */
  private static String byLetters(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    int[] counts = new int[LETTERS.size()];
    for (int i = 0; i < counts.length; i++) {
      String letters = LETTERS.get(i).substring(3);
      counts[i] = (int) low.chars().filter(c -> letters.indexOf(c) >= 0).count();
      if (counts[i] * 50 > low.length() && counts[i] > 1) {
        return LETTERS.get(i).substring(0, 2);
      }
    }
    return "";
  }

  private static String byScript(Map<Character.UnicodeScript, Integer> scripts, int letters) {
    if (scripts.getOrDefault(Character.UnicodeScript.LATIN, 0) * 2 > letters
        || scripts.getOrDefault(Character.UnicodeScript.CYRILLIC, 0) * 2 > letters
        || scripts.getOrDefault(Character.UnicodeScript.ARABIC, 0) * 2 > letters) {
      return "";
    }
    if (scripts.containsKey(Character.UnicodeScript.HIRAGANA)
        || scripts.containsKey(Character.UnicodeScript.KATAKANA)) {
      return "ja";
    }
    return scripts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            e ->
                switch (e.getKey()) {
                  case HAN -> "zh";
                  case HANGUL -> "ko";
                  case GREEK -> "el";
                  case HEBREW -> "he";
                  case THAI -> "th";
                  case GEORGIAN -> "ka";
                  case ARMENIAN -> "hy";
                  case DEVANAGARI -> "hi";
                  default -> "";
                })
        .orElse("");
  }
}
