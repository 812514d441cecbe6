package dev.rapporteur.compare;

import dev.rapporteur.compare.Comparison.Cell;
import dev.rapporteur.compare.Comparison.Row;
import dev.rapporteur.pipeline.Models;
import dev.rapporteur.text.Move;
import dev.rapporteur.text.Stance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Makes {@link Comparison}s. Same input, same settings: same comparison, to the last digit.
 *
 * <p>What makes a section is one method each; the class is long because the report is.
 */
public final class Comparer {

  /**
   * Settings of a comparison.
   *
   * @param digests whether digests and news count like originals
   * @param names preferred name of an id
   * @param quotes sentences given for a figure
   * @param rows rows of the tables of words and entities
   * @param draws samples drawn for a figure of nearness
   * @param seed of random numbers
   * @param program the program's version
   * @param pipelines the pipelines that analysed the texts
   */
  public record Options(
      boolean digests,
      UnaryOperator<String> names,
      int quotes,
      int rows,
      int draws,
      long seed,
      String program,
      List<String> pipelines) {

    /** The usual settings; ids stand for names. */
    public static Options standard() {
      return new Options(false, UnaryOperator.identity(), 6, 25, 50, 1, "", List.of());
    }

    /** The same with preferred names. */
    public Options withNames(UnaryOperator<String> to) {
      return new Options(digests, to, quotes, rows, draws, seed, program, pipelines);
    }

    /** The same with digests and news counted or not. */
    public Options withDigests(boolean to) {
      return new Options(to, names, quotes, rows, draws, seed, program, pipelines);
    }

    /** The same, saying what program and pipelines made it. */
    public Options by(String version, List<String> with) {
      return new Options(digests, names, quotes, rows, draws, seed, version, with);
    }
  }

  private static final Set<String> ACTORS =
      Set.of("state", "organ", "bloc", "company", "civil", "person", "threat-group");
  private static final int COURSE = 20;
  private static final int REPLICATES = 500;
  private static final int LEAST_COUNT = 3;
  private static final int MOST_YEARS_TERMS = 2;

  private final List<Cleavage> cleavages;
  private final Set<String> stopwords;
  private final Map<String, String> propositions;
  private final Options options;

  /** A comparer that knows what {@code models/compare} says. */
  public Comparer(Models models, Options options) {
    this.cleavages = Cleavage.load(models);
    this.propositions = propositions(models);
    this.stopwords = new Profiler(models).stopwords();
    this.options = options;
  }

  /** What each issue's supporters support, where {@code models/stance/issues.yaml} is there. */
  private static Map<String, String> propositions(Models models) {
    String file = "stance/issues.yaml";
    Map<String, String> propositions = new TreeMap<>();
    models
        .find(file)
        .ifPresent(
            bytes -> {
              Object root =
                  new Load(LoadSettings.builder().setLabel(file).build())
                      .loadFromString(new String(bytes, StandardCharsets.UTF_8));
              if (root instanceof Map<?, ?> map && map.get("issues") instanceof List<?> issues) {
                for (Object each : issues) {
                  if (each instanceof Map<?, ?> issue
                      && issue.get("proposition") instanceof String text) {
                    propositions.put(String.valueOf(issue.get("id")), text);
                  }
                }
              }
            });
    return propositions;
  }

  /**
   * Compares a paper with groups of texts. Texts that are the paper itself are left out of the
   * groups.
   *
   * @param texts the groups' documents by group id, in the order to show
   */
  public Comparison compare(Profile paper, Map<String, List<Profile>> texts) {
    List<String> notes = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    Set<String> twins = new TreeSet<>();
    MinHash sketch = paper.sketch();
    texts.forEach(
        (id, documents) -> {
          List<Profile> others = new ArrayList<>();
          for (Profile each : documents) {
            boolean twin =
                each.about().id().equals(paper.about().id())
                    || each.sketch().similarity(sketch) >= MinHash.NEAR_DUPLICATE;
            if (twin) {
              twins.add(each.about().name());
            } else {
              others.add(each);
            }
          }
          groups.add(Group.of(id, others, options.digests()));
        });
    notes(paper, groups, twins, notes);
    return new Tables(paper, groups, notes).comparison();
  }

