package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names that the knowledge base lacks: capitalised phrases whose head noun tells what they are, and
 * persons by title or given name. Their ids are made up from the name, so that the same name has
 * the same id in every document.
 */
final class Unknowns {

  private final EntityModel model;
  private final Facts facts;
  private final Definitions definitions;
  private final Map<String, String> seen = new HashMap<>();

  Unknowns(EntityModel model, Facts facts, Definitions definitions) {
    this.model = model;
    this.facts = facts;
    this.definitions = definitions;
  }

  /** Adds what it finds in a sentence to its named mentions. */
  void find(Line line, List<Found> named) {
    if (line.shouts()
        || line.kind() == Section.Kind.HEADING
        || line.kind() == Section.Kind.TITLE
        || line.kind() == Section.Kind.TABLE
        || isTitleCase(line.words())) {
      return;
    }
    Words words = line.words();
    for (int i = 0; i < words.count; i++) {
      if (isTaken(named, words, i) || !isNameWord(words, i)) {
        continue;
      }
      int end = person(line, named, i);
      if (end < 0) {
        end = phrase(line, named, i);
      }
      if (end > i) {
        i = end - 1;
      }
    }
  }

  /** Headings set with capitals on every word name nothing by them. */
  private static boolean isTitleCase(Words words) {
    int long4 = 0;
    int capital = 0;
    for (int i = 0; i < words.count; i++) {
      if (words.ends[i] - words.begins[i] > 3
          && Character.isLetter(words.text.charAt(words.begins[i]))) {
        long4++;
        capital += words.isCapital(i) ? 1 : 0;
      }
    }
    return long4 > 0 && capital == long4;
  }

