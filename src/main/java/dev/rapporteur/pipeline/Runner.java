package dev.rapporteur.pipeline;

import dev.rapporteur.text.Doc;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Drives many sources through a pipeline on several threads, each to exactly one {@link Outcome}.
 *
 * <p>Holds one document a thread, so memory does not grow with the corpus.
 */
public final class Runner {

  /** Where documents go and what is already there; an index is one. */
  public interface Sink {

    /** Why a source need not be read, if so. Called from several threads. */
    Optional<Outcome.Skipped> known(String source, Source.Identity identity);

    /** Takes a finished document; the outcome is final. Called from several threads. */
    Outcome accept(String source, Source.Identity identity, Doc doc);
  }

  /** Is told what happens; called from several threads. */
  public interface Listener {

    /** A source is being read. */
    default void started(String source) {}

    /** A source has ended. */
    void ended(Outcome outcome, long nanos);
  }

  private final Pipeline pipeline;
  private final int jobs;

  /**
   * A runner.
   *
   * @param jobs number of threads, at least 1
   */
  public Runner(Pipeline pipeline, int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs must be at least 1, is " + jobs);
    }
    this.pipeline = pipeline;
    this.jobs = jobs;
  }

  /**
   * Runs every source; returns when all have ended.
   *
   * @throws RuntimeException what the sink or the listener threw, after the other threads stopped;
   *     never because of a document
   */
  public void run(Iterator<? extends Source> sources, Sink sink, Listener listener) {
    Map<String, String> seen = new HashMap<>(); // guarded by the sources
    AtomicReference<Throwable> broken = new AtomicReference<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().name("rapporteur-run-", 1).daemon().factory());
    for (int i = 0; i < jobs; i++) {
      pool.execute(
          () -> {
            try {
              for (Task task = next(sources, seen); task != null; task = next(sources, seen)) {
                if (broken.get() != null) {
                  return;
                }
                listener.started(task.source.name());
                long start = System.nanoTime();
                Outcome outcome = one(task, sink);
                listener.ended(outcome, System.nanoTime() - start);
              }
            } catch (RuntimeException | Error e) {
              broken.compareAndSet(null, e);
            }
          });
    }
    pool.shutdown();
    try {
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
    switch (broken.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(broken.get());
    }
  }

  /** A source, and how it ended where it need not be read. */
  private record Task(Source source, Source.Identity identity, Outcome ended) {}

  /**
   * The next source, identified in its turn: of files with the same content the first is the one
   * that is read, however fast the threads are.
   */
  private static Task next(Iterator<? extends Source> sources, Map<String, String> seen) {
    synchronized (sources) {
      if (!sources.hasNext()) {
        return null;
      }
      Source source = sources.next();
      try {
        Source.Identity identity = source.identity();
        String twin = seen.putIfAbsent(identity.content(), source.name());
        return new Task(
            source,
            identity,
            twin == null
                ? null
                : new Outcome.Skipped(
                    source.name(), Outcome.Reason.DUPLICATE, "same content as " + twin));
      } catch (Source.SourceException e) {
        return new Task(source, null, e.outcome());
      }
    }
  }

  private Outcome one(Task task, Sink sink) {
    if (task.ended != null) {
      return task.ended;
    }
    Source source = task.source;
    Source.Identity identity = task.identity;
    try {
      Optional<Outcome.Skipped> known = sink.known(source.name(), identity);
      if (known.isPresent()) {
        return known.get();
      }
      Doc doc = pipeline.process(read(source));
      return sink.accept(source.name(), identity, doc);
    } catch (Source.SourceException e) {
      return e.outcome();
    } catch (StageException e) {
      return new Outcome.Failed(
          source.name(), e.stage(), Outcome.Cause.CRASHED, String.valueOf(e.getCause()));
    }
  }

  /** A reader that breaks down on a file ends that file, not the run. */
  private static Doc read(Source source) throws Source.SourceException {
    try {
      return source.read();
    } catch (RuntimeException | StackOverflowError e) {
      throw new Source.SourceException(
          new Outcome.Failed(source.name(), "ingest", Outcome.Cause.CRASHED, String.valueOf(e)), e);
    }
  }
}