  private void notes(Profile paper, List<Group> groups, Set<String> twins, List<String> notes) {
    if (!paper.about().original()) {
      notes.add(
          "The paper is a "
              + paper.about().metadata().sourceType().id()
              + ", not the text itself: its words are not its author's.");
    }
    if (!twins.isEmpty()) {
      notes.add(
          "Left out of the groups, being the paper or nearly so: "
              + String.join("; ", twins)
              + ".");
    }
    for (Group group : groups) {
      int aside = group.documents().size() - group.counted().size();
      long digests = group.counted().stream().filter(p -> !p.about().original()).count();
      String name = options.names().apply(group.id());
      switch (group.standing()) {
        case EMPTY -> notes.add(name + ": no text in the index.");
        case DIGESTS ->
            notes.add(
                name
                    + ": its "
                    + texts(group.documents().size())
                    + " digests or news, not originals; their figures are shown as they are, the"
                    + " words are the digests', and nothing is tested or ranked.");
        case DESCRIBED ->
            notes.add(
                name
                    + ": "
                    + group.distinct().size()
                    + " independent texts, fewer than "
                    + Group.ENOUGH
                    + "; figures describe these texts and no more: no intervals, no ranking.");
        case TESTED -> {}
      }
      if (aside > 0) {
        notes.add(name + ": " + texts(aside) + " digests or news, shown and not counted.");
      }
      if (digests > 0 && options.digests()) {
        notes.add(name + ": " + digests + " digests or news are counted like originals, as asked.");
      }
      int twice = group.counted().size() - group.distinct().size();
      if (twice > 0) {
        notes.add(
            name
                + ": "
                + twice
                + " nearly the same as another; each such set counts as one independent text.");
      }
    }
  }

  private static String texts(int count) {
    return count == 1 ? "1 text is" : count + " texts are";
  }

  /** One comparison in the making. */
  private final class Tables {

    private final Profile paper;
    private final List<Profile> own;
    private final List<Group> groups;
    private final List<String> notes;
    private final Quotes quotes = new Quotes(options.quotes());
    private final Set<String> ids = new LinkedHashSet<>();

    Tables(Profile paper, List<Group> groups, List<String> notes) {
      this.paper = paper;
      this.own = List.of(paper);
      this.groups = groups;
      this.notes = notes;
    }

    Comparison comparison() {
      groups.forEach(g -> ids.add(g.id()));
      NearnessTable nearness = new NearnessTable(paper, groups, options.draws(), options.seed());
      return new Comparison(
          side(paper),
          groups.stream().map(this::side).toList(),
          notes,
          nearness.rows(),
          groups.stream().map(this::keywords).toList(),
          cleavages.stream().map(this::cleavage).toList(),
          rows(Profile::frames, 1, false, f -> true, Integer.MAX_VALUE, true),
          moves(),
          course(),
          threats(),
          issues(),
          holders(),
          entities(ACTORS::contains),
          entities("forum"::equals),
          entities("instrument"::equals),
          ties(),
          groups.stream().map(this::missing).toList(),
          new Reuse(paper, stopwords).passages(groups),
          cited(),
          years(),
          quotes.all(),
          names(),
          propositions,
          new Comparison.Method(
              options.program(),
              options.pipelines(),
              nearness.length(),
              options.draws(),
              options.seed(),
              nearness.ranking()));
    }

    private Map<String, String> names() {
      Map<String, String> names = new TreeMap<>();
      ids.forEach(id -> names.put(id, options.names().apply(id)));
      groups.forEach(g -> names.put(g.id(), label(g)));
      return names;
    }

    /** A group's name, which says so where its texts are no originals. */
    private String label(Group group) {
      String name = options.names().apply(group.id());
      return group.standing() == Group.Standing.DIGESTS ? name + " (digests, news)" : name;
    }

    private Comparison.Side side(Profile one) {
      return new Comparison.Side(
          one.about().id(),
          one.about().name(),
          Group.Standing.TESTED,
          List.of(source(one, true)),
          1,
          1,
          one.sentences().size(),
          one.words().size());
    }

    private Comparison.Side side(Group group) {
      Set<Profile> counted = new HashSet<>(group.counted());
      return new Comparison.Side(
          group.id(),
          label(group),
          group.standing(),
          group.documents().stream().map(p -> source(p, counted.contains(p))).toList(),
          group.counted().size(),
          group.distinct().size(),
          group.counted().stream().mapToInt(p -> p.sentences().size()).sum(),
          words(group.counted()));
    }

    private static Comparison.Source source(Profile p, boolean counted) {
      return new Comparison.Source(
          p.about().id(),
          p.about().name(),
          p.about().metadata().title(),
          p.about().metadata().date(),
          p.about().metadata().sourceType().id(),
          counted,
          p.about().voice());
    }

