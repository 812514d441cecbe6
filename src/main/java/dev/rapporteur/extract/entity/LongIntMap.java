package dev.rapporteur.extract.entity;

/**
 * A hash map from positive long keys to ints of at least 0; open addressing, grows, never shrinks.
 */
final class LongIntMap {

  private long[] keys;
  private int[] values;
  private int size;

  LongIntMap(int capacity) {
    keys = new long[Integer.highestOneBit(Math.max(16, capacity))];
    values = new int[keys.length];
  }

  /** The value of a key, -1 if there is none. */
  int get(long key) {
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return values[at];
      }
      at = at + 1 & mask;
    }
    return -1;
  }

  /** Sets the value of a key, which is not 0. */
  void put(long key, int value) {
    if (2 * size >= keys.length) {
      long[] oldKeys = keys;
      int[] oldValues = values;
      keys = new long[2 * oldKeys.length];
      values = new int[keys.length];
      size = 0;
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          put(oldKeys[i], oldValues[i]);
        }
      }
    }
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (keys[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed ^ mixed >>> 32) & mask;
  }
}
