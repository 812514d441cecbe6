package dev.rapporteur.pipeline;

import dev.rapporteur.text.Annotation;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An open list of stages that every document passes in order; thread-safe.
 *
 * <p>That each layer that is read is written earlier is checked when it opens; that only declared
 * layers were written, and only spans in the text, on every document.
 */
public final class Pipeline implements AutoCloseable {

  private record Open(Component component, Map<String, Object> settings, Stage stage) {}

  private final PipelineSpec spec;
  private final List<Open> stages;
  private final Models models;
  private final String fingerprint;

  private Pipeline(PipelineSpec spec, List<Open> stages, Models models) {
    this.spec = spec;
    this.stages = stages;
    this.models = models;
    this.fingerprint = fingerprint(stages, models);
  }

  /**
   * Opens every stage of a pipeline; closing it closes {@code models} too.
   *
   * @throws ConfigurationException if anything is wrong; nothing stays open then
   */
  public static Pipeline open(PipelineSpec spec, Registry registry, Models models) {
    List<Open> opened = new ArrayList<>();
    try {
      check(spec, registry);
      for (PipelineSpec.StageSpec each : spec.stages()) {
        Component component = registry.get(each.component(), spec.origin());
        Settings settings =
            new Settings(spec.origin() + ", stage '" + each.component() + "'", each.settings());
        opened.add(new Open(component, each.settings(), component.open(settings, models)));
      }
      return new Pipeline(spec, List.copyOf(opened), models);
    } catch (RuntimeException | Error e) {
      try {
        close(opened, models);
      } catch (RuntimeException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /** Opens the pipeline of that name or file with what the class path and the home folder hold. */
  public static Pipeline open(String nameOrFile) {
    return open(PipelineSpec.find(nameOrFile), Registry.load(), Models.standard());
  }

  /** A pipeline put together in code. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks a pipeline without opening it: that each component exists, can run here, and finds the
   * layers it reads, and that its settings bind.
   *
   * @throws ConfigurationException if not
   */
  public static void check(PipelineSpec spec, Registry registry) {
    Set<Layer<?>> written = new HashSet<>(Set.of(Layer.LABELS));
    for (PipelineSpec.StageSpec each : spec.stages()) {
      Component component = registry.get(each.component(), spec.origin());
      String origin = spec.origin() + ", stage '" + each.component() + "'";
      Optional<String> unavailable = component.unavailable();
      if (unavailable.isPresent()) {
        throw new ConfigurationException(origin + " cannot run here: " + unavailable.get());
      }
      new Settings(origin, each.settings()).as(component.options());
      for (Layer<?> layer : component.reads()) {
        if (!written.contains(layer)) {
          throw new ConfigurationException(
              origin + " reads the layer '" + layer + "', which no stage before it writes");
        }
      }
      written.addAll(component.writes());
    }
  }

  /**
   * Annotates a document; layers that it brings along are kept.
   *
   * @throws StageException if a stage fails, naming it
   */
  public Doc process(Doc doc) {
    Doc current = doc;
    for (Open open : stages) {
      Layers found;
      try {
        found = open.stage.annotate(current);
        verify(open.component, current, found);
      } catch (RuntimeException | StackOverflowError e) {
        throw new StageException(open.component.name(), e);
      }
      current =
          current.with(found.stamped(new Stamp(open.component.name(), open.component.version())));
    }
    return current;
  }

  /** Annotates a text by itself. */
  public Doc process(String text) {
    return process(Doc.of(text));
  }

  private static void verify(Component component, Doc doc, Layers found) {
    for (Layer<?> layer : found.layers()) {
      if (!component.writes().contains(layer)) {
        throw new IllegalStateException(
            "wrote the layer '" + layer + "', which it does not declare");
      }
      for (Annotation annotation : found.get(layer)) {
        if (annotation.span().end() > doc.text().length()) {
          throw new IllegalStateException("wrote outside of the text: " + annotation);
        }
      }
    }
  }

  /** The pipeline's name. */
  public String name() {
    return spec.name();
  }

  /** What it was opened from. */
  public PipelineSpec spec() {
    return spec;
  }

  /**
   * SHA-256 over settings, component versions and every file that was read to open it: two runs
   * with the same fingerprint find the same in the same document.
   */
  public String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(List<Open> stages, Models models) {
    StringBuilder all = new StringBuilder();
    for (Open open : stages) {
      all.append(open.component.name()).append('/').append(open.component.version());
      all.append(new TreeMap<>(open.settings)).append('\n');
    }
    models
        .filesRead()
        .forEach((file, hash) -> all.append(file).append(' ').append(hash).append('\n'));
    return DocId.of(all.toString().getBytes(StandardCharsets.UTF_8)).value();
  }

  @Override
  public void close() {
    close(stages, models);
  }

  private static void close(List<Open> stages, Models models) {
    try {
      for (Open open : stages.reversed()) {
        open.stage.close();
      }
    } finally {
      models.close();
    }
  }

  /** Puts a pipeline together in code: {@code Pipeline.builder().add("opennlp").open()}. */
  public static final class Builder {

    private final List<PipelineSpec.StageSpec> stages = new ArrayList<>();
    private final List<Component> more = new ArrayList<>();
    private Models models;

    private Builder() {}

    /** A stage by its component's name, with its default settings. */
    public Builder add(String component) {
      return add(component, Map.of());
    }

    /** A stage by its component's name, with settings. */
    public Builder add(String component, Map<String, Object> settings) {
      stages.add(new PipelineSpec.StageSpec(component, new LinkedHashMap<>(settings)));
      return this;
    }

    /** A stage of a component that is not on the class path's register. */
    public Builder add(Component component) {
      more.add(component);
      return add(component.name());
    }

    /** Where models are found; by default as the command line has them. */
    public Builder models(Models where) {
      this.models = where;
      return this;
    }

    /**
     * Opens it.
     *
     * @throws ConfigurationException if anything is wrong
     */
    public Pipeline open() {
      List<Component> all = new ArrayList<>(Registry.load().all());
      all.addAll(more);
      return Pipeline.open(
          new PipelineSpec("custom", "", stages, "pipeline builder"),
          new Registry(all),
          models == null ? Models.standard() : models);
    }
  }
}
