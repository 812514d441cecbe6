package dev.rapporteur.eval;

import dev.rapporteur.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far two codings of the same sentences agree, code by code.
 *
 * <p>Codes and their units:
 *
 * <ul>
 *   <li>{@code frame:F}, {@code move}, {@code stance}: sentences that have it or not
 *   <li>{@code move.degree}, {@code .direction}, {@code .grammar}: sentences where both see a move
 *   <li>{@code stance:ISSUE}: sentences, valued by position or none
 *   <li>{@code stance.holder}: issues that both see in a sentence, valued by who holds a position
 *   <li>{@code mention.id}, {@code mention.anaphor}: mentions of both that overlap
 *   <li>spans {@code mention:KIND}, {@code move.PART}: the sentences in order as one continuum of
 *       UTF-16 code units; {@code mention} and {@code move.part} are all kinds and parts together
 * </ul>
 *
 * <p>Several values in one unit are one value, joined by {@code +}. Intervals are percentile
 * bootstraps over sentences (B. Efron 1979, Bootstrap methods: another look at the jackknife.
 * Annals of Statistics 7(1): 1–26); samples without any variation have no coefficient and are left
 * out.
 */
public final class Agreement {

  /**
   * A figure with its interval.
   *
   * @param value NaN where it is not defined, for want of cases or of variation
   * @param low 2.5th percentile
   * @param high 97.5th percentile
   */
  public record Estimate(double value, double low, double high) {}

  /**
   * Agreement on the values of units.
   *
   * @param code which
   * @param units how many units were compared
   * @param a in how many the first coder saw it; for codes that every unit has, all
   * @param b in how many the second coder saw it
   * @param percent share of units valued alike, from 0 to 1
   * @param kappa Cohen's
   * @param alpha Krippendorff's, nominal
   */
  public record Code(
      String code, int units, int a, int b, Estimate percent, Estimate kappa, Estimate alpha) {}

  /**
   * Agreement on spans.
   *
   * @param code which
   * @param a how many units the first coder marked
   * @param b how many units the second coder marked
   * @param observed observed disagreement
   * @param expected expected disagreement
   * @param alpha Krippendorff's, unitizing
   */
  public record Spans(
      String code, int a, int b, double observed, double expected, Estimate alpha) {}

  static final List<String> PARTS = List.of("referent", "threat", "source", "measure", "audience");

  private static final String NONE = "";

  /** Values of one code: by sentence, the pairs (a, b) one behind the other. */
  private static final class Column {
    final Map<String, Integer> numbers = new HashMap<>(Map.of(NONE, 0));
    final List<int[]> sentences = new ArrayList<>();

    void add(List<String> values) {
      sentences.add(
          values.stream().mapToInt(v -> numbers.computeIfAbsent(v, x -> numbers.size())).toArray());
    }

    Nominal count(int[] sample) {
      Nominal nominal = new Nominal(numbers.size());
      for (int sentence : sample) {
        int[] values = sentences.get(sentence);
        for (int i = 0; i < values.length; i += 2) {
          nominal.add(values[i], values[i + 1]);
        }
      }
      return nominal;
    }

    int seen(int coder) {
      int seen = 0;
      for (int[] values : sentences) {
        for (int i = coder; i < values.length; i += 2) {
          seen += values[i] == 0 ? 0 : 1;
        }
      }
      return seen;
    }
  }

  /** Spans of one category: by sentence, those of both coders. */
  private record Marks(List<List<Span>> a, List<List<Span>> b) {

    Marks() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    Unitizing on(int[] sample, List<Codings.Pair> pairs) {
      List<Span> first = new ArrayList<>();
      List<Span> second = new ArrayList<>();
      int at = 0;
      for (int sentence : sample) {
        for (Span each : a.get(sentence)) {
          first.add(each.shift(at));
        }
        for (Span each : b.get(sentence)) {
          second.add(each.shift(at));
        }
        at += pairs.get(sentence).a().text().length();
      }
      return new Unitizing(at, List.of(first, second));
    }
  }

