package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dialogues between two or three states ("U.S.-China consultations", rule 7): states joined by a
 * dash before a word for a dialogue, or behind "dialogue between", are one forum.
 */
final class Dialogues {

  private static final String WORDS =
      "(?:consultations?|dialogues?|talks|working groups?|(?:trade and )?technology council|cyber dialogues?|summit meeting|consultative mechanism)";

  private static final Pattern BEHIND =
      Pattern.compile(
          "\\G\\s+(?:(?:[\\w-]+|and|on)\\s+){0,5}?" + WORDS + "\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:dialogues?|consultations?|talks|working group)(?:\\s+(?:on|about)\\s+[\\w\\s-]{3,40})?\\s+between\\s+(?:the\\s+)?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JOINT = Pattern.compile("\\s*[-‐‑–—/]\\s*");

  private Dialogues() {}

  /** Replaces the states of a dialogue by the dialogue. */
  static void join(Line line, List<Found> named) {
    String text = line.words().text;
    List<Found> states = new ArrayList<>();
    for (Found each : named) {
      if (each.kind().equals("state") || each.id().equals("forum:eu")) {
        states.add(each);
      }
    }
    states.sort(java.util.Comparator.comparingInt(Found::begin));
    for (int i = 0; i + 1 < states.size(); i++) {
      Found first = states.get(i);
      int last = i;
      while (last + 1 < states.size()
          && last - i < 2
          && JOINT
              .matcher(text.substring(states.get(last).end(), states.get(last + 1).begin()))
              .matches()) {
        last++;
      }
      if (last > i && pairAhead(text, states, last, line)) {
        // "U.S.-China and UK-China consultations": the first pair is a dialogue too
        int end = states.get(last).end();
        replace(named, List.copyOf(states.subList(i, last + 1)), first.begin(), end, line);
        i = last;
        continue;
      }
      Matcher behind = BEHIND.matcher(text).region(states.get(last).end(), line.words().end);
      if (last > i && behind.find() && !hasOther(named, states.get(last).end(), behind.end())) {
        replace(named, List.copyOf(states.subList(i, last + 1)), first.begin(), behind.end(), line);
        i = last;
        continue;
      }
      Found second = states.get(i + 1);
      if (BEFORE.matcher(text.substring(line.words().begin, first.begin())).find()
          && text.substring(first.end(), second.begin()).matches("\\s+and\\s+(?:the\\s+)?")) {
        Matcher before = BEFORE.matcher(text.substring(line.words().begin, first.begin()));
        if (before.find()) {
          replace(
              named,
              List.of(first, second),
              line.words().begin + before.start(),
              second.end(),
              line);
          i++;
        }
      }
    }
  }

  /** Whether "and" and another pair of states before a word for a dialogue follow. */
  private static boolean pairAhead(String text, List<Found> states, int last, Line line) {
    if (last + 2 >= states.size()) {
      return false;
    }
    Found second = states.get(last + 1);
    Found third = states.get(last + 2);
    String between = text.substring(states.get(last).end(), second.begin());
    return between.matches("\\s+and\\s+(?:the\\s+)?")
        && JOINT.matcher(text.substring(second.end(), third.begin())).matches()
        && BEHIND.matcher(text).region(third.end(), line.words().end).find();
  }

  private static boolean hasOther(List<Found> named, int from, int to) {
    return named.stream().anyMatch(f -> f.overlaps(from, to));
  }

  private static void replace(
      List<Found> named, List<Found> states, int begin, int end, Line line) {
    TreeSet<String> codes = new TreeSet<>();
    for (Found each : states) {
      codes.add(each.id().substring(each.id().indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }
    if (codes.size() != states.size()) {
      return;
    }
    named.removeAll(states);
    String kind = codes.size() == 2 ? "bilateral" : "trilateral";
    named.add(
        new Found(
            begin,
            end,
            "forum:" + kind + "/" + String.join("-", codes),
            false,
            false,
            "dialogue between states",
            0.9,
            line.index()));
  }
}
