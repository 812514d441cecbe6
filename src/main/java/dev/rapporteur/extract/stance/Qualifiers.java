package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Doc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a stance has besides holder, issue and position: hedges, norm set, venue. */
final class Qualifiers {

  private static final Pattern HEDGE =
      Pattern.compile(
          "\\b(?:on a voluntary basis|voluntary(?: and non-binding)?|voluntarily"
              + "|(?:where|as|when|if) (?:and when )?(?:appropriate|necessary|possible|applicable"
              + "|feasible|requested(?: and authorized)?|directed)"
              + "|as (?:broadly|far|soon|much) as possible|to the (?:fullest )?extent"
              + " (?:possible|permitted[^,;.]*)|upon request|within (?:their|its|existing)"
              + " (?:means|resources|mandates?)"
              + "|(?:in (?:accordance|line|conformity|keeping)|consistent|compatible) with"
              + " [^,;.]*?(?:law|laws|legislation|policy|policies|regulations|obligations)"
              + "|subject to [^,;.]{3,60}|without prejudice to [^,;.]{3,60}"
              + "|on (?:the )?condition that [^,;.]{3,60}|provided that [^,;.]{3,60}"
              + "|in principle|at their own discretion|inter alia)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Pattern> VENUES = new LinkedHashMap<>();
  private static final Pattern CODE = words("codes? of conduct");
  private static final Pattern GGE_NORMS =
      words(
          "(?:eleven|11|2015|gge|group of governmental experts|responsible state behaviou?r"
              + "|responsible behaviou?r of states|framework for responsible|70/237|a/70/174"
              + "|developed within the united nations|un norms|acquis)");

  static {
    VENUES.put("oewg", words("oewg|open-ended working group"));
    VENUES.put("global-mechanism", words("global mechanism|permanent mechanism"));
    VENUES.put("poa", words("programme of action|program of action|poa"));
    VENUES.put("gge", words("gge|groups? of governmental experts|group of experts"));
    VENUES.put("itu", words("itu|international telecommunication union"));
    VENUES.put("ga", words("general assembly|assembly|resolutions?|first committee"));
  }

  private Qualifiers() {}

  private static Pattern words(String regex) {
    return Pattern.compile("\\b(?:" + regex + ")\\b");
  }

  /** Words that soften the sentence, as they stand. */
  static List<String> hedges(Doc doc, Reading reading) {
    Matcher matcher = HEDGE.matcher(doc.text(reading.words().sentence()));
    return matcher.results().map(r -> r.group().strip()).distinct().toList();
  }

  /** {@code norm_set} or {@code venue}, where the issue has one. */
  static Map<String, String> of(String issue, Reading reading) {
    StringBuilder text = new StringBuilder();
    reading.words().all().forEach(w -> text.append(w.form()).append(' '));
    String plain = text.toString().toLowerCase(Locale.ROOT).replace("open ended", "open-ended");
    if (issue.equals("norms")) {
      String set =
          CODE.matcher(plain).find()
              ? "code-of-conduct"
              : GGE_NORMS.matcher(plain).find() ? "gge-2015" : "other";
      return Map.of("norm_set", set);
    }
    if (issue.equals("un-process")) {
      for (Map.Entry<String, Pattern> venue : VENUES.entrySet()) {
        if (venue.getValue().matcher(plain).find()) {
          return Map.of("venue", venue.getKey());
        }
      }
    }
    return Map.of();
  }
}