  private final List<Codings.Pair> pairs;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, Marks> marks = new LinkedHashMap<>();
  private final int[] whole;
  private final int[][] samples;

  /**
   * Compares two codings.
   *
   * @param pairs sentences that both coded
   * @param replicates how many bootstrap samples; 0 for no intervals
   * @param seed of the random numbers
   */
  public Agreement(List<Codings.Pair> pairs, int replicates, long seed) {
    this.pairs = List.copyOf(pairs);
    Random random = new Random(seed);
    whole = new int[pairs.size()];
    Arrays.setAll(whole, i -> i);
    samples = new int[replicates][pairs.size()];
    for (int[] sample : samples) {
      Arrays.setAll(sample, i -> random.nextInt(sample.length));
    }
    frames();
    moves();
    stances();
    mentions();
  }

  private void frames() {
    for (String frame : all(g -> g.frames())) {
      column("frame:" + frame, g -> is(g.frames().contains(frame)));
    }
  }

  private void moves() {
    column("move", g -> is(!g.moves().isEmpty()));
    for (String key : List.of("degree", "direction", "grammar")) {
      Function<Gold, String> value = g -> joined(g.moves().stream().map(m -> m.get(key)).toList());
      columns.put("move." + key, new Column());
      for (Codings.Pair pair : pairs) {
        boolean both = !pair.a().moves().isEmpty() && !pair.b().moves().isEmpty();
        columns
            .get("move." + key)
            .add(both ? List.of(value.apply(pair.a()), value.apply(pair.b())) : List.of());
      }
    }
    for (String part : PARTS) {
      spans(
          "move." + part,
          g ->
              g.moves().stream()
                  .flatMap(m -> Codings.part(g.text(), m.get(part)).stream())
                  .toList());
    }
  }

  private void stances() {
    column("stance", g -> is(!g.stances().isEmpty()));
    for (String issue : all(g -> g.stances().stream().map(Gold.Stand::issue).toList())) {
      column("stance:" + issue, g -> joined(of(g, issue, Gold.Stand::position)));
    }
    Column holders = new Column();
    columns.put("stance.holder", holders);
    for (Codings.Pair pair : pairs) {
      List<String> values = new ArrayList<>();
      for (String issue :
          new TreeSet<>(pair.a().stances().stream().map(Gold.Stand::issue).toList())) {
        List<String> theirs = of(pair.b(), issue, Gold.Stand::holder);
        if (!theirs.isEmpty()) {
          values.add(joined(of(pair.a(), issue, Gold.Stand::holder)));
          values.add(joined(theirs));
        }
      }
      holders.add(values);
    }
  }

  private static List<String> of(Gold gold, String issue, Function<Gold.Stand, String> what) {
    return gold.stances().stream().filter(s -> s.issue().equals(issue)).map(what).toList();
  }

  private record Placed(Span span, Gold.Entity entity) {}

  private void mentions() {
    Column ids = new Column();
    Column anaphors = new Column();
    columns.put("mention.id", ids);
    columns.put("mention.anaphor", anaphors);
    for (Codings.Pair pair : pairs) {
      List<String> id = new ArrayList<>();
      List<String> anaphor = new ArrayList<>();
      List<Placed> theirs = placed(pair.b());
      for (Placed mine : placed(pair.a())) {
        for (Placed other : theirs) {
          if (mine.span.overlaps(other.span)) {
            id.addAll(List.of(id(mine.entity), id(other.entity)));
            anaphor.addAll(List.of(named(mine.entity), named(other.entity)));
            theirs.remove(other);
            break;
          }
        }
      }
      ids.add(id);
      anaphors.add(anaphor);
    }
    for (String kind : all(g -> g.entities().stream().map(e -> kind(e.id())).toList())) {
      spans(
          "mention:" + kind,
          g ->
              placed(g).stream()
                  .filter(p -> kind(p.entity.id()).equals(kind))
                  .map(Placed::span)
                  .toList());
    }
  }

  private static List<Placed> placed(Gold gold) {
    List<Placed> placed = new ArrayList<>();
    for (Gold.Entity each : gold.entities()) {
      Codings.mention(gold.text(), each).ifPresent(s -> placed.add(new Placed(s, each)));
    }
    return placed;
  }

