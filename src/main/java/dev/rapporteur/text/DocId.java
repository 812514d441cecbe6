package dev.rapporteur.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A document's identity: the SHA-256 of the bytes it was read from, as 64 hex digits.
 *
 * @param value the digits
 */
public record DocId(String value) {

  /** The id of a document of these bytes. */
  public static DocId of(byte[] content) {
    try {
      return new DocId(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** The first twelve digits: short enough to type, long enough to be unique in a folder. */
  public String brief() {
    return value.substring(0, Math.min(12, value.length()));
  }

  @Override
  public String toString() {
    return value;
  }
}