    private Comparison.Keywords keywords(Group group) {
      boolean tested = group.standing() == Group.Standing.TESTED;
      Counts<String> mine = new Counts<>(own, Profile::terms);
      Counts<String> theirs = new Counts<>(group.distinct(), Profile::terms);
      double words = paper.words().size();
      double theirWords = words(group.distinct());
      int documents = Math.min(2, group.distinct().size());
      return new Comparison.Keywords(
          group.id(),
          Keyness.top(
              Keyness.of(mine, words, theirs, theirWords, LEAST_COUNT, 1, tested),
              mine,
              options.rows()),
          Keyness.top(
              Keyness.of(theirs, theirWords, mine, words, LEAST_COUNT, documents, tested),
              theirs,
              options.rows()));
    }

    private Comparison.CleavageRow cleavage(Cleavage cleavage) {
      Map<Profile, Tally<String>> counted = new HashMap<>();
      Function<Profile, Tally<String>> what = p -> counted.computeIfAbsent(p, cleavage::count);
      List<String> poles = cleavage.poles().stream().map(Cleavage.Pole::name).toList();
      List<Cell> mine = poles.stream().map(p -> cell(own, what, p, 10_000, true, false)).toList();
      List<List<Cell>> theirs = new ArrayList<>();
      for (Group group : groups) {
        theirs.add(
            poles.stream()
                .map(p -> cell(group.counted(), what, p, 10_000, true, tested(group)))
                .toList());
      }
      return new Comparison.CleavageRow(
          cleavage.id(),
          cleavage.about(),
          poles,
          mine,
          theirs,
          share(mine),
          theirs.stream().map(Tables::share).toList());
    }

    private static Double share(List<Cell> poles) {
      int both = poles.get(0).count() + poles.get(1).count();
      return both == 0 ? null : (double) poles.get(1).count() / both;
    }

    private <K> List<Row> rows(
        Function<Profile, Tally<K>> what,
        double per,
        boolean perWord,
        Predicate<K> wanted,
        int limit,
        boolean intervals) {
      Map<K, Double> weight = new HashMap<>();
      weigh(weight, new Counts<>(own, what), size(own, perWord), wanted);
      for (Group group : groups) {
        weigh(weight, new Counts<>(group.counted(), what), size(group.counted(), perWord), wanted);
      }
      Counts<K> mine = new Counts<>(own, what);
      Comparator<K> order =
          Comparator.<K>comparingInt(k -> -mine.count(k))
              .thenComparing(k -> -weight.get(k))
              .thenComparing(Object::toString);
      return weight.keySet().stream()
          .sorted(order)
          .limit(limit)
          .map(
              k ->
                  new Row(
                      k.toString(),
                      cell(own, what, k, per, perWord, false),
                      groups.stream()
                          .map(
                              g -> cell(g.counted(), what, k, per, perWord, intervals && tested(g)))
                          .toList()))
          .toList();
    }

    private static <K> void weigh(
        Map<K, Double> weight, Counts<K> counts, double size, Predicate<K> wanted) {
      for (K key : counts.keys()) {
        if (wanted.test(key)) {
          weight.merge(key, size == 0 ? 0 : counts.count(key) / size, Double::sum);
        }
      }
    }

    private <K> Cell cell(
        List<Profile> profiles,
        Function<Profile, Tally<K>> what,
        K key,
        double per,
        boolean perWord,
        boolean interval) {
      double[] counts = new double[profiles.size()];
      double[] sizes = new double[profiles.size()];
      int count = 0;
      int documents = 0;
      for (int i = 0; i < counts.length; i++) {
        int each = what.apply(profiles.get(i)).count(key);
        counts[i] = each;
        sizes[i] = size(List.of(profiles.get(i)), perWord);
        count += each;
        documents += each > 0 ? 1 : 0;
      }
      double size = Arrays.stream(sizes).sum();
      double[] ends = interval ? bootstrap(counts, sizes) : null;
      return new Cell(
          count,
          size == 0 ? 0 : count * per / size,
          ends == null ? null : ends[0] * per,
          ends == null ? null : ends[1] * per,
          documents,
          quotes.of(profiles, what, key));
    }

