package dev.rapporteur.extract.stance;

import dev.rapporteur.text.Dependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may hold a stance in a sentence, and what speaks for each: the document's voice, those
 * mentioned, collectives, whoever held one in the sentence before.
 */
final class Holders {

  static final Set<String> KINDS =
      Set.of("state", "organ", "bloc", "forum", "company", "civil", "person");
  private static final Set<String> SOME =
      Set.of(
          "some",
          "many",
          "several",
          "other",
          "others",
          "most",
          "few",
          "certain",
          "number",
          "various",
          "majority",
          "both",
          "like",
          "minded",
          "sixty",
          "forty",
          "dozen",
          "developing",
          "western",
          "two",
          "three",
          "those",
          "a",
          "authoritarian");
  private static final Set<String> STATES =
      Set.of(
          "states",
          "countries",
          "delegations",
          "governments",
          "members",
          "experts",
          "nations",
          "delegates",
          "capitals",
          "speakers",
          "representatives",
          "diplomats",
          "critics",
          "opponents",
          "delegation",
          "allies",
          "signatories",
          "sponsors",
          "powers",
          "government");
  private static final Set<String> FIRMS =
      Set.of("industry", "companies", "firms", "vendors", "businesses", "operators", "company");
  private static final Set<String> SOCIETY =
      Set.of("ngos", "activists", "scholars", "campaigners", "academics", "researchers");
  private static final Set<String> PRONOUNS =
      Set.of("it", "they", "he", "she", "its", "their", "his", "her", "both", "these", "neither");

  /**
   * One who may hold a stance.
   *
   * @param holder the id
   * @param type how it was found: {@code voice}, {@code mention}, {@code collective}, {@code
   *     before}
   * @param begin index of its first word in the sentence, -1 where it has none
   * @param end index behind its last word
   */
  record Candidate(String holder, String type, int begin, int end) {}

  private final Context context;
  private final Reading reading;
  private final List<String> before;
  private final Map<String, String> speakers;
  private final Tree tree;
  private final List<Candidate> candidates = new ArrayList<>();

  /**
   * Finds the candidates.
   *
   * @param before who held stances in the sentence before, the voice apart
   * @param speakers who speaks in an instrument, by the instrument's id
   */
  Holders(
      Context context,
      int index,
      List<String> before,
      Map<String, String> speakers,
      List<Dependency> arcs) {
    this.context = context;
    this.reading = context.readings().get(index);
    this.before = before;
    this.speakers = speakers;
    this.tree = new Tree(reading.words(), arcs);
    collect();
  }

