package dev.rapporteur.text;

/**
 * A named value at a place of the text; over the whole text it is a fact about the document.
 *
 * <p>Facts in use: {@link #VOICE}, {@link #GROUP}, {@link #DEFINITION}. Extractors from outside
 * choose names of their own, prefixed with the extractor's name.
 *
 * @param span what it is about
 * @param name what kind of fact it is
 * @param value the fact
 * @param evidence where it was found
 */
public record Label(Span span, String name, String value, Evidence evidence) implements Annotation {

  /** Who speaks where the text says "we", "the Group" or nothing at all: an entity id or author. */
  public static final String VOICE = "voice";

  /** A group that the document belongs to: a forum's id or an analyst's {@code set:name}. */
  public static final String GROUP = "group";

  /** A short form that the document defines: {@code short form=entity id}. */
  public static final String DEFINITION = "definition";

  /** Where a footnote's mark stood; the span is empty, the value is the footnote's number. */
  public static final String FOOTNOTE_MARK = "footnote-mark";
}
