package dev.rapporteur.eval;

import java.util.Map;
import java.util.TreeMap;

/** What was right, spare and missed, by task; sums of sentences are counts again. */
final class Counts {

  static final int RIGHT = 0;
  static final int SPARE = 1;
  static final int MISSED = 2;

  private final Map<String, int[]> cells = new TreeMap<>();

  void add(String task, int cell, int by) {
    cells.computeIfAbsent(task, t -> new int[3])[cell] += by;
  }

  void add(Counts other) {
    other.cells.forEach(
        (task, cell) -> {
          int[] mine = cells.computeIfAbsent(task, t -> new int[3]);
          for (int i = 0; i < 3; i++) {
            mine[i] += cell[i];
          }
        });
  }

  int get(String task, int cell) {
    int[] cells = this.cells.get(task);
    return cells == null ? 0 : cells[cell];
  }

  Map<String, int[]> cells() {
    return cells;
  }
}
