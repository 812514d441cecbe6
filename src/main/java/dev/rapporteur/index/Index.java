package dev.rapporteur.index;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * An index opened for reading, as it was when it was opened; thread-safe.
 *
 * <p>Its folder holds {@code lucene/} and {@code runs/}, the reports of the runs that made it.
 */
public final class Index implements AutoCloseable {

  private static final int ENOUGH = 50;
  private static final String SCHEMA = "rapporteur.schema";

  private final Path folder;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();

  private Index(Path folder, FSDirectory directory, DirectoryReader reader) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  /**
   * Opens the index in a folder.
   *
   * @throws IndexException if there is none, or one that this program cannot read
   */
  public static Index open(Path folder) {
    Path lucene = lucene(folder);
    if (!Files.isDirectory(lucene)) {
      throw new IndexException(
          "no index in " + folder + "; make one: rapporteur run PATH --index " + folder);
    }
    FSDirectory directory = null;
    try {
      directory = FSDirectory.open(lucene);
      DirectoryReader reader = DirectoryReader.open(directory);
      check(folder, reader.getIndexCommit().getUserData());
      return new Index(folder, directory, reader);
    } catch (IndexNotFoundException e) {
      close(directory);
      throw new IndexException(
          "no index in " + folder + "; make one: rapporteur run PATH --index " + folder, e);
    } catch (IOException | RuntimeException e) {
      close(directory);
      throw failure(folder, "open", e);
    }
  }

  static Path lucene(Path folder) {
    return folder.resolve("lucene");
  }

  static Map<String, String> commitData() {
    return Map.of(SCHEMA, version());
  }

  private static String version() {
    return Schema.VERSION + "." + DocCodec.VERSION;
  }

  static void check(Path folder, Map<String, String> commitData) {
    String found = commitData.get(SCHEMA);
    if (!version().equals(found)) {
      throw new IndexException(
          "the index in "
              + folder
              + " was written by "
              + (found == null ? "another program" : "another version (" + found + ")")
              + ", this one reads version "
              + version()
              + "; run again into a new folder, or delete that one first");
    }
  }

  /** One line for what went wrong with an index. */
  static IndexException failure(Path folder, String what, Exception e) {
    return switch (e) {
      case IndexException own -> own;
      case IndexFormatTooNewException f ->
          new IndexException(
              "the index in " + folder + " was written by a newer version of this program", f);
      case IndexFormatTooOldException f ->
          new IndexException(
              "the index in " + folder + " was written by an older version; run again", f);
      default ->
          new IndexException(
              "cannot "
                  + what
                  + " the index in "
                  + folder
                  + ": "
                  + (e.getMessage() == null ? e.toString() : e.getMessage()),
              e);
    };
  }