  private static boolean isTaken(List<Found> named, Words words, int i) {
    for (Found each : named) {
      if (each.overlaps(words.begins[i], words.ends[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameWord(Words words, int i) {
    char c = words.text.charAt(words.begins[words.glued[i] ? i - 1 : i]);
    return Character.isUpperCase(c);
  }

  /** Whether two words follow one another with nothing but a blank or hyphen between. */
  private static boolean isJoined(Words words, int i) {
    if (i + 1 >= words.count) {
      return false;
    }
    for (int k = words.ends[i]; k < words.begins[i + 1]; k++) {
      char c = words.text.charAt(k);
      if (!Character.isWhitespace(c) && !Words.isDash(c)) {
        return false;
      }
    }
    return true;
  }

  private int person(Line line, List<Found> named, int i) {
    Words words = line.words();
    boolean titled =
        i > 0
            && (model.heads().isTitle(words.word(i - 1))
                || i > 1
                    && words.word(i - 1).equals(".")
                    && model.heads().isTitle(words.word(i - 2)));
    // an office that is a mention of its own stands right before a name too
    boolean office =
        named.stream()
            .anyMatch(
                f ->
                    f.kind().equals("organ")
                        && f.end() < words.begins[i]
                        && words.begins[i] - f.end() <= 1
                        && isOffice(words.text.substring(f.begin(), f.end())));
    int to = i;
    while (to < words.count
        && to - i < 4
        && isNameWord(words, to)
        && !isTaken(named, words, to)
        && !model.heads().isStop(words.word(to))
        && model.heads().kind(words.word(to)) == null
        && isPersonWord(words.word(to))
        && (to == i || isJoined(words, to - 1))) {
      to++;
    }
    int count = to - i;
    boolean given = model.heads().isGiven(words.word(i));
    boolean full = count >= 2 && count <= 3 && (titled || office || given);
    boolean surname =
        count == 1 && titled && i > 0 && isAddress(words, i) && words.ends[i] - words.begins[i] > 2;
    if (!full && !surname) {
      return -1;
    }
    String name = words.text.substring(words.begins[i], words.ends[to - 1]).replaceAll("\\s+", " ");
    String id = "person:" + Slug.of(name);
    boolean known = facts.knowledge.find(id).isPresent();
    named.add(
        new Found(
            words.begins[i],
            words.ends[to - 1],
            id,
            false,
            !known,
            titled || office ? "person behind a title" : "person by given name",
            0.7,
            line.index()));
    return to;
  }

  /** "Director Provisions" is no person; "Mr. Smith" is. */
  private static boolean isAddress(Words words, int i) {
    String before = words.word(i - 1).equals(".") && i > 1 ? words.word(i - 2) : words.word(i - 1);
    return before.matches(
        "Mr|Mrs|Ms|Dr|Sir|Senator|Ambassador|Professor|Admiral|President|Chancellor");
  }

  private static boolean isOffice(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return text.matches(
            "(?s).*\\b(?:President|Minister|Secretary|Secretary-General|Chancellor|Premier|Ambassador|Director|Commissioner|Representative)\\b.*")
        || last.equals("President");
  }

  private static boolean isPersonWord(String word) {
    boolean lower = false;
    for (int k = 1; k < word.length(); k++) {
      lower |= Character.isLowerCase(word.charAt(k));
      if (Character.isDigit(word.charAt(k))) {
        return false;
      }
    }
    return lower || word.length() == 1;
  }

  private int phrase(Line line, List<Found> named, int i) {
    Words words = line.words();
    int to = i;
    int last = i; // behind the last capitalised word
    String kind = null;
    int capitals = 0;
    boolean headed = false;
    while (to < words.count && to - i < 14) {
      if (to > i && !isJoined(words, to - 1)) {
        break;
      }
      String word = words.word(to);
      if (isNameWord(words, to)) {
        if (model.heads().isStop(word)) {
          if (capitals == 0) {
            return -1;
          }
          break;
        }
        // an entity inside belongs to the longer name only in front of or behind the head
        String each = model.heads().kind(word);
        if (each != null && (!headed || to == last && !hasLink(words, i, to))) {
          kind = each;
          headed = true;
        }
        capitals++;
        last = to + 1;
        to++;
      } else if (headed && word.matches("of|on|for|against|the|de")
          || word.equals("and") && joins(words, to, headed)) {
        to++;
      } else {
        break;
      }
    }
    if (kind == null || capitals < 2) {
      return -1;
    }
    // behind the head, what follows "and", "in", "to" is rarely part of it; keep "of", "on", "for"
    int end = last;
    String text = words.text.substring(words.begins[i], words.ends[end - 1]);
    if (end - i < 2 || isTaken(named, words, end - 1) && !text.contains(" ")) {
      return -1;
    }
    int begin = words.begins[i];
    int finish = words.ends[end - 1];
    boolean swallows = false;
    for (Found each : named) {
      if (each.overlaps(begin, finish)) {
        if (each.kind().equals("instrument")
            || each.kind().equals("person")
            || each.begin() < begin
            || each.end() > finish) {
          return -1;
        }
        // "Statement of the SCO Heads of State …": known names inside are parts of it
        swallows = true;
      }
    }
    if (swallows && capitals < 3) {
      return -1;
    }
    String id = seen.get(text);
    if (id == null) {
      id = known(line, kind, begin, finish);
      id = id == null ? made(kind, text, named, begin, finish) : id;
      seen.put(text, id);
    }
    named.removeIf(f -> f.overlaps(begin, finish));
    named.add(
        new Found(
            begin,
            finish,
            id,
            false,
            facts.knowledge.find(id).isEmpty(),
            "capitalised phrase with the head noun of a " + kind,
            0.6,
            line.index()));
    return end;
  }

  /** "and" joins words of one name, but not two names with a head each. */
  private boolean joins(Words words, int and, boolean headed) {
    if (!headed) {
      return true;
    }
    for (int i = and + 1; i < words.count && i < and + 5; i++) {
      if (!isNameWord(words, i)) {
        break;
      }
      if (model.heads().kind(words.word(i)) != null) {
        return false;
      }
    }
    return hasLink(words, Math.max(0, and - 6), and);
  }

  /** What the knowledge base has for these very words, though context did not ask for it. */
  private static String known(Line line, String kind, int begin, int end) {
    for (Candidate candidate : line.candidates()) {
      if (candidate.begin() == begin && candidate.end() == end) {
        for (Sense sense : candidate.senses()) {
          if (sense.kind().equals(kind) && sense.id().indexOf('?') < 0) {
            return sense.id();
          }
        }
      }
    }
    return null;
  }

  private static boolean hasLink(Words words, int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.word(i).matches("of|on|for|against")) {
        return true;
      }
    }
    return false;
  }

  private String made(String kind, String text, List<Found> named, int begin, int end) {
    String slug = Slug.of(text);
    if (!kind.equals("organ") && !kind.equals("instrument")) {
      return kind + ":" + slug;
    }
    String owner = null;
    for (Found each : named) {
      if (each.overlaps(begin, end)) {
        owner = facts.owner(each.id());
      }
    }
    owner = owner == null ? facts.voiceState() : owner;
    if (owner == null) {
      return kind + ":" + slug;
    }
    String code = owner.substring(owner.indexOf(':') + 1);
    return kind
        + ":"
        + (kind.equals("organ") ? code.toUpperCase(Locale.ROOT) : code.toLowerCase(Locale.ROOT))
        + "/"
        + slug;
  }
}
