package dev.rapporteur.search;

import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.index.Schema;
import dev.rapporteur.index.Words;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes Lucene's query of ours.
 *
 * <p>Words alone rank: a pattern that needs intervals is a filter beside its words, an annotation
 * weighs nothing next to words. Annotations cover several words, in {@link Schema#SPANS} one term
 * for each length; since the minimal intervals of Lucene would hide a longer one behind a shorter
 * one that lies in it, a pattern with annotations becomes one query for each length, which is
 * exact.
 */
final class Compiler {

  private static final int MOST_TERMS = 1024;
  private static final int MOST_ALTERNATIVES = 512;
  private static final float NOTHING = 0;

  private final Index index;
  private final IndexReader reader;
  private final boolean ranked;

  /**
   * A compiler.
   *
   * @param ranked whether hits will be ranked; otherwise the query only says where it matches
   */
  Compiler(Index index, boolean ranked) {
    this.index = index;
    this.reader = index.searcher().getIndexReader();
    this.ranked = ranked;
  }

  /** The query over sentences. */
  org.apache.lucene.search.Query sentences(Query query) {
    return new BooleanQuery.Builder()
        .add(sentence(), Occur.FILTER)
        .add(compile(query), Occur.MUST)
        .build();
  }

  private static org.apache.lucene.search.Query sentence() {
    return new TermQuery(new Term(Schema.ENTRY, Schema.SENTENCE));
  }

  private org.apache.lucene.search.Query compile(Query query) {
    return switch (query) {
      case Query.All all -> weightless(sentence());
      case Query.And and -> and(and.parts());
      case Query.Or or -> or(or.parts().stream().map(this::compile).toList());
      case Query.Not not -> and(List.of(not));
      case Query.Text text -> text(text.pattern());
      case Query.Within within -> within(within);
      case Query.Annotated annotated -> weightless(marks(annotated.mark()));
      case Query.Fact fact -> weightless(fact(fact));
      case Query.Named named -> weightless(named(named));
      case Query.Dated dated ->
          weightless(
              new BooleanQuery.Builder()
                  .add(IntPoint.newRangeQuery(Schema.FROM, 0, dated.to()), Occur.FILTER)
                  .add(
                      IntPoint.newRangeQuery(Schema.TO, dated.from(), Integer.MAX_VALUE),
                      Occur.FILTER)
                  .build());
      case Query.Numbered n ->
          weightless(
              IntPoint.newRangeQuery(
                  n.field().equals("page") ? Schema.PAGE : Schema.SID, n.from(), n.to()));
    };
  }

  private org.apache.lucene.search.Query and(List<Query> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Query part : parts) {
      if (part instanceof Query.Not not) {
        all.add(compile(not.part()), Occur.MUST_NOT);
      } else {
        all.add(compile(part), Occur.MUST);
        positive = true;
      }
    }
    if (!positive) {
      all.add(weightless(sentence()), Occur.MUST);
    }
    return all.build();
  }

  private static org.apache.lucene.search.Query or(
      List<org.apache.lucene.search.Query> alternatives) {
    if (alternatives.size() == 1) {
      return alternatives.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    alternatives.forEach(each -> any.add(each, Occur.SHOULD));
    return any.build();
  }

  private static org.apache.lucene.search.Query weightless(org.apache.lucene.search.Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), NOTHING);
  }

  // words and patterns

  private org.apache.lucene.search.Query text(Query.Pattern pattern) {
    return switch (pattern) {
      case Query.Word word -> new TermQuery(new Term(Schema.WORDS, word.term()));
      case Query.Lemma lemma -> new TermQuery(new Term(Schema.LEMMAS, lemma.term()));
      case Query.Glob glob -> new WildcardQuery(new Term(Schema.WORDS, escape(glob.glob())));
      case Query.Fuzzy fuzzy ->
          new FuzzyQuery(new Term(Schema.WORDS, fuzzy.term()), fuzzy.edits(), 1);
      case Query.Mark mark -> weightless(marks(mark));
      case Query.Any any -> or(any.patterns().stream().map(this::text).toList());
      case Query.Row row when isPhrase(row) -> phrase(Schema.WORDS, row);
      case Query.Row row -> intervals(row, sources(row));
      case Query.Near near -> intervals(near, sources(near));
    };
  }

  private static boolean isPhrase(Query.Row row) {
    return row.patterns().stream().allMatch(Query.Word.class::isInstance)
        && row.gaps().stream().allMatch(gap -> gap == 0);
  }

  private static PhraseQuery phrase(String field, Query.Row row) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    row.patterns().forEach(each -> phrase.add(new Term(field, ((Query.Word) each).term())));
    return phrase.build();
  }

  /** Where one of the sources occurs, ranked by the pattern's words. */
  private org.apache.lucene.search.Query intervals(
      Query.Pattern pattern, List<IntervalsSource> sources) {
    if (sources.isEmpty()) {
      return new MatchNoDocsQuery("no such annotation");
    }
    org.apache.lucene.search.Query where =
        or(
            sources.stream()
                .map(s -> (org.apache.lucene.search.Query) new IntervalQuery(Schema.WORDS, s))
                .toList());
    if (!ranked) {
      return where;
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder().add(weightless(where), Occur.MUST);
    words(pattern).forEach(w -> both.add(new TermQuery(new Term(Schema.WORDS, w)), Occur.SHOULD));
    return both.build();
  }

  private static List<String> words(Query.Pattern pattern) {
    return switch (pattern) {
      case Query.Word word -> List.of(word.term());
      case Query.Any any -> any.patterns().stream().flatMap(p -> words(p).stream()).toList();
      case Query.Row row -> row.patterns().stream().flatMap(p -> words(p).stream()).toList();
      case Query.Near near -> near.patterns().stream().flatMap(p -> words(p).stream()).toList();
      default -> List.of();
    };
  }

  /** The pattern as intervals, one for each way it can be: their disjunction is the pattern. */
  private List<IntervalsSource> sources(Query.Pattern pattern) {
    return switch (pattern) {
      case Query.Word word -> List.of(Intervals.term(word.term()));
      case Query.Lemma lemma ->
          List.of(Intervals.fixField(Schema.LEMMAS, Intervals.term(lemma.term())));
      case Query.Glob glob ->
          List.of(Intervals.wildcard(new BytesRef(escape(glob.glob())), MOST_TERMS));
      case Query.Fuzzy fuzzy ->
          List.of(Intervals.fuzzyTerm(fuzzy.term(), fuzzy.edits(), 1, true, MOST_TERMS));
      case Query.Mark mark -> spans(mark);
      case Query.Any any -> {
        List<IntervalsSource> all = new ArrayList<>();
        any.patterns().forEach(p -> all.addAll(sources(p)));
        yield bounded(all);
      }
      case Query.Row row -> row(row);
      case Query.Near near ->
          product(near.patterns()).stream()
              .map(
                  each ->
                      Intervals.maxgaps(
                          near.words(),
                          each.size() == 2
                              ? Intervals.unorderedNoOverlaps(each.getFirst(), each.getLast())
                              : Intervals.unordered(each.toArray(IntervalsSource[]::new))))
              .toList();
    };
  }

  private List<IntervalsSource> row(Query.Row row) {
    List<IntervalsSource> all = new ArrayList<>();
    for (List<IntervalsSource> each : product(row.patterns())) {
      // what touches is put together first, then what is apart
      List<IntervalsSource> touching = new ArrayList<>(List.of(each.getFirst()));
      IntervalsSource left = null;
      int gap = 0;
      for (int i = 1; i < each.size(); i++) {
        if (row.gaps().get(i - 1) != 0) {
          left = join(left, gap, touching);
          gap = row.gaps().get(i - 1);
          touching = new ArrayList<>();
        }
        touching.add(each.get(i));
      }
      all.add(join(left, gap, touching));
    }
    return all;
  }

  private static IntervalsSource join(
      IntervalsSource left, int gap, List<IntervalsSource> touching) {
    IntervalsSource right =
        touching.size() == 1
            ? touching.getFirst()
            : Intervals.phrase(touching.toArray(IntervalsSource[]::new));
    if (left == null) {
      return right;
    }
    IntervalsSource ordered = Intervals.ordered(left, right);
    return gap == Query.Row.ANY_GAP ? ordered : Intervals.maxgaps(gap, ordered);
  }

  /** Every way to take one source of each pattern. */
  private List<List<IntervalsSource>> product(List<Query.Pattern> patterns) {
    List<List<IntervalsSource>> all = List.of(List.of());
    for (Query.Pattern pattern : patterns) {
      List<IntervalsSource> next = sources(pattern);
      List<List<IntervalsSource>> longer = new ArrayList<>();
      for (List<IntervalsSource> before : all) {
        for (IntervalsSource source : next) {
          List<IntervalsSource> with = new ArrayList<>(before);
          with.add(source);
          longer.add(with);
        }
      }
      all = bounded(longer);
    }
    return all;
  }

  private static <T> List<T> bounded(List<T> alternatives) {
    if (alternatives.size() > MOST_ALTERNATIVES) {
      throw new QueryException(
          "the phrase can be said in more than "
              + MOST_ALTERNATIVES
              + " ways; name fewer alternatives or a narrower annotation");
    }
    return alternatives;
  }

  // annotations

  /** Sentences that carry an annotation. */
  private org.apache.lucene.search.Query marks(Query.Mark mark) {
    List<org.apache.lucene.search.Query> all = new ArrayList<>();
    for (String term : terms(mark)) {
      all.add(
          isGlob(term)
              ? new WildcardQuery(new Term(Schema.MARKS, escape(term)))
              : new TermQuery(new Term(Schema.MARKS, term)));
    }
    return or(all);
  }

  /** An annotation as intervals, one source for each number of words that it covers somewhere. */
  private List<IntervalsSource> spans(Query.Mark mark) {
    List<IntervalsSource> sources = new ArrayList<>();
    spanTerms(mark)
        .forEach(
            (length, terms) -> {
              IntervalsSource first =
                  Intervals.or(
                      terms.stream()
                          .map(t -> Intervals.fixField(Schema.SPANS, Intervals.term(t)))
                          .toList());
              sources.add(length == 1 ? first : Intervals.extend(first, 0, length - 1));
            });
    return bounded(sources);
  }

  private SortedMap<Integer, List<String>> spanTerms(Query.Mark mark) {
    SortedMap<Integer, List<String>> byLength = new TreeMap<>();
    try {
      var all = MultiTerms.getTerms(reader, Schema.SPANS);
      if (all == null) {
        return byLength;
      }
      for (String term : terms(mark)) {
        int star = isGlob(term) ? firstWildcard(term) : -1;
        String prefix = star < 0 ? term + '|' : term.substring(0, star);
        Glob glob = star < 0 ? null : new Glob(term);
        var each = all.iterator();
        int seen = 0;
        if (each.seekCeil(new BytesRef(prefix))
            == org.apache.lucene.index.TermsEnum.SeekStatus.END) {
          continue;
        }
        for (BytesRef bytes = each.term(); bytes != null; bytes = each.next()) {
          String found = bytes.utf8ToString();
          if (!found.startsWith(prefix)) {
            break;
          }
          int bar = found.lastIndexOf('|');
          if (glob != null ? !glob.matches(found.substring(0, bar)) : bar != prefix.length() - 1) {
            continue;
          }
          if (++seen > MOST_TERMS) {
            throw new QueryException(
                "<"
                    + mark.field()
                    + ":"
                    + mark.value()
                    + "> means more than "
                    + MOST_TERMS
                    + " things; be more specific");
          }
          byLength
              .computeIfAbsent(Integer.valueOf(found.substring(bar + 1)), k -> new ArrayList<>())
              .add(found);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return byLength;
  }

  /** Words within a part of a move, one query for each length of such parts. */
  private org.apache.lucene.search.Query within(Query.Within within) {
    List<IntervalsSource> inside = new ArrayList<>();
    for (IntervalsSource part : spans(new Query.Mark("move." + within.part(), "*"))) {
      for (IntervalsSource words : sources(within.pattern())) {
        inside.add(Intervals.containedBy(words, part));
      }
    }
    return intervals(within.pattern(), bounded(inside));
  }

  /** The terms in {@link Schema#MARKS} that an annotation means. */
  private static List<String> terms(Query.Mark mark) {
    String field = mark.field();
    String value = mark.value().toLowerCase(Locale.ROOT);
    if (field.equals("actor") || field.equals("entity") || Ids.isKind(field)) {
      return Ids.mentioned(field, value);
    }
    return switch (field) {
      case "holder", "reporter", "move.actor" ->
          value.equals("*")
              ? List.of(field.equals("holder") ? "kind:stance" : field + ":*")
              : Ids.party(value).stream().map(id -> Ids.exact(id, field + ":")).toList();
      case "stance" -> value.equals("*") ? List.of("kind:stance") : stances(value);
      case "hedge" ->
          List.of(value.equals("*") ? "kind:hedge" : "hedge:" + String.join(" ", globs(value)));
      case "frame", "move" -> List.of(value.equals("*") ? "kind:" + field : field + ":" + value);
      case "issue", "position", "force", "basis", "reported" ->
          List.of(value.equals("*") ? "kind:stance" : field + ":" + position(value));
      case "degree", "direction" -> List.of(value.equals("*") ? "kind:move" : field + ":" + value);
      case String part when part.startsWith("move.") -> List.of("kind:" + part);
      default -> List.of(field + ":" + value);
    };
  }

  private static List<String> globs(String value) {
    return Arrays.stream(value.split("\\s+"))
        .flatMap(w -> isGlob(w) ? List.of(w).stream() : Words.terms(w).stream())
        .toList();
  }

  /** {@code HOLDER/ISSUE/POSITION}, split from the right; what is missing is anything. */
  private static List<String> stances(String value) {
    String rest = value;
    String position = "*";
    int slash = rest.lastIndexOf('/');
    String last = position(rest.substring(slash + 1));
    if (last.equals("*")
        || Arrays.stream(Stance.Position.values()).anyMatch(p -> p.id().equals(last))) {
      position = last;
      rest = slash < 0 ? "*" : rest.substring(0, slash);
      slash = rest.lastIndexOf('/');
    }
    String issue = rest.substring(slash + 1);
    String holder = slash < 0 ? "*" : rest.substring(0, slash);
    List<String> terms = new ArrayList<>();
    for (String each : holder.equals("*") ? List.of("*") : Ids.party(holder)) {
      terms.add(Schema.stance(each, issue.isEmpty() ? "*" : issue, position));
    }
    return terms;
  }

  private static String position(String value) {
    return switch (value) {
      case "+" -> Stance.Position.SUPPORTS.id();
      case "-" -> Stance.Position.OPPOSES.id();
      case "~" -> Stance.Position.AMBIVALENT.id();
      default -> value;
    };
  }

  // documents

  private static final Map<String, String> PLAIN =
      Map.of(
          "symbol", Schema.SYMBOL,
          "section", Schema.SECTION,
          "paragraph", Schema.PARAGRAPH,
          "language", Schema.LANGUAGE,
          "source", Schema.SOURCE,
          "source_type", Schema.SOURCE_TYPE,
          "legal_status", Schema.LEGAL_STATUS);

  private org.apache.lucene.search.Query fact(Query.Fact fact) {
    String value = fact.value().toLowerCase(Locale.ROOT);
    return switch (fact.field()) {
      case "voice", "group" -> {
        String field = fact.field().equals("voice") ? Schema.VOICE : Schema.GROUP;
        yield or(Ids.party(value).stream().map(id -> exactOrGlob(field, id)).toList());
      }
      case "doc" -> {
        List<BytesRef> ids = new ArrayList<>();
        for (Entry entry : index.find(value)) {
          ids.add(new BytesRef(entry.id().value()));
        }
        yield new TermInSetQuery(Schema.ID, ids);
      }
      default -> exactOrGlob(PLAIN.get(fact.field()), value);
    };
  }

  private static org.apache.lucene.search.Query exactOrGlob(String field, String value) {
    return isGlob(value)
        ? new WildcardQuery(new Term(field, escape(value)))
        : new TermQuery(new Term(field, value));
  }

  private org.apache.lucene.search.Query named(Query.Named named) {
    String field = named.field().equals("title") ? Schema.TITLE : Schema.BODY;
    return switch (named.pattern()) {
      case Query.Word word -> new TermQuery(new Term(field, word.term()));
      case Query.Glob glob -> new WildcardQuery(new Term(field, escape(glob.glob())));
      case Query.Fuzzy fuzzy -> new FuzzyQuery(new Term(field, fuzzy.term()), fuzzy.edits(), 1);
      case Query.Row row when isPhrase(row) -> phrase(field, row);
      default ->
          or(
              sources(named.pattern()).stream()
                  .map(s -> (org.apache.lucene.search.Query) new IntervalQuery(field, s))
                  .toList());
    };
  }

  // wildcards

  private static boolean isGlob(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  private static int firstWildcard(String value) {
    int star = value.indexOf('*');
    int mark = value.indexOf('?');
    return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
  }

  /** Lucene's wildcards are ours, but for its backslash. */
  private static String escape(String glob) {
    return glob.replace("\\", "\\\\");
  }

  /** A glob as a test. */
  private record Glob(java.util.regex.Pattern pattern) {

    Glob(String glob) {
      this(
          java.util.regex.Pattern.compile(
              java.util.regex.Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"),
              java.util.regex.Pattern.DOTALL));
    }

    boolean matches(String value) {
      return pattern.matcher(value).matches();
    }
  }
}
