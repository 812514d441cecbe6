package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way from files to documents: lists the sources of a run, or reads one path, stream or text.
 *
 * <p>Thread-safe. Sources are read so that no file can stop a run: what is not plain text is parsed
 * in another JVM, within the {@link Limits}. The {@code read} methods parse in this one.
 *
 * <p>
 *
 * {@snippet :
 * try (Ingest ingest = Ingest.standard()) {
 *   Doc doc = ingest.read(Path.of("a-68-98.pdf"));
 * }
 * }
 */
public final class Ingest implements AutoCloseable {

  /** Changes whenever a document may come out otherwise, so that it is read again. */
  public static final String VERSION = "2";

  /** What converters write for letters of fonts that do not say which letters they are. */
  private static final Pattern GLYPHS = Pattern.compile("/(?:i?\\d{1,3})(?=[\\s/]|$)");

  private final Limits limits;
  private final Languages languages;
  private final Ids ids;
  private final FrontMatter matter;
  private final Formats formats = new Formats();
  private final Fork fork;

  /**
   * Opens ingest.
   *
   * @param models where the words of languages and the ids of fora come from
   */
  public Ingest(Models models, Limits limits) {
    this.limits = limits;
    this.fork = new Fork(limits);
    this.languages = Languages.load(models);
    this.ids = Ids.load(models);
    this.matter = new FrontMatter(States.load(models), Instruments.load(models), ids);
  }

  /** Ingest with the models and limits that the command line has without options. */
  public static Ingest standard() {
    return new Ingest(Models.standard(), Limits.standard());
  }

  /**
   * The sources of a run: files as they are named, folders with all that is in them, in an order
   * that does not depend on the file system. What cannot be listed is a source too, whose outcome
   * says why.
   *
   * @param paths files and folders
   * @param catalog the catalogue, if one is named; a {@code catalog.csv} directly under a path is
   *     used without being named
   * @param groups groups that all sources belong to
   * @throws ConfigurationException if a path is not there, or a catalogue or group is wrong; with
   *     every problem
   */
  public Iterator<Source> sources(List<Path> paths, Optional<Path> catalog, List<String> groups) {
    return Folder.sources(this, ids, paths, catalog, groups);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be opened
   * @throws UnreadableException if its content cannot become a document
   */
  public Doc read(Path file) throws IOException, UnreadableException {
    Path name = file.getFileName();
    return read(content(file), Facts.of(name == null ? file.toString() : name.toString()));
  }

  /**
   * Reads a stream to its end; does not close it.
   *
   * @param name the name of what is read; its ending helps to recognise the format
   * @throws IOException if it cannot be read
   * @throws UnreadableException if its content cannot become a document
   */
  public Doc read(InputStream in, String name) throws IOException, UnreadableException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.bytes() + 1));
    if (bytes.length > limits.bytes()) {
      throw tooLarge();
    }
    return read(bytes, Facts.of(name));
  }

  /**
   * Reads a text, plain or Markdown.
   *
   * @throws UnreadableException if it is empty or too long
   */
  public Doc read(String text, String name) throws UnreadableException {
    boolean markdown = name.endsWith(".md");
    Draft draft = Formats.text(text, markdown, limits);
    return doc(DocId.of(text.getBytes(StandardCharsets.UTF_8)), draft, Facts.of(name));
  }

  /** A file's bytes, if they are not too many. */
  byte[] content(Path file) throws IOException, UnreadableException {
    if (Files.size(file) > limits.bytes()) {
      throw tooLarge();
    }
    return Files.readAllBytes(file);
  }

  private UnreadableException tooLarge() {
    return new UnreadableException(
        Outcome.Cause.TOO_LARGE,
        "is larger than " + (limits.bytes() >> 20) + " MiB; raise the limit to read it");
  }

  Doc read(byte[] bytes, Facts facts) throws UnreadableException {
    if (bytes.length == 0) {
      throw new UnreadableException(Outcome.Reason.EMPTY, "has no bytes");
    }
    String name = facts.source();
    Draft draft = formats.read(bytes, name, formats.format(bytes, name), limits);
    return doc(DocId.of(bytes), draft, facts);
  }

  /** Reads as {@link #read(byte[], Facts)} does, what may blow up a parser in another JVM. */
  Doc readApart(byte[] bytes, Facts facts) throws UnreadableException {
    if (bytes.length == 0 || Formats.harmless(bytes, facts.source())) {
      return read(bytes, facts);
    }
    Draft draft;
    try {
      draft = fork.read(bytes, facts.source());
    } catch (IOException e) {
      throw new UnreadableException(
          Outcome.Cause.CRASHED, "no JVM could be started to read it: " + Paths.reason(e), e);
    }
    return doc(DocId.of(bytes), draft, facts);
  }

  /** The sources of a file: itself, or the members of a container. */
  List<Source> members(Path file, Facts facts) {
    if (Containers.named(facts.source())) {
      try {
        return Containers.sources(this, limits, content(file), facts);
      } catch (IOException | UnreadableException e) {
        return List.of(new FileSource(this, file, facts)); // says what is wrong when it is read
      }
    }
    return List.of(new FileSource(this, file, facts));
  }

  List<MarkupReader.Attachment> attachments(byte[] bytes, String name) throws UnreadableException {
    return formats.attachments(bytes, name, limits);
  }

  private Doc doc(DocId id, Draft draft, Facts facts) throws UnreadableException {
    String symbol = facts.symbol().isEmpty() ? FrontMatter.symbol(draft.blocks()) : facts.symbol();
    List<Block> blocks = Structure.of(draft, measures(symbol, facts.title(), draft));
    StringBuilder sample = new StringBuilder();
    for (Block block : blocks) {
      if (block.is(Block.Kind.TEXT) || block.is(Block.Kind.ITEM)) {
        sample.append(Marks.strip(block.text())).append('\n');
      }
    }
    if (blocks.stream().allMatch(b -> Marks.strip(b.text()).isBlank())) {
      throw new UnreadableException(Outcome.Reason.EMPTY, "holds no text");
    }
    if (GLYPHS.matcher(sample).results().count() * 12 > sample.length()) {
      throw new UnreadableException(
          Outcome.Reason.EMPTY,
          "holds no letters, only numbers of a font's glyphs; take the text from its PDF");
    }
    String language = languages.of(sample.toString());
    if (language.isEmpty() && illegible(sample)) {
      throw new UnreadableException(
          Outcome.Cause.CORRUPT,
          "holds signs that make no words: damaged, or a PDF whose fonts do not say their letters");
    }
    FrontMatter.Front front = matter.of(facts, draft, blocks, language);
    return Assembler.doc(id, front.metadata(), blocks, front.facts());
  }

  /** Whether much text in a script that parts words has hardly any gaps. */
  private static boolean illegible(CharSequence text) {
    long latin = text.chars().filter(c -> c > ' ' && c < 0x250).count();
    long gaps = text.chars().filter(Character::isWhitespace).count();
    return latin > 300 && latin * 2 > text.length() && gaps * 20 < latin;
  }

  /** Whether a document's numbered paragraphs are the OSCE's confidence-building measures. */
  private static boolean measures(String symbol, String title, Draft draft) {
    if (!symbol.startsWith("PC.DEC/")) {
      return false;
    }
    return Stream.concat(
            Stream.of(title),
            draft.blocks().stream().limit(40).map(Block::text).filter(t -> t.length() < 300))
        .map(t -> t.toLowerCase(Locale.ROOT))
        .anyMatch(
            t ->
                t.contains("confidence-building measures")
                    || t.contains("confidence building measures"));
  }

  @Override
  public void close() {
    fork.close();
  }
}
