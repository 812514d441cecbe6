package dev.rapporteur.index;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Hands Lucene terms that were made already, each at a position of its own choice. */
final class Terms extends TokenStream {

  /**
   * A term at its place.
   *
   * @param text the term
   * @param position number of the word it stands at, from 0
   * @param begin offset in the sentence
   * @param end offset in the sentence
   */
  record Term(String text, int position, int begin, int end) {}

  private final CharTermAttribute text = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private final List<Term> terms;
  private Iterator<Term> rest;
  private int position;

  Terms(List<Term> terms) {
    this.terms =
        terms.stream()
            .sorted(Comparator.comparingInt(Term::position).thenComparingInt(Term::begin))
            .toList();
  }

  @Override
  public void reset() {
    rest = terms.iterator();
    position = -1;
  }

  @Override
  public boolean incrementToken() {
    if (!rest.hasNext()) {
      return false;
    }
    clearAttributes();
    Term term = rest.next();
    text.append(term.text);
    offset.setOffset(term.begin, term.end);
    increment.setPositionIncrement(term.position - position);
    position = term.position;
    return true;
  }
}
