package dev.rapporteur.index;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Runner;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * An index opened for writing: where a {@link Runner} puts documents; thread-safe, one a folder.
 *
 * <p>A document and its sentences are written, and replaced, as one: no reader sees half of it.
 * What was written lasts from the next commit on, at the latest every half minute, and a program
 * that is killed loses no more than that.
 */
public final class Indexer implements Runner.Sink, AutoCloseable {

  private static final long COMMIT_NANOS = 30_000_000_000L;
  private static final double BUFFER_MB = 64;

  private final Path folder;
  private final String pipeline;
  private final String fingerprint;
  private final boolean force;
  private final FSDirectory directory;
  private final IndexWriter writer;

  /** What is indexed, by id; and the ids by place. Guarded by itself. */
  private final Map<String, Entry> known = new HashMap<>();

  private final Map<String, String> byPlace = new HashMap<>();

  /** Ids that another file of this run has too, so that its first file may change. */
  private final Set<String> shared = new HashSet<>();

  private volatile boolean failed;
  private long committed = System.nanoTime();

  private Indexer(
      Path folder,
      String pipeline,
      String fingerprint,
      boolean force,
      FSDirectory directory,
      IndexWriter writer) {
    this.folder = folder;
    this.pipeline = pipeline;
    this.fingerprint = fingerprint;
    this.force = force;
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens the index in a folder, or makes one.
   *
   * @param pipeline name of the pipeline that documents pass
   * @param fingerprint its fingerprint
   * @param force whether unchanged documents are redone
   * @throws IndexException if it cannot be written: in use, of another version, read-only …
   */
  public static Indexer open(Path folder, String pipeline, String fingerprint, boolean force) {
    FSDirectory directory = null;
    IndexWriter writer = null;
    try {
      refuseOtherFolders(folder);
      Files.createDirectories(Index.lucene(folder));
      mark(folder);
      directory = FSDirectory.open(Index.lucene(folder));
      boolean old = DirectoryReader.indexExists(directory);
      List<Entry> entries = List.of();
      if (old) {
        try (Index index = Index.open(folder)) {
          entries = index.entries();
        }
      }
      IndexWriterConfig config = new IndexWriterConfig(null);
      config.setRAMBufferSizeMB(BUFFER_MB);
      writer = new IndexWriter(directory, config);
      writer.setLiveCommitData(Index.commitData().entrySet());
      if (!old) {
        writer.commit();
      }
      Indexer indexer = new Indexer(folder, pipeline, fingerprint, force, directory, writer);
      entries.forEach(indexer::remember);
      return indexer;
    } catch (IOException | RuntimeException e) {
      abandon(writer, directory, e);
      throw switch (e) {
        case LockObtainFailedException locked ->
            new IndexException(
                "another run is writing the index in "
                    + folder
                    + "; wait for it to end, or give another folder with --index",
                locked);
        case AccessDeniedException denied ->
            new IndexException(
                "the index in " + folder + " is read-only: no leave to write " + denied.getFile(),
                denied);
        default -> Index.failure(folder, "write", e);
      };
    }
  }

  private static void refuseOtherFolders(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IndexException(folder + " is a file; an index is a folder");
    }
    if (Files.isDirectory(folder) && !Files.isDirectory(Index.lucene(folder))) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new IndexException(
              folder + " holds other files and no index; give a new or empty folder");
        }
      }
    }
  }

  /** Says that nothing here is a document, for whoever reads the folder around it. */
  private static void mark(Path folder) throws IOException {
    Path mark = folder.resolve(Source.NOT_DOCUMENTS);
    if (!Files.exists(mark)) {
      Files.writeString(mark, "An index of Rapporteur; made again by: rapporteur run PATH\n");
    }
  }

  private static void abandon(IndexWriter writer, FSDirectory directory, Exception because) {
    try {
      if (writer != null) {
        writer.rollback();
      }
      if (directory != null) {
        directory.close();
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private void remember(Entry entry) {
    known.put(entry.id().value(), entry);
    if (!entry.place().isEmpty()) {
      byPlace.put(entry.place(), entry.id().value());
    }
  }

  @Override
  public Optional<Outcome.Skipped> known(String source, Source.Identity identity) {
    synchronized (known) {
      Entry entry = known.get(identity.content());
      if (force || entry == null || !entry.fingerprint().equals(fingerprint)) {
        return Optional.empty();
      }
      if (entry.identity().equals(identity.metadata())) {
        return Optional.of(new Outcome.Skipped(source, Outcome.Reason.UNCHANGED, ""));
      }
      if (elsewhere(entry.place(), identity.place())) {
        shared.add(identity.content());
        return Optional.of(
            new Outcome.Skipped(
                source,
                Outcome.Reason.DUPLICATE,
                "same content as " + entry.metadata().source() + ", which is indexed"));
      }
      return Optional.empty();
    }
  }

  /** Whether a document comes from another file than this, and that one still stands there. */
  private static boolean elsewhere(String place, String here) {
    return !place.isEmpty()
        && !here.isEmpty()
        && !place.equals(here)
        && Files.exists(Path.of(place));
  }

  @Override
  public Outcome accept(String source, Source.Identity identity, Doc doc) {
    if (doc.text().isBlank()) {
      return new Outcome.Skipped(source, Outcome.Reason.EMPTY, "holds no text");
    }
    List<Document> block;
    try {
      block =
          Block.of(
              doc,
              DocCodec.encode(doc),
              identity.place(),
              fingerprint,
              pipeline,
              identity.metadata());
      writer.updateDocuments(new TermInSetQuery(Schema.ID, replaced(identity, doc.id())), block);
      commitNowAndThen();
    } catch (IllegalArgumentException | DateTimeException e) {
      // this document cannot be indexed (a malformed date, a term without end); Lucene leaves
      // nothing of it, and the others are not to blame
      return new Outcome.Failed(
          source, "index", Outcome.Cause.CORRUPT, String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      failed = true;
      throw Index.failure(folder, "write", e);
    }
    synchronized (known) {
      remember(
          new Entry(
              doc.id(),
              doc.metadata(),
              doc.voice(),
              doc.groups(),
              pipeline,
              fingerprint,
              identity.metadata(),
              identity.place(),
              block.size() - 1,
              0));
    }
    return new Outcome.Done(source, doc);
  }

  /** The ids that a document takes the place of: its own, and what its file was before. */
  private List<BytesRef> replaced(Source.Identity identity, DocId id) {
    List<BytesRef> ids = new ArrayList<>();
    ids.add(new BytesRef(id.value()));
    synchronized (known) {
      String before = identity.place().isEmpty() ? null : byPlace.get(identity.place());
      if (before != null && !before.equals(id.value()) && !shared.contains(before)) {
        ids.add(new BytesRef(before));
        known.remove(before);
      }
    }
    return ids;
  }

  private synchronized void commitNowAndThen() throws IOException {
    if (System.nanoTime() - committed > COMMIT_NANOS) {
      writer.commit();
      committed = System.nanoTime();
    }
  }

  /** Number of documents that are indexed now. */
  public int size() {
    synchronized (known) {
      return known.size();
    }
  }

  /** Where reports of runs are kept. */
  public Path runs() {
    return folder.resolve("runs");
  }

  /** Commits and closes; after a failure, returns to what was committed last. */
  @Override
  public void close() {
    try {
      if (failed) {
        writer.rollback();
      } else {
        writer.close();
      }
      directory.close();
    } catch (IOException | RuntimeException e) {
      throw Index.failure(folder, "write", e);
    }
  }
}
