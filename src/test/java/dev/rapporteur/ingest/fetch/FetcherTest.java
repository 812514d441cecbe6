package dev.rapporteur.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a server on the loopback that does all that servers do. */
class FetcherTest {

  private static final byte[] PDF =
      ("%PDF-1.4\n" + "% a text of our own, long enough to break\n".repeat(2000) + "%%EOF\n")
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<Duration> waited = Collections.synchronizedList(new ArrayList<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.add(
              exchange.getRequestURI().getPath()
                  + " "
                  + exchange
                      .getRequestHeaders()
                      .getOrDefault("Range", List.of("whole"))
                      .getFirst());
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] html(String title, String body) {
    return ("<!DOCTYPE html><html><head><title>" + title + "</title></head>" + body + "</html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Announces all, sends the first half and breaks off. */
  private static void half(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/pdf");
    exchange.sendResponseHeaders(200, PDF.length);
    exchange.getResponseBody().write(PDF, 0, PDF.length / 2);
    exchange.getResponseBody().flush();
  }

  /** Sends what a range asks for, where the condition holds; else all. */
  private static void range(HttpExchange exchange, String tag) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    exchange.getResponseHeaders().set("ETag", tag);
    if (range == null || !tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
      send(exchange, 200, "application/pdf", PDF);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("\\D", ""));
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (PDF.length - 1) + "/" + PDF.length);
    send(exchange, 206, "application/pdf", Arrays.copyOfRange(PDF, from, PDF.length));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static Original original(String path, String url) {
    return new Original(
        "instrument:" + path,
        path.substring(path.indexOf('/') + 1),
        "Report, in \"our\" words",
        "2013-06-24",
        "General Assembly",
        "forum:un/gge/2012",
        List.of("forum:un/gge", "set:mine"),
        "political",
        url);
  }

  private static FetchOptions options() {
    return new FetchOptions(
        "Rapporteur/test",
        Duration.ofSeconds(3),
        3,
        Duration.ofSeconds(4),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(300),
        1 << 20);
  }

  private Fetcher fetcher(Map<String, String> environment) {
    return new Fetcher(options(), Proxies.of(environment, new Properties()), waited::add, NOON);
  }

  private List<Result> fetch(Original... originals) throws Exception {
    try (Fetcher fetcher = fetcher(Map.of())) {
      return fetcher.fetch(List.of(originals), folder, false, new Listener() {});
    }
  }

  private Result fetchOne(String path) throws Exception {
    return fetch(original("un/A/68/98", url(path))).getFirst();
  }

  private String cause(String path) throws Exception {
    return assertInstanceOf(Result.Failed.class, fetchOne(path)).cause();
  }

  private void assertWhole() throws IOException {
    assertArrayEquals(PDF, Files.readAllBytes(folder.resolve("un-a-68-98.pdf")));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void fetch_whole_fileCatalogueAndManifest() throws Exception {
    List<String> agents = new ArrayList<>();
    serve(
        "/a.pdf",
        e -> {
          agents.addAll(e.getRequestHeaders().get("User-Agent"));
          send(e, 200, "application/pdf", PDF);
        });
    Result.Fetched fetched = assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
    assertEquals(PDF.length, fetched.bytes());
    assertEquals(List.of("Rapporteur/test"), agents);
    assertEquals(List.of(), waited, "no pause before the first request");
    assertEquals(
        List.of(
            "file,title,symbol,date,body,voice,groups,source_type,legal_status",
            "un-a-68-98.pdf,\"Report, in \"\"our\"\" words\",A/68/98,2013-06-24,General Assembly,"
                + "forum:un/gge/2012,forum:un/gge;set:mine,original,political"),
        Files.readAllLines(folder.resolve("catalog.csv")));
    List<String> manifest = Files.readAllLines(folder.resolve(".fetched.csv"));
    assertEquals(2, manifest.size());
    assertTrue(manifest.get(1).contains(fetched.sha256()), manifest::toString);
    assertTrue(manifest.get(1).contains("2026-01-02T12:00:00Z,fetched"), manifest::toString);
    assertEquals(List.of(".fetched.csv", "catalog.csv", "un-a-68-98.pdf"), files());
  }

  @Test
  void fetch_thereAlready_nothingIsAskedFor() throws Exception {
    serve("/a.pdf", e -> send(e, 200, "application/pdf", PDF));
    fetchOne("/a.pdf");
    assertEquals("", assertInstanceOf(Result.Kept.class, fetchOne("/a.pdf")).note());
    assertEquals(1, requests.size());
    Files.writeString(folder.resolve("un-a-68-98.pdf"), "%PDF-1.4 mended by hand %%EOF");
    assertEquals(
        "changed since it was fetched",
        assertInstanceOf(Result.Kept.class, fetchOne("/a.pdf")).note());
  }

  @Test
  void fetch_several_pauseBetween() throws Exception {
    serve("/a.pdf", e -> send(e, 200, "application/pdf", PDF));
    serve("/b", e -> send(e, 200, "text/html; charset=utf-8", html("A declaration", "<p>We")));
    List<Result> results =
        fetch(original("x/one", url("/a.pdf")), original("x/two", url("/b")), original("x/3", ""));
    assertEquals(List.of(Duration.ofSeconds(3)), waited);
    assertTrue(Files.exists(folder.resolve("x-two.html")));
    assertEquals("no address is known", ((Result.Failed) results.get(2)).cause());
  }

  @Test
  void fetch_redirect_isFollowed() throws Exception {
    serve("/real.pdf", e -> send(e, 200, "application/pdf", PDF));
    serve(
        "/a.pdf",
        e -> {
          e.getResponseHeaders().set("Location", "/real.pdf");
          e.sendResponseHeaders(302, -1);
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
    assertTrue(Files.readString(folder.resolve(".fetched.csv")).contains(url("/real.pdf")));
  }

  @Test
  void fetch_redirectsInACircle_fails() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          e.getResponseHeaders().set("Location", "/a.pdf");
          e.sendResponseHeaders(302, -1);
        });
    String cause = cause("/a.pdf");
    assertTrue(cause.contains("redirect") || cause.contains("tried"), cause);
  }

  @Test
  void fetch_errorPageForAPdf_isRejectedAndNamed() throws Exception {
    serve("/a.pdf", e -> send(e, 200, "text/html", html("Page not found", "<p>Sorry")));
    Result.Failed failed = assertInstanceOf(Result.Failed.class, fetchOne("/a.pdf"));
    assertTrue(failed.cause().contains(url("/a.pdf")), failed::cause);
    assertTrue(failed.cause().contains("'Page not found'"), failed::cause);
    assertEquals(folder.resolve("un-a-68-98.pdf"), failed.place());
    assertEquals(List.of(), files());
  }

  @Test
  void fetch_harmlessPageForAPdf_isRejected() throws Exception {
    serve("/a.pdf", e -> send(e, 200, "text/html", html("Welcome", "<p>Our site")));
    assertTrue(cause("/a.pdf").contains("an HTML page where a PDF should be"));
  }

  @Test
  void fetch_errorPageThatCallsItselfPdf_isRejected() throws Exception {
    serve("/a", e -> send(e, 200, "application/pdf", html("Welcome", "<p>Our site")));
    assertTrue(cause("/a").contains("says application/pdf but sends text/html"));
  }

  @Test
  void fetch_errorPageForAPage_isRejected() throws Exception {
    serve("/a", e -> send(e, 200, "text/html", html("Just a moment...", "<p>Checking")));
    assertTrue(cause("/a").contains("'Just a moment...'"));
  }

  @Test
  void fetch_emptyOrNoDocument_isRejected() throws Exception {
    serve("/a", e -> send(e, 200, "application/pdf", "\0\1\2".getBytes(StandardCharsets.UTF_8)));
    serve("/empty", e -> e.sendResponseHeaders(200, -1));
    assertTrue(cause("/a").contains("no document"));
    assertTrue(cause("/empty").contains("empty"));
  }

  @Test
  void fetch_pageBeforeThePdf_isPassed() throws Exception {
    serve("/f.pdf", e -> send(e, 200, "application/pdf", PDF));
    serve(
        "/a.pdf",
        e -> send(e, 200, "text/html", html("A/68/98", "<iframe id=v src=\"f.pdf\"></iframe>")));
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
  }

  @Test
  void fetch_connectionBreaks_theRestIsFetched() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          if (requests.size() == 1) {
            e.getResponseHeaders().set("ETag", "\"one\"");
            half(e);
          } else {
            range(e, "\"one\"");
          }
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
    assertEquals(List.of("/a.pdf whole", "/a.pdf bytes=" + PDF.length / 2 + "-"), requests);
    assertEquals(List.of(Duration.ofSeconds(4)), waited);
    assertEquals(List.of(".fetched.csv", "catalog.csv", "un-a-68-98.pdf"), files());
  }

