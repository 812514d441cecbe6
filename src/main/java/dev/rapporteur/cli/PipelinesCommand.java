package dev.rapporteur.cli;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.PipelineSpec;
import dev.rapporteur.pipeline.Registry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rapporteur pipelines}: the pipelines there are, or a check of a file. */
@Command(
    name = "pipelines",
    description = "List the pipelines, or check pipeline files.",
    footer = {
      "",
      "Examples:",
      "  rapporteur pipelines               what there is",
      "  rapporteur pipelines mine.yaml     check a file of your own"
    })
final class PipelinesCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", paramLabel = "NAME|FILE", description = "Pipelines to check.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean sound = true;
    for (String name : names.isEmpty() ? List.of("standard", "fast") : names) {
      try {
        PipelineSpec pipeline = PipelineSpec.find(name);
        out.printf(
            Locale.ROOT,
            "%s: %s%n    %s%n",
            pipeline.name(),
            pipeline.about(),
            pipeline.stages().stream()
                .map(PipelineSpec.StageSpec::component)
                .collect(Collectors.joining(" > ")));
        Pipeline.check(pipeline, Registry.load());
        out.println("    sound");
      } catch (ConfigurationException e) {
        sound = false;
        spec.commandLine().getErr().println("rapporteur: " + e.getMessage());
      }
    }
    return sound || names.isEmpty() ? 0 : Main.USAGE;
  }
}
