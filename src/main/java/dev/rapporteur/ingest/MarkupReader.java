package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import dev.rapporteur.pipeline.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads what Tika reads (HTML, Word, OpenDocument, RTF, mail and more) through the XHTML that it
 * makes of it. Never runs OCR, never fetches anything, leaves attachments alone.
 */
final class MarkupReader {

  private final AutoDetectParser parser;

  /** Opens Tika's parsers; takes about a second. */
  MarkupReader() {
    this.parser = new AutoDetectParser();
  }

  Draft read(byte[] bytes, String name, String type, Limits limits) throws UnreadableException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    metadata.set(HttpHeaders.CONTENT_TYPE, type);
    Handler handler = new Handler(limits.characters());
    ParseContext context = context();
    boolean mail = type.equals("message/rfc822") || type.contains("ms-outlook");
    if (mail) {
      context.set(Parser.class, parser);
      context.set(EmbeddedDocumentExtractor.class, new Bodies(context));
    }
    try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
      parser.parse(in, handler, metadata, context);
    } catch (EncryptedDocumentException e) {
      throw new UnreadableException(
          Outcome.Cause.ENCRYPTED, "asks for a password; save it without one", e);
    } catch (TooLongException e) {
      throw new UnreadableException(
          Outcome.Cause.TOO_LARGE,
          "yields more than " + limits.characters() + " characters; raise the limit to read it",
          e);
    } catch (SAXException | TikaException | IOException | RuntimeException e) {
      throw failure(e);
    } catch (StackOverflowError e) {
      throw new UnreadableException(Outcome.Cause.CORRUPT, "is nested too deeply", e);
    }
    handler.flush(Kind.TEXT);
    String title = value(metadata, TikaCoreProperties.TITLE.getName());
    String date = "";
    if (mail) {
      title = title.isEmpty() ? value(metadata, TikaCoreProperties.SUBJECT.getName()) : title;
      String created = value(metadata, TikaCoreProperties.CREATED.getName());
      date = created.substring(0, Math.min(10, created.length()));
    }
    return new Draft(handler.blocks, Characters.line(Characters.clean(title)), date);
  }

  /** Reads the parts of a mail that are its text; what has a name is an attachment. */
  private static final class Bodies implements EmbeddedDocumentExtractor {

    private final ParsingEmbeddedDocumentExtractor parsing;

    Bodies(ParseContext context) {
      this.parsing = new ParsingEmbeddedDocumentExtractor(context);
      this.parsing.setWriteFileNameToContent(false);
    }

    @Override
    public boolean shouldParseEmbedded(Metadata inner) {
      return inner.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
          && parsing.shouldParseEmbedded(inner);
    }

    @Override
    public void parseEmbedded(
        java.io.InputStream stream,
        org.xml.sax.ContentHandler handler,
        Metadata inner,
        boolean outputHtml)
        throws SAXException, IOException {
      parsing.parseEmbedded(stream, handler, inner, outputHtml);
    }
  }

  /** A file that hangs on a mail. */
  record Attachment(String name, byte[] bytes) {}

  /** The files that hang on a mail; its own text is not among them. */
  List<Attachment> attachments(byte[] bytes, String name, Limits limits)
      throws UnreadableException {
    List<Attachment> found = new ArrayList<>();
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    metadata.set(HttpHeaders.CONTENT_TYPE, "message/rfc822");
    ParseContext context = context();
    context.set(
        EmbeddedDocumentExtractor.class,
        new EmbeddedDocumentExtractor() {
          @Override
          public boolean shouldParseEmbedded(Metadata inner) {
            return inner.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null
                && found.size() < limits.members();
          }

          @Override
          public void parseEmbedded(
              java.io.InputStream stream,
              org.xml.sax.ContentHandler handler,
              Metadata inner,
              boolean outputHtml)
              throws IOException {
            byte[] content =
                stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.bytes()));
            found.add(new Attachment(inner.get(TikaCoreProperties.RESOURCE_NAME_KEY), content));
          }
        });
    try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
      parser.parse(in, new DefaultHandler(), metadata, context);
    } catch (SAXException | TikaException | IOException | RuntimeException e) {
      throw failure(e);
    }
    return found;
  }

  private static String value(Metadata metadata, String name) {
    String value = metadata.get(name);
    return value == null ? "" : value;
  }

  private static UnreadableException failure(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLongException || cause instanceof WriteLimitReachedException) {
        return new UnreadableException(Outcome.Cause.TOO_LARGE, "yields too many characters", e);
      }
      String name = cause.getClass().getSimpleName();
      if (name.contains("Encrypted") || name.contains("Password")) {
        return new UnreadableException(
            Outcome.Cause.ENCRYPTED, "asks for a password; save it without one", e);
      }
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("zip bomb")) {
        return new UnreadableException(
            Outcome.Cause.TOO_LARGE, "unpacks to far more than it is: a zip bomb", e);
      }
    }
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new UnreadableException(
        Outcome.Cause.CORRUPT, "is damaged or not what it says it is: " + Characters.line(why), e);
  }

  private static ParseContext context() {
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    TesseractOCRConfig ocr = new TesseractOCRConfig();
    ocr.setSkipOcr(true);
    context.set(TesseractOCRConfig.class, ocr);
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    context.set(PDFParserConfig.class, pdf);
    OfficeParserConfig office = new OfficeParserConfig();
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setIncludeHeadersAndFooters(false);
    office.setExtractMacros(false);
    context.set(OfficeParserConfig.class, office);
    context.set(
        EmbeddedDocumentExtractor.class,
        new EmbeddedDocumentExtractor() {
          @Override
          public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
          }

          @Override
          public void parseEmbedded(
              java.io.InputStream stream,
              org.xml.sax.ContentHandler handler,
              Metadata metadata,
              boolean outputHtml) {}
        });
    return context;
  }

  /** More text than the limits allow. */
  private static final class TooLongException extends SAXException {
    private static final long serialVersionUID = 1;
  }

  /** XHTML to blocks. */
  private static final class Handler extends DefaultHandler {

    private static final Set<String> HIDDEN =
        Set.of(
            "script",
            "style",
            "head",
            "noscript",
            "template",
            "nav",
            "form",
            "svg",
            "iframe",
            "button",
            "select",
            "option",
            "textarea",
            "object",
            "aside");
    private static final Set<String> BLOCKS =
        Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tbody",
            "thead",
            "tr",
            "caption",
            "figure",
            "figcaption",
            "address",
            "center",
            "hr",
            "br",
            "body",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "title",
            "fieldset",
            "details",
            "summary");

    /** How Tika writes the mark of a note in Word. */
    private static final Pattern REFERENCE =
        Pattern.compile("\\s?\\[(?:footnote|endnote)Ref:\\d+\\]");

    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,3}|[ivx]{1,6}|[*\u2020])\\s+");

    private final List<Block> blocks = new ArrayList<>();
    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<int[]> lists = new ArrayDeque<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private int hidden;
    private int furniture;
    private final Deque<StringBuilder> around = new ArrayDeque<>();
    private int noteDepth;
    private int regionDepth;
    private int references;
    private int notes;
    private int total;
    private int depth;
    private String item = "";

    Handler(int limit) {
      this.limit = limit;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes)
        throws SAXException {
      String tag = local.toLowerCase(Locale.ROOT);
      if (++depth > 2000) {
        throw new SAXException("nested too deeply");
      }
      String type =
          (attributes.getValue("class")
                  + " "
                  + attributes.getValue("id")
                  + " "
                  + attributes.getValue("role"))
              .toLowerCase(Locale.ROOT);
      open.push(tag);
      if (hidden > 0
          || HIDDEN.contains(tag)
          || "none".equals(attributes.getValue("aria-hidden"))
          || attributes.getValue("hidden") != null) {
        hidden++;
        return;
      }
      boolean note =
          tag.equals("p") && type.startsWith("note ")
              || tag.equals("div") && (type.startsWith("footnote ") || type.startsWith("endnote "));
      if (note && noteDepth == 0) {
        noteDepth = depth;
        around.push(new StringBuilder(text));
        text.setLength(0);
        return;
      }
      if (regionDepth == 0
          && !tag.equals("a")
          && !tag.equals("sup")
          && !tag.equals("span")
          && (type.contains("footnotes") || type.contains("endnotes"))) {
        flush(kind());
        regionDepth = depth;
      }
      if (BLOCKS.contains(tag)) {
        flush(kind());
      }
      switch (tag) {
        case "ul" -> lists.push(new int[] {0, 0});
        case "ol" -> {
          String style = attributes.getValue("type");
          String start = attributes.getValue("start");
          lists.push(
              new int[] {
                style == null ? '1' : style.charAt(0),
                start != null && start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1
              });
        }
        case "li" -> {
          int[] list = lists.peek();
          item = list == null || list[0] == 0 ? "" : count((char) list[0], list[1]++);
        }
        case "sup" -> marks.push(text.length());
        case "hr" -> blocks.add(Block.pageBreak(0));
        case "td", "th" -> {
          if (!text.isEmpty()) {
            text.append(" | ");
          }
        }
        default -> {}
      }
      if (tag.equals("footer")) {
        furniture++;
      }
    }

    private static String count(char style, int value) {
      return switch (style) {
        case 'a', 'A' -> String.valueOf((char) (style + (value - 1) % 26));
        case 'i', 'I' -> roman(value);
        default -> String.valueOf(value);
      };
    }

    private static String roman(int value) {
      String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
      return "x".repeat(value / 10 % 10) + ones[value % 10];
    }

    @Override
    public void endElement(String uri, String local, String qualified) throws SAXException {
      String tag = local.toLowerCase(Locale.ROOT);
      int was = depth--;
      if (!open.isEmpty()) {
        open.pop();
      }
      if (hidden > 0) {
        hidden--;
        return;
      }
      if (noteDepth == was) {
        note();
        return;
      }
      if (regionDepth == was) {
        flush(kind());
        regionDepth = 0;
      }
      switch (tag) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          level = tag.charAt(1) - '0';
          flush(Kind.HEADING);
        }
        case "li" -> flush(Kind.ITEM);
        case "tr" -> flush(Kind.TABLE);
        case "ul", "ol" -> {
          flush(kind());
          if (!lists.isEmpty()) {
            lists.pop();
          }
        }
        case "footer" -> {
          flush(Kind.FURNITURE);
          furniture = Math.max(0, furniture - 1);
        }
        case "td", "th" -> {}
        case "sup" -> mark();
        default -> {
          if (BLOCKS.contains(tag)) {
            flush(kind());
          }
        }
      }
    }

    private int level;

    /** Ends a note that stands in the middle of the text that it belongs to. */
    private void note() {
      noteDepth = 0;
      String content = Characters.line(Characters.clean(text.toString()));
      text.setLength(0);
      text.append(around.pop());
      String number;
      var m = NUMBER.matcher(content);
      if (text.isEmpty()) {
        number = Integer.toString(++notes); // Word's notes follow the paragraph of their mark
      } else if (m.find()) {
        number = m.group(1);
        content = content.substring(m.end());
        text.append(Marks.note(number));
      } else {
        number = Integer.toString(++notes);
        text.append(Marks.note(number));
      }
      if (!content.isBlank()) {
        blocks.add(Block.of(Kind.NOTE, content).withNumber(number).fixed());
      }
    }

    /** A superscript that is a number is a note's mark. */
    private void mark() {
      if (marks.isEmpty()) {
        return;
      }
      int from = Math.min(marks.pop(), text.length());
      String inner = text.substring(from).strip().replaceAll("^[\\[(]|[\\])]$", "");
      if (inner.matches("\\d{1,3}") && from > 0) {
        text.setLength(from);
        text.append(Marks.note(inner));
      }
    }

    private Kind kind() {
      if (furniture > 0) {
        return Kind.FURNITURE;
      }
      if (open.contains("tr") || open.contains("table") && open.contains("td")) {
        return Kind.TABLE;
      }
      return open.contains("li") ? Kind.ITEM : Kind.TEXT;
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
      if (hidden > 0) {
        return;
      }
      total += length;
      if (total > limit) {
        throw new TooLongException();
      }
      text.append(chars, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
      characters(chars, start, length);
    }

    void flush(Kind as) {
      if (as == Kind.TABLE && open.contains("tr") && !open.peek().equals("tr") && !text.isEmpty()) {
        return; // paragraphs within a cell stay in their row
      }
      if (noteDepth > 0) {
        text.append(' ');
        return;
      }
      String raw =
          REFERENCE.matcher(text).replaceAll(m -> Marks.note(Integer.toString(++references)));
      text.setLength(0);
      marks.clear();
      // signs of ours survive, for they are put in behind the cleaning
      String line = Characters.line(clean(raw));
      if (!Marks.strip(line).replace("|", "").isBlank()) {
        boolean noted = regionDepth > 0 && (as == Kind.ITEM || as == Kind.TEXT);
        Kind kind = noted ? Kind.NOTE : as;
        Block block = Block.of(kind, line);
        if (noted) {
          block =
              block.withNumber(item).withText(line.replaceAll("\\s*[\u21A9\u2191^]\uFE0E?$", ""));
          item = "";
        }
        if (kind == Kind.HEADING) {
          block = block.withLevel(level);
        } else if (kind == Kind.ITEM) {
          block = block.withLevel(Math.max(1, lists.size())).withNumber(item);
          item = "";
        } else {
          var bullet = Patterns.BULLET.matcher(line);
          if (kind == Kind.TEXT && bullet.find()) {
            block = block.withKind(Kind.ITEM).withText(line.substring(bullet.end())).withLevel(1);
          }
        }
        blocks.add(block.fixed());
      }
    }

    /** Cleans what lies between signs. */
    private static String clean(String raw) {
      if (raw.indexOf(Marks.NOTE) < 0) {
        return Characters.clean(raw);
      }
      StringBuilder out = new StringBuilder();
      String[] parts = raw.split(String.valueOf(Marks.NOTE), -1);
      for (int i = 0; i < parts.length; i++) {
        out.append(i % 2 == 0 ? Characters.clean(parts[i]) : Marks.note(parts[i]));
      }
      return out.toString();
    }
  }
}
