package dev.rapporteur.search;

import dev.rapporteur.index.Facet;
import dev.rapporteur.index.Index;
import dev.rapporteur.index.IndexException;
import dev.rapporteur.index.Passage;
import dev.rapporteur.index.Schema;
import dev.rapporteur.index.Words;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Answers queries over one index; thread-safe. */
public final class Search {

  /**
   * A sentence that was found.
   *
   * @param passage the sentence and its place
   * @param score its rank's reason, by words alone (BM25); 0 where the query has none
   * @param matches what matched, in code units of the sentence, sorted, not overlapping
   */
  public record Hit(Passage passage, double score, List<Span> matches) {}

  /**
   * The best hits.
   *
   * @param total how many sentences there are in all
   * @param documents how many documents they are of
   * @param words how many words the index has in all, for frequencies
   * @param hits the first of them
   */
  public record Results(long total, long documents, long words, List<Hit> hits) {}

  /** What hits are sorted by. */
  public enum Order {
    /** The best first. */
    SCORE,
    /** The oldest first. */
    DATE,
    /** By document and place. */
    DOCUMENT
  }

  /**
   * How often a value of a facet occurs.
   *
   * @param value the value
   * @param sentences in how many of the sentences found
   */
  public record Count(String value, long sentences) {}

  private final Index index;
  private final IndexSearcher searcher;

  /** Over an open index, which stays the caller's to close. */
  public Search(Index index) {
    this.index = index;
    this.searcher = index.searcher();
  }

  /** The index. */
  public Index index() {
    return index;
  }

