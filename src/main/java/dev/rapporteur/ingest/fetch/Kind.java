package dev.rapporteur.ingest.fetch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a fetched file is, told from its bytes and not from what the server calls it. */
enum Kind {
  PDF("pdf", "application/pdf"),
  HTML("html", "text/html"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  DOC("doc", "application/msword"),
  RTF("rtf", "application/rtf"),
  TEXT("txt", "text/plain");

  private static final int HEAD = 64 << 10;
  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>(.*?)</title", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Titles of pages that say that the text is not there, or that a robot may not have it. */
  private static final Pattern ERROR_TITLE =
      Pattern.compile(
          "\\b(40[0-9]|50[0-9]|not found|error|denied|forbidden|unavailable|just a moment|captcha"
              + "|attention required|are you human|human verification|security check|log ?in"
              + "|sign in)\\b",
          Pattern.CASE_INSENSITIVE);

  private final String extension;
  private final String mediaType;

  Kind(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  String extension() {
    return extension;
  }

  /** The kind that a content type names, parameters aside. */
  static Optional<Kind> named(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (Kind kind : values()) {
      if (kind.mediaType.equals(type)) {
        return Optional.of(kind);
      }
    }
    return switch (type) {
      case "application/x-pdf" -> Optional.of(PDF);
      case "application/xhtml+xml" -> Optional.of(HTML);
      case "text/rtf" -> Optional.of(RTF);
      default -> Optional.empty();
    };
  }

  /**
   * What a file is, if it is whole and a document.
   *
   * @param contentType what the server calls it, or empty
   * @throws RefusedException if it is nothing that Rapporteur reads, is cut off, is a page that
   *     tells of an error, or is another thing than the server says
   */
  static Kind of(Path file, String contentType) throws IOException, RefusedException {
    byte[] head = read(file, 0);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    Kind found =
        look(text, file)
            .orElseThrow(
                () ->
                    new RefusedException(
                        head.length == 0 ? "the answer is empty" : "it is no document"));
    Optional<Kind> said = named(contentType);
    // servers call all sorts of things HTML or text; but who says PDF must send one
    if (said.isPresent() && said.get() != found && said.get() != HTML && said.get() != TEXT) {
      throw new RefusedException(
          "the server says " + said.get().mediaType + " but sends " + found.mediaType);
    }
    if (found == PDF) {
      String tail = new String(read(file, -2048), StandardCharsets.ISO_8859_1);
      if (!tail.contains("%%EOF")) {
        throw new RefusedException("the PDF is cut off: its end mark is missing");
      }
    }
    if (found == HTML) {
      Matcher title = TITLE.matcher(text);
      if (title.find() && ERROR_TITLE.matcher(title.group(1)).find()) {
        throw new RefusedException(
            "it is an HTML page titled '" + title.group(1).strip().replaceAll("\\s+", " ") + "'");
      }
    }
    return found;
  }

  private static Optional<Kind> look(String head, Path file) throws IOException {
    String start = head.substring(0, Math.min(1024, head.length()));
    String small = start.toLowerCase(Locale.ROOT);
    if (start.contains("%PDF-")) {
      return Optional.of(PDF);
    }
    if (start.startsWith("PK\u0003\u0004")) {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return zip.getEntry("word/document.xml") == null ? Optional.empty() : Optional.of(DOCX);
      } catch (ZipException e) {
        return Optional.empty(); // its table of contents is at the end: it is cut off
      }
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of(DOC);
    }
    if (start.startsWith("{\\rtf")) {
      return Optional.of(RTF);
    }
    if (small.contains("<!doctype html") || small.contains("<html") || small.contains("<head")) {
      return Optional.of(HTML);
    }
    boolean text = !start.isBlank() && start.indexOf('\0') < 0 && !small.startsWith("<?xml");
    return text ? Optional.of(TEXT) : Optional.empty();
  }

  /** Up to 64 KiB of a file from an offset, which counts from the end where it is negative. */
  static byte[] read(Path file, long from) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long begin = from < 0 ? Math.max(0, in.length() + from) : from;
      byte[] bytes = new byte[(int) Math.min(HEAD, in.length() - begin)];
      in.seek(begin);
      in.readFully(bytes);
      return bytes;
    }
  }
}
