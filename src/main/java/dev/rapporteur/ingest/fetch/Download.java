package dev.rapporteur.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Brings what is at an address into a file, in several attempts if need be.
 *
 * <p>What has arrived stays in the file between attempts, and between runs of the program. The next
 * attempt asks for the rest, on the condition that the thing is still the same (RFC 9110, sections
 * 13.1.5 and 14): the note beside the file keeps the address and the server's validator. A server
 * that knows no ranges, or has another thing by now, sends all of it anew.
 */
final class Download {

  /**
   * What arrived.
   *
   * @param address where from, after redirects
   * @param contentType what the server calls it, or empty
   */
  record Arrived(URI address, String contentType) {}

  /** Something that another attempt may mend. */
  private static final class AgainException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> asked;

    AgainException(String message, Optional<Duration> asked) {
      super(message);
      this.asked = asked;
    }
  }

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)");

  private final HttpClient client;
  private final FetchOptions options;
  private final Waits waits;
  private final Clock clock;
  private final ScheduledExecutorService watch;

  Download(
      HttpClient client,
      FetchOptions options,
      Waits waits,
      Clock clock,
      ScheduledExecutorService watch) {
    this.client = client;
    this.options = options;
    this.waits = waits;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Gets a file whole.
   *
   * @param part where it grows; what is there already from the same address is continued
   * @param before is told of each wait and its cause
   * @throws RefusedException if it cannot be had
   * @throws IOException if {@code part} cannot be written
   */
  Arrived get(URI address, Path part, BiConsumer<Duration, String> before)
      throws RefusedException, IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(address, part);
      } catch (AgainException e) {
        if (attempt >= options.attempts()) {
          throw new RefusedException(e.getMessage() + " (tried " + attempt + " times)", true);
        }
        Duration wait = options.wait(attempt + 1);
        if (e.asked.isPresent()) {
          if (e.asked.get().compareTo(options.patience()) > 0) {
            throw new RefusedException(
                e.getMessage() + " and asks to wait " + e.asked.get().toSeconds() + " s", true);
          }
          wait = e.asked.get().compareTo(wait) > 0 ? e.asked.get() : wait;
        }
        before.accept(wait, e.getMessage());
        waits.sleep(wait);
      }
    }
  }

  private Arrived attempt(URI address, Path part)
      throws AgainException, RefusedException, IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(options.answer())
            .header("User-Agent", options.agent())
            .header("Accept", "application/pdf, text/html;q=0.8, */*;q=0.5");
    long have = Files.exists(part) ? Files.size(part) : 0;
    Optional<String> validator = have > 0 ? validator(part, address) : Optional.empty();
    if (validator.isPresent()) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", validator.get());
    } else {
      have = 0;
    }
    HttpResponse<InputStream> response;
    try {
      response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (SSLException e) {
      throw new RefusedException("no secure connection: " + e.getMessage(), true);
    } catch (HttpTimeoutException e) {
      throw new AgainException("the server does not answer in time", Optional.empty());
    } catch (IOException e) {
      if (e.getCause() instanceof UnresolvedAddressException
          || e.getCause() instanceof ConnectException c
              && c.getCause() instanceof UnresolvedAddressException) {
        throw new RefusedException("there is no server '" + address.getHost() + "'", true);
      }
      throw new AgainException("no connection: " + why(e), Optional.empty());
    }
    try (InputStream body = response.body()) {
      long whole = check(response, have, part);
      boolean goesOn = response.statusCode() == 206;
      if (!goesOn) {
        have = 0;
        discard(part); // before the note, which would vouch for what is there
        note(part, address, response.headers());
      }
      copy(body, part, goesOn, have, whole);
    }
    Files.deleteIfExists(noteOf(part));
    return new Arrived(response.uri(), response.headers().firstValue("Content-Type").orElse(""));
  }

  /** Size of the whole thing, or -1 where the server does not say. */
  private long check(HttpResponse<?> response, long have, Path part)
      throws AgainException, RefusedException, IOException {
    int status = response.statusCode();
    HttpHeaders headers = response.headers();
    switch (status) {
      case 200 -> {
        long length = headers.firstValueAsLong("Content-Length").orElse(-1);
        tooLarge(length);
        return length;
      }
      case 206 -> {
        Matcher range = RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != have) {
          discard(part);
          throw new AgainException(
              "the server sends another part than was asked for", Optional.empty());
        }
        long whole = range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
        tooLarge(whole);
        return whole;
      }
      case 416 -> {
        discard(part);
        throw new AgainException("the server has less than is here already", Optional.empty());
      }
      case 408, 425, 429, 500, 502, 503, 504 ->
          throw new AgainException(
              "the server answers " + status,
              headers.firstValue("Retry-After").flatMap(this::duration));
      case 301, 302, 303, 307, 308 ->
          throw new RefusedException(
              "redirected too often or from https to http, to "
                  + headers.firstValue("Location").orElse("nowhere"));
      default -> throw new RefusedException("the server answers " + status);
    }
  }

  private void tooLarge(long bytes) throws RefusedException {
    if (bytes > options.maxBytes()) {
      throw new RefusedException(
          "it has " + bytes + " bytes or more, allowed are " + options.maxBytes());
    }
  }

  private void copy(InputStream body, Path part, boolean append, long have, long whole)
      throws AgainException, RefusedException, IOException {
    AtomicLong last = new AtomicLong(System.nanoTime());
    AtomicBoolean stalled = new AtomicBoolean();
    long limit = options.stall().toNanos();
    // HttpRequest's timeout ends with the headers; nothing else ends a read that waits for ever
    ScheduledFuture<?> guard =
        watch.scheduleWithFixedDelay(
            () -> {
              if (System.nanoTime() - last.get() > limit && stalled.compareAndSet(false, true)) {
                close(body);
              }
            },
            limit / 4,
            limit / 4,
            TimeUnit.NANOSECONDS);
    long size = have;
    try (OutputStream out =
        Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[16 << 10];
      while (true) {
        int read;
        try {
          read = body.read(buffer);
        } catch (IOException e) {
          throw new AgainException(
              stalled.get()
                  ? "nothing more came for " + options.stall().toMillis() + " ms"
                  : "the connection broke: " + why(e),
              Optional.empty());
        }
        if (read < 0) {
          break;
        }
        last.set(System.nanoTime());
        out.write(buffer, 0, read);
        size += read;
        if (size > options.maxBytes()) {
          break;
        }
      }
    } finally {
      guard.cancel(false);
    }
    if (size > options.maxBytes()) {
      discard(part);
      tooLarge(size);
    }
    if (stalled.get()) {
      throw new AgainException(
          "nothing more came for " + options.stall().toMillis() + " ms", Optional.empty());
    }
    if (whole >= 0 && size != whole) {
      if (size > whole) {
        discard(part);
      }
      throw new AgainException(
          "the connection ended at " + size + " of " + whole + " bytes", Optional.empty());
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // the reader that this wakes up finds out by itself
      return;
    }
  }

  /** Drops what has arrived so far. */
  static void discard(Path part) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(noteOf(part));
  }

  private static Path noteOf(Path part) {
    return part.resolveSibling(part.getFileName() + ".note");
  }

  /** Remembers what would tell whether the thing is still the same. */
  private static void note(Path part, URI address, HttpHeaders headers) throws IOException {
    Optional<String> validator =
        headers
            .firstValue("ETag")
            .filter(tag -> !tag.startsWith("W/"))
            .or(() -> headers.firstValue("Last-Modified"));
    if (validator.isPresent()) {
      Files.writeString(noteOf(part), address + "\n" + validator.get() + "\n");
    } else {
      Files.deleteIfExists(noteOf(part));
    }
  }

  private static Optional<String> validator(Path part, URI address) throws IOException {
    Path note = noteOf(part);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    return lines.size() == 2 && lines.get(0).equals(address.toString())
        ? Optional.of(lines.get(1))
        : Optional.empty();
  }

  /** The time of a {@code Retry-After}: seconds or a date. */
  private Optional<Duration> duration(String header) {
    String value = header.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Duration until =
          Duration.between(
              clock.instant(),
              ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException e) {
      return Optional.empty(); // a header that says nothing asks for nothing
    }
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT)
        : message;
  }
}
