package dev.rapporteur.cli;

import dev.rapporteur.compare.Comparer;
import dev.rapporteur.compare.Comparison;
import dev.rapporteur.compare.HtmlReport;
import dev.rapporteur.compare.JsonReport;
import dev.rapporteur.compare.Profile;
import dev.rapporteur.compare.Profiler;
import dev.rapporteur.compare.TextReport;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.index.IndexException;
import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rapporteur compare}: one paper beside groups of texts. */
@Command(
    name = "compare",
    description = {
      "Set a paper beside groups of texts: words, frames, moves, stances, actors, fora, shared"
          + " passages.",
      "Digests and news are shown and not counted unless asked; a group of fewer than eight"
          + " independent originals is described, not tested."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur compare paper.pdf --with forum:un/gge --with forum:sco --with forum:osce",
      "  rapporteur compare a-68-98 --with forum:sco --format json -o out.json",
      "  rapporteur compare paper.pdf --with forum:un/gge --format html -o report.html",
      "  rapporteur compare paper.pdf --with 'voice:state:RU AND date:2010..2015'"
    })
final class CompareCommand implements Runnable {

  /** What can be written. */
  enum Format {
    TEXT,
    HTML,
    JSON
  }

  private static final int USUAL_GROUPS = 5;

  @Parameters(
      paramLabel = "DOC-or-FILE",
      description = "A document of the index (symbol, title, file name, id), or a file.")
  private String paper;

  @Option(
      names = "--with",
      paramLabel = "GROUP-or-QUERY",
      description = {
        "A group of the index, or a query; may be given again. group:X forces a group.",
        "Without it: the largest groups of the index."
      })
  private List<String> with = List.of();

  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "${env:RAPPORTEUR_INDEX:-rapporteur-index}",
      description = "The index (default: ${DEFAULT-VALUE}).")
  private Path index;

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}; by default what the name behind -o ends in, else text.")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file instead of standard output.")
  private Path output;

  @Option(names = "--digests", description = "Count digests and news like originals.")
  private boolean digests;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String report;
    try (Index open = Index.open(index);
        Models models = Models.standard()) {
      report = render(compare(open, models));
    } catch (IndexException e) {
      throw new CommandException(e.getMessage(), e);
    }
    if (output == null) {
      spec.commandLine().getOut().print(report);
      return;
    }
    try {
      Files.writeString(output, report, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandException("cannot write " + output + ": " + e.getMessage(), e);
    }
    if (!main.quiet()) {
      spec.commandLine().getErr().println("rapporteur: wrote " + output);
    }
  }

  private Comparison compare(Index open, Models models) {
    Profiler profiler = new Profiler(models);
    Entry own = paper(open);
    Map<String, List<Entry>> groups = groups(open, own);
    Map<Entry, Profile> profiles = new HashMap<>();
    Map<String, List<Profile>> texts = new LinkedHashMap<>();
    TreeSet<String> pipelines = new TreeSet<>();
    groups.forEach(
        (id, entries) -> {
          List<Profile> some = new ArrayList<>();
          for (Entry entry : entries) {
            some.add(profiles.computeIfAbsent(entry, e -> profile(open, profiler, e)));
            pipelines.add(entry.pipeline());
          }
          texts.put(id, some);
        });
    Comparer.Options options =
        Comparer.Options.standard()
            .withDigests(digests)
            .by(new Main.Version().getVersion()[0], List.copyOf(pipelines));
    return new Comparer(models, options).compare(profile(open, profiler, own), texts);
  }

  private static Profile profile(Index open, Profiler profiler, Entry entry) {
    return profiler.profile(
        open.doc(entry.id())
            .orElseThrow(() -> new CommandException(entry.name() + " vanished while it was read")));
  }

  private Entry paper(Index open) {
    List<Entry> found = open.find(paper);
    if (found.isEmpty()) {
      throw new CommandException("no document '" + paper + "' in " + index + ", and no such file");
    }
    if (found.size() > 1) {
      throw new UsageException(
          "'"
              + paper
              + "' is several documents: "
              + String.join("; ", found.stream().limit(8).map(e -> e.metadata().source()).toList())
              + (found.size() > 8 ? " …" : ""));
    }
    return found.getFirst();
  }

  private Map<String, List<Entry>> groups(Index open, Entry own) {
    List<Entry> all = open.entries().stream().filter(e -> !e.id().equals(own.id())).toList();
    Map<String, List<Entry>> chosen = new LinkedHashMap<>();
    for (String each : with) {
      String id = each.startsWith("group:") && !isCollective(each) ? each.substring(6) : each;
      List<Entry> group = members(all, id);
      if (group.isEmpty()) {
        throw new UsageException(
            "no group '" + id + "' in " + index + "; it has " + String.join(", ", known(all)));
      }
      chosen.put(id, group);
    }
    if (with.isEmpty()) {
      Map<String, Integer> sizes = new TreeMap<>();
      all.forEach(e -> e.groups().forEach(g -> sizes.merge(g, 1, Integer::sum)));
      sizes.keySet().stream()
          .sorted(Comparator.comparingInt((String g) -> -sizes.get(g)))
          .limit(USUAL_GROUPS)
          .forEach(g -> chosen.put(g, members(all, g)));
      if (chosen.isEmpty()) {
        throw new UsageException("no document of " + index + " belongs to a group; name --with");
      }
    }
    return chosen;
  }

  /** Whether it is the id of a collective, as in {@code group:parties/coe/ets-185}. */
  private static boolean isCollective(String id) {
    return id.startsWith("group:parties/") || id.startsWith("group:supporters/");
  }

  private static List<Entry> members(List<Entry> all, String group) {
    Predicate<String> within = g -> g.equals(group) || g.startsWith(group + "/");
    return all.stream().filter(e -> e.groups().stream().anyMatch(within)).toList();
  }

  private static TreeSet<String> known(List<Entry> all) {
    TreeSet<String> known = new TreeSet<>();
    all.forEach(e -> known.addAll(e.groups()));
    return known;
  }

  private String render(Comparison comparison) {
    Format chosen = format;
    if (chosen == null) {
      String name = output == null ? "" : output.toString();
      chosen =
          name.endsWith(".html") ? Format.HTML : name.endsWith(".json") ? Format.JSON : Format.TEXT;
    }
    return switch (chosen) {
      case TEXT -> TextReport.of(comparison);
      case JSON -> JsonReport.of(comparison) + "\n";
      case HTML -> HtmlReport.of(comparison);
    };
  }
}
