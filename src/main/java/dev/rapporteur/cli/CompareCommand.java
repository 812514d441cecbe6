package dev.rapporteur.cli;

import dev.rapporteur.compare.Comparer;
import dev.rapporteur.compare.Comparison;
import dev.rapporteur.compare.HtmlReport;
import dev.rapporteur.compare.JsonReport;
import dev.rapporteur.compare.Profile;
import dev.rapporteur.compare.Profiler;
import dev.rapporteur.compare.TextReport;
import dev.rapporteur.extract.entity.Knowledge;
import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Index;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.search.QueryParser;
import dev.rapporteur.search.Search;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  rapporteur compare paper.pdf --with 'voice:RU AND date:2010..2015'"
    })
final class CompareCommand implements Runnable {

  /** What can be written. */
  enum Format {
    TEXT,
    HTML,
    JSON
  }

  private static final Pattern ENTITY =
      Pattern.compile(
          "(?:state|organ|bloc|forum|instrument|company|civil|person|threat-group):[^\\s\"*]+");
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
      names = "--catalog",
      paramLabel = "FILE.csv",
      description = {
        "What is known of a file that is not indexed (default: catalog.csv in its folder or the one"
            + " above)."
      })
  private Path catalog;

  @Option(
      names = "--pipeline",
      paramLabel = "NAME|FILE",
      description = "Analyses a file that is not indexed (default: what analysed the index).")
  private String pipeline;

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

  @Mixin private IndexOption where;
  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String report;
    try (Index open = where.open();
        Models models = Models.standard()) {
      report = render(compare(open, models));
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
    TreeSet<String> pipelines = new TreeSet<>();
    List<Entry> all = open.entries();
    all.forEach(e -> pipelines.add(e.pipeline()));
    Doc own =
        new DocumentChoice(open, models, catalog, pipeline, spec.commandLine().getErr())
            .find(paper, pipelines);
    Map<String, List<Entry>> groups = groups(open, all, own);
    Map<Entry, Profile> profiles = new HashMap<>();
    Map<String, List<Profile>> texts = new LinkedHashMap<>();
    groups.forEach(
        (id, entries) -> {
          List<Profile> some = new ArrayList<>();
          for (Entry entry : entries) {
            some.add(
                profiles.computeIfAbsent(
                    entry, e -> profiler.profile(DocumentChoice.indexed(open, e.id()))));
          }
          texts.put(id, some);
        });
    Knowledge knowledge = Knowledge.load(models);
    Comparer.Options options =
        Comparer.Options.standard()
            .withDigests(digests)
            .withNames(id -> name(knowledge, id))
            .by(new Main.Version().getVersion()[0], List.copyOf(pipelines));
    return new Comparer(models, options).compare(profiler.profile(own), texts);
  }

  /** The preferred name of an entity; a query or a set of the analyst's is its own name. */
  private static String name(Knowledge knowledge, String id) {
    return ENTITY.matcher(id).matches() ? knowledge.name(id) : id;
  }

  private Map<String, List<Entry>> groups(Index open, List<Entry> all, Doc own) {
    List<Entry> others = all.stream().filter(e -> !e.id().equals(own.id())).toList();
    Map<String, List<Entry>> chosen = new LinkedHashMap<>();
    for (String each : with) {
      String forced = each.startsWith("group:") && !isCollective(each) ? each.substring(6) : null;
      List<Entry> group = members(others, forced == null ? each : forced);
      if (group.isEmpty() && forced != null) {
        throw new UsageException(
            "no group '"
                + forced
                + "' in "
                + where.folder()
                + "; it has "
                + String.join(", ", known(others)));
      }
      chosen.put(
          forced == null ? each : forced, group.isEmpty() ? found(open, others, each) : group);
    }
    if (with.isEmpty()) {
      Map<String, Integer> sizes = new TreeMap<>();
      others.forEach(e -> e.groups().forEach(g -> sizes.merge(g, 1, Integer::sum)));
      sizes.keySet().stream()
          .sorted(Comparator.comparingInt((String g) -> -sizes.get(g)))
          .limit(USUAL_GROUPS)
          .forEach(g -> chosen.put(g, members(others, g)));
      if (chosen.isEmpty()) {
        throw new UsageException(
            "no document in " + where.folder() + " belongs to a group; name --with");
      }
    }
    return chosen;
  }

  /** The documents that a query finds. */
  private List<Entry> found(Index open, List<Entry> others, String query) {
    Set<DocId> ids = new Search(open).documents(QueryParser.parse(query));
    List<Entry> found = others.stream().filter(e -> ids.contains(e.id())).toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "'"
              + query
              + "' is neither a group nor finds a text in "
              + where.folder()
              + "; groups: "
              + String.join(", ", known(others)));
    }
    return found;
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
