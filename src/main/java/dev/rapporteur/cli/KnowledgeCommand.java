package dev.rapporteur.cli;

import dev.rapporteur.extract.entity.Alias;
import dev.rapporteur.extract.entity.Changes;
import dev.rapporteur.extract.entity.Entry;
import dev.rapporteur.extract.entity.Knowledge;
import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rapporteur knowledge}: look up, check and change what is known of actors and fora. */
@Command(
    name = "knowledge",
    description = "Look up, check and change what is known of actors, fora and instruments.",
    footer = {
      "",
      "Changes are kept in knowledge/changes.csv of your overlay folder (RAPPORTEUR_MODELS) and",
      "replayed on every later run; the files that ship are never touched.",
      "",
      "Examples:",
      "  rapporteur knowledge find SCO",
      "  rapporteur knowledge check",
      "  rapporteur knowledge add forum:my-dialogue name \"My Cyber Dialogue\"",
      "  rapporteur knowledge add forum:my-dialogue acronyms MCD",
      "  rapporteur knowledge merge civil:example-lab civil:example",
      "  rapporteur knowledge split organ:US/NSA organ:US/CSS \"Central Security Service\""
    })
final class KnowledgeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "check", description = "Load every file and report what is wrong or doubtful.")
  int check() {
    PrintWriter out = spec.commandLine().getOut();
    try (Models models = Models.standard()) {
      Knowledge knowledge = Knowledge.load(models);
      Map<String, Integer> counts = new TreeMap<>();
      int aliases = 0;
      for (Entry entry : knowledge.entries()) {
        counts.merge(entry.kind(), 1, Integer::sum);
        aliases += entry.aliases().size();
      }
      counts.forEach((kind, n) -> out.printf(Locale.ROOT, "%6d %s%n", n, kind));
      out.printf(Locale.ROOT, "%6d designations%n", aliases);
      List<String> problems = knowledge.problems();
      problems.forEach(out::println);
      out.println(problems.isEmpty() ? "sound" : problems.size() + " problems");
      return problems.isEmpty() ? 0 : Main.FAILED;
    }
  }

  @Command(
      name = "find",
      description = "Show entries by id, name, acronym, symbol or part of a name.")
  int find(@Parameters(paramLabel = "TEXT", arity = "1..*") List<String> words) {
    PrintWriter out = spec.commandLine().getOut();
    String text = String.join(" ", words);
    try (Models models = Models.standard()) {
      Knowledge knowledge = Knowledge.load(models);
      List<Entry> found = knowledge.find(text).map(List::of).orElseGet(() -> knowledge.named(text));
      if (found.isEmpty()) {
        String part = text.toLowerCase(Locale.ROOT);
        found =
            knowledge.entries().stream()
                .filter(
                    e ->
                        e.id().toLowerCase(Locale.ROOT).contains(part)
                            || e.aliases().stream()
                                .anyMatch(a -> a.text().toLowerCase(Locale.ROOT).contains(part)))
                .limit(20)
                .toList();
      }
      found.forEach(e -> print(out, knowledge, e));
      if (found.isEmpty()) {
        spec.commandLine().getErr().println("rapporteur: nothing is known as '" + text + "'");
        return Main.FAILED;
      }
      return 0;
    }
  }

  private static void print(PrintWriter out, Knowledge knowledge, Entry entry) {
    out.printf(Locale.ROOT, "%s  %s  (%s)%n", entry.id(), entry.name(), entry.place());
    out.printf(
        Locale.ROOT,
        "    named    %s%n",
        entry.aliases().stream().map(KnowledgeCommand::shown).collect(Collectors.joining("; ")));
    List<String> parents = knowledge.parents(entry.id());
    if (!parents.isEmpty()) {
      out.printf(Locale.ROOT, "    part of  %s%n", String.join(", ", parents));
    }
    if (!entry.since().isEmpty() || !entry.until().isEmpty()) {
      out.printf(Locale.ROOT, "    time     %s to %s%n", entry.since(), entry.until());
    }
    new TreeMap<>(entry.facts())
        .forEach((key, value) -> out.printf(Locale.ROOT, "    %-8s %s%n", key, value));
  }

  private static String shown(Alias alias) {
    return (alias.doubtful() ? "~" : "") + alias.text() + " [" + alias.form().id() + "]";
  }

  @Command(name = "add", description = "Add a value to an entry; a new entry begins with its name.")
  int add(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(
              paramLabel = "FIELD",
              description =
                  "name, names, acronyms, demonyms, seats, former, translations, symbol, parent,"
                      + " since, until, external, source or note")
          String field,
      @Parameters(paramLabel = "VALUE", arity = "1..*") List<String> value,
      @Option(names = "--overlay", description = "Overlay folder.") Path overlay) {
    return change(overlay, Changes.line("add", id, field, String.join(" ", value)));
  }

  @Command(name = "merge", description = "Say that two entries are one; the second one stays.")
  int merge(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "INTO") String into,
      @Option(names = "--overlay", description = "Overlay folder.") Path overlay) {
    return change(overlay, Changes.line("merge", id, "into", into));
  }

  @Command(name = "split", description = "Give designations of an entry to a new one.")
  int split(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "NEW-ID") String newId,
      @Parameters(paramLabel = "DESIGNATION", arity = "1..*") List<String> designations,
      @Option(names = "--overlay", description = "Overlay folder.") Path overlay) {
    return change(overlay, Changes.line("split", id, newId, String.join(";", designations)));
  }

  /** Appends a change and replays all of them; takes it back where that fails. */
  private int change(Path given, String line) {
    Path overlay =
        given != null
            ? given
            : Models.overlay()
                .orElseThrow(
                    () ->
                        new UsageException(
                            "no overlay folder: set RAPPORTEUR_MODELS to a folder of your own (later"
                                + " runs read it from there too), or give --overlay DIR"));
    Path file = overlay.resolve(Changes.FILE);
    try {
      String before = Files.exists(file) ? Files.readString(file) : Changes.HEADER + "\n";
      Files.createDirectories(file.getParent());
      Files.writeString(file, before + line + "\n", StandardCharsets.UTF_8);
      try (Models models = Models.with(overlay)) {
        Knowledge.load(models);
      } catch (ConfigurationException e) {
        if (before.equals(Changes.HEADER + "\n")) {
          Files.delete(file);
        } else {
          Files.writeString(file, before, StandardCharsets.UTF_8);
        }
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    spec.commandLine().getOut().println(file + ": " + line);
    return 0;
  }
}
