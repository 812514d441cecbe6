package dev.rapporteur.cli;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Pipeline;
import dev.rapporteur.pipeline.PipelineSpec;
import dev.rapporteur.pipeline.Registry;
import java.io.PrintWriter;

/** Opens the pipeline that was asked for, or {@code fast} where CoreNLP is not installed. */
final class PipelineChoice {

  private PipelineChoice() {}

  /**
   * Opens a pipeline; {@code standard} becomes {@code fast}, which is said once, where a component
   * of it cannot run here.
   */
  static Pipeline open(String name, PrintWriter err) {
    PipelineSpec spec = PipelineSpec.find(name);
    Registry registry = Registry.load();
    if (name.equals("standard")) {
      for (PipelineSpec.StageSpec stage : spec.stages()) {
        var why = registry.get(stage.component(), spec.origin()).unavailable();
        if (why.isPresent()) {
          err.println("rapporteur: " + why.get() + "; running with pipeline fast");
          spec = PipelineSpec.find("fast");
          break;
        }
      }
    }
    return Pipeline.open(spec, registry, Models.standard());
  }
}
