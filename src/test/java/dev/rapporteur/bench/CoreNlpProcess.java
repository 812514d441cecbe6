package dev.rapporteur.bench;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** CoreNLP over a folder on two threads, as {@link AgainstCoreNlp} times it. */
final class CoreNlpProcess {

  private CoreNlpProcess() {}

  /** FOLDER and {@code lean} or {@code default}. */
  public static void main(String... args) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
    if (args[1].equals("lean")) {
      settings.setProperty("ner.applyFineGrained", "false");
      settings.setProperty("ner.applyNumericClassifiers", "false");
      settings.setProperty("ner.useSUTime", "false");
    }
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(args[0]))) {
      files = list.sorted().toList();
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().name("corenlp-", 1).factory())) {
      List<Callable<Void>> all =
          files.stream()
              .map(
                  file ->
                      (Callable<Void>)
                          () -> {
                            pipeline.annotate(new Annotation(Files.readString(file)));
                            return null;
                          })
              .toList();
      for (Future<Void> each : pool.invokeAll(all)) {
        each.get();
      }
    }
  }
}
