package dev.rapporteur.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times the standard pipeline as a whole process, model loading and indexing included, against
 * CoreNLP as a whole process over the same files, in turn on the same machine.
 *
 * <p>{@code mvn -q -Pbench verify -DskipTests -Dbench.class=dev.rapporteur.bench.AgainstCoreNlp
 * -Dbench.args="FOLDER 40 2"}: a folder of plain-text files, how many of them, how many rounds.
 */
public final class AgainstCoreNlp {

  private AgainstCoreNlp() {}

  /** Runs the benchmark: FOLDER FILES ROUNDS. */
  public static void main(String... args) throws Exception {
    Path folder = sample(Path.of(args[0]), Integer.parseInt(args[1]));
    for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
      double ours =
          time(
              "dev.rapporteur.cli.Main",
              "run",
              folder.toString(),
              "--quiet",
              "--force",
              "--index",
              folder.resolveSibling("index").toString());
      double lean = time(CoreNlpProcess.class.getName(), folder.toString(), "lean");
      double full = time(CoreNlpProcess.class.getName(), folder.toString(), "default");
      System.out.println(
          String.format(
              Locale.ROOT,
              "round %d: rapporteur %.1f s; CoreNLP without fine NER, numbers and SUTime %.1f s"
                  + " (%.1f times as long); CoreNLP by default %.1f s (%.1f times as long)",
              round,
              ours,
              lean,
              lean / ours,
              full,
              full / ours));
    }
  }

  /** The first files of a folder by name, linked into a new folder of their own. */
  private static Path sample(Path from, int files) throws IOException {
    Path folder = Files.createDirectories(Files.createTempDirectory("bench").resolve("texts"));
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all =
          walk.filter(f -> f.toString().endsWith(".txt"))
              .sorted(Comparator.comparing(Path::toString))
              .limit(files)
              .toList();
    }
    for (Path file : all) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    return folder;
  }

  private static double time(String main, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx4g", "--enable-native-access=ALL-UNNAMED"));
    command.add("-Drapporteur.home=" + Path.of("").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(args));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(main + " ended with status " + status);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