  private void collect() {
    Map<String, Candidate> found = new LinkedHashMap<>();
    put(found, new Candidate(context.voice(), "voice", -1, -1));
    Words words = reading.words();
    for (Words.Named named : words.mentions()) {
      String id = named.mention().id();
      if (spokenFor(id)) {
        continue;
      }
      if (KINDS.contains(named.mention().kind())) {
        put(found, new Candidate(id, "mention", named.begin(), named.end()));
      } else if (speakers.containsKey(id)) {
        put(found, new Candidate(speakers.get(id), "instrument", named.begin(), named.end()));
      }
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).form();
      if (named(i)) {
        continue;
      }
      if (STATES.contains(word)) {
        boolean some = false;
        for (int b = Math.max(0, i - 3); b < i; b++) {
          some |= SOME.contains(words.get(b).form());
        }
        String id = some ? "group:some-states" : "group:states";
        put(found, new Candidate(id, "collective", i, i + 1));
      } else if (FIRMS.contains(word)
          || word.equals("sector") && i > 0 && words.get(i - 1).is("private")) {
        put(found, new Candidate("group:private-sector", "collective", i, i + 1));
      } else if (SOCIETY.contains(word)
          || word.equals("society") && i > 0 && words.get(i - 1).is("civil")) {
        put(found, new Candidate("group:civil-society", "collective", i, i + 1));
      }
    }
    for (String holder : before) {
      put(found, new Candidate(holder, "before", -1, -1));
    }
    candidates.addAll(found.values());
  }

  /** Whether it is the state whose own organ speaks: its stand is the organ's. */
  private boolean spokenFor(String id) {
    return context.voice().startsWith("organ:") && id.equals("state:" + country(context.voice()));
  }

  private static void put(Map<String, Candidate> found, Candidate candidate) {
    found.putIfAbsent(candidate.holder(), candidate);
  }

  private boolean named(int word) {
    return reading.words().mentions().stream().anyMatch(m -> m.begin() <= word && word < m.end());
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /**
   * The candidates that stand in one list with a candidate, itself among them: whoever proposes
   * something together holds the stance together.
   */
  List<Candidate> together(Candidate candidate) {
    List<Candidate> placed =
        candidates.stream()
            .filter(c -> c.type().equals("mention"))
            .sorted(java.util.Comparator.comparingInt(Candidate::begin))
            .toList();
    int at = placed.indexOf(candidate);
    if (at < 0) {
      return List.of(candidate);
    }
    int first = at;
    while (first > 0 && joined(placed.get(first - 1), placed.get(first))) {
      first--;
    }
    int last = at;
    while (last + 1 < placed.size() && joined(placed.get(last), placed.get(last + 1))) {
      last++;
    }
    return placed.subList(first, last + 1);
  }

  /** Whether nothing but commas, articles and "and" stands between two mentions. */
  private boolean joined(Candidate left, Candidate right) {
    Words words = reading.words();
    if (right.begin() < left.end() || right.begin() - left.end() > 3) {
      return false;
    }
    boolean and = false;
    for (int i = left.end(); i < right.begin(); i++) {
      String word = words.get(i).form();
      if (!Set.of("and", "the", "as", "well").contains(word)) {
        return false;
      }
      and |= word.equals("and");
    }
    return and || words.get(left.end() - 1).clause() != words.get(right.begin()).clause();
  }

  /** What speaks for a candidate as the holder of a stance on an issue. */
  Features features(Candidate candidate, String issue) {
    Features f = new Features();
    Words words = reading.words();
    String voice = context.voiceIsAuthor() ? "author" : "official";
    int cue = reading.best(issue).map(PhraseBook.Hit::begin).orElse(words.size() / 2);
    String t = candidate.type();
    f.add(voice + ":" + t);
    if (t.equals("voice")) {
      f.add("voice=" + context.voiceKind());
      f.add(voice + ":issue=" + issue);
    }
    f.add(voice + ":" + t + ":actors=" + Math.min(3, actors()));
    f.add(voice + ":" + t + ":subject=" + subject());
    f.addIf(firstPerson(), voice + ":" + t + ":first-person");
    f.addIf(mentionsVoice(), voice + ":" + t + ":voice-named");
    f.addIf(pronoun(), voice + ":" + t + ":pronoun");
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      if (!t.equals("mention")) {
        f.add(voice + ":" + t + ":has=" + hit.value().name(), 0.5);
      }
    }
    if (words.size() > 0 && (t.equals("voice") || t.equals("before"))) {
      f.add(voice + ":" + t + ":starts=" + words.get(0).form());
    }
    if (candidate.begin() >= 0) {
      place(candidate, cue, issue, voice, f);
    }
    return f;
  }

  private void place(Candidate c, int cue, String issue, String voice, Features f) {
    Words words = reading.words();
    String t = voice + ":" + c.type();
    int colon = c.holder().indexOf(':');
    f.add(t + ":kind=" + c.holder().substring(0, Math.max(0, colon)));
    f.add(t + ":order=" + Math.min(3, order(c)));
    f.addIf(c.begin() < 3, t + ":front");
    f.add(t + (c.begin() <= cue ? ":left-of-cue" : ":right-of-cue"));
    f.addIf(c.begin() <= cue && cue < c.end(), t + ":in-cue");
    f.addIf(country(c.holder()).equals(country(context.voice())), t + ":voice's-own");
    f.add(t + ":before-it=" + (c.begin() > 0 ? words.get(c.begin() - 1).lemma() : "^"));
    f.add("before-it=" + (c.begin() > 0 ? words.get(c.begin() - 1).lemma() : "^"));
    if (c.begin() > 1) {
      f.add(
          "before-it2="
              + words.get(c.begin() - 2).lemma()
              + "_"
              + words.get(c.begin() - 1).lemma());
    }
    String next = c.end() < words.size() ? words.get(c.end()).lemma() : "$";
    f.add("after-it=" + next);
    f.add("next=" + (c.end() < words.size() ? words.get(c.end()).pos() : "$"));
    String predicate = "none";
    int gap = 9;
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      if (hit.begin() >= c.end() && hit.begin() - c.end() < gap && hit.value().speaks()) {
        predicate = hit.value().name();
        gap = hit.begin() - c.end();
      }
    }
    f.add(t + ":then=" + predicate);
    f.add(t + ":then=" + predicate + (gap <= 1 ? "/at-once" : gap <= 4 ? "/soon" : "/later"));
    f.add(t + ":clause=" + (words.get(c.begin()).clause() == clause(cue) ? "same" : "other"));
    f.add("issue=" + issue + ":" + c.type());
    f.addIf(list(c), t + ":in-list");
    f.addIf(accused(c), t + ":accused");
    f.addIf(accused(c), t + ":accused:" + issue);
    tree.relation(c.begin(), c.end()).forEach(r -> f.add(t + ":syntax=" + r));
  }

  /** The owner of an organ, the state itself, the body of a session; else the id. */
  private static String country(String id) {
    int colon = id.indexOf(':');
    int slash = id.indexOf('/', colon);
    return slash < 0 ? id.substring(colon + 1) : id.substring(colon + 1, slash);
  }

  private int clause(int word) {
    return word < reading.words().size() ? reading.words().get(word).clause() : -1;
  }

  /**
   * Whether the sentence says of it what one says of culprits. What a party alleges that another
   * did is no stance of the accused.
   */
  boolean accused(Candidate c) {
    return c.begin() >= 0
        && reading.cues("public-attribution").stream()
            .anyMatch(
                h ->
                    h.value().strength() == Knowledge.Strength.STRONG
                        && h.begin() <= c.begin()
                        && c.begin() < h.end());
  }

  /** Whether another actor stands beside it, with nothing but "and" or commas between. */
  private boolean list(Candidate c) {
    for (Words.Named other : reading.words().mentions()) {
      int gap = other.begin() >= c.end() ? other.begin() - c.end() : c.begin() - other.end();
      if (KINDS.contains(other.mention().kind())
          && gap >= 0
          && gap <= 2
          && !other.mention().id().equals(c.holder())) {
        return true;
      }
    }
    return false;
  }

  private int order(Candidate c) {
    int order = 0;
    for (Candidate other : candidates) {
      order += other.begin() >= 0 && other.begin() < c.begin() ? 1 : 0;
    }
    return order;
  }

  private int actors() {
    return (int) candidates.stream().filter(c -> c.type().equals("mention")).count();
  }

  /** What the sentence seems to have as its first subject: {@code mention}, {@code we} … */
  private String subject() {
    Words words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).form();
      if (word.equals("we") || word.equals("i")) {
        return "we";
      }
      if (PRONOUNS.contains(word) && words.get(i).pos().equals("PRON")) {
        return "pronoun";
      }
      for (Words.Named named : words.mentions()) {
        if (named.begin() == i && KINDS.contains(named.mention().kind())) {
          String next = named.end() < words.size() ? words.get(named.end()).pos() : "";
          return (named.mention().id().equals(context.voice()) ? "voice" : "actor")
              + (next.equals("VERB") || next.equals("AUX") ? "+verb" : "");
        }
      }
      if (words.get(i).pos().equals("VERB") && i > 0) {
        return "verb";
      }
    }
    return "none";
  }

  private boolean firstPerson() {
    return reading.words().all().stream()
        .anyMatch(w -> Set.of("we", "our", "us", "i", "my", "ours").contains(w.form()));
  }

  private boolean mentionsVoice() {
    return reading.words().mentions().stream()
        .anyMatch(m -> m.mention().id().equals(context.voice()));
  }

  private boolean pronoun() {
    return reading.words().all().stream().limit(6).anyMatch(w -> PRONOUNS.contains(w.form()));
  }
}
