package dev.rapporteur.cli;

import dev.rapporteur.eval.Agreement;
import dev.rapporteur.eval.Codings;
import dev.rapporteur.eval.Gold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code rapporteur agree}: how far two coders agree. */
@Command(
    name = "agree",
    description = {
      "Compare two codings of the same sentences: percent agreement, Cohen's kappa and"
          + " Krippendorff's alpha for each code, Krippendorff's unitizing alpha for spans.",
      "Sentences are joined by 'doc' and 'sid'. Intervals are 95 % bootstraps over sentences."
          + " A dash stands where nothing varied, so that there is no coefficient."
    },
    footer = {
      "",
      "Examples:",
      "  rapporteur agree anna.jsonl ben.jsonl",
      "  rapporteur agree anna.jsonl ben.jsonl --json > agreement.json",
      "  rapporteur agree anna.jsonl ben.jsonl --replicates 5000 --seed 7"
    })
final class AgreeCommand implements Runnable {

  @Parameters(
      index = "0",
      paramLabel = "A.jsonl",
      description = "One coding: gold sentences, one JSON object a line.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B.jsonl", description = "The other coding.")
  private Path second;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "Bootstrap samples, 0 for no intervals (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  private int replicates;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the samples (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (replicates < 0) {
      throw new UsageException("--replicates is 0 or more, not " + replicates);
    }
    Codings codings = Codings.join(read(first), read(second));
    PrintWriter err = spec.commandLine().getErr();
    name(err, "only in " + first, codings.onlyA());
    name(err, "only in " + second, codings.onlyB());
    name(err, "worded differently and left out", codings.unlike());
    codings.notes().forEach(note -> err.println("rapporteur: " + note));
    if (codings.pairs().isEmpty()) {
      throw new CommandException("the two files have no sentence in common");
    }
    Agreement agreement = new Agreement(codings.pairs(), replicates, seed);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(map(codings, agreement)));
    } else {
      print(out, codings, agreement);
    }
  }

  private static List<Gold> read(Path file) {
    try {
      return Gold.parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UsageException("cannot read the coding " + file + ": " + e);
    }
  }

  private static void name(PrintWriter err, String what, List<String> sentences) {
    if (!sentences.isEmpty()) {
      err.println(
          "rapporteur: " + sentences.size() + " " + what + ": " + String.join(", ", sentences));
    }
  }

  private static void print(PrintWriter out, Codings codings, Agreement agreement) {
    out.println("sentences in both " + codings.pairs().size());
    out.println();
    out.printf(
        Locale.ROOT,
        "%-34s %6s %5s %5s  %7s  %-22s %-22s%n",
        "code",
        "units",
        "A",
        "B",
        "percent",
        "kappa",
        "alpha");
    for (Agreement.Code code : agreement.codes()) {
      out.printf(
          Locale.ROOT,
          "%-34s %6d %5d %5d  %7s  %-22s %-22s%n",
          code.code(),
          code.units(),
          code.a(),
          code.b(),
          number(code.percent().value() * 100, "%.1f"),
          cell(code.kappa()),
          cell(code.alpha()));
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%-34s %5s %5s  %9s %9s  %-22s%n",
        "spans",
        "A",
        "B",
        "observed",
        "expected",
        "alpha (unitizing)");
    for (Agreement.Spans spans : agreement.spans()) {
      out.printf(
          Locale.ROOT,
          "%-34s %5d %5d  %9.2e %9.2e  %-22s%n",
          spans.code(),
          spans.a(),
          spans.b(),
          spans.observed(),
          spans.expected(),
          cell(spans.alpha()));
    }
  }

  /** A figure and its interval for a table. */
  static String cell(Agreement.Estimate estimate) {
    String interval =
        Double.isNaN(estimate.low())
            ? ""
            : String.format(Locale.ROOT, " [%.3f, %.3f]", estimate.low(), estimate.high());
    return number(estimate.value(), "%.3f") + interval;
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private Map<String, Object> map(Codings codings, Agreement agreement) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", first.toString());
    map.put("b", second.toString());
    map.put("sentences", codings.pairs().size());
    map.put("onlyA", codings.onlyA());
    map.put("onlyB", codings.onlyB());
    map.put("unlike", codings.unlike());
    map.put("replicates", replicates);
    map.put("seed", seed);
    map.put(
        "codes",
        agreement.codes().stream()
            .map(
                code -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("code", code.code());
                  row.put("units", code.units());
                  row.put("a", code.a());
                  row.put("b", code.b());
                  row.put("percent", figure(code.percent()));
                  row.put("kappa", figure(code.kappa()));
                  row.put("alpha", figure(code.alpha()));
                  return row;
                })
            .toList());
    map.put(
        "spans",
        agreement.spans().stream()
            .map(
                spans -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("code", spans.code());
                  row.put("a", spans.a());
                  row.put("b", spans.b());
                  row.put("observed", spans.observed());
                  row.put("expected", spans.expected());
                  row.put("alpha", figure(spans.alpha()));
                  return row;
                })
            .toList());
    return map;
  }

  /** Figures with their intervals for JSON; null where one is not defined. */
  static Map<String, Object> figures(Map<String, Agreement.Estimate> estimates) {
    Map<String, Object> figures = new LinkedHashMap<>();
    estimates.forEach((code, estimate) -> figures.put(code, figure(estimate)));
    return figures;
  }

  private static Map<String, Object> figure(Agreement.Estimate estimate) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("value", orNull(estimate.value()));
    figure.put("low", orNull(estimate.low()));
    figure.put("high", orNull(estimate.high()));
    return figure;
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : Math.rint(value * 10_000) / 10_000;
  }
}
