package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How the two JVMs of {@link Fork} talk: a task goes over, a draft or the reason why not returns.
 */
final class Wire {

  /** A file to read. */
  record Task(String name, byte[] bytes) {}

  private static final int DRAFT = 'D';
  private static final int SKIPPED = 'S';
  private static final int FAILED = 'F';

  private Wire() {}

  static void write(DataOutputStream out, Task task) throws IOException {
    text(out, task.name());
    out.writeInt(task.bytes().length);
    out.write(task.bytes());
    out.flush();
  }

  static Task task(DataInputStream in) throws IOException {
    String name = text(in);
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Task(name, bytes);
  }

  static void write(DataOutputStream out, Draft draft) throws IOException {
    out.writeByte(DRAFT);
    text(out, draft.title());
    text(out, draft.date());
    out.writeInt(draft.blocks().size());
    for (Block block : draft.blocks()) {
      out.writeByte(block.kind().ordinal());
      text(out, block.text());
      out.writeInt(block.level());
      text(out, block.number());
      out.writeInt(block.page());
      out.writeBoolean(block.loose());
    }
    out.flush();
  }

  static void write(DataOutputStream out, UnreadableException e) throws IOException {
    switch (e.outcome("")) {
      case Outcome.Skipped skipped -> {
        out.writeByte(SKIPPED);
        text(out, skipped.reason().name());
        text(out, skipped.detail());
      }
      case Outcome.Failed failed -> {
        out.writeByte(FAILED);
        text(out, failed.cause().name());
        text(out, failed.message());
      }
      case Outcome.Done done -> throw new IllegalStateException("unreadable, but done");
    }
    out.flush();
  }

  static Draft draft(DataInputStream in) throws IOException, UnreadableException {
    int kind = in.readByte();
    if (kind == SKIPPED) {
      Outcome.Reason reason = Outcome.Reason.valueOf(text(in));
      throw new UnreadableException(reason, text(in));
    }
    if (kind == FAILED) {
      Outcome.Cause cause = Outcome.Cause.valueOf(text(in));
      throw new UnreadableException(cause, text(in));
    }
    if (kind != DRAFT) {
      throw new IOException("expected a draft, got " + kind);
    }
    String title = text(in);
    String date = text(in);
    int size = in.readInt();
    List<Block> blocks = new ArrayList<>(size);
    Block.Kind[] kinds = Block.Kind.values();
    for (int i = 0; i < size; i++) {
      blocks.add(
          new Block(
              kinds[in.readByte()],
              text(in),
              in.readInt(),
              text(in),
              in.readInt(),
              in.readBoolean()));
    }
    return new Draft(blocks, title, date);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
