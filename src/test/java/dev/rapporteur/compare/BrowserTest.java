package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Opens the report in the system's Chromium: a script appended to a copy of the page presses every
 * button and runs axe-core, and writes what it saw into the page. Skipped where no Chromium is.
 */
class BrowserTest {

  private static final String PROBE =
      """
      addEventListener('load', async () => {
        const seen = { charts: document.documentElement.dataset.drawn, empty: [], pressed: 0 };
        const dialog = document.getElementById('sentences');
        for (const button of document.querySelectorAll('button[data-quotes]')) {
          button.click();
          const quotes = dialog.querySelectorAll('blockquote');
          if (!dialog.open || quotes.length === 0) seen.empty.push(button.textContent);
          dialog.close();
          seen.pressed++;
        }
        seen.requests = performance.getEntriesByType('resource').map(r => r.name).filter(n => !n.startsWith('data:'));
        seen.drawn = [...document.querySelectorAll('.chart')].filter(c => c.querySelector('svg path')).length;
        const found = await axe.run(document, { resultTypes: ['violations'] });
        seen.violations = found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary).slice(0, 3).join(' | '));
        const out = document.createElement('pre');
        out.id = 'seen';
        out.textContent = JSON.stringify(seen);
        document.body.append(out);
      });
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "narrow"})
  void report_inChromium_worksWithoutErrorsOrBarriers(String look) throws Exception {
    String page = HtmlReport.of(HtmlReportTest.comparison());
    String axe;
    try (InputStream in = getClass().getResourceAsStream("/axe.min.js")) {
      assertNotNull(in, "axe.min.js");
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path file = folder.resolve("report.html");
    int end = page.lastIndexOf("</body>"); // ECharts has one of its own in a string
    Files.writeString(
        file,
        page.substring(0, end)
            + "<script>"
            + axe
            + "</script><script>"
            + PROBE
            + "</script>"
            + page.substring(end));
    List<String> options = new ArrayList<>();
    options.add("--window-size=" + (look.equals("narrow") ? "360,800" : "1280,900"));
    if (look.equals("dark")) {
      options.add("--blink-settings=preferredColorScheme=0");
    }
    Seen seen = open(file, options);
    assertEquals("7", seen.value("charts\":\"", "\""), seen.console);
    assertEquals("7", seen.value("drawn\":", ","));
    assertTrue(seen.json.contains("\"empty\":[]"), seen.json);
    assertTrue(seen.json.contains("\"requests\":[]"), seen.json);
    assertTrue(seen.json.contains("\"violations\":[]"), seen.json);
    assertFalse(seen.console.contains("CONSOLE"), seen.console);
  }

  @Test
  void probe_brokenPage_isSeen() throws Exception {
    Path file = folder.resolve("broken.html");
    Files.writeString(file, "<script>console.error('broken'); nothing();</script>");
    assertTrue(open(file, List.of()).console.contains("CONSOLE"));
  }

  private record Seen(String json, String console) {
    String value(String from, String to) {
      int begin = json.indexOf(from) + from.length();
      return json.substring(begin, json.indexOf(to, begin));
    }
  }

  private Seen open(Path file, List<String> options) throws Exception {
    Optional<Path> chromium = chromium();
    assumeTrue(chromium.isPresent(), "no chromium on the PATH: the report is not opened");
    List<String> command = new ArrayList<>();
    command.add(chromium.get().toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=20000",
            "--dump-dom"));
    command.addAll(options);
    command.add(file.toUri().toString());
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("chromium did not end: " + Files.readString(log));
    }
    Matcher seen =
        Pattern.compile("<pre id=\"seen\">(.*?)</pre>", Pattern.DOTALL)
            .matcher(Files.readString(dom));
    String console =
        Files.readAllLines(log).stream()
            .filter(l -> l.contains("CONSOLE"))
            .reduce("", (a, b) -> a + b + "\n");
    return new Seen(seen.find() ? seen.group(1) : "", console);
  }

  private static Optional<Path> chromium() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            dir ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(n -> Path.of(dir, n)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
