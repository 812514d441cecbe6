package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints processor time of loading and of the entity stage alone, in one thread, over the text
 * files of a folder; processor time, so that other work on the machine does not count.
 *
 * <p>Usage: {@code EntityBenchmark FOLDER}
 */
final class EntityBenchmark {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private EntityBenchmark() {}

  public static void main(String[] args) throws Exception {
    long start = CPU.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    try (Models models = Models.standard();
        Stage stage = new EntitiesComponent().open(Settings.none(), models)) {
      System.out.printf(
          Locale.ROOT,
          "load: %d ms of this thread, %d ms of time%n",
          (CPU.getCurrentThreadCpuTime() - start) / 1_000_000,
          (System.nanoTime() - wall) / 1_000_000);
      List<Doc> docs = new ArrayList<>();
      long words = 0;
      try (Stream<Path> files = Files.list(Path.of(args[0]))) {
        for (Path file : files.sorted().limit(60).toList()) {
          Doc doc = doc(Files.readString(file, StandardCharsets.UTF_8));
          docs.add(doc);
          words += doc.text().split("\\s+").length;
        }
      }
      for (int round = 0; round < 6; round++) {
        long before = CPU.getCurrentThreadCpuTime();
        long mentions = 0;
        for (Doc doc : docs) {
          mentions += stage.annotate(doc).get(Layer.MENTIONS).size();
        }
        long nanos = CPU.getCurrentThreadCpuTime() - before;
        System.out.printf(
            Locale.ROOT,
            "round %d: %d words, %d mentions, %d ms: %d words a second%n",
            round,
            words,
            mentions,
            nanos / 1_000_000,
            words * 1_000_000_000L / nanos);
      }
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "heap after collection: %d MB%n",
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  /** Sentences end at a full stop before a blank: enough for measuring time. */
  private static Doc doc(String text) {
    Doc doc = Doc.of(Metadata.of("x").withLanguage("en"), text);
    List<Sentence> sentences = new ArrayList<>();
    doc.sections()
        .forEach(
            section -> {
              int begin = section.span().begin();
              while (begin < section.span().end()) {
                int stop = text.indexOf(". ", begin);
                int end =
                    stop < 0 || stop + 1 > section.span().end() ? section.span().end() : stop + 1;
                sentences.add(new Sentence(new Span(begin, end), sentences.size() + 1));
                begin = end;
                while (begin < section.span().end() && Character.isWhitespace(text.charAt(begin))) {
                  begin++;
                }
              }
            });
    return doc.with(Layers.of(Layer.SENTENCES, sentences));
  }
}