  private static void close(FSDirectory directory) {
    if (directory != null) {
      try {
        directory.close();
      } catch (IOException e) {
        throw new IndexException("cannot close " + directory, e);
      }
    }
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** For {@code search}: Lucene's view of it. */
  public IndexSearcher searcher() {
    return searcher;
  }

  /** Every document, sorted by path. */
  public List<Entry> entries() {
    try {
      List<Entry> all = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        PostingsEnum postings =
            leaf.reader().postings(new Term(Schema.ENTRY, Schema.DOCUMENT), PostingsEnum.NONE);
        Bits live = leaf.reader().getLiveDocs();
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(postings.docID())) {
            all.add(entryAt(leaf.docBase + postings.docID()));
          }
        }
      }
      Map<String, Entry> sorted = new TreeMap<>();
      all.forEach(e -> sorted.put(e.metadata().source() + '\0' + e.id(), e));
      return List.copyOf(sorted.values());
    } catch (IOException e) {
      throw failure(folder, "read", e);
    }
  }

  /** A whole document with all its annotations, if it is here. */
  public Optional<Doc> doc(DocId id) {
    try {
      ScoreDoc[] found = documents(new TermQuery(new Term(Schema.ID, id.value())), 1);
      if (found.length == 0) {
        return Optional.empty();
      }
      Document stored =
          reader.storedFields().document(found[0].doc, java.util.Set.of(Schema.BYTES));
      return Optional.of(DocCodec.decode(bytes(stored)));
    } catch (IOException | IllegalArgumentException e) {
      throw failure(folder, "read", e);
    }
  }

  private static byte[] bytes(Document stored) {
    var ref = stored.getBinaryValue(Schema.BYTES);
    return java.util.Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
  }

  /**
   * The documents that a name means: an id or its beginning (from 4 digits), a symbol, title, path
   * or file name, in any case and punctuation. Where the whole name fits none, those that begin
   * with it, else those that have it in them.
   */
  public List<Entry> find(String name) {
    String id = name.toLowerCase(Locale.ROOT);
    String slug = Slug.of(name);
    List<Query> tries = new ArrayList<>();
    tries.add(new TermQuery(new Term(Schema.NAME, slug)));
    if (id.matches("[0-9a-f]{4,64}")) {
      tries.add(new PrefixQuery(new Term(Schema.ID, id)));
    }
    if (!slug.isEmpty()) {
      tries.add(new PrefixQuery(new Term(Schema.NAME, slug)));
      tries.add(
          new org.apache.lucene.search.WildcardQuery(new Term(Schema.NAME, "*" + slug + "*")));
    }
    try {
      for (Query query : tries) {
        List<Entry> found = new ArrayList<>();
        for (ScoreDoc each : documents(query, ENOUGH)) {
          found.add(entryAt(each.doc));
        }
        if (!found.isEmpty()) {
          return found;
        }
      }
      return List.of();
    } catch (IOException e) {
      throw failure(folder, "read", e);
    }
  }

  private ScoreDoc[] documents(Query query, int limit) throws IOException {
    return searcher.search(
            new org.apache.lucene.search.BooleanQuery.Builder()
                .add(query, org.apache.lucene.search.BooleanClause.Occur.FILTER)
                .add(
                    new TermQuery(new Term(Schema.ENTRY, Schema.DOCUMENT)),
                    org.apache.lucene.search.BooleanClause.Occur.FILTER)
                .build(),
            limit)
        .scoreDocs;
  }

  /**
   * The sentence of an entry.
   *
   * @param number Lucene's number of a sentence's entry
   */
  public Passage passage(int number) {
    try {
      Document stored = reader.storedFields().document(number);
      return new Passage(
          document(number),
          number(stored, Schema.SID),
          number(stored, Schema.BEGIN),
          stored.get(Schema.TEXT),
          stored.get(Schema.SECTION),
          text(stored, Schema.PARAGRAPH),
          number(stored, Schema.PAGE));
    } catch (IOException e) {
      throw failure(folder, "read", e);
    }
  }

  /** The document that a sentence's entry is of: the next document's entry behind it. */
  private Entry document(int number) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(number, reader.leaves()));
    PostingsEnum postings =
        leaf.reader().postings(new Term(Schema.ENTRY, Schema.DOCUMENT), PostingsEnum.NONE);
    return entryAt(leaf.docBase + postings.advance(number - leaf.docBase));
  }

  private Entry entryAt(int number) throws IOException {
    Entry known = entries.get(number);
    if (known != null) {
      return known;
    }
    DocumentStoredFieldVisitor visitor =
        new DocumentStoredFieldVisitor() {
          @Override
          public Status needsField(FieldInfo field) {
            return field.name.equals(Schema.BYTES) ? Status.STOP : Status.YES;
          }
        };
    reader.storedFields().document(number, visitor);
    Document stored = visitor.getDocument();
    Metadata metadata =
        new Metadata(
            text(stored, Schema.SOURCE),
            text(stored, Schema.TITLE),
            text(stored, Schema.SYMBOL),
            text(stored, Schema.DATE),
            text(stored, Schema.BODY),
            text(stored, Schema.LANGUAGE),
            Metadata.SourceType.valueOf(text(stored, Schema.SOURCE_TYPE).toUpperCase(Locale.ROOT)),
            text(stored, Schema.LEGAL_STATUS));
    Entry entry =
        new Entry(
            new DocId(stored.get(Schema.ID)),
            metadata,
            text(stored, Schema.VOICE),
            List.of(stored.getValues(Schema.GROUP)),
            text(stored, Schema.PIPELINE),
            text(stored, Schema.FINGERPRINT),
            text(stored, Schema.METADATA),
            text(stored, Schema.PLACE),
            number(stored, Schema.SENTENCES),
            number(stored, Schema.COUNT));
    entries.put(number, entry);
    return entry;
  }

  private static String text(Document stored, String field) {
    String value = stored.get(field);
    return value == null ? "" : value;
  }

  private static int number(Document stored, String field) {
    var value = stored.getField(field);
    return value == null ? 0 : value.numericValue().intValue();
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw failure(folder, "close", e);
    }
  }
}
