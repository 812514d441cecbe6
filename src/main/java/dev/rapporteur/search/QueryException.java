package dev.rapporteur.search;

/** A query that makes no sense; the message shows where and what to do, in three lines. */
public final class QueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final int SHOWN = 60;

  /** A query that is right in itself but asks too much. */
  public QueryException(String problem) {
    super(problem);
  }

  /**
   * A query that does not parse.
   *
   * @param problem what is wrong and what would be right
   * @param query the query
   * @param at offset of the place
   */
  public QueryException(String problem, String query, int at) {
    super("the query does not parse: " + problem + "\n  " + show(query, at));
  }

  /** The query with a caret under the place; of a long one, the part around it. */
  private static String show(String query, int at) {
    int from = Math.max(0, at - SHOWN);
    int to = Math.min(query.length(), at + SHOWN);
    String start = from > 0 ? "…" : "";
    String line = query.substring(from, to).replaceAll("\\s", " ");
    return start
        + line
        + (to < query.length() ? "…" : "")
        + "\n  "
        + " ".repeat(start.length() + at - from)
        + "^";
  }
}
