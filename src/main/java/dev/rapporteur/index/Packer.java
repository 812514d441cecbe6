package dev.rapporteur.index;

import dev.rapporteur.text.Span;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Writes numbers, spans and strings compactly: small numbers in one byte, spans as the distance
 * from the one before, a string once and then by its number.
 */
final class Packer {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
  private final Map<String, Integer> known = new HashMap<>();
  private int last;

  /** A number that is not negative. */
  void number(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
    varint(value);
  }

  private void varint(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  void span(Span span) {
    int distance = span.begin() - last;
    varint((distance << 1) ^ (distance >> 31)); // zigzag: near places are small either way
    varint(span.length());
    last = span.begin();
  }

  /** A string that is likely to come again. */
  void string(String value) {
    Integer number = known.putIfAbsent(value, known.size() + 1);
    if (number != null) {
      varint(number);
    } else {
      varint(0);
      text(value);
    }
  }

  /** A string as it stands, by code units: even halves of surrogate pairs come back. */
  void text(String value) {
    varint(value.length());
    for (int i = 0; i < value.length(); i++) {
      varint(value.charAt(i));
    }
  }

  void real(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int i = 0; i < Long.BYTES; i++) {
      out.write((int) (bits >>> (8 * i)));
    }
  }

  /** What was written: the version, the length and the deflated rest. */
  byte[] packed(int version) {
    byte[] body = out.toByteArray();
    ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3 + 16);
    packed.write(version);
    for (int i = 0; i < Integer.BYTES; i++) {
      packed.write(body.length >>> (8 * i));
    }
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(body);
      deflater.finish();
      byte[] buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }
}
