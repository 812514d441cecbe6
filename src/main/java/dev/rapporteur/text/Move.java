package dev.rapporteur.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A claim about a threat taken apart (Buzan, Wæver and de Wilde 1998).
 *
 * <p>Only {@link Degree#SECURITIZING} is a securitizing move in the Copenhagen School's sense; a
 * {@link Degree#RISK} is what Corry (2012) calls riskification. The two are never added up
 * silently.
 *
 * @param span the sentence's span
 * @param actor who makes the claim: an entity id or {@code author}; empty if unknown
 * @param parts the spans of referent, threat, source, measure and audience; referent or threat is
 *     there
 * @param degree how far the claim goes
 * @param direction whether it securitizes, contests or desecuritizes
 * @param grammar Hansen and Nissenbaum's (2009) grammar, or null
 * @param evidence the pattern and its cues
 */
public record Move(
    Span span,
    String actor,
    Map<Part, Span> parts,
    Degree degree,
    Direction direction,
    Grammar grammar,
    Evidence evidence)
    implements Annotation {

  /** A part of a move that is a span of its sentence. */
  public enum Part {
    /** What is threatened. */
    REFERENT,
    /** What threatens. */
    THREAT,
    /** Who threatens. */
    SOURCE,
    /** What is called for or done. */
    MEASURE,
    /** Whom it asks. */
    AUDIENCE;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a claim goes. */
  public enum Degree {
    /** A threat or risk to a referent is named. */
    RISK,
    /** It is claimed to come before other matters. */
    PRIORITY,
    /** Priority is claimed and a measure out of the ordinary asked for or justified. */
    SECURITIZING;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which way a claim goes. */
  public enum Direction {
    /** The threat is claimed or reported. */
    SECURITIZES,
    /** The threat is denied, doubted or called overstated. */
    CONTESTS,
    /** The matter is returned to ordinary politics, law or technique. */
    DESECURITIZES;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The grammars of cyber securitization. */
  public enum Grammar {
    /** Cascading, catastrophic. */
    HYPER,
    /** Ordinary users and practices as part of the threat or its cure. */
    EVERYDAY,
    /** Handed to experts. */
    TECHNICAL;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the parts and checks that there is a referent or a threat. */
  public Move {
    EnumMap<Part, Span> copy = new EnumMap<>(Part.class);
    copy.putAll(parts);
    if (!copy.containsKey(Part.REFERENT) && !copy.containsKey(Part.THREAT)) {
      throw new IllegalArgumentException("a move has a referent or a threat");
    }
    parts = java.util.Collections.unmodifiableMap(copy);
  }

  /** The span of a part, if the sentence has it. */
  public Optional<Span> part(Part part) {
    return Optional.ofNullable(parts.get(part));
  }
}
