package dev.rapporteur.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Finds the files that extractors know things from, keeps what was loaded, and remembers what was
 * read for a run's fingerprint.
 *
 * <p>A file is looked for, in this order: as the path given, in the user's overlay folders, in
 * {@code models/} of the program's home, in the jar. Nothing is static: closing this closes what it
 * holds.
 */
public final class Models implements AutoCloseable {

  private final List<Path> folders;
  private final Map<Object, FutureTask<Object>> loaded = new ConcurrentHashMap<>();
  private final SortedMap<String, String> read = new ConcurrentSkipListMap<>();
  private final Deque<AutoCloseable> held = new ArrayDeque<>();

  /** Models from these folders (those that exist), then from the jar. */
  public Models(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * Models as the command line has them: the overlay folder of the environment variable {@code
   * RAPPORTEUR_MODELS}, then {@code models/} in the folder of the system property {@code
   * rapporteur.home}, then the jar.
   */
  public static Models standard() {
    List<Path> folders = new ArrayList<>();
    overlay().ifPresent(folders::add);
    String home = System.getProperty("rapporteur.home");
    if (home != null) {
      folders.add(Path.of(home, "models"));
    }
    return new Models(folders);
  }

  /** Models as the command line has them, with this overlay folder in front. */
  public static Models with(Path overlay) {
    List<Path> folders = new ArrayList<>();
    folders.add(overlay);
    try (Models standard = standard()) {
      folders.addAll(standard.folders);
    }
    return new Models(folders);
  }

  /** The user's overlay folder, where one is set. */
  public static Optional<Path> overlay() {
    return Optional.ofNullable(System.getenv("RAPPORTEUR_MODELS"))
        .filter(s -> !s.isBlank())
        .map(Path::of);
  }

  /**
   * A file's bytes.
   *
   * @param name a path, or one relative to {@code models/}, with {@code /}
   * @throws ConfigurationException if it is nowhere or cannot be read
   */
  public byte[] bytes(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no model file '" + name + "', neither as a path nor in " + places()));
  }

  /** A file's text, UTF-8. */
  public String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A file as a stream. */
  public InputStream stream(String name) {
    return new ByteArrayInputStream(bytes(name));
  }

  /** A file's bytes, if it is anywhere. */
  public Optional<byte[]> find(String name) {
    Optional<byte[]> content = look(name);
    content.ifPresent(bytes -> read.put(name, dev.rapporteur.text.DocId.of(bytes).value()));
    return content;
  }

  private Optional<byte[]> look(String name) {
    try {
      Path given = Path.of(name);
      if (Files.isRegularFile(given)) {
        return Optional.of(Files.readAllBytes(given));
      }
      for (Path folder : folders) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          return Optional.of(Files.readAllBytes(file));
        }
      }
      try (InputStream in = Models.class.getResourceAsStream("/models/" + name)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "cannot read model file '" + name + "': " + e.getMessage(), e);
    }
  }

  private String places() {
    List<String> places = new ArrayList<>();
    folders.forEach(f -> places.add(f.toString()));
    places.add("the jar");
    return String.join(", ", places);
  }

  /**
   * What a loader makes, made once for each key and shared; others who ask meanwhile wait for it.
   *
   * @param key identifies what is loaded; equal keys must mean the same thing and type
   */
  @SuppressWarnings("unchecked") // equal keys mean the same type
  public <T> T shared(Object key, Callable<? extends T> loader) {
    FutureTask<Object> task = loaded.computeIfAbsent(key, k -> new FutureTask<>(loader::call));
    task.run(); // does nothing where it runs or ran already
    try {
      return (T) task.get();
    } catch (ExecutionException e) {
      loaded.remove(key, task);
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case IOException cause -> throw new UncheckedIOException(cause);
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a model was loading", e);
    }
  }

  /** Hands over something to be closed with this. */
  public void hold(AutoCloseable resource) {
    synchronized (held) {
      held.push(resource);
    }
  }

  /** The files read so far with their SHA-256: part of a run's fingerprint. */
  public SortedMap<String, String> filesRead() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(read));
  }

  @Override
  public void close() {
    List<AutoCloseable> all;
    synchronized (held) {
      all = new ArrayList<>(held);
      held.clear();
    }
    loaded.clear();
    RuntimeException failure = null;
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("a model could not be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