  @Test
  void fetch_changedMeanwhile_isFetchedAnew() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          if (requests.size() == 1) {
            e.getResponseHeaders().set("ETag", "\"old\"");
            half(e);
          } else {
            range(e, "\"new\"");
          }
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
  }

  @Test
  void fetch_noValidator_isFetchedAnew() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          if (requests.size() == 1) {
            half(e);
          } else {
            send(e, 200, "application/pdf", PDF);
          }
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertEquals(List.of("/a.pdf whole", "/a.pdf whole"), requests);
    assertWhole();
  }

  @Test
  void fetch_brokenInAnotherRun_goesOn() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          if (requests.size() <= 3) {
            e.getResponseHeaders().set("Last-Modified", "Mon, 24 Jun 2013 12:00:00 GMT");
            half(e);
          } else {
            range(e, "Mon, 24 Jun 2013 12:00:00 GMT");
          }
        });
    assertTrue(cause("/a.pdf").contains("tried 3 times"));
    assertEquals(List.of(".un-a-68-98.part", ".un-a-68-98.part.note"), files());
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertTrue(requests.getLast().endsWith("bytes=" + PDF.length / 2 + "-"), requests::toString);
    assertWhole();
  }

  @Test
  void fetch_stalls_theRestIsFetched() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          if (requests.size() == 1) {
            e.getResponseHeaders().set("ETag", "\"one\"");
            half(e);
            try {
              over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
            }
          } else {
            range(e, "\"one\"");
          }
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertWhole();
    assertEquals(2, requests.size());
  }

  @Test
  void fetch_saysLessThanItIs_theCutIsFound() throws Exception {
    serve("/a.pdf", e -> send(e, 200, "application/pdf", Arrays.copyOf(PDF, PDF.length / 2)));
    assertTrue(cause("/a.pdf").contains("cut off"));
    assertEquals(List.of(), files());
  }

  @Test
  void fetch_saysMoreThanItIs_failsAfterGrowingWaits() throws Exception {
    serve("/a.pdf", FetcherTest::half);
    assertTrue(cause("/a.pdf").contains("tried 3 times"));
    assertEquals(List.of(Duration.ofSeconds(4), Duration.ofSeconds(8)), waited);
  }

  @Test
  void fetch_overloaded_waitsAsLongAsAsked() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          switch (requests.size()) {
            case 1 -> {
              e.getResponseHeaders().set("Retry-After", "17");
              send(e, 503, "text/plain", new byte[] {'x'});
            }
            case 2 -> {
              e.getResponseHeaders().set("Retry-After", "Fri, 2 Jan 2026 12:00:30 GMT");
              send(e, 429, "text/plain", new byte[] {'x'});
            }
            default -> send(e, 200, "application/pdf", PDF);
          }
        });
    assertInstanceOf(Result.Fetched.class, fetchOne("/a.pdf"));
    assertEquals(List.of(Duration.ofSeconds(17), Duration.ofSeconds(30)), waited);
  }

  @Test
  void fetch_askedToWaitTooLong_isGivenUp() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          e.getResponseHeaders().set("Retry-After", "86400");
          send(e, 503, "text/plain", new byte[] {'x'});
        });
    assertTrue(cause("/a.pdf").contains("asks to wait 86400 s"));
    assertEquals(1, requests.size());
  }

  @Test
  void fetch_notThere_isNotRepeated() throws Exception {
    assertTrue(cause("/nowhere.pdf").endsWith("the server answers 404"));
    assertEquals(List.of(), waited);
  }

  @Test
  void fetch_tooLarge_isRefused() throws Exception {
    serve(
        "/a.pdf",
        e -> {
          e.getResponseHeaders().set("Content-Type", "application/pdf");
          e.sendResponseHeaders(200, 2 << 20);
          e.getResponseBody().write(PDF);
          e.getResponseBody().flush();
        });
    serve(
        "/endless",
        e -> {
          e.sendResponseHeaders(200, 0); // chunked: no length is said
          for (int i = 0; i < 40; i++) {
            e.getResponseBody().write(PDF);
          }
        });
    for (String path : List.of("/a.pdf", "/endless")) {
      String cause = cause(path);
      assertTrue(cause.contains("allowed are"), cause);
    }
    assertEquals(List.of(), files());
  }

  @Test
  void fetch_serverFailsTwice_isLeftAlone() throws Exception {
    serve("/", e -> send(e, 500, "text/plain", new byte[] {'x'}));
    List<Result> results =
        fetch(original("x/1", url("/1")), original("x/2", url("/2")), original("x/3", url("/3")));
    assertTrue(((Result.Failed) results.get(2)).cause().contains("not tried"), results::toString);
    assertEquals(6, requests.size());
  }

  @Test
  void fetch_noServer_isNamed() throws Exception {
    Result.Failed failed =
        assertInstanceOf(
            Result.Failed.class,
            fetch(original("x/1", "http://no-such-server.invalid/a.pdf")).getFirst());
    assertTrue(failed.cause().contains("no-such-server.invalid"), failed::cause);
    failed = (Result.Failed) fetch(original("x/1", "ftp://x.org/a")).getFirst();
    assertTrue(failed.cause().contains("no address of the web"), failed::cause);
  }

  @Test
  void fetch_throughAProxy() throws Exception {
    // this server plays the proxy: it gets the whole address of a server that does not exist
    serve("/a.pdf", e -> send(e, 200, "application/pdf", PDF));
    try (Fetcher fetcher = fetcher(Map.of("http_proxy", url("")))) {
      Result result =
          fetcher
              .fetch(
                  List.of(original("un/A/68/98", "http://original.invalid/a.pdf")),
                  folder,
                  false,
                  new Listener() {})
              .getFirst();
      assertInstanceOf(Result.Fetched.class, result);
    }
    assertWhole();
  }

  @Test
  void fetch_catalogueOfAnAnalyst_staysAsItIs() throws Exception {
    Files.writeString(
        folder.resolve("catalog.csv"),
        "File,note,title\nmine.txt,\"seen, read\",Mine\nun-a-68-98.pdf,do not touch,My title\n");
    serve("/a.pdf", e -> send(e, 200, "application/pdf", PDF));
    fetch(original("un/A/68/98", url("/a.pdf")), original("x/2", url("/a.pdf")));
    List<String> lines = Files.readAllLines(folder.resolve("catalog.csv"));
    assertEquals(
        "file,note,title,symbol,date,body,voice,groups,source_type,legal_status", lines.get(0));
    assertEquals("mine.txt,\"seen, read\",Mine,,,,,,,", lines.get(1));
    assertEquals("un-a-68-98.pdf,do not touch,My title,,,,,,,", lines.get(2));
    assertTrue(lines.get(3).startsWith("x-2.pdf,,\"Report"), lines::toString);
  }

  @Test
  void fetch_broughtByHand_isCataloguedAndKept() throws Exception {
    Files.write(folder.resolve("un-a-68-98.pdf"), PDF);
    assertEquals("fetched by hand", assertInstanceOf(Result.Kept.class, fetchOne("/a.pdf")).note());
    assertTrue(Files.readString(folder.resolve("catalog.csv")).contains("A/68/98"));
    assertTrue(Files.readString(folder.resolve(".fetched.csv")).contains("by hand"));
  }

  @Test
  void fetch_errorPageBroughtByHand_isNamed() throws Exception {
    Files.write(folder.resolve("un-a-68-98.html"), html("Access denied", ""));
    assertTrue(cause("/a.pdf").contains("the file that is there is of no use"));
    assertFalse(Files.exists(folder.resolve("catalog.csv")));
  }
}
