package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that a sentence strings together: "resolutions 53/70, 54/49 and 76/19", "the 2013 and 2015
 * reports", "reports of 2013 and 2015". Each member is a mention.
 */
final class Series {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\G(?:\\s+of\\s+\\d{1,2}\\s+\\p{L}+\\s+\\d{4})?(?:,\\s*(?:and\\s+)?|\\s+and\\s+|;\\s*)(\\d{2}/\\d{1,3})(?:\\s([A-Z])(?![\\w.]))?(?![\\d/])");

  private static final Pattern REPORTS =
      Pattern.compile(
          "\\b(20\\d\\d)((?:,\\s*20\\d\\d)*,?\\s+and\\s+20\\d\\d)\\s+(?:UN\\s+|consensus\\s+|final\\s+)*(?:GGE\\s+|Group\\s+)?(?:consensus\\s+)?reports"
              + "|\\breports\\s+(?:of|from|in|adopted in|published in)\\s+(20\\d\\d)((?:,\\s*20\\d\\d)*(?:,?\\s+and\\s+(?:in\\s+)?20\\d\\d)?)");

  private static final Pattern YEAR = Pattern.compile("20\\d\\d");

  private Series() {}

  static void extend(Line line, List<Found> named, Knowledge knowledge) {
    String text = line.words().text;
    for (Found each : List.copyOf(named)) {
      if (each.id().startsWith("instrument:un/A/RES/") || isNumbered(each, text)) {
        Matcher m = NUMBER.matcher(text).region(each.end(), line.words().end);
        while (m.find()) {
          String letter = m.group(2) == null ? "" : m.group(2);
          add(line, named, m.start(1), m.end(1), "instrument:un/A/RES/" + m.group(1) + letter);
        }
      }
    }
    if (text.indexOf("reports", line.words().begin) < 0) {
      return;
    }
    Matcher m = REPORTS.matcher(text).region(line.words().begin, line.words().end);
    while (m.find()) {
      boolean openEnded = line.text().contains("OEWG") || line.text().contains("pen-ended");
      Matcher year = YEAR.matcher(text).region(m.start(), m.end());
      while (year.find()) {
        report(year.group(), openEnded, knowledge)
            .ifPresent(id -> add(line, named, year.start(), year.end(), id));
      }
    }
  }

  /** An Assembly resolution known by another id: its surface is the number. */
  private static boolean isNumbered(Found found, String text) {
    return found.kind().equals("instrument")
        && text.substring(found.begin(), found.end()).matches("(?s).*\\b\\d{2}/\\d{1,3}(?: [A-Z])?")
        && text.substring(found.begin(), found.end()).contains("esolution");
  }

  private static Optional<String> report(String year, boolean openEnded, Knowledge knowledge) {
    String name = year + (openEnded ? " OEWG report" : " GGE report");
    List<Entry> entries = knowledge.named(name);
    if (entries.size() != 1) {
      entries = knowledge.named(year + (openEnded ? " GGE report" : " OEWG report"));
    }
    return entries.size() == 1 ? Optional.of(entries.getFirst().id()) : Optional.empty();
  }

  private static void add(Line line, List<Found> named, int begin, int end, String id) {
    List<Found> in = new ArrayList<>();
    for (Found each : named) {
      if (each.overlaps(begin, end)) {
        in.add(each);
      }
    }
    if (in.stream().anyMatch(f -> f.begin() < begin && f.end() - f.begin() > 12)) {
      return;
    }
    named.removeAll(in);
    named.add(new Found(begin, end, id, false, false, "one of a series", 0.9, line.index()));
  }
}
