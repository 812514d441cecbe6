package dev.rapporteur.compare;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** In what respect texts are near to each other. */
public enum Aspect {
  /** Content words. */
  WORDS(Profile::terms, key -> ((String) key).indexOf(' ') < 0),
  /** Frames. */
  FRAMES(Profile::frames, key -> true),
  /** Who is named: actors, fora and instruments. */
  ACTORS(Profile::entities, key -> true),
  /** The stands of the texts' own voices. */
  STANCES(Profile::stances, key -> ((Claim) key).own());

  private final Function<Profile, ? extends Tally<?>> tally;
  private final Predicate<Object> counts;

  Aspect(Function<Profile, ? extends Tally<?>> tally, Predicate<Object> counts) {
    this.tally = tally;
    this.counts = counts;
  }

  Tally<?> tally(Profile profile) {
    return tally.apply(profile);
  }

  boolean counts(Object key) {
    return counts.test(key);
  }

  /** The name in files and on screen. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
