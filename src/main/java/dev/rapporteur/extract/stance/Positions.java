package dev.rapporteur.extract.stance;

import java.util.Locale;
import java.util.Optional;

/** What tells the position, force and basis of a stance on an issue. */
final class Positions {

  private static final int REACH = 7;

  private Positions() {}

  /** What tells the position. */
  static Features position(Context context, Reading reading, Knowledge.Issue issue, boolean voice) {
    Features f = new Features();
    String id = issue.id();
    f.add("issue=" + id);
    f.add("default=" + issue.position());
    boolean against =
        reading.cues(id).stream().anyMatch(h -> h.value().strength() == Knowledge.Strength.AGAINST);
    f.addIf(against, "against");
    f.addIf(against, "against:" + id);
    f.add("author=" + context.voiceIsAuthor() + "/" + voice);
    Optional<PhraseBook.Hit<Knowledge.Cue>> best = reading.best(id);
    int cue = best.map(PhraseBook.Hit::begin).orElse(reading.words().size() / 2);
    int turns = 0;
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      String name = hit.value().name();
      boolean near = hit.end() <= cue && cue - hit.end() < REACH;
      f.add("has=" + name);
      f.add("has=" + name + ":" + issue.position());
      if (near) {
        f.add("near=" + name);
        f.add(id + ":near=" + name);
        turns += hit.value().does() == Knowledge.Does.TURNS ? 1 : 0;
      }
      if (hit.value().does() != Knowledge.Does.KEEPS) {
        f.add(id + ":has=" + name);
        f.add("is=" + hit.phrase().text());
      }
    }
    f.add("turns=" + Math.min(3, turns));
    f.add(id + ":turns=" + Math.min(3, turns));
    for (Words.Word word : reading.words().all()) {
      if (word.lemma().length() > 2) {
        f.add("w=" + word.lemma(), 0.5);
        f.add(id + ":w=" + word.lemma(), 0.7);
      }
    }
    return f;
  }

  /** What tells force and basis. */
  static Features manner(Context context, Reading reading, String issue, boolean voice) {
    Features f = new Features();
    f.add("1");
    f.add("voice=" + context.voiceKind() + "/" + voice);
    f.add("section=" + reading.kind());
    f.add("issue=" + issue);
    int cue = reading.best(issue).map(PhraseBook.Hit::begin).orElse(reading.words().size() / 2);
    f.add("left=" + IssueFeatures.left(reading, cue));
    f.add("right=" + IssueFeatures.right(reading, cue));
    boolean first = true;
    for (PhraseBook.Hit<Knowledge.Predicate> hit : reading.predicates()) {
      String name = hit.value().name();
      f.add("has=" + name);
      f.add("is=" + hit.phrase().text());
      if (first && hit.value().speaks()) {
        f.add("first=" + name);
        first = false;
      }
      if (hit.end() <= cue) {
        f.add("before=" + hit.phrase().text());
      }
    }
    int n = 0;
    for (Words.Word word : reading.words().all()) {
      f.add("w=" + word.form().toLowerCase(Locale.ROOT), 0.5);
      if (n < 3) {
        f.add("at" + n + "=" + word.form(), 0.5);
      }
      n++;
    }
    return f;
  }
}
