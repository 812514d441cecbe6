package dev.rapporteur.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who takes which position on which issue, in one sentence: the statement of discourse network
 * analysis (Leifeld).
 *
 * @param span the sentence's span
 * @param holder an entity id, a collective ({@code group:states}) or {@code author}
 * @param issue the issue's id in the codebook
 * @param position the stand taken
 * @param reported whether the holder is not the document's own voice
 * @param reporter who reports it; empty where nobody does
 * @param basis whether it is said or done
 * @param force what the holder does with the sentence, as an illocution; not legal status
 * @param hedges words that soften it, as they stand
 * @param qualifiers what the issue has besides: {@code norm_set}, {@code venue}
 * @param evidence the rule and the words that decided
 */
public record Stance(
    Span span,
    String holder,
    String issue,
    Position position,
    boolean reported,
    String reporter,
    Basis basis,
    Force force,
    List<String> hedges,
    Map<String, String> qualifiers,
    Evidence evidence)
    implements Annotation {

  /** The stand taken on an issue's proposition. */
  public enum Position {
    /** For it. */
    SUPPORTS,
    /** Against it. */
    OPPOSES,
    /** Conditions both ways, or explicitly undecided. */
    AMBIVALENT;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a stance is said or done. */
  public enum Basis {
    /** Said. */
    STATEMENT,
    /** Tabled, signed, voted, established, conducted. */
    DEED;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Illocutionary force, strongest first. */
  public enum Force {
    /** The holder binds itself: shall, will, decides, undertakes. */
    COMMITS,
    /** It asks others: should, calls upon, urges, requests. */
    CALLS,
    /** It encourages: invites, may, is encouraged to. */
    ENCOURAGES,
    /** It affirms, stresses, notes, welcomes. */
    ASSERTS;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies the lists. */
  public Stance {
    hedges = List.copyOf(hedges);
    qualifiers = Map.copyOf(qualifiers);
  }
}
