package dev.rapporteur.cli;

import dev.rapporteur.pipeline.Component;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.text.Layer;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rapporteur components}: what a pipeline can be made of. */
@Command(
    name = "components",
    description = "List the components that pipelines are made of, with layers and options.",
    footer = {"", "Example:", "  rapporteur components"})
final class ComponentsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Component component : Registry.load().all()) {
      out.printf(Locale.ROOT, "%s (version %s)%n", component.name(), component.version());
      out.printf(Locale.ROOT, "    %s%n", component.summary());
      component
          .unavailable()
          .ifPresent(why -> out.printf(Locale.ROOT, "    unavailable here: %s%n", why));
      if (!component.reads().isEmpty()) {
        out.printf(Locale.ROOT, "    reads    %s%n", names(component.reads()));
      }
      out.printf(Locale.ROOT, "    writes   %s%n", names(component.writes()));
      Settings.describe(component.options())
          .forEach(
              (key, value) ->
                  out.printf(
                      Locale.ROOT,
                      "    option   %s: %s%n",
                      key,
                      value == null ? "(required)" : value));
    }
  }

  private static String names(Collection<Layer<?>> layers) {
    return Layer.ALL.stream()
        .filter(layers::contains)
        .map(Layer::name)
        .collect(Collectors.joining(", "));
  }
}
