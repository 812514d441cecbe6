package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which session of a body is meant where only the body is named: the GGE of which years (rule 3).
 * Sessions are the entries below a body whose last step of the path is a year; the years that stand
 * by the name decide, then the document's voice.
 */
final class Sessions {

  private static final Pattern SESSION = Pattern.compile("(.*)/(\\d{4})");
  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:[-–/](\\d{2,4}))?(?!\\d)");

  /** A session's id and years. */
  private record Session(String id, int since, int until, String begin, String end) {}

  private final Map<String, List<Session>> byBody = new HashMap<>();

  Sessions(Knowledge knowledge) {
    for (Entry entry : knowledge.entries()) {
      if (!entry.id().startsWith("forum:un/")) {
        continue; // other bodies' years are of meetings, which texts name by place
      }
      Matcher m = SESSION.matcher(entry.id());
      if (m.matches()) {
        int first = Integer.parseInt(m.group(2));
        int last =
            entry.until().isEmpty() ? first + 1 : Integer.parseInt(entry.until().substring(0, 4));
        byBody
            .computeIfAbsent(m.group(1), k -> new ArrayList<>())
            .add(
                new Session(
                    entry.id(),
                    first,
                    last,
                    entry.since().isEmpty() ? "" + first : entry.since(),
                    entry.until().isEmpty() ? last + "-12" : entry.until()));
      }
    }
  }

  /** The session's id where the text decides it, else the id as it is. */
  String of(String id, Candidate candidate, Line line, Facts facts) {
    List<Session> sessions = byBody.get(id);
    if (sessions == null) {
      return id;
    }
    String text = line.words().text;
    String right =
        text.substring(candidate.end(), Math.min(line.words().end, candidate.end() + 60));
    String left =
        text.substring(Math.max(line.words().begin, candidate.begin() - 40), candidate.begin());
    String inside = text.substring(candidate.begin(), candidate.end());
    String named = byYear(sessions, inside, false);
    if (named == null) {
      named = byYear(sessions, left, true);
    }
    if (named == null) {
      named = byYear(sessions, right, false);
    }
    if (named != null) {
      return named;
    }
    if (facts.voice.startsWith(id + "/")) {
      return facts.voice;
    }
    // an official text of a session's days speaks of it
    if (!facts.voice.equals("author") && facts.date.length() >= 7) {
      String month = facts.date.substring(0, 7);
      for (Session each : sessions) {
        if (month.compareTo(each.begin) >= 0 && month.compareTo(each.end) <= 0) {
          return each.id;
        }
      }
    }
    return id;
  }

  /** The session that the year nearest to the name falls in. */
  private static String byYear(List<Session> sessions, String text, boolean last) {
    Matcher m = YEAR.matcher(text);
    String found = null;
    while (m.find()) {
      int first = Integer.parseInt(m.group(1));
      int until = first;
      if (m.group(2) != null) {
        until =
            m.group(2).length() == 4
                ? Integer.parseInt(m.group(2))
                : first / 100 * 100 + Integer.parseInt(m.group(2).substring(0, 2));
      }
      Session best = null;
      for (Session each : sessions) {
        if (each.since <= first && first <= each.until && until <= each.until + 1) {
          boolean closer =
              best == null
                  || until > first && each.since == first
                  || until == first && best.until > each.until;
          best = closer ? each : best;
        }
      }
      if (best != null) {
        found = best.id;
        if (!last) {
          return found;
        }
      }
    }
    return found;
  }
}