    /** 95 % percentile interval of a ratio of sums, documents drawn with replacement. */
    private double[] bootstrap(double[] counts, double[] sizes) {
      SplittableRandom random = new SplittableRandom(options.seed());
      double[] values = new double[REPLICATES];
      for (int r = 0; r < REPLICATES; r++) {
        double count = 0;
        double size = 0;
        for (int i = 0; i < counts.length; i++) {
          int chosen = random.nextInt(counts.length);
          count += counts[chosen];
          size += sizes[chosen];
        }
        values[r] = size == 0 ? 0 : count / size;
      }
      Arrays.sort(values);
      return new double[] {
        values[(int) (0.025 * REPLICATES)], values[(int) (0.975 * REPLICATES) - 1]
      };
    }

    private List<Row> moves() {
      List<Row> found = rows(Profile::moves, 1, false, m -> true, Integer.MAX_VALUE, true);
      Map<String, Row> byId = new HashMap<>();
      found.forEach(r -> byId.put(r.id(), r));
      List<Row> ordered = new ArrayList<>();
      for (Move.Direction direction : Move.Direction.values()) {
        for (Move.Degree degree : Move.Degree.values()) {
          Row row = byId.get(new MoveKind(degree, direction).toString());
          if (row != null) {
            ordered.add(row);
          }
        }
      }
      return ordered;
    }

    private List<Double> course() {
      int[] marked = new int[COURSE];
      int[] all = new int[COURSE];
      int size = paper.sentences().size();
      for (int s = 0; s < size; s++) {
        all[s * COURSE / size]++;
      }
      for (int s : paper.frames().sentences("securitization")) {
        marked[s * COURSE / size]++;
      }
      List<Double> course = new ArrayList<>();
      for (int i = 0; i < COURSE; i++) {
        course.add(all[i] == 0 ? 0 : (double) marked[i] / all[i]);
      }
      return course;
    }

    private List<Comparison.Threat> threats() {
      return paper.threats().stream()
          .sorted(Comparator.comparing((Profile.Threat t) -> t.kind().degree()).reversed())
          .limit(2L * options.rows())
          .map(
              t -> {
                Map<String, String> parts = new LinkedHashMap<>();
                t.parts().forEach((part, text) -> parts.put(part.id(), text));
                if (t.actor().indexOf(':') > 0) {
                  ids.add(t.actor());
                }
                return new Comparison.Threat(
                    t.actor(),
                    t.kind().degree().id(),
                    t.kind().direction().id(),
                    parts,
                    quotes.of(paper, t.sentence()));
              })
          .toList();
    }

    private Comparison.Stands stands(List<Profile> profiles, Predicate<Claim> wanted) {
      int[] by = new int[Stance.Position.values().length];
      Set<Integer> sentences = new LinkedHashSet<>();
      Counts<Claim> counts = new Counts<>(profiles, Profile::stances);
      List<Claim> claims =
          counts.keys().stream()
              .filter(wanted)
              .sorted(
                  Comparator.<Claim>comparingInt(c -> -counts.count(c))
                      .thenComparing(Claim::toString))
              .toList();
      for (Claim claim : claims) {
        by[claim.position().ordinal()] += counts.count(claim);
        if (sentences.size() < options.quotes()) {
          sentences.addAll(quotes.of(profiles, Profile::stances, claim));
        }
      }
      return new Comparison.Stands(
          by[Stance.Position.SUPPORTS.ordinal()],
          by[Stance.Position.OPPOSES.ordinal()],
          by[Stance.Position.AMBIVALENT.ordinal()],
          sentences.stream().limit(options.quotes()).toList());
    }

    private List<Comparison.IssueRow> issues() {
      Set<String> issues = new TreeSet<>();
      paper.stances().keys().forEach(c -> issues.add(c.issue()));
      for (Group group : groups) {
        for (Profile each : group.counted()) {
          each.stances().keys().stream().filter(Claim::own).forEach(c -> issues.add(c.issue()));
        }
      }
      List<Comparison.IssueRow> rows = new ArrayList<>();
      for (String issue : issues) {
        Comparison.Stands mine = stands(own, c -> c.own() && c.issue().equals(issue));
        List<Comparison.Stands> theirs =
            groups.stream()
                .map(g -> stands(g.counted(), c -> c.own() && c.issue().equals(issue)))
                .toList();
        Double disagreement = null;
        for (Comparison.Stands each : theirs) {
          if (mine.total() > 0 && each.total() > 0) {
            double distance = Math.abs(mine.mean() - each.mean()) / 2;
            disagreement = disagreement == null ? distance : Math.max(disagreement, distance);
          }
        }
        rows.add(
            new Comparison.IssueRow(
                issue,
                mine,
                stands(own, c -> !c.own() && c.issue().equals(issue)),
                theirs,
                disagreement));
      }
      rows.sort(
          Comparator.<Comparison.IssueRow>comparingDouble(
                  r -> r.disagreement() == null ? 1 : -r.disagreement())
              .thenComparing(r -> -r.own().total() - r.reported().total())
              .thenComparing(Comparison.IssueRow::issue));
      return rows;
    }

