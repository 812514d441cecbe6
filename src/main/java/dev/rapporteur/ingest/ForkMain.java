package dev.rapporteur.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What runs in the JVM that {@link Fork} starts: reads tasks from standard input until it ends,
 * writes drafts to standard output.
 */
final class ForkMain {

  private ForkMain() {}

  /** Arguments: most bytes, most characters, heap in mebibytes. */
  public static void main(String[] args) throws IOException {
    Limits limits =
        new Limits(
            Long.parseLong(args[0]),
            Integer.parseInt(args[1]),
            Duration.ofDays(1), // the parent's watch ends what takes too long
            Integer.parseInt(args[2]),
            1,
            1);
    // a library that prints must not garble the answers
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Formats formats = new Formats();
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      while (true) {
        Wire.Task task = Wire.task(in);
        try {
          Formats.Format format = formats.format(task.bytes(), task.name());
          Wire.write(out, formats.read(task.bytes(), task.name(), format, limits));
        } catch (UnreadableException e) {
          Wire.write(out, e);
        }
      }
    } catch (EOFException e) {
      return; // the parent has no more, or is gone
    }
  }
}
