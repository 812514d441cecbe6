package dev.rapporteur.compare;

import java.util.List;
import java.util.Map;

/**
 * A paper beside groups of texts: a tree of plain records that text, JSON and HTML are made of.
 *
 * <p>Lists over groups are in the order of {@link #groups}. Figures point to their sentences by
 * index into {@link #quotes}.
 *
 * @param paper the paper
 * @param groups what it is set beside
 * @param notes what a reader must know before believing a figure, in sentences
 * @param nearness how near the paper is to each group
 * @param keywords words that tell them apart, a table for each group
 * @param cleavages choices of words that tell camps apart
 * @param frames shares of sentences by frame
 * @param moves shares of sentences by degree and direction of moves
 * @param course share of sentences with {@code securitization} in each twentieth of the paper
 * @param threats the paper's moves taken apart, those that go furthest first
 * @param issues stands of each side by issue, disagreements first
 * @param holders who holds what in each side: the paper first, then the groups
 * @param actors mentions of actors
 * @param fora mentions of fora
 * @param instruments mentions of instruments
 * @param ties pairs of entities that the paper names in one sentence
 * @param missing who the groups name and the paper does not, a list for each group
 * @param passages wording that the paper shares with texts of the groups
 * @param cited instruments the paper names, with what the index knows of them
 * @param years counts by year and group
 * @param quotes sentences that figures point to
 * @param names preferred names of the ids used
 * @param propositions what supporting an issue means, by issue
 * @param method versions, settings, formulas, limits
 */
