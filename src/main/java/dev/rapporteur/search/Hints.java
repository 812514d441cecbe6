package dev.rapporteur.search;

import dev.rapporteur.index.Index;
import dev.rapporteur.index.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Says which parts of a query stand nowhere in an index, and what does that is spelt alike. */
final class Hints {

  private static final int EDITS = 2;
  private static final int SHORTEST = 4;

  private final IndexReader reader;
  private final Set<String> hints = new LinkedHashSet<>();

  private Hints(IndexReader reader) {
    this.reader = reader;
  }

  /** A line for each part that finds nothing by itself. */
  static List<String> of(Query query, Index index) throws IOException {
    Hints hints = new Hints(index.searcher().getIndexReader());
    hints.look(query);
    return List.copyOf(hints.hints);
  }

  private void look(Query query) throws IOException {
    switch (query) {
      case Query.And and -> {
        for (Query part : and.parts()) {
          look(part);
        }
      }
      case Query.Or or -> {
        for (Query part : or.parts()) {
          look(part);
        }
      }
      case Query.Text text -> look(text.pattern());
      case Query.Within within -> look(within.pattern());
      case Query.Annotated annotated -> mark(annotated.mark());
      default -> {
        // what is not wanted, dates and places need no hint
      }
    }
  }

  private void look(Query.Pattern pattern) throws IOException {
    switch (pattern) {
      case Query.Word word -> word(word.term());
      case Query.Mark mark -> mark(mark);
      case Query.Row row -> {
        for (Query.Pattern each : row.patterns()) {
          look(each);
        }
      }
      case Query.Near near -> {
        for (Query.Pattern each : near.patterns()) {
          look(each);
        }
      }
      default -> {
        // alternatives and shapes may well find nothing
      }
    }
  }

  private void word(String term) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Schema.WORDS);
    if (terms == null || reader.docFreq(new Term(Schema.WORDS, term)) > 0) {
      return;
    }
    String best = null;
    int most = 0;
    if (term.length() >= SHORTEST) {
      TermsEnum alike = new FuzzyTermsEnum(terms, new Term(Schema.WORDS, term), EDITS, 1, true);
      for (BytesRef each = alike.next(); each != null; each = alike.next()) {
        if (alike.docFreq() > most) {
          most = alike.docFreq();
          best = each.utf8ToString();
        }
      }
    }
    add("the word '" + term + "' is in no text here", Optional.ofNullable(best));
  }

  private void mark(Query.Mark mark) throws IOException {
    String value = mark.value().toLowerCase(Locale.ROOT);
    boolean plain = Ids.isKind(mark.field()) || PLAIN.contains(mark.field());
    if (!plain || value.indexOf('*') >= 0 || value.indexOf('?') >= 0 || value.startsWith("=")) {
      return;
    }
    String prefix = mark.field() + ":";
    if (reader.docFreq(new Term(Schema.MARKS, prefix + value)) == 0) {
      add(
          "nothing here is " + prefix + mark.value(),
          Fields.nearest(value, known(prefix)).map(near -> prefix + near));
    }
  }

  private static final Set<String> PLAIN =
      Set.of("frame", "issue", "position", "force", "degree", "direction", "grammar", "venue");

  private List<String> known(String prefix) throws IOException {
    List<String> known = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, Schema.MARKS);
    if (terms == null) {
      return known;
    }
    TermsEnum each = terms.iterator();
    if (each.seekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END) {
      return known;
    }
    for (BytesRef term = each.term(); term != null; term = each.next()) {
      String found = term.utf8ToString();
      if (!found.startsWith(prefix)) {
        break;
      }
      known.add(found.substring(prefix.length()));
    }
    return known;
  }

  private void add(String problem, Optional<String> instead) {
    hints.add(problem + instead.map(i -> "; did you mean " + i + "?").orElse(""));
  }
}
