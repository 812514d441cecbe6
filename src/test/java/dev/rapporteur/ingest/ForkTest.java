package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rapporteur.pipeline.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkTest {

  private static final byte[] HTML =
      "<html><body><h1>Title</h1><p>A paragraph.</p></body></html>"
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void read_htmlInTheOtherJvm_comesBackAsBlocks() throws Exception {
    try (Fork fork = new Fork(Limits.standard())) {
      Draft draft = fork.read(HTML, "a.html");
      assertEquals(
          List.of("Title", "A paragraph."), draft.blocks().stream().map(Block::text).toList());
    }
  }

  @Test
  void read_whatTakesTooLong_endsAndTheNextFileIsRead() throws Exception {
    // the JVM alone takes longer to start
    try (Fork fork = new Fork(Limits.standard().withTime(Duration.ofMillis(5)))) {
      UnreadableException e =
          assertThrows(UnreadableException.class, () -> fork.read(HTML, "a.html"));
      Outcome.Failed failed = (Outcome.Failed) e.outcome("a.html");
      assertEquals(Outcome.Cause.TIMED_OUT, failed.cause());
    }
  }

  @Test
  void read_whatNeedsTooMuchMemory_isTooLarge() throws Exception {
    byte[] large = "<p>word word word</p>".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    try (Fork fork = new Fork(Limits.standard().withMemory(32))) {
      UnreadableException e =
          assertThrows(UnreadableException.class, () -> fork.read(large, "a.html"));
      assertEquals(Outcome.Cause.TOO_LARGE, ((Outcome.Failed) e.outcome("a.html")).cause());
      assertEquals(2, fork.read(HTML, "a.html").blocks().size());
    }
  }

  @Test
  void draft_overTheWire_isTheSame() throws Exception {
    Draft draft =
        new Draft(
            List.of(
                new Block(Block.Kind.NOTE, "text \uD83D\uDE00", 2, "7", 3, false),
                Block.pageBreak(4)),
            "title",
            "2013");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire.write(new DataOutputStream(bytes), draft);
    assertEquals(
        draft, Wire.draft(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
  }
}
