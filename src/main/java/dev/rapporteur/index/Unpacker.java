package dev.rapporteur.index;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {

  private static final int HEADER = 1 + Integer.BYTES;

  private final byte[] body;
  private final List<String> known = new ArrayList<>();
  private int at;
  private int last;

  private Unpacker(byte[] body) {
    this.body = body;
  }

  /**
   * What was packed into these bytes.
   *
   * @throws IllegalArgumentException if they are damaged or of another version
   */
  static Unpacker of(byte[] packed, int version) {
    if (packed.length < HEADER || packed[0] != version) {
      throw new IllegalArgumentException(
          "not a document of version " + version + (packed.length > 0 ? ": " + packed[0] : ""));
    }
    int length = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      length |= (packed[1 + i] & 0xff) << (8 * i);
    }
    byte[] body = new byte[length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, HEADER, packed.length - HEADER);
      int read = 0;
      while (read < length) {
        int more = inflater.inflate(body, read, length - read);
        if (more == 0) {
          throw new IllegalArgumentException("a document's bytes are damaged: they end early");
        }
        read += more;
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a document's bytes are damaged", e);
    } finally {
      inflater.end();
    }
    return new Unpacker(body);
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = body[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  Span span() {
    int zigzag = number();
    int begin = last + ((zigzag >>> 1) ^ -(zigzag & 1));
    last = begin;
    return new Span(begin, begin + number());
  }

  String string() {
    int number = number();
    if (number > 0) {
      return known.get(number - 1);
    }
    String value = text();
    known.add(value);
    return value;
  }

  String text() {
    char[] chars = new char[number()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) number();
    }
    return new String(chars);
  }

  double real() {
    long bits = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      bits |= (body[at++] & 0xffL) << (8 * i);
    }
    return Double.longBitsToDouble(bits);
  }
}
