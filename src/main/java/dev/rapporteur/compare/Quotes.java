package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sentences that figures of a comparison point to, each once. */
final class Quotes {

  private record Key(Profile profile, int sentence) {}

  private final int limit;
  private final List<Comparison.Quote> quotes = new ArrayList<>();
  private final Map<Key, Integer> known = new HashMap<>();

  /** At most {@code limit} sentences for a figure. */
  Quotes(int limit) {
    this.limit = limit;
  }

  /** Sentences of a thing, one document after the other, so that many documents have a say. */
  <K> List<Integer> of(
      List<Profile> profiles, java.util.function.Function<Profile, Tally<K>> what, K key) {
    List<int[]> places = new ArrayList<>();
    for (Profile profile : profiles) {
      places.add(what.apply(profile).sentences(key));
    }
    List<Integer> chosen = new ArrayList<>();
    boolean more = true;
    for (int round = 0; more && chosen.size() < limit; round++) {
      more = false;
      for (int p = 0; p < profiles.size() && chosen.size() < limit; p++) {
        if (places.get(p).length > round) {
          chosen.add(of(profiles.get(p), places.get(p)[round]));
          more = true;
        }
      }
    }
    return chosen;
  }

  /** One sentence. */
  int of(Profile profile, int sentence) {
    return known.computeIfAbsent(
        new Key(profile, sentence),
        k -> {
          Passage passage = profile.sentences().get(sentence);
          quotes.add(
              new Comparison.Quote(
                  profile.about().id(),
                  profile.about().name(),
                  profile.about().metadata().date(),
                  passage.sid(),
                  profile.text(passage).replaceAll("\\s+", " "),
                  profile.citation(passage)));
          return quotes.size() - 1;
        });
  }

  List<Comparison.Quote> all() {
    return List.copyOf(quotes);
  }
}