  /** Made-up ids of one kind mean the same thing: that there is no known one. */
  private static String id(Gold.Entity entity) {
    return entity.nil() ? kind(entity.id()) + ":(nil)" : entity.id();
  }

  private static String named(Gold.Entity entity) {
    return entity.anaphor() ? "anaphor" : "named";
  }

  private static String kind(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  private static String is(boolean there) {
    return there ? "yes" : NONE;
  }

  private static String joined(Collection<String> values) {
    return values.stream()
        .map(v -> v == null ? "none" : v)
        .distinct()
        .sorted()
        .collect(Collectors.joining("+"));
  }

  private TreeSet<String> all(Function<Gold, Collection<String>> values) {
    return pairs.stream()
        .flatMap(p -> java.util.stream.Stream.of(p.a(), p.b()))
        .flatMap(g -> values.apply(g).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void column(String code, Function<Gold, String> value) {
    Column column = new Column();
    columns.put(code, column);
    pairs.forEach(p -> column.add(List.of(value.apply(p.a()), value.apply(p.b()))));
  }

  private void spans(String code, Function<Gold, List<Span>> spans) {
    Marks both = new Marks();
    marks.put(code, both);
    for (Codings.Pair pair : pairs) {
      both.a.add(Unitizing.disjoint(spans.apply(pair.a())));
      both.b.add(Unitizing.disjoint(spans.apply(pair.b())));
    }
  }

  /** Agreement on values: frames, moves, stances, mentions, in this order. */
  public List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    columns.forEach(
        (code, column) -> {
          Nominal counted = column.count(whole);
          List<Nominal> sampled = Arrays.stream(samples).map(column::count).toList();
          codes.add(
              new Code(
                  code,
                  counted.units(),
                  column.seen(0),
                  column.seen(1),
                  estimate(counted, sampled, Nominal::percent),
                  estimate(counted, sampled, Nominal::kappa),
                  estimate(counted, sampled, Nominal::alpha)));
        });
    return codes;
  }

  /** Agreement on spans: mentions and each kind of them, parts of moves and each of them. */
  public List<Spans> spans() {
    Map<String, List<Marks>> groups = new TreeMap<>();
    marks.forEach(
        (code, both) -> {
          String together = code.startsWith("mention") ? "mention" : "move.part";
          groups.computeIfAbsent(together, g -> new ArrayList<>()).add(both);
          groups.put(code, List.of(both));
        });
    List<Spans> spans = new ArrayList<>();
    groups.forEach(
        (code, some) -> {
          List<Unitizing> now = on(whole, some);
          spans.add(
              new Spans(
                  code,
                  some.stream().flatMap(m -> m.a.stream()).mapToInt(List::size).sum(),
                  some.stream().flatMap(m -> m.b.stream()).mapToInt(List::size).sum(),
                  now.stream().mapToDouble(Unitizing::observed).sum(),
                  now.stream().mapToDouble(Unitizing::expected).sum(),
                  estimate(
                      Unitizing.alpha(now),
                      Arrays.stream(samples)
                          .mapToDouble(s -> Unitizing.alpha(on(s, some)))
                          .toArray())));
        });
    return spans;
  }

  private List<Unitizing> on(int[] sample, List<Marks> some) {
    return some.stream().map(m -> m.on(sample, pairs)).toList();
  }

  static Estimate estimate(
      Nominal counted, List<Nominal> sampled, java.util.function.ToDoubleFunction<Nominal> what) {
    return estimate(what.applyAsDouble(counted), sampled.stream().mapToDouble(what).toArray());
  }

  private static Estimate estimate(double value, double[] sampled) {
    double[] defined = Arrays.stream(sampled).filter(d -> !Double.isNaN(d)).sorted().toArray();
    if (defined.length == 0 || Double.isNaN(value)) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    return new Estimate(
        value,
        defined[(int) (defined.length * 0.025)],
        defined[(int) Math.ceil(defined.length * 0.975) - 1]);
  }
}
