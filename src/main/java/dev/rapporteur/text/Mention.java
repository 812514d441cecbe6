package dev.rapporteur.text;

/**
 * A span that names an entity, with the entity's id.
 *
 * @param span the name as it stands, without article
 * @param id {@code kind:path}, for example {@code forum:un/gge/2012}
 * @param anaphor whether only the document or its context says who is meant ("the Group")
 * @param nil whether the id was made up because the knowledge base has none
 * @param evidence the entry, alias and rule that made it
 */
public record Mention(Span span, String id, boolean anaphor, boolean nil, Evidence evidence)
    implements Annotation {

  /** Checks the form of the id. */
  public Mention {
    if (id.indexOf(':') < 1) {
      throw new IllegalArgumentException("an id is kind:path, not " + id);
    }
  }

  /** The part of the id before the colon: {@code state}, {@code forum} … */
  public String kind() {
    return id.substring(0, id.indexOf(':'));
  }
}
