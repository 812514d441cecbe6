package dev.rapporteur.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunnerTest {

  /** A component that finds nothing, and breaks down on a text that says so. */
  private static final class Nothing implements Component {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String summary() {
      return "finds nothing";
    }

    @Override
    public Set<Layer<?>> reads() {
      return Set.of();
    }

    @Override
    public Set<Layer<?>> writes() {
      return Set.of();
    }

    @Override
    public Stage open(Settings settings, Models models) {
      return doc -> {
        if (doc.text().contains("break")) {
          throw new IllegalStateException("broken");
        }
        return Layers.none();
      };
    }
  }

  private record Text(String name, String text) implements Source {
    @Override
    public Identity identity() {
      return new Identity(
          DocId.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).value(), "");
    }

    @Override
    public Doc read() {
      if (text.equals("crash")) {
        throw new ArrayIndexOutOfBoundsException("in a parser");
      }
      return Doc.of(text);
    }
  }

  private static final class Kept implements Runner.Sink {
    @Override
    public Optional<Outcome.Skipped> known(String source, Source.Identity identity) {
      return Optional.empty();
    }

    @Override
    public Outcome accept(String source, Source.Identity identity, Doc doc) {
      if (doc.text().equals("full")) {
        throw new IllegalStateException("the disk is full");
      }
      return new Outcome.Done(source, doc);
    }
  }

  private static List<String> run(int jobs, Source... sources) {
    List<String> ended = Collections.synchronizedList(new ArrayList<>());
    try (Pipeline pipeline = Pipeline.builder().add(new Nothing()).open()) {
      new Runner(pipeline, jobs)
          .run(
              List.of(sources).iterator(),
              new Kept(),
              (outcome, nanos) -> {
                String how =
                    switch (outcome) {
                      case Outcome.Done d -> "done";
                      case Outcome.Skipped s -> s.reason().id();
                      case Outcome.Failed f -> "failed in " + f.stage();
                    };
                ended.add(outcome.source() + " " + how);
              });
    }
    return ended.stream().sorted().toList();
  }

  @Test
  void run_everySource_endsOnce() {
    assertEquals(
        List.of("a done", "b failed in ingest", "c failed in nothing", "d done", "e duplicate"),
        run(
            1,
            new Text("a", "one"),
            new Text("b", "crash"),
            new Text("c", "break"),
            new Text("d", "two"),
            new Text("e", "one")));
  }

  @Test
  void run_severalThreads_endEverySourceToo() {
    Text[] many = new Text[200];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Text(String.valueOf(i), i % 7 == 0 ? "break " + i : "text " + i);
    }
    assertEquals(200, run(4, many).size());
  }

  @Test
  void run_sinkThatBreaks_endsTheRun() {
    assertThrows(IllegalStateException.class, () -> run(2, new Text("a", "full")));
  }

  @Test
  void run_filesOfTheSameContent_theFirstIsRead() {
    Source slow =
        new Source() {
          @Override
          public String name() {
            return "a";
          }

          @Override
          public Identity identity() {
            try {
              Thread.sleep(200);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return new Text("a", "one").identity();
          }

          @Override
          public Doc read() {
            return Doc.of("one");
          }
        };
    assertEquals(List.of("a done", "b duplicate"), run(2, slow, new Text("b", "one")));
  }
}
