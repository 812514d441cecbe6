package dev.rapporteur.extract.entity;

import java.text.Normalizer;
import java.util.Locale;

/** Makes the last step of an id out of a name. */
final class Slug {

  private Slug() {}

  /** Lower case, hyphens, no accents, articles and prepositions aside; never empty. */
  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String slug =
        plain
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]s\\b|['’]", "")
            .replaceAll("\\b(?:the|of|on|for|and|in|to|a|an)\\b", " ")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "unnamed" : slug.length() > 80 ? slug.substring(0, 80) : slug;
  }
}