public record Comparison(
    Side paper,
    List<Side> groups,
    List<String> notes,
    List<Nearness> nearness,
    List<Keywords> keywords,
    List<CleavageRow> cleavages,
    List<Row> frames,
    List<Row> moves,
    List<Double> course,
    List<Threat> threats,
    List<IssueRow> issues,
    List<Holdings> holders,
    List<Row> actors,
    List<Row> fora,
    List<Row> instruments,
    List<Tie> ties,
    List<Missing> missing,
    List<Shared> passages,
    List<Cited> cited,
    List<Year> years,
    List<Quote> quotes,
    Map<String, String> names,
    Map<String, String> propositions,
    Method method) {

  /**
   * The paper or a group.
   *
   * @param id document id, group id or query
   * @param name what a reader calls it
   * @param standing what may be said of it; {@code tested} for the paper
   * @param documents its documents, digests and news too
   * @param counted documents that figures are made of
   * @param independent those without near-duplicates
   * @param sentences sentences counted
   * @param words words counted
   */
  public record Side(
      String id,
      String name,
      Group.Standing standing,
      List<Source> documents,
      int counted,
      int independent,
      int sentences,
      int words) {}

  /** A document of a side. */
  public record Source(
      String id,
      String name,
      String title,
      String date,
      String type,
      boolean counted,
      String voice) {}

  /**
   * How near the paper is to a group in one respect.
   *
   * @param aspect the respect
   * @param group the group's id
   * @param likeness 0 to 1; comparable within one aspect only; null where the data do not carry it
   * @param low lower end of the 95 % interval (cluster bootstrap over documents); null if described
   * @param high its upper end
   * @param basis what it rests on, in words
   */
  public record Nearness(
      Aspect aspect, String group, Double likeness, Double low, Double high, String basis) {}

  /**
   * Words that tell the paper from one group.
   *
   * @param group the group's id
   * @param ofPaper used more in the paper
   * @param ofGroup used more in the group
   */
  public record Keywords(
      String group, List<Keyness.Keyword> ofPaper, List<Keyness.Keyword> ofGroup) {}

  /**
   * A figure.
   *
   * @param count occurrences
   * @param rate occurrences for a sentence (frames, moves), or for 10,000 words (entities, words)
   * @param low lower end of its 95 % interval, or null
   * @param high its upper end, or null
   * @param documents documents that have it
   * @param quotes some of its sentences
   */
  public record Cell(
      int count, double rate, Double low, Double high, int documents, List<Integer> quotes) {}

  /** A thing beside its figures. */
  public record Row(String id, Cell paper, List<Cell> groups) {}

  /**
   * A cleavage beside its figures.
   *
   * @param share of the second pole among the occurrences of both; null where there are none
   */
  public record CleavageRow(
      String id,
      String about,
      List<String> poles,
      List<Cell> paper,
      List<List<Cell>> groups,
      Double share,
      List<Double> shares) {}

  /**
   * A move of the paper taken apart.
   *
   * @param actor who makes the claim, or empty
   * @param degree how far it goes
   * @param direction which way
   * @param parts wording of referent, threat, source, measure, audience, as far as there
   * @param quote its sentence
   */
  public record Threat(
      String actor, String degree, String direction, Map<String, String> parts, int quote) {}

  /** Stands on an issue, by position. */
  public record Stands(int supports, int opposes, int ambivalent, List<Integer> quotes) {

    int total() {
      return supports + opposes + ambivalent;
    }

    /** From −1, all against, to 1, all for. */
    double mean() {
      return (double) (supports - opposes) / total();
    }
  }

  /**
   * An issue beside the stands on it.
   *
   * @param issue its id
   * @param own of the paper's own voice
   * @param reported of others, as the paper reports them
   * @param groups of the groups' own voices
   * @param disagreement largest distance between the paper's own stand and a group's, 0 to 1; null
   *     where either has none
   */
  public record IssueRow(
      String issue, Stands own, Stands reported, List<Stands> groups, Double disagreement) {}

  /** Who holds what in a side. */
  public record Holdings(String side, List<Holding> holdings) {}

  /** A holder's stands on an issue. */
  public record Holding(String holder, String issue, boolean own, Stands stands) {}

  /** Two entities named in one sentence. */
  public record Tie(String first, String second, int sentences) {}

  /** What a group names and the paper does not. */
  public record Missing(String group, String until, List<Absent> entities) {}

  /** An entity that the paper does not name. */
  public record Absent(String id, Cell group) {}

  /**
   * Wording that stands in the paper and in another text.
   *
   * @param group the group of the other text
   * @param doc the other text's id
   * @param name what a reader calls it
   * @param citation where it stands there
   * @param paperCitation where it stands in the paper
   * @param date date of the other text, or empty
   * @param relation how the paper gives it
   * @param earliest the text of the groups that has it first, by date, or empty; agreed language
   *     has no author
   * @param words aligned words that are equal
   * @param paper the paper's wording, cut where it differs
   * @param other the other text's wording, cut likewise
   */
  public record Shared(
      String group,
      String doc,
      String name,
      String citation,
      String paperCitation,
      String date,
      Reuse.Relation relation,
      String earliest,
      int words,
      List<Piece> paper,
      List<Piece> other) {}

  /** A stretch of wording; {@code same} where the other side has it too. */
  public record Piece(String text, boolean same) {}

  /**
   * An instrument.
   *
   * @param id its id
   * @param mentions in the paper
   * @param documents texts of the index that are this instrument, by name
   * @param groupDocuments how many texts of the groups name it
   * @param date its date where the index has the text, or empty
   */
  public record Cited(
      String id, int mentions, List<String> documents, int groupDocuments, String date) {}

  /** A year of a group. */
  public record Year(
      String group,
      int year,
      int documents,
      int sentences,
      Map<String, Double> frames,
      Map<String, Integer> issues,
      Map<String, Double> terms) {}

  /** A sentence. */
  public record Quote(
      String doc, String name, String date, int sid, String text, String citation) {}

  /**
   * How figures were made.
   *
   * @param program version of the program
   * @param pipelines pipelines that analysed the texts
   * @param sampleWords words of a sample for nearness
   * @param draws samples drawn for one figure
   * @param seed of the random numbers
   * @param ranking what is said of the order of groups, with its permutation test; empty if nothing
   */
  public record Method(
      String program,
      List<String> pipelines,
      int sampleWords,
      int draws,
      long seed,
      List<String> ranking) {}
}
