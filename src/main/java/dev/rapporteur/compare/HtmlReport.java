package dev.rapporteur.compare;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison as one HTML file that needs nothing else: style, script, charts and sentences are in
 * it, and its content policy forbids it to load anything.
 *
 * <p>The page is the template {@code report.peb}, which escapes whatever comes from documents; the
 * charts are drawn by Apache ECharts from the same JSON that {@link JsonReport} writes.
 */
public final class HtmlReport {

  private static final String FOLDER = "dev/rapporteur/compare";
  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private HtmlReport() {}

  /** The page. */
  public static String of(Comparison comparison) {
    ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
    loader.setPrefix(FOLDER);
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .build();
    Map<String, Object> model = new HashMap<>(JsonReport.tree(comparison));
    model.put("css", resource("/" + FOLDER + "/report.css"));
    model.put("script", resource("/" + FOLDER + "/report.js"));
    model.put("echarts", resource(ECHARTS));
    model.put("json", inScript(JsonReport.compact(comparison)));
    try {
      StringWriter page = new StringWriter();
      engine.getTemplate("report.peb").evaluate(page, model, Locale.ROOT);
      return page.toString().strip() + "\n"; // the macros before the page leave blank lines
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON as it may stand in a script element: nothing in it can end the element. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
