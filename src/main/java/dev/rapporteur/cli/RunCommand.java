package dev.rapporteur.cli;

import dev.rapporteur.index.Indexer;
import dev.rapporteur.ingest.Ingest;
import dev.rapporteur.ingest.Limits;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.Runner;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.DocId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rapporteur run}: documents in, an index out. */
@Command(
    name = "run",
    description = {
      "Read, annotate and index every document under the paths, folders with all that is in them.",
      "What is indexed and unchanged is skipped, what has changed is replaced."
    },
    footer = {
      "",
      "A catalog.csv directly under a path is used without being named.",
      "",
      "Examples:",
      "  rapporteur run corpus",
      "  rapporteur run texts more/a-68-98.pdf --index /data/gge --jobs 2",
      "  rapporteur run papers --catalog papers.csv --group set:papers --pipeline fast"
    })
final class RunCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths;

  @Mixin private IndexOption where;

  @Option(
      names = "--pipeline",
      paramLabel = "NAME|FILE",
      description = "What is done with them (default: ${DEFAULT-VALUE}).",
      defaultValue = "standard")
  private String pipeline;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Documents at a time (default: one for each processor).")
  private Integer jobs;

  @Option(
      names = "--catalog",
      paramLabel = "FILE.csv",
      description = "What the files do not say: titles, symbols, dates, voices, groups.")
  private Path catalog;

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "A group that all of them belong to: a forum's id or set:NAME.")
  private List<String> groups = List.of();

  @Option(names = "--force", description = "Redo what is indexed and unchanged.")
  private boolean force;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    int threads = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    if (threads < 1) {
      throw new UsageException("--jobs must be at least 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    try (Models models = Models.standard();
        Ingest ingest = new Ingest(models, Limits.standard())) {
      List<Source> sources = new ArrayList<>();
      Iterator<Source> each = ingest.sources(paths, Optional.ofNullable(catalog), groups);
      each.forEachRemaining(sources::add);
      try (Pipeline open = PipelineChoice.open(pipeline, err)) {
        return run(sources, open, fingerprint(open, models), threads);
      }
    }
  }

  private int run(List<Source> sources, Pipeline open, String fingerprint, int threads) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    RunReport report = new RunReport(open.name(), fingerprint);
    int indexed;
    Path file;
    try (Indexer indexer = Indexer.open(where.folder(), open.name(), fingerprint, force)) {
      try (RunProgress progress =
          new RunProgress(err, Screen.of(), main.quiet(), sources.size(), report)) {
        report.open(indexer.runs());
        new Runner(open, threads).run(sources.iterator(), indexer, progress);
      }
      indexed = indexer.size();
      file = report.close();
    } catch (IOException e) {
      throw new CommandException("cannot write the run's report: " + e.getMessage(), e);
    }
    if (!main.quiet()) {
      report.summary(out, where.folder(), indexed, file);
    }
    return report.failed() > 0 ? Main.FAILED : 0;
  }

  /** Of everything that decides what a document comes out as, its own metadata apart. */
  private static String fingerprint(Pipeline open, Models models) {
    String all = open.fingerprint() + ' ' + Ingest.VERSION + ' ' + models.filesRead();
    return DocId.of(all.getBytes(StandardCharsets.UTF_8)).value();
  }
}
