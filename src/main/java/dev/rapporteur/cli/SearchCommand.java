package dev.rapporteur.cli;

import dev.rapporteur.index.Facet;
import dev.rapporteur.index.Index;
import dev.rapporteur.search.Query;
import dev.rapporteur.search.QueryParser;
import dev.rapporteur.search.Search;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rapporteur search}: sentences by words and annotations. */
@Command(
    name = "search",
    description = {
      "Find sentences by words and annotations; both sides of AND are meant of one sentence.",
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur search '\"information security\" AND actor:RU'",
      "  rapporteur search 'forum:un/gge frame:law NOT section:footnote' --facets actor,issue",
      "  rapporteur search 'stance:RU/*/opposes date:2011..2015'",
      "  rapporteur search '\"<actor> NEAR/3 (cyber|information) weapon*\"' --kwic --sort left",
      "  rapporteur search 'move.referent:\"critical infrastructure\" degree:priority'",
      "  rapporteur search 'lemma:threaten holder:author group:forum:sco' --format csv",
      "",
      "Fields: actor, state, organ, bloc, forum, instrument, company, civil, person, threat-group,",
      "  entity; frame, stance:HOLDER/ISSUE/POSITION, holder, issue, position, force, hedge, venue;",
      "  move.actor, move.referent, move.threat, move.source, move.measure, move.audience, degree,",
      "  direction, grammar; lemma, title, body, symbol, date, year, voice, group, section,",
      "  paragraph, page, language, source, source_type, legal_status, doc.",
      "An id finds all that is under it, =id itself alone: forum:un/gge, forum:=un/gge.",
      "In quotes: <field:value> for an annotation, ... for any words, ..3 for up to three,",
      "  NEAR/5, BEFORE/5, (one|another), lemma:form, secur*, securty~."
    })
final class SearchCommand implements Runnable {

  /** The forms of output. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  /** What hits or lines are sorted by. */
  enum By {
    SCORE,
    DATE,
    DOCUMENT,
    LEFT,
    HIT,
    RIGHT
  }

  private static final int MOST_LINES = 100_000;
  private static final int VALUES = 15;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words;

  @Option(names = "--kwic", description = "A line for each match, the match in the middle.")
  private boolean kwic;

  @Option(
      names = "--sort",
      paramLabel = "BY",
      description = "score, date, document; with --kwic also left, hit, right.")
  private By sort;

  @Option(
      names = "--facets",
      split = ",",
      paramLabel = "FACET",
      description = "Count the sentences found by: ${COMPLETION-CANDIDATES}.")
  private Set<Facet> facets = new LinkedHashSet<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Hits or lines at most (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  private int limit;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Format format;

  @Option(names = "--bom", description = "Begin CSV with a byte order mark, for spreadsheets.")
  private boolean bom;

  @Mixin private IndexOption where;
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (limit < 0) {
      throw new UsageException("--limit must not be negative");
    }
    if (!kwic && (sort == By.LEFT || sort == By.HIT || sort == By.RIGHT)) {
      throw new UsageException("--sort " + lower(sort) + " needs --kwic");
    }
    String text = String.join(" ", words);
    Query query = QueryParser.parse(text);
    PrintWriter out = spec.commandLine().getOut();
    try (Index index = where.open()) {
      Search search = new Search(index);
      Search.Results found = search.find(query, order(), kwic ? 0 : limit);
      List<Search.Line> lines = kwic ? lines(search, query) : List.of();
      Map<Facet, List<Search.Count>> counts = search.facets(query, facets, VALUES);
      if (found.total() == 0 && !main.quiet()) {
        PrintWriter err = spec.commandLine().getErr();
        search.hints(query).forEach(hint -> err.println("rapporteur: " + hint));
      }
      switch (format) {
        case TEXT -> new SearchText(out, Screen.of()).print(found, lines, kwic, counts);
        case JSON -> SearchData.json(out, text, found, lines, kwic, counts);
        case CSV -> SearchData.csv(out, found, lines, kwic, bom);
      }
    }
  }

  private Search.Order order() {
    return switch (sort) {
      case DATE -> Search.Order.DATE;
      case DOCUMENT -> Search.Order.DOCUMENT;
      case null, default -> Search.Order.SCORE;
    };
  }

  private List<Search.Line> lines(Search search, Query query) {
    int width = format == Format.TEXT ? Screen.of().width() : 200;
    List<Search.Line> lines = search.concordance(query, width, MOST_LINES);
    Comparator<Search.Line> place =
        Comparator.comparing((Search.Line l) -> l.passage().document().metadata().source())
            .thenComparingInt(l -> l.passage().begin() + l.match().begin());
    Comparator<Search.Line> by =
        switch (sort) {
          case LEFT -> Comparator.comparing(l -> reversedWords(l.left()));
          case RIGHT -> Comparator.comparing(l -> folded(l.right()));
          case HIT -> Comparator.comparing(l -> folded(l.hit()));
          case DATE -> Comparator.comparing(l -> l.passage().document().metadata().date());
          case null, default -> place;
        };
    return lines.stream().sorted(by.thenComparing(place)).limit(limit).toList();
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The words before a match, the nearest first. */
  private static String reversedWords(String text) {
    List<String> words = List.of(folded(text).split("[^\\p{L}\\p{N}]+"));
    return String.join(" ", words.reversed());
  }

  private static String lower(By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }
}
