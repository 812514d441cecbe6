package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * JVMs of their own in which risky files are read, so that a parser that hangs, takes all memory or
 * crashes costs one file and not the run. Thread-safe; one JVM a thread that reads, started when
 * first needed and kept.
 */
final class Fork implements AutoCloseable {

  /** What the JVM exits with when its heap is full. */
  private static final int OUT_OF_MEMORY = 3;

  private final Limits limits;
  private final ConcurrentLinkedDeque<Child> idle = new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedDeque<Child> all = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("rapporteur-ingest-watch").daemon().factory());

  Fork(Limits limits) {
    this.limits = limits;
  }

  /** A JVM and the pipes to it. */
  private record Child(Process process, DataOutputStream out, DataInputStream in) {

    void kill() {
      process.destroyForcibly();
    }
  }

  /**
   * Reads a file in another JVM.
   *
   * @throws IOException if no JVM can be started
   */
  Draft read(byte[] bytes, String name) throws IOException, UnreadableException {
    Child child = idle.poll();
    if (child == null || !child.process.isAlive()) {
      child = start();
    }
    Child mine = child;
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        watch.schedule(
            () -> {
              late.set(true);
              mine.kill();
            },
            limits.time().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      Wire.write(mine.out, new Wire.Task(name, bytes));
      Draft draft = Wire.draft(mine.in);
      idle.push(mine);
      return draft;
    } catch (UnreadableException e) {
      idle.push(mine);
      throw e;
    } catch (IOException e) {
      mine.kill();
      all.remove(mine);
      throw died(mine, late.get(), e);
    } finally {
      alarm.cancel(false);
    }
  }

  private UnreadableException died(Child child, boolean late, IOException e) {
    if (late) {
      return new UnreadableException(
          Outcome.Cause.TIMED_OUT,
          "took longer than " + limits.time().toSeconds() + " s to read; raise the limit",
          e);
    }
    int exit = -1;
    try {
      if (child.process.waitFor(5, TimeUnit.SECONDS)) {
        exit = child.process.exitValue();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return exit == OUT_OF_MEMORY
        ? new UnreadableException(
            Outcome.Cause.TOO_LARGE,
            "needs more than " + limits.memory() + " MiB of memory to read; raise the limit",
            e)
        : new UnreadableException(
            Outcome.Cause.CRASHED,
            "broke down the parser's JVM (exit status " + exit + ", " + e + ")",
            e);
  }

  private Child start() throws IOException {
    Path home = Path.of(System.getProperty("java.home"), "bin");
    Path java = home.resolve(Files.exists(home.resolve("java.exe")) ? "java.exe" : "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Xmx" + limits.memory() + "m");
    command.add("-Xss4m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:-UsePerfData");
    // standard output belongs to the protocol: the JVM's own warnings must not get into it
    command.add("-XX:+DisplayVMOutputToStderr");
    command.add("-Xlog:disable");
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add(ForkMain.class.getName());
    command.add(Long.toString(limits.bytes()));
    command.add(Integer.toString(limits.characters()));
    command.add(Integer.toString(limits.memory()));
    ProcessBuilder builder = new ProcessBuilder(command);
    // in the environment, because a class path may be longer than a command line
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Child child =
        new Child(
            process,
            new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16)),
            new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16)));
    all.push(child);
    return child;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    all.forEach(Child::kill);
  }
}
