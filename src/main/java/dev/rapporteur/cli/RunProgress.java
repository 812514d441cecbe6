package dev.rapporteur.cli;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Runner;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how a run goes on: a bar on a terminal, now and then a line elsewhere, nothing when quiet;
 * what failed is named in any case.
 */
final class RunProgress implements Runner.Listener, AutoCloseable {

  private static final long LINE_NANOS = 15_000_000_000L;
  private static final int FASTEST_MILLIS = 200;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean quiet;
  private final int total;
  private final RunReport report;
  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private long lastLine = start;
  private int ended;

  RunProgress(PrintWriter err, Screen screen, boolean quiet, int total, RunReport report) {
    this.err = err;
    this.quiet = quiet;
    this.total = total;
    this.report = report;
    this.bar = quiet || !screen.progress() ? null : bar(screen, total);
  }

  private static ProgressBar bar(Screen screen, int total) {
    return new ProgressBarBuilder()
        .setTaskName("files")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(FASTEST_MILLIS)
        .showSpeed()
        .setMaxRenderedLength(screen.width() - 1)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, screen.width() - 1))
        .build();
  }

  @Override
  public void started(String source) {
    if (bar != null) {
      bar.setExtraMessage(" " + source);
    }
  }

  @Override
  public synchronized void ended(Outcome outcome, long nanos) {
    ended++;
    report.add(outcome, nanos);
    switch (outcome) {
      case Outcome.Failed failed ->
          say(
              "failed: "
                  + failed.source()
                  + ": "
                  + failed.stage()
                  + ": "
                  + failed.cause().id()
                  + ": "
                  + failed.message());
      case Outcome.Skipped skipped when skipped.reason() != Outcome.Reason.UNCHANGED && !quiet ->
          say(
              "skipped: "
                  + skipped.source()
                  + ": "
                  + skipped.reason().id()
                  + (skipped.detail().isEmpty() ? "" : ", " + skipped.detail()));
      default -> {
        // what went well is counted
      }
    }
    if (bar != null) {
      bar.step();
    } else if (!quiet && System.nanoTime() - lastLine > LINE_NANOS) {
      lastLine = System.nanoTime();
      err.printf(
          Locale.ROOT,
          "rapporteur: %d of %d files, %.1f a second%n",
          ended,
          total,
          ended / ((lastLine - start) / 1e9));
      err.flush();
    }
  }

  private void say(String message) {
    err.println((bar == null ? "" : CLEAR) + "rapporteur: " + message.replaceAll("\\R", " "));
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.setExtraMessage("");
      bar.close();
    }
  }
}
