package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/** Looks at a file's bytes and reads it with the reader that fits. */
final class Formats {

  /** How a file is read. */
  enum Way {
    PLAIN,
    MARKDOWN,
    PDF,
    TIKA,
    CONTAINER,
    UNSUPPORTED
  }

  /** What a file is. */
  record Format(String type, Way way) {}

  private static final Set<String> OFFICE =
      Set.of(
          "application/rtf",
          "text/rtf",
          "application/msword",
          "message/rfc822",
          "application/vnd.ms-outlook",
          "application/epub+zip",
          "application/xhtml+xml",
          "application/xml",
          "text/xml",
          "text/html");

  private static final Pattern TEXT_NAME = Pattern.compile("\\.(?:txt|text|md|markdown)$");

  private final Detector detector = new DefaultDetector();
  private MarkupReader markup;

  Formats() {}

  /** Whether a file is plain text by name and content, which no parser is needed for. */
  static boolean harmless(byte[] bytes, String name) {
    return TEXT_NAME.matcher(name.toLowerCase(Locale.ROOT)).find() && text(bytes);
  }

  List<MarkupReader.Attachment> attachments(byte[] bytes, String name, Limits limits)
      throws UnreadableException {
    return markup().attachments(bytes, name, limits);
  }

  Format format(byte[] bytes, String name) throws UnreadableException {
    String low = name.toLowerCase(Locale.ROOT);
    if (TEXT_NAME.matcher(low).find() && text(bytes)) {
      // by its content a letter may look like a mail, an article like a newsgroup's
      boolean markdown = !low.endsWith(".txt") && !low.endsWith(".text");
      return new Format("text/plain", markdown ? Way.MARKDOWN : Way.PLAIN);
    }
    String type = detect(bytes, name);
    if (type.equals("application/pdf")) {
      return new Format(type, Way.PDF);
    }
    if (OFFICE.contains(type)
        || type.contains("officedocument.wordprocessingml")
        || type.contains("officedocument.presentationml")
        || type.contains("opendocument.text")) {
      return new Format(type, Way.TIKA);
    }
    if (type.contains("tika-msoffice")
        || type.contains("ms-office")
        || type.contains("protected")) {
      return new Format(type, Way.TIKA);
    }
    if (type.startsWith("text/")) {
      boolean markdown =
          low.endsWith(".md") || low.endsWith(".markdown") || type.contains("markdown");
      return new Format(type, markdown ? Way.MARKDOWN : Way.PLAIN);
    }
    if (Containers.reads(type)) {
      return new Format(type, Way.CONTAINER);
    }
    return new Format(type, Way.UNSUPPORTED);
  }

  /** Whether bytes that are said to be text can be: no zeros, no signature of another format. */
  private static boolean text(byte[] bytes) {
    int look = Math.min(bytes.length, 8192);
    for (int i = 0; i < look; i++) {
      int b = bytes[i];
      if (b == 0 || b > 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return !start.startsWith("%PDF") && !start.startsWith("{\\rtf") && !start.startsWith("<");
  }

  private String detect(byte[] bytes, String name) throws UnreadableException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
      MediaType type = detector.detect(in, metadata);
      return type.getBaseType().toString();
    } catch (IOException e) {
      throw new UnreadableException(Outcome.Cause.CORRUPT, "cannot be recognised: " + e, e);
    }
  }

  /** Reads bytes in this JVM. */
  Draft read(byte[] bytes, String name, Format format, Limits limits) throws UnreadableException {
    return switch (format.way()) {
      case PLAIN, MARKDOWN -> text(Characters.decode(bytes), format.way() == Way.MARKDOWN, limits);
      case PDF -> PdfReader.read(bytes, limits);
      case TIKA -> markup().read(bytes, name, format.type(), limits);
      case CONTAINER, UNSUPPORTED ->
          throw new UnreadableException(
              Outcome.Reason.UNSUPPORTED, "no reader for " + format.type());
    };
  }

  /** Reads a text that is in memory. */
  static Draft text(String raw, boolean markdown, Limits limits) throws UnreadableException {
    if (raw.length() > limits.characters()) {
      throw new UnreadableException(
          Outcome.Cause.TOO_LARGE,
          "has more than " + limits.characters() + " characters; raise the limit to read it");
    }
    String text = Characters.clean(raw);
    return markdown || Markdown.looksLike(text) ? Markdown.read(text) : PlainText.read(text);
  }

  private synchronized MarkupReader markup() {
    if (markup == null) {
      markup = new MarkupReader(); // costly, and a folder of texts never needs it
    }
    return markup;
  }
}