    private List<Comparison.Holdings> holders() {
      List<Comparison.Holdings> all = new ArrayList<>();
      all.add(new Comparison.Holdings(paper.about().id(), holdings(own)));
      groups.forEach(g -> all.add(new Comparison.Holdings(g.id(), holdings(g.counted()))));
      return all;
    }

    private List<Comparison.Holding> holdings(List<Profile> profiles) {
      record Key(String holder, String issue, boolean own) {}
      Map<String, Integer> weight = new TreeMap<>();
      Set<Key> keys = new LinkedHashSet<>();
      Counts<Claim> counts = new Counts<>(profiles, Profile::stances);
      counts.keys().stream()
          .sorted(Comparator.comparing(Claim::toString))
          .forEach(
              c -> {
                weight.merge(c.holder(), counts.count(c), Integer::sum);
                keys.add(new Key(c.holder(), c.issue(), c.own()));
              });
      List<String> first =
          weight.keySet().stream()
              .sorted(Comparator.comparingInt((String h) -> -weight.get(h)))
              .limit(options.rows() / 2 + 1)
              .toList();
      ids.addAll(first);
      return keys.stream()
          .filter(k -> first.contains(k.holder))
          .sorted(
              Comparator.<Key>comparingInt(k -> first.indexOf(k.holder)).thenComparing(Key::issue))
          .map(
              k ->
                  new Comparison.Holding(
                      k.holder,
                      k.issue,
                      k.own,
                      stands(
                          profiles,
                          c ->
                              c.own() == k.own
                                  && c.holder().equals(k.holder)
                                  && c.issue().equals(k.issue))))
          .toList();
    }

    private List<Row> entities(Predicate<String> kinds) {
      List<Row> rows =
          rows(
              Profile::entities,
              10_000,
              true,
              id -> kinds.test(id.substring(0, id.indexOf(':'))),
              options.rows(),
              false);
      rows.forEach(r -> ids.add(r.id()));
      return rows;
    }

    private List<Comparison.Tie> ties() {
      List<Set<String>> named = new ArrayList<>();
      for (int s = 0; s < paper.sentences().size(); s++) {
        named.add(new TreeSet<>());
      }
      for (String id : paper.entities().keys()) {
        if (!id.startsWith("instrument:")) {
          for (int s : paper.entities().sentences(id)) {
            named.get(s).add(id);
          }
        }
      }
      record Pair(String first, String second) {}
      Map<Pair, Integer> pairs = new HashMap<>();
      for (Set<String> sentence : named) {
        for (String first : sentence) {
          for (String second : sentence) {
            if (first.compareTo(second) < 0) {
              pairs.merge(new Pair(first, second), 1, Integer::sum);
            }
          }
        }
      }
      List<Comparison.Tie> ties =
          pairs.entrySet().stream()
              .map(e -> new Comparison.Tie(e.getKey().first, e.getKey().second, e.getValue()))
              .sorted(
                  Comparator.comparingInt((Comparison.Tie t) -> -t.sentences())
                      .thenComparing(Comparison.Tie::first)
                      .thenComparing(Comparison.Tie::second))
              .limit(3L * options.rows())
              .toList();
      ties.forEach(t -> ids.addAll(List.of(t.first(), t.second())));
      return ties;
    }

