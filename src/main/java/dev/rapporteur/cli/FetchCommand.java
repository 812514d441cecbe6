package dev.rapporteur.cli;

import dev.rapporteur.extract.entity.Entry;
import dev.rapporteur.extract.entity.Knowledge;
import dev.rapporteur.ingest.fetch.FetchOptions;
import dev.rapporteur.ingest.fetch.Fetcher;
import dev.rapporteur.ingest.fetch.Listener;
import dev.rapporteur.ingest.fetch.Original;
import dev.rapporteur.ingest.fetch.Result;
import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rapporteur fetch}: gets official texts from where they are published. */
@Command(
    name = "fetch",
    description = {
      "Download official texts from the addresses in the knowledge base: one at a time, with"
          + " pauses, only what is not there yet.",
      "The folder gets the files, a catalog.csv for 'run', and .fetched.csv with address, checksum"
          + " and date of each. What fails is named with its address and the place where a file"
          + " fetched by hand belongs. Proxies are taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY"
          + " or Java's system properties."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur fetch A/68/98 A/70/174 -o originals",
      "  rapporteur fetch --group forum:un/gge --dry-run -o originals",
      "  rapporteur fetch --group forum:osce -o originals && rapporteur run originals"
    })
final class FetchCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "SYMBOL",
      description = "Symbols (A/68/98), names or ids (instrument:un/A/68/98) of texts.")
  private List<String> symbols = List.of();

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "All texts of a group and its children that have an address: forum:un/gge.")
  private List<String> groups = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder for the texts; it is made where it is missing.")
  private Path folder;

  @Option(names = "--dry-run", description = "Only list what would be fetched, and from where.")
  private boolean dryRun;

  @Option(names = "--again", description = "Fetch also what is there already.")
  private boolean again;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      description = "Between two requests (default: ${DEFAULT-VALUE}).",
      defaultValue = "3")
  private int pause;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (pause < 1) {
      throw new UsageException("--pause is 1 second or more: other people use these servers");
    }
    List<Original> wanted;
    try (Models models = Models.standard()) {
      wanted = wanted(Knowledge.load(models));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      for (Original each : wanted) {
        Optional<Path> there = Fetcher.file(each, folder);
        out.printf(
            Locale.ROOT,
            "%s: %s%n    %s -> %s%s%n",
            each.label(),
            each.title(),
            each.url().isEmpty() ? "(no address known)" : each.url(),
            there.orElse(Fetcher.place(each, folder)),
            there.isPresent() ? " (there already)" : "");
      }
      return 0;
    }
    if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
      // Java refuses by default to show a password to the proxy of an https address
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }
    String version = Main.class.getPackage().getImplementationVersion();
    FetchOptions options =
        FetchOptions.standard(version == null ? "dev" : version)
            .withPause(Duration.ofSeconds(pause));
    try (Fetcher fetcher = new Fetcher(options)) {
      return tell(fetcher.fetch(wanted, folder, again, new Told()));
    } catch (IOException e) {
      throw new CommandException("cannot fetch into " + folder + ": " + e.getMessage());
    }
  }

  private int tell(List<Result> results) {
    List<Result.Failed> failed =
        results.stream()
            .filter(Result.Failed.class::isInstance)
            .map(Result.Failed.class::cast)
            .toList();
    if (!main.quiet()) {
      long fetched = results.stream().filter(Result.Fetched.class::isInstance).count();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%d fetched, %d there already, %d failed%n",
              fetched,
              results.size() - fetched - failed.size(),
              failed.size());
    }
    PrintWriter err = spec.commandLine().getErr();
    if (!failed.isEmpty()) {
      err.println("To fetch by hand, and run the command again for the catalogue:");
      for (Result.Failed each : failed) {
        String url = each.original().url();
        err.println("  " + (url.isEmpty() ? each.original().label() : url) + " -> " + each.place());
      }
    }
    return failed.isEmpty() ? 0 : Main.FAILED;
  }

  private final class Told implements Listener {

    @Override
    public void waits(Original original, Duration time, String cause) {
      if (!main.quiet()) {
        spec.commandLine()
            .getErr()
            .println(original.label() + ": " + cause + "; again in " + time.toSeconds() + " s");
      }
    }

    @Override
    public void ends(Result result) {
      String label = result.original().label() + ": ";
      switch (result) {
        case Result.Fetched f -> {
          if (!main.quiet()) {
            spec.commandLine().getOut().println(label + f.file() + ", " + f.bytes() + " bytes");
          }
        }
        case Result.Kept k -> {
          if (!main.quiet()) {
            String note = k.note().isEmpty() ? "" : ", " + k.note();
            spec.commandLine().getOut().println(label + k.file() + " is there already" + note);
          }
        }
        case Result.Failed f ->
            spec.commandLine().getErr().println("rapporteur: " + label + f.cause());
      }
    }
  }

  private List<Original> wanted(Knowledge knowledge) {
    if (symbols.isEmpty() && groups.isEmpty()) {
      throw new UsageException("name symbols or a --group; nothing is fetched unasked");
    }
    Set<Original> wanted = new LinkedHashSet<>();
    for (String symbol : symbols) {
      wanted.add(original(named(symbol, knowledge)));
    }
    for (String group : groups) {
      List<Original> members =
          knowledge.entries().stream()
              .filter(e -> e.kind().equals("instrument") && !e.fact("url").isEmpty())
              .map(FetchCommand::original)
              .filter(o -> o.groups().stream().anyMatch(g -> within(g, group)))
              .toList();
      if (members.isEmpty()) {
        throw new UsageException("no text of the group '" + group + "' has a known address");
      }
      wanted.addAll(members);
    }
    return List.copyOf(wanted);
  }

  private static boolean within(String group, String wanted) {
    return group.equals(wanted) || group.startsWith(wanted + "/");
  }

  private static Entry named(String symbol, Knowledge knowledge) {
    Optional<Entry> byId = knowledge.find(symbol).or(() -> knowledge.find("instrument:" + symbol));
    if (byId.isPresent()) {
      return byId.get();
    }
    List<Entry> bySymbol =
        knowledge.entries().stream()
            .filter(e -> e.fact("symbol").equalsIgnoreCase(symbol))
            .toList();
    List<Entry> found =
        bySymbol.isEmpty()
            ? knowledge.named(symbol).stream().filter(e -> e.kind().equals("instrument")).toList()
            : bySymbol;
    if (found.size() != 1) {
      throw new UsageException(
          found.isEmpty()
              ? "the knowledge base has no text '" + symbol + "'"
              : "'"
                  + symbol
                  + "' is several texts: "
                  + String.join(", ", found.stream().map(Entry::id).toList()));
    }
    return found.getFirst();
  }

  private static Original original(Entry entry) {
    String title = entry.fact("title");
    return new Original(
        entry.id(),
        entry.fact("symbol"),
        title.isEmpty() ? entry.name() : title,
        entry.fact("date"),
        entry.fact("body"),
        entry.fact("voice"),
        Arrays.stream(entry.fact("groups").split(";"))
            .map(String::strip)
            .filter(g -> !g.isEmpty())
            .toList(),
        entry.fact("legal_status"),
        entry.fact("url"));
  }
}
