package dev.rapporteur.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Fetches originals into a folder: one at a time, with pauses, only what is not there yet.
 *
 * <p>The folder gets each text under its {@linkplain Original#slug() slug}, a {@code catalog.csv}
 * for {@code run} in which rows that are there already stay as they are, and {@code .fetched.csv}
 * with address, type, size, SHA-256 and date of each. A file that a person put there under the slug
 * is taken for the original. What has arrived of an unfinished file waits in {@code .SLUG.part}.
 *
 * <p>After two failures in a row of one server, the rest of what it has is not asked for.
 */
public final class Fetcher implements AutoCloseable {

  /** The table of what is in a folder and where it came from; hidden from runs. */
  public static final String MANIFEST = ".fetched.csv";

  /** The catalogue that runs read. */
  public static final String CATALOG = "catalog.csv";

  private static final List<String> MANIFEST_COLUMNS =
      List.of("file", "id", "symbol", "url", "address", "type", "bytes", "sha256", "date", "how");
  private static final List<String> CATALOG_COLUMNS =
      List.of(
          "file",
          "title",
          "symbol",
          "date",
          "body",
          "voice",
          "groups",
          "source_type",
          "legal_status");
  private static final int PAGES_BEFORE = 2;
  private static final int GIVEN_UP = 2;

  private final FetchOptions options;
  private final Waits waits;
  private final Clock clock;
  private final HttpClient client;
  private final ScheduledExecutorService watch;
  private final Download download;
  private final Map<String, Integer> failures = new HashMap<>();
  private boolean asked;

  /** A fetcher that goes through the proxy that the environment or the system properties name. */
  public Fetcher(FetchOptions options) {
    this(options, Proxies.standard(), Thread::sleep, Clock.systemUTC());
  }

  Fetcher(FetchOptions options, Proxies proxies, Waits waits, Clock clock) {
    this.options = options;
    this.waits = waits;
    this.clock = clock;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(options.connect())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .version(HttpClient.Version.HTTP_1_1); // one file at a time gains nothing by 2
    ProxySelector proxy = proxies.selector();
    builder.proxy(proxy);
    proxies.authenticator().ifPresent(builder::authenticator);
    client = builder.build();
    watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "rapporteur-fetch-watch");
              thread.setDaemon(true);
              return thread;
            });
    download = new Download(client, options, waits, clock, watch);
  }

  /**
   * Fetches what is not there yet.
   *
   * @param again whether also what is there already
   * @return one result for each original, in order
   * @throws IOException if the folder, its catalogue or its manifest cannot be read or written
   */
  public List<Result> fetch(List<Original> originals, Path folder, boolean again, Listener listener)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Table catalog = Table.open(folder.resolve(CATALOG), CATALOG_COLUMNS);
    Table manifest = Table.open(folder.resolve(MANIFEST), MANIFEST_COLUMNS);
    List<Result> results = new ArrayList<>();
    for (Original original : originals) {
      listener.starts(original);
      Result result;
      try {
        Optional<Path> there = again ? Optional.empty() : file(original, folder);
        result =
            there.isPresent()
                ? keep(original, there.get(), manifest)
                : fetch(original, folder, manifest, listener);
      } catch (RefusedException e) {
        result = new Result.Failed(original, place(original, folder), e.getMessage());
      }
      Path file =
          switch (result) {
            case Result.Fetched fetched -> fetched.file();
            case Result.Kept kept -> kept.file();
            case Result.Failed failed -> null;
          };
      if (file != null) {
        manifest.save();
        String name = file.getFileName().toString();
        if (catalog.row(name).isEmpty()) {
          catalog.put(row(original, name));
          catalog.save();
        }
      }
      results.add(result);
      listener.ends(result);
    }
    return results;
  }

  /** The file of an original in a folder, whatever its kind, if it is there. */
  public static Optional<Path> file(Original original, Path folder) {
    for (Kind kind : Kind.values()) {
      Path file = folder.resolve(original.slug() + "." + kind.extension());
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Where an original belongs that a person fetches by hand. */
  public static Path place(Original original, Path folder) {
    boolean pdf;
    try {
      pdf = Addresses.promisesPdf(Addresses.of(original.url()).getFirst());
    } catch (RefusedException e) {
      pdf = true; // no address: most originals are PDF
    }
    return folder.resolve(original.slug() + (pdf ? ".pdf" : ".html"));
  }

  private Result keep(Original original, Path file, Table manifest)
      throws IOException, RefusedException {
    String name = file.getFileName().toString();
    String sha256 = sha256(file);
    Map<String, String> known = manifest.row(name);
    if (known.isEmpty()) {
      try {
        Kind.of(file, "");
      } catch (RefusedException e) {
        throw new RefusedException("the file that is there is of no use: " + e.getMessage());
      }
      manifest.put(entry(original, file, "", "", sha256, "by hand"));
      return new Result.Kept(original, file, "fetched by hand");
    }
    boolean same = sha256.equals(known.get("sha256"));
    return new Result.Kept(original, file, same ? "" : "changed since it was fetched");
  }

  private Result fetch(Original original, Path folder, Table manifest, Listener listener)
      throws IOException, RefusedException, InterruptedException {
    if (original.url().isBlank()) {
      throw new RefusedException("no address is known");
    }
    List<String> causes = new ArrayList<>();
    for (URI address : Addresses.of(original.url())) {
      String host = address.getHost();
      if (failures.getOrDefault(host, 0) >= GIVEN_UP) {
        causes.add(address + ": not tried, " + host + " failed several times");
        continue;
      }
      Path part = folder.resolve("." + original.slug() + ".part");
      try {
        Result result = arrive(original, address, part, folder, manifest, listener);
        failures.remove(host);
        return result;
      } catch (RefusedException e) {
        causes.add(address + ": " + e.getMessage());
        if (!e.server()) {
          Download.discard(part); // no later run will go on with it
        }
        failures.merge(host, e.server() ? 1 : -failures.getOrDefault(host, 0), Integer::sum);
      }
    }
    throw new RefusedException(String.join("; ", causes));
  }

  /** Gets what is at an address, or behind the pages that stand before it. */
  private Result arrive(
      Original original, URI first, Path part, Path folder, Table manifest, Listener listener)
      throws IOException, RefusedException, InterruptedException {
    URI address = first;
    boolean pdf = Addresses.promisesPdf(first);
    for (int pages = 0; ; pages++) {
      if (asked) {
        waits.sleep(options.pause());
      }
      asked = true;
      Download.Arrived arrived =
          download.get(address, part, (time, why) -> listener.waits(original, time, why));
      try {
        Kind kind = Kind.of(part, arrived.contentType());
        if (kind == Kind.HTML && pdf) {
          String page = new String(Kind.read(part, 0), StandardCharsets.UTF_8);
          Optional<URI> behind = Addresses.behind(page, arrived.address());
          if (behind.isEmpty() || pages == PAGES_BEFORE) {
            throw new RefusedException("an HTML page where a PDF should be");
          }
          Download.discard(part);
          address = behind.get();
          continue;
        }
        Path file = folder.resolve(original.slug() + "." + kind.extension());
        String sha256 = sha256(part);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        manifest.put(
            entry(
                original,
                file,
                arrived.address().toString(),
                arrived.contentType(),
                sha256,
                "fetched"));
        return new Result.Fetched(original, file, Files.size(file), sha256);
      } catch (RefusedException e) {
        Download.discard(part); // whole but of no use: nothing to go on with
        throw e;
      }
    }
  }

  private Map<String, String> entry(
      Original original, Path file, String address, String type, String sha256, String how)
      throws IOException {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("file", file.getFileName().toString());
    entry.put("id", original.id());
    entry.put("symbol", original.symbol());
    entry.put("url", original.url());
    entry.put("address", address);
    entry.put("type", type);
    entry.put("bytes", Long.toString(Files.size(file)));
    entry.put("sha256", sha256);
    entry.put("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    entry.put("how", how);
    return entry;
  }

  private static Map<String, String> row(Original original, String file) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("file", file);
    row.put("title", original.title());
    row.put("symbol", original.symbol());
    row.put("date", original.date());
    row.put("body", original.body());
    row.put("voice", original.voice());
    row.put("groups", String.join(";", original.groups()));
    row.put("source_type", "original");
    row.put("legal_status", original.legalStatus());
    return row;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.shutdownNow();
  }
}