  /**
   * The best sentences for a query.
   *
   * @param limit how many at most
   */
  public Results find(Query query, Order order, int limit) {
    try {
      var compiled = guarded(query, true);
      Counting counting = count(compiled);
      List<Hit> hits = new ArrayList<>();
      if (limit > 0 && counting.sentences > 0) {
        TopFieldDocs top = searcher.search(compiled, limit, sort(order), order == Order.SCORE);
        Weight places = places(query);
        for (ScoreDoc each : top.scoreDocs) {
          double score = Float.isNaN(each.score) ? 0 : each.score;
          Passage passage = index.passage(each.doc);
          List<Span> matches = matches(places, each.doc, passage.text());
          hits.add(new Hit(passage, score, merged(matches)));
        }
      }
      return new Results(counting.sentences, counting.documents, totalWords(), hits);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Why a query may find nothing: its words and annotations that stand nowhere in the index. */
  public List<String> hints(Query query) {
    try {
      return Hints.of(query, index);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The documents that hold a sentence which the query describes, in the index's order. */
  public Set<DocId> documents(Query query) {
    try {
      Set<DocId> ids = new LinkedHashSet<>();
      Weight weight = weight(guarded(query, false));
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        DocIdSetIterator found = found(weight, leaf);
        SortedDocValues values = DocValues.getSorted(leaf.reader(), Schema.ID);
        int last = -1;
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          int doc = found.docID();
          values.advanceExact(doc);
          if (values.ordValue() != last) {
            last = values.ordValue();
            ids.add(new DocId(values.lookupOrd(last).utf8ToString()));
          }
        }
      }
      return ids;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /**
   * How the sentences found divide by each facet, most frequent values first.
   *
   * @param limit how many values of each at most
   */
  public Map<Facet, List<Count>> facets(Query query, Set<Facet> facets, int limit) {
    try {
      Map<Facet, Map<String, Long>> counts = new LinkedHashMap<>();
      facets.forEach(facet -> counts.put(facet, new HashMap<>()));
      Weight weight = weight(guarded(query, false));
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        count(leaf, weight, counts);
      }
      Map<Facet, List<Count>> sorted = new LinkedHashMap<>();
      counts.forEach(
          (facet, values) ->
              sorted.put(
                  facet,
                  values.entrySet().stream()
                      .map(e -> new Count(e.getKey(), e.getValue()))
                      .sorted(
                          Comparator.comparingLong(Count::sentences)
                              .reversed()
                              .thenComparing(Count::value))
                      .limit(limit)
                      .toList()));
      return sorted;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static void count(
      LeafReaderContext leaf, Weight weight, Map<Facet, Map<String, Long>> counts)
      throws IOException {
    for (Map.Entry<Facet, Map<String, Long>> each : counts.entrySet()) {
      DocIdSetIterator found = found(weight, leaf);
      SortedSetDocValues values =
          DocValues.getSortedSet(leaf.reader(), Schema.facet(each.getKey()));
      long[] byOrdinal = new long[(int) values.getValueCount()];
      while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int doc = found.docID();
        if (values.advanceExact(doc)) {
          for (int i = 0; i < values.docValueCount(); i++) {
            byOrdinal[(int) values.nextOrd()]++;
          }
        }
      }
      for (int i = 0; i < byOrdinal.length; i++) {
        if (byOrdinal[i] > 0) {
          BytesRef value = values.lookupOrd(i);
          each.getValue().merge(value.utf8ToString(), byOrdinal[i], Long::sum);
        }
      }
    }
  }

  /**
   * Every place that matches, in its context.
   *
   * @param width code units of context on each side
   * @param most how many places are looked at; the rest are left out
   */
  public List<Line> concordance(Query query, int width, int most) {
    try {
      List<Line> lines = new ArrayList<>();
      Weight places = places(query);
      Weight wanted = weight(guarded(query, false));
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        DocIdSetIterator found = found(wanted, leaf);
        while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          int doc = found.docID();
          Passage passage = index.passage(leaf.docBase + doc);
          List<Span> matches = matches(places, leaf.docBase + doc, passage.text());
          for (Span match : matches.isEmpty() ? List.of(new Span(0, 0)) : matches) {
            if (lines.size() == most) {
              return lines;
            }
            lines.add(line(leaf.docBase + doc, passage, match, width));
          }
        }
      }
      return lines;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** A match with its context, which may reach into the sentences beside it. */
  private Line line(int number, Passage passage, Span match, int width) {
    String left = passage.text().substring(0, match.begin());
    String right = passage.text().substring(match.end());
    if (left.length() < width && passage.sid() > 1) {
      left = index.passage(number - 1).text() + " " + left;
    }
    if (right.length() < width && passage.sid() < passage.document().sentences()) {
      right = right + " " + index.passage(number + 1).text();
    }
    left = flat(left);
    right = flat(right);
    return new Line(
        passage,
        match,
        left.substring(Math.max(0, left.length() - width)),
        flat(match.of(passage.text())),
        right.substring(0, Math.min(width, right.length())));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  // counting

  private record Counting(long sentences, long documents) {}

  private Counting count(org.apache.lucene.search.Query compiled) throws IOException {
    long sentences = 0;
    long documents = 0;
    Weight weight = weight(compiled);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      DocIdSetIterator found = found(weight, leaf);
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Schema.ID);
      int last = -1;
      while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int doc = found.docID();
        sentences++;
        if (ids.advanceExact(doc) && ids.ordValue() != last) {
          last = ids.ordValue(); // a document's sentences stand together
          documents++;
        }
      }
    }
    return new Counting(sentences, documents);
  }

  private long totalWords() throws IOException {
    long words = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      var terms = leaf.reader().terms(Schema.WORDS);
      words += terms == null ? 0 : terms.getSumTotalTermFreq();
    }
    return words;
  }

  /** The entries of a segment that match and are not deleted. */
  private static DocIdSetIterator found(Weight weight, LeafReaderContext leaf) throws IOException {
    Scorer scorer = weight.scorer(leaf);
    if (scorer == null) {
      return DocIdSetIterator.empty();
    }
    Bits live = leaf.reader().getLiveDocs();
    return live == null
        ? scorer.iterator()
        : new FilteredDocIdSetIterator(scorer.iterator()) {
          @Override
          protected boolean match(int doc) {
            return live.get(doc);
          }
        };
  }

  private static Sort sort(Order order) {
    SortField document = new SortField(Schema.ID, SortField.Type.STRING);
    SortField sid = new SortField(Schema.SID, SortField.Type.INT);
    SortField date = new SortField(Schema.FROM, SortField.Type.INT, false, Integer.MAX_VALUE);
    return switch (order) {
      case SCORE -> new Sort(SortField.FIELD_SCORE, document, sid);
      case DATE -> new Sort(date, document, sid);
      case DOCUMENT -> new Sort(document, sid);
    };
  }

  // matching

  private org.apache.lucene.search.Query guarded(Query query, boolean ranked) throws IOException {
    try {
      return searcher.rewrite(new Compiler(index, ranked).sentences(query));
    } catch (IndexSearcher.TooManyClauses
        | IllegalStateException
        | TooComplexToDeterminizeException e) {
      throw new QueryException(
          "a wildcard means too many words or annotations; write more of its letters");
    }
  }

  private Weight weight(org.apache.lucene.search.Query query) throws IOException {
    return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** What says where a query matches. */
  private Weight places(Query query) throws IOException {
    return weight(guarded(query, false));
  }

  /** The places in a sentence, sorted. */
  private List<Span> matches(Weight weight, int number, String text) throws IOException {
    List<Words.Word> words = null;
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
    Matches matches = weight.matches(leaf, number - leaf.docBase);
    Set<Span> spans = new LinkedHashSet<>();
    if (matches != null) {
      for (String field : List.of(Schema.WORDS, Schema.LEMMAS, Schema.MARKS, Schema.SPANS)) {
        MatchesIterator each = matches.getMatches(field);
        while (each != null && each.next()) {
          if (each.startOffset() >= 0 && each.endOffset() >= each.startOffset()) {
            spans.add(new Span(each.startOffset(), each.endOffset()));
          } else if (each.startPosition() >= 0) {
            // intervals that were widened to a mention's words know positions only
            words = words == null ? Words.cut(text) : words;
            int last = Math.min(each.endPosition(), words.size() - 1);
            if (each.startPosition() <= last) {
              spans.add(new Span(words.get(each.startPosition()).begin(), words.get(last).end()));
            }
          }
        }
      }
    }
    return spans.stream().sorted().toList();
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      if (!merged.isEmpty() && span.begin() <= merged.getLast().end()) {
        merged.add(merged.removeLast().cover(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private IndexException failure(IOException e) {
    return new IndexException(
        "cannot read the index in " + index.folder() + ": " + e.getMessage(), e);
  }

  /**
   * A line of a concordance.
   *
   * @param passage the sentence
   * @param match where it matches, in code units of the sentence
   * @param left what stands before it
   * @param hit what matched
   * @param right what stands behind it
   */
  public record Line(Passage passage, Span match, String left, String hit, String right) {}
}
