package dev.rapporteur.extract.stance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What tells whether a sentence takes a stand on an issue. */
final class IssueFeatures {

  private final Context context;
  private final int index;
  private final Reading reading;
  private final Features own = new Features();

  IssueFeatures(Context context, int index) {
    this.context = context;
    this.index = index;
    this.reading = context.readings().get(index);
    fillOwn();
  }

  /** What each issue weighs in its own way: the sentence's words, entities and predicates. */
  Features own() {
    return own;
  }

  private void fillOwn() {
    own.add("1");
    own.add("author=" + context.voiceIsAuthor());
    own.add("topic=" + reading.topic());
    own.add("share", context.share());
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      own.add("does=" + hit.value().name(), 0.5);
    }
    for (Words.Named named : reading.words().mentions()) {
      own.add("kind=" + named.mention().kind(), 0.5);
      String id = named.mention().id();
      if (id.startsWith("instrument:") || id.startsWith("forum:un") || id.startsWith("forum:i")) {
        own.add("id=" + id);
      }
    }
    Words.Word before = null;
    for (Words.Word word : reading.words().all()) {
      if (content(word)) {
        own.add("w=" + word.lemma(), 0.7);
      }
      if (before != null && (content(word) || content(before))) {
        own.add("b=" + before.lemma() + "_" + word.lemma(), 0.7);
      }
      before = word;
    }
  }

  /** Whether a word says what a text is about; articles, pronouns and the like do not. */
  private static boolean content(Words.Word word) {
    return Character.isLetter(word.lemma().charAt(0))
        && switch (word.pos()) {
          case "NOUN", "VERB", "ADJ", "ADV", "PROPN", "" -> true;
          default -> false;
        };
  }

  /** What the issue's own cues are; goes with {@link #own()}. */
  Features cues(String issue) {
    Features all = new Features();
    all.add("cue=" + strength(issue));
    all.add("weight", Math.min(3, reading.weight(issue)));
    all.addIf(reading.topic() != Reading.Topic.NONE, "cue+topic=" + strength(issue));
    for (PhraseBook.Hit<Knowledge.Cue> hit : reading.cues(issue)) {
      if (hit.value().strength() != Knowledge.Strength.WEAK) {
        all.add("p=" + hit.phrase().text(), 0.7);
      }
    }
    return all;
  }

  private String strength(String issue) {
    return strength(reading, issue);
  }

  static String strength(Reading reading, String issue) {
    return reading
        .best(issue)
        .map(h -> h.value().strength().name().toLowerCase(Locale.ROOT))
        .orElse("none");
  }

  /** What all issues weigh alike: how strong the issue's cues are, and in what company. */
  Features shared(Knowledge.Issue issue) {
    Features f = new Features();
    String id = issue.id();
    String s = strength(id);
    double weight = reading.weight(id);
    f.add("cue=" + s);
    f.add("weight", Math.min(3, weight));
    String topic = issue.anyContext() ? "any" : reading.topic().name();
    f.add(s + ":topic=" + topic);
    f.add(s + ":topic=" + topic + "/" + context.topicBefore(index));
    f.add(s + ":share=" + bucket(context.share()) + (context.titled() ? "t" : ""));
    f.add(s + ":author=" + context.voiceIsAuthor());
    f.addIf(!reading.hasVerb(), s + ":verbless");
    f.add(s + ":section=" + reading.kind());
    f.add(s + ":length=" + Math.min(5, reading.words().size() / 8));
    f.add(s + ":strong=" + Math.min(3, strong(reading, id)));
    f.add(s + ":rank=" + rank(id, weight));
    f.addIf(reading.words().last().equals("?"), s + ":question");
    f.addIf(reading.words().last().equals(":"), s + ":colon");
    for (int by = 1; by <= 2; by++) {
      Reading before = context.before(index, by);
      if (before != null && !s.equals("weak")) {
        f.add(s + ":before" + by + "=" + strength(before, id));
      }
    }
    Optional<PhraseBook.Hit<Knowledge.Cue>> best = reading.best(id);
    best.ifPresent(
        hit -> {
          f.addIf(inName(hit), s + ":name");
          f.add(s + ":left=" + left(reading, hit.begin()));
          f.add(s + ":right=" + right(reading, hit.end()));
        });
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      f.add(s + ":has=" + hit.value().name());
    }
    f.add(s + ":stand=" + stand(reading));
    boolean first =
        reading.words().all().stream()
            .anyMatch(w -> List.of("we", "our", "us", "i", "my").contains(w.form()));
    f.addIf(first, s + ":first-person");
    boolean number = reading.words().all().stream().anyMatch(w -> w.pos().equals("NUM"));
    f.addIf(number, s + ":number");
    f.add(s + ":mentions=" + Math.min(4, reading.words().mentions().size()));
    return f;
  }

  /** The first class of predicates whose subjects take stands, or none. */
  private static String stand(Reading reading) {
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      String name = hit.value().name();
      if (hit.value().speaks() && !name.equals("report") && !name.equals("deed")) {
        return name;
      }
    }
    return "none";
  }

  private static String bucket(double share) {
    return share == 0 ? "0" : share < 0.1 ? "-" : share < 0.3 ? "1" : share < 0.6 ? "2" : "3";
  }

  private static long strong(Reading reading, String issue) {
    return reading.cues(issue).stream()
        .filter(h -> h.value().strength() == Knowledge.Strength.STRONG)
        .count();
  }

  private int rank(String issue, double weight) {
    int rank = 1;
    for (String other : reading.cues().keySet()) {
      if (!other.equals(issue) && reading.weight(other) > weight) {
        rank++;
      }
    }
    return Math.min(5, rank);
  }

  private boolean inName(PhraseBook.Hit<Knowledge.Cue> hit) {
    return reading.words().mentions().stream()
        .anyMatch(m -> m.begin() <= hit.begin() && hit.end() <= m.end());
  }

  /** The class of the nearest predicate to the left of a word. */
  static String left(Reading reading, int word) {
    String found = "none";
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      if (hit.end() <= word) {
        found = hit.value().name();
      }
    }
    return found;
  }

  /** The class of the nearest predicate to the right of a word. */
  static String right(Reading reading, int word) {
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      if (hit.begin() >= word) {
        return hit.value().name();
      }
    }
    return "none";
  }
}
