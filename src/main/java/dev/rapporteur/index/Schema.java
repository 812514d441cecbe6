package dev.rapporteur.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fields of the index and the terms that stand in them; nobody else knows their names.
 *
 * <p>{@link #WORDS}, {@link #LEMMAS}, {@link #MARKS} and {@link #SPANS} share positions: position n
 * is the n-th word of the sentence. A mark is an annotation as a term, at the position of its first
 * word: {@code state:ru}, {@code frame:law}, {@code stance:state:ru|norms|supports}. An entity
 * stands there with everything above it, so that {@code forum:un} finds {@code forum:un/gge/2012};
 * {@code =forum:un} is the entity itself and {@code kind:forum} any of its kind. {@link #SPANS}
 * holds the marks again with the number of words they cover, {@code state:ru|2}.
 */
public final class Schema {

  /** The version of all this; an index of another one is not opened. */
  public static final int VERSION = 1;

  /** Words, with offsets into the sentence. */
  public static final String WORDS = "words";

  /** Dictionary forms, at the words' positions. */
  public static final String LEMMAS = "lemmas";

  /** Annotations as terms, at the position of their first word. */
  public static final String MARKS = "marks";

  /** Annotations as terms with their length in words. */
  public static final String SPANS = "spans";

  /** {@link #SENTENCE} or {@link #DOCUMENT}. */
  public static final String ENTRY = "entry";

  /** Value of {@link #ENTRY}. */
  public static final String SENTENCE = "sentence";

  /** Value of {@link #ENTRY}. */
  public static final String DOCUMENT = "document";

  /** The document's id, on all its entries. */
  public static final String ID = "id";

  /** Names that a document answers to, as slugs. */
  public static final String NAME = "name";

  /** Words of the title. */
  public static final String TITLE = "title";

  /** Who speaks, with everything above it. */
  public static final String VOICE = "voice";

  /** The document's groups, with everything above them. */
  public static final String GROUP = "group";

  /** The kind of section a sentence stands in. */
  public static final String SECTION = "section";

  /** Number of its paragraph, lower case. */
  public static final String PARAGRAPH = "paragraph";

  /** Number of its page. */
  public static final String PAGE = "page";

  /** Number of the sentence in its document. */
  public static final String SID = "sid";

  /** Language code. */
  public static final String LANGUAGE = "language";

  /** The document's symbol, lower case. */
  public static final String SYMBOL = "symbol";

  /** The document's path, lower case. */
  public static final String SOURCE = "source";

  /** How near to the original it is. */
  public static final String SOURCE_TYPE = "source_type";

  /** Binding, political, none. */
  public static final String LEGAL_STATUS = "legal_status";

  /** Words of the issuing body. */
  public static final String BODY = "body";

  /** First day of the date's year, month or day as the number yyyymmdd. */
  public static final String FROM = "from";

  /** Last day of the date's year, month or day as the number yyyymmdd. */
  public static final String TO = "to";

  static final String BYTES = "bytes";
  static final String TEXT = "text";
  static final String BEGIN = "begin";
  static final String PLACE = "place";
  static final String FINGERPRINT = "fingerprint";
  static final String METADATA = "metadata";
  static final String PIPELINE = "pipeline";
  static final String SENTENCES = "sentences";

  /** Number of a sentence's words, as doc values. */
  public static final String LENGTH = "length";

  static final String COUNT = "words.count";
  static final String DATE = "date";

  private static final Set<String> ACTORS =
      Set.of("state", "organ", "bloc", "company", "civil", "person", "threat-group");

  private Schema() {}

  /** Whether entities of this kind are actors wherever they are named. */
  public static boolean isActor(String kind) {
    return ACTORS.contains(kind);
  }

  /** The kinds of actors. */
  public static Set<String> actors() {
    return ACTORS;
  }

  /** The field of doc values that a facet is counted in. */
  public static String facet(Facet facet) {
    return "facet." + facet.id();
  }

  /**
   * An id and everything above it, in lower case: {@code forum:un/gge/2012}, {@code forum:un/gge},
   * {@code forum:un}.
   */
  public static List<String> withAncestors(String id) {
    List<String> all = new ArrayList<>();
    String each = id.toLowerCase(Locale.ROOT);
    all.add(each);
    int colon = each.lastIndexOf(':');
    for (int slash = each.lastIndexOf('/'); slash > colon; slash = each.lastIndexOf('/')) {
      each = each.substring(0, slash);
      all.add(each);
    }
    return all;
  }

  /** The mark of one stance. */
  public static String stance(String holder, String issue, String position) {
    return "stance:" + holder + '|' + issue + '|' + position;
  }

  /** A mark that covers a number of words, in {@link #SPANS}. */
  public static String span(String mark, int words) {
    return mark + '|' + words;
  }
}
