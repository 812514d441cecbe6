package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The best local alignment of two stretches of words (Smith and Waterman 1981): an equal content
 * word counts 2, an equal stop word 1, a gap or a difference −1.
 *
 * @param pairs aligned words of the first and second text, rising; {@code -1} where one has nothing
 * @param score its score
 */
record Alignment(List<Pair> pairs, int score) {

  /** Indices of two aligned words; equal or not. */
  record Pair(int first, int second, boolean same) {}

  /**
   * Aligns words {@code [firstFrom, firstTo)} of one text with words {@code [secondFrom, secondTo)}
   * of another.
   */
  static Alignment of(
      Words first,
      int firstFrom,
      int firstTo,
      Words second,
      int secondFrom,
      int secondTo,
      Set<String> stopwords) {
    int rows = firstTo - firstFrom;
    int columns = secondTo - secondFrom;
    int[][] score = new int[rows + 1][columns + 1];
    int best = 0;
    int bestRow = 0;
    int bestColumn = 0;
    for (int i = 1; i <= rows; i++) {
      String word = first.lemma(firstFrom + i - 1);
      int gain = stopwords.contains(word) ? 1 : 2;
      for (int j = 1; j <= columns; j++) {
        boolean same = word.equals(second.lemma(secondFrom + j - 1));
        int diagonal = score[i - 1][j - 1] + (same ? gain : -1);
        int value = Math.max(diagonal, Math.max(score[i - 1][j], score[i][j - 1]) - 1);
        score[i][j] = Math.max(0, value);
        if (value > best) {
          best = value;
          bestRow = i;
          bestColumn = j;
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = bestRow;
    int j = bestColumn;
    while (i > 0 && j > 0 && score[i][j] > 0) {
      String word = first.lemma(firstFrom + i - 1);
      boolean same = word.equals(second.lemma(secondFrom + j - 1));
      int gain = same ? stopwords.contains(word) ? 1 : 2 : -1;
      if (score[i][j] == score[i - 1][j - 1] + gain) {
        pairs.add(new Pair(firstFrom + i - 1, secondFrom + j - 1, same));
        i--;
        j--;
      } else if (score[i][j] == score[i - 1][j] - 1) {
        pairs.add(new Pair(firstFrom + i - 1, -1, false));
        i--;
      } else {
        pairs.add(new Pair(-1, secondFrom + j - 1, false));
        j--;
      }
    }
    Collections.reverse(pairs);
    return new Alignment(List.copyOf(pairs), best);
  }

  /** Aligns two stretches from end to end, so that as many words as can be are equal. */
  static Alignment whole(
      Words first, int firstFrom, int firstTo, Words second, int secondFrom, int secondTo) {
    int rows = firstTo - firstFrom;
    int columns = secondTo - secondFrom;
    int[][] equal = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        equal[i][j] =
            first.lemma(firstFrom + i).equals(second.lemma(secondFrom + j))
                ? equal[i + 1][j + 1] + 1
                : Math.max(equal[i + 1][j], equal[i][j + 1]);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      if (i < rows
          && j < columns
          && first.lemma(firstFrom + i).equals(second.lemma(secondFrom + j))) {
        pairs.add(new Pair(firstFrom + i++, secondFrom + j++, true));
      } else if (j == columns || (i < rows && equal[i + 1][j] >= equal[i][j + 1])) {
        pairs.add(new Pair(firstFrom + i++, -1, false));
      } else {
        pairs.add(new Pair(-1, secondFrom + j++, false));
      }
    }
    return new Alignment(List.copyOf(pairs), equal[0][0]);
  }

  /** Number of equal words. */
  int same() {
    return (int) pairs.stream().filter(Pair::same).count();
  }

  /** The aligned words of one side, which are one stretch. */
  int[] range(boolean ofFirst) {
    int[] indices =
        pairs.stream().mapToInt(p -> ofFirst ? p.first : p.second).filter(i -> i >= 0).toArray();
    return new int[] {indices[0], indices[indices.length - 1] + 1};
  }

  /** One side's wording, cut where sameness begins or ends. */
  List<Comparison.Piece> pieces(Profile profile, boolean ofFirst) {
    List<Comparison.Piece> pieces = new ArrayList<>();
    int begin = -1;
    int end = -1;
    boolean same = false;
    for (Pair pair : pairs) {
      int index = ofFirst ? pair.first : pair.second;
      if (index < 0) {
        continue;
      }
      if (begin < 0) {
        begin = profile.words().span(index).begin();
        same = pair.same;
      } else if (same != pair.same) {
        int cut = same ? end : profile.words().span(index).begin();
        pieces.add(piece(profile, begin, cut, same));
        begin = cut;
        same = pair.same;
      }
      end = profile.words().span(index).end();
    }
    if (begin >= 0) {
      pieces.add(piece(profile, begin, end, same));
    }
    return pieces;
  }

  private static Comparison.Piece piece(Profile profile, int begin, int end, boolean same) {
    return new Comparison.Piece(profile.text().substring(begin, end).replaceAll("\\s+", " "), same);
  }
}