    private Comparison.Missing missing(Group group) {
      String until = paper.about().metadata().date();
      List<Profile> before =
          group.counted().stream()
              .filter(p -> until.isEmpty() || notLater(p.about().metadata().date(), until))
              .toList();
      Counts<String> counts = new Counts<>(before, Profile::entities);
      List<Comparison.Absent> absent =
          counts.keys().stream()
              .filter(id -> !paperNames(id) && counts.documents(id) >= Math.min(2, before.size()))
              .sorted(
                  Comparator.<String>comparingInt(id -> -counts.documents(id))
                      .thenComparing(id -> -counts.count(id))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(options.rows() / 2 + 1)
              .map(
                  id ->
                      new Comparison.Absent(
                          id, cell(before, Profile::entities, id, 10_000, true, false)))
              .toList();
      absent.forEach(a -> ids.add(a.id()));
      return new Comparison.Missing(group.id(), before.isEmpty() ? "" : until, absent);
    }

    /** Whether the paper names the entity, a part of it, or what it is a part of. */
    private boolean paperNames(String id) {
      return paper.entities().keys().stream()
          .anyMatch(own -> own.equals(id) || own.startsWith(id + "/") || id.startsWith(own + "/"));
    }

    private List<Comparison.Cited> cited() {
      Map<String, List<Profile>> bySymbol = new HashMap<>();
      Set<Profile> all = new LinkedHashSet<>();
      groups.forEach(g -> all.addAll(g.documents()));
      for (Profile each : all) {
        String symbol = each.about().metadata().symbol();
        if (!symbol.isEmpty()) {
          bySymbol.computeIfAbsent(fold(symbol), s -> new ArrayList<>()).add(each);
        }
      }
      Counts<String> theirs = new Counts<>(List.copyOf(all), Profile::entities);
      Set<String> instruments = new LinkedHashSet<>();
      paper.entities().ranked().stream()
          .filter(id -> id.startsWith("instrument:"))
          .forEach(instruments::add);
      String until = paper.about().metadata().date();
      theirs.keys().stream()
          .filter(id -> id.startsWith("instrument:") && theirs.documents(id) > 1)
          .filter(
              id ->
                  bySymbol.getOrDefault(fold(tail(id)), List.of()).stream()
                      .allMatch(p -> notLater(p.about().metadata().date(), until)))
          .sorted(
              Comparator.<String>comparingInt(id -> -theirs.documents(id))
                  .thenComparing(Comparator.naturalOrder()))
          .limit(options.rows())
          .forEach(instruments::add);
      ids.addAll(instruments);
      return instruments.stream()
          .map(
              id -> {
                List<Profile> texts = bySymbol.getOrDefault(fold(tail(id)), List.of());
                return new Comparison.Cited(
                    id,
                    paper.entities().count(id),
                    texts.stream().map(p -> p.about().name()).distinct().toList(),
                    theirs.documents(id),
                    texts.isEmpty() ? "" : texts.getFirst().about().metadata().date());
              })
          .toList();
    }

    private List<Comparison.Year> years() {
      List<Comparison.Year> years = new ArrayList<>();
      for (Group group : groups) {
        Map<Integer, List<Profile>> byYear = new TreeMap<>();
        for (Profile each : group.counted()) {
          int year = each.about().metadata().year();
          if (year > 0) {
            byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(each);
          }
        }
        byYear.forEach((year, profiles) -> years.add(year(group.id(), year, profiles)));
      }
      return years;
    }

    private Comparison.Year year(String group, int year, List<Profile> profiles) {
      double sentences = size(profiles, false);
      Counts<String> frames = new Counts<>(profiles, Profile::frames);
      Map<String, Double> shares = new TreeMap<>();
      frames.keys().forEach(f -> shares.put(f, frames.count(f) / Math.max(1, sentences)));
      Map<String, Integer> issues = new TreeMap<>();
      Counts<Claim> stances = new Counts<>(profiles, Profile::stances);
      stances.keys().stream()
          .filter(Claim::own)
          .forEach(c -> issues.merge(c.issue(), stances.count(c), Integer::sum));
      Map<String, Double> terms = new LinkedHashMap<>();
      for (Cleavage cleavage : cleavages.subList(0, Math.min(MOST_YEARS_TERMS, cleavages.size()))) {
        Counts<String> counts = new Counts<>(profiles, cleavage::count);
        for (Cleavage.Pole pole : cleavage.poles()) {
          terms.put(
              pole.name(), counts.count(pole.name()) * 10_000 / Math.max(1, size(profiles, true)));
        }
      }
      return new Comparison.Year(
          group, year, profiles.size(), (int) sentences, shares, issues, terms);
    }
  }

  private static boolean tested(Group group) {
    return group.standing() == Group.Standing.TESTED;
  }

  private static boolean notLater(String date, String until) {
    int length = Math.min(date.length(), until.length());
    return length == 0 || date.substring(0, length).compareTo(until.substring(0, length)) <= 0;
  }

  private static String tail(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static String fold(String symbol) {
    return symbol.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static int words(List<Profile> profiles) {
    return profiles.stream().mapToInt(p -> p.words().size()).sum();
  }

  private static double size(List<Profile> profiles, boolean words) {
    return words ? words(profiles) : profiles.stream().mapToInt(p -> p.sentences().size()).sum();
  }
}
