package dev.rapporteur.cli;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.FrameMark;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What became of every file of a run: a line of JSON each in the index's folder as it happens, and
 * a summary for people at the end.
 */
final class RunReport {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int TOP = 6;
  private static final int SLOWEST = 3;

  private record Timed(String source, long nanos) {}

  private final String pipeline;
  private final String fingerprint;
  private final Instant begun = Instant.now();
  private final long start = System.nanoTime();
  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Map<String, Long> found = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> tops = new LinkedHashMap<>();
  private final List<Timed> slowest = new ArrayList<>();
  private Path file;
  private Writer out;
  private int files;
  private int done;
  private int failed;

  RunReport(String pipeline, String fingerprint) {
    this.pipeline = pipeline;
    this.fingerprint = fingerprint;
  }

  /** Begins the file in this folder. */
  void open(Path folder) throws IOException {
    Files.createDirectories(folder);
    file = folder.resolve(NAME.format(begun) + ".jsonl");
    out = Files.newBufferedWriter(file);
  }

  /** How many files could not be read or analysed. */
  int failed() {
    return failed;
  }

  /** Counts an outcome and writes its line. */
  synchronized void add(Outcome outcome, long nanos) {
    files++;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("source", outcome.source());
    switch (outcome) {
      case Outcome.Done d -> {
        done++;
        count("done");
        line.put("outcome", "done");
        line.put("id", d.doc().id().value());
        line.put("title", d.doc().metadata().title());
        line.put("symbol", d.doc().metadata().symbol());
        line.put("voice", d.doc().voice());
        line.put("groups", String.join(";", d.doc().groups()));
        line.put("language", d.doc().metadata().language());
        for (Layer<?> layer :
            List.of(Layer.SENTENCES, Layer.MENTIONS, Layer.FRAMES, Layer.MOVES, Layer.STANCES)) {
          long size = d.doc().get(layer).size();
          line.put(layer.name(), size);
          found.merge(layer.name(), size, Long::sum);
        }
        tally(d.doc());
        slowest.add(new Timed(d.source(), nanos));
        slowest.sort(Comparator.comparingLong(Timed::nanos).reversed());
        if (slowest.size() > SLOWEST) {
          slowest.removeLast();
        }
      }
      case Outcome.Skipped s -> {
        count(s.reason().id());
        line.put("outcome", "skipped");
        line.put("reason", s.reason().id());
        line.put("detail", s.detail());
      }
      case Outcome.Failed f -> {
        failed++;
        count("failed");
        line.put("outcome", "failed");
        line.put("stage", f.stage());
        line.put("cause", f.cause().id());
        line.put("detail", f.message());
      }
    }
    line.put("ms", nanos / 1_000_000);
    write(line);
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private void tally(Doc doc) {
    for (Mention mention : doc.get(Layer.MENTIONS)) {
      switch (mention.kind()) {
        case "forum" -> top("fora", mention.id());
        case "instrument" -> top("instruments", mention.id());
        default -> top("actors", mention.id());
      }
    }
    for (FrameMark frame : doc.get(Layer.FRAMES)) {
      top("frames", frame.frame());
    }
    for (Stance stance : doc.get(Layer.STANCES)) {
      top("issues", stance.issue());
    }
  }

  private void top(String kind, String value) {
    tops.computeIfAbsent(kind, k -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  /** Writes the last line and closes the file. */
  synchronized Path close() throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("run", begun.toString());
    line.put("pipeline", pipeline);
    line.put("fingerprint", fingerprint);
    line.put("files", files);
    line.putAll(outcomes);
    found.forEach(line::put);
    line.put("ms", (System.nanoTime() - start) / 1_000_000);
    write(line);
    out.close();
    return file;
  }

  private void write(Map<String, Object> line) {
    try {
      try (JsonGenerator to = json.createGenerator(ObjectWriteContext.empty(), out)) {
        to.writeStartObject();
        line.forEach(
            (key, value) -> {
              switch (value) {
                case Number number -> to.writeNumberProperty(key, number.longValue());
                case String text when text.isEmpty() -> {
                  // what is not known is left out
                }
                default -> to.writeStringProperty(key, value.toString());
              }
            });
        to.writeEndObject();
      }
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints what was done and found. */
  void summary(PrintWriter to, Path folder, int indexed, Path report) {
    double seconds = (System.nanoTime() - start) / 1e9;
    to.printf(
        Locale.ROOT,
        "%,d file%s: %s, in %.1f s with pipeline %s%n",
        files,
        files == 1 ? "" : "s",
        outcomes.isEmpty()
            ? "nothing to read"
            : outcomes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
                .collect(Collectors.joining(", ")),
        seconds,
        pipeline);
    if (done > 0) {
      line(
          to,
          "found",
          found.entrySet().stream()
              .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
              .collect(Collectors.joining(", ")));
      for (String kind : List.of("actors", "fora", "instruments", "frames", "issues")) {
        if (tops.containsKey(kind)) {
          line(to, kind, most(tops.get(kind)));
        }
      }
      line(
          to,
          "slowest",
          slowest.stream()
              .map(t -> String.format(Locale.ROOT, "%s %.1f s", t.source(), t.nanos() / 1e9))
              .collect(Collectors.joining(", ")));
    }
    line(to, "index", String.format(Locale.ROOT, "%s, %,d documents", folder, indexed));
    line(to, "report", report.toString());
  }

  private static void line(PrintWriter to, String name, String value) {
    to.printf(Locale.ROOT, "  %-12s %s%n", name, value);
  }

  private static String most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
