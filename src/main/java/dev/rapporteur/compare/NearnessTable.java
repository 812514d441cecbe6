package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * To which group a paper is nearest, in words, frames, actors and stances.
 *
 * <p>Words, frames and actors are compared by a {@link Sampler}; stances by agreement over the
 * issues on which both own voices take a stand. Groups that are tested get intervals by a cluster
 * bootstrap over their documents, and the two nearest of them a permutation test: how often a
 * difference as large comes about when their documents are dealt out to the two at random.
 */
final class NearnessTable {

  /** Issues that paper and group must both take a stand on before agreement is given. */
  static final int SHARED_ISSUES = 5;

  private static final int LEAST_WORDS = 300;
  private static final int MOST_WORDS = 4000;
  private static final int REPLICATES = 200;
  private static final int PERMUTATIONS = 199;
  private static final int PERMUTATION_DRAWS = 5;

  private final Profile paper;
  private final List<Group> groups;
  private final long seed;
  private final int draws;
  private final int length;
  private final List<Comparison.Nearness> rows = new ArrayList<>();
  private final List<String> ranking = new ArrayList<>();

  NearnessTable(Profile paper, List<Group> groups, int draws, long seed) {
    this.paper = paper;
    this.groups = groups;
    this.seed = seed;
    this.draws = draws;
    int shortest = paper.words().size();
    for (Group group : groups) {
      int words = group.distinct().stream().mapToInt(p -> p.words().size()).sum();
      if (words >= LEAST_WORDS) {
        shortest = Math.min(shortest, words);
      }
    }
    this.length = Math.min(shortest, MOST_WORDS);
    for (Aspect aspect : Aspect.values()) {
      if (aspect == Aspect.STANCES) {
        stances();
      } else {
        sampled(aspect);
      }
    }
  }

  List<Comparison.Nearness> rows() {
    return List.copyOf(rows);
  }

  /** What is said of the order of groups; empty where fewer than two are tested. */
  List<String> ranking() {
    return List.copyOf(ranking);
  }

  /** Words of a sample. */
  int length() {
    return length;
  }

  private void sampled(Aspect aspect) {
    List<Profile> own = List.of(paper);
    Sampler sampler = new Sampler(aspect, length, seed);
    Map<Group, Double> tested = new HashMap<>();
    for (Group group : groups) {
      int words = group.distinct().stream().mapToInt(p -> p.words().size()).sum();
      if (words < LEAST_WORDS || length < LEAST_WORDS) {
        rows.add(none(aspect, group, "fewer than " + LEAST_WORDS + " words"));
        continue;
      }
      double likeness = sampler.likeness(own, group.distinct(), draws);
      if (Double.isNaN(likeness)) {
        rows.add(none(aspect, group, "nothing of the kind was found"));
        continue;
      }
      Double low = null;
      Double high = null;
      if (group.standing() == Group.Standing.TESTED) {
        tested.put(group, likeness);
        double[] values = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
          values[i] = sampler.likeness(own, sampler.resample(group.distinct()), draws / 5 + 1);
        }
        Arrays.sort(values);
        low = quantile(values, 0.025);
        high = quantile(values, 0.975);
      }
      rows.add(
          new Comparison.Nearness(
              aspect,
              group.id(),
              likeness,
              low,
              high,
              "samples of " + length + " words, " + group.distinct().size() + " documents"));
    }
    rank(aspect, sampler, tested);
  }

  private void rank(Aspect aspect, Sampler sampler, Map<Group, Double> tested) {
    if (tested.size() < 2) {
      return;
    }
    List<Group> order =
        tested.keySet().stream()
            .sorted(Comparator.<Group>comparingDouble(tested::get).reversed())
            .toList();
    Group first = order.get(0);
    Group second = order.get(1);
    double observed = tested.get(first) - tested.get(second);
    List<Profile> own = List.of(paper);
    List<Profile> all = new ArrayList<>(first.distinct());
    all.addAll(second.distinct());
    int cut = first.distinct().size();
    int asLarge = 1;
    for (int i = 0; i < PERMUTATIONS; i++) {
      List<Profile> dealt = sampler.shuffle(all);
      double difference =
          sampler.likeness(own, dealt.subList(0, cut), PERMUTATION_DRAWS)
              - sampler.likeness(own, dealt.subList(cut, dealt.size()), PERMUTATION_DRAWS);
      if (Math.abs(difference) >= observed) {
        asLarge++;
      }
    }
    double p = asLarge / (PERMUTATIONS + 1.0);
    ranking.add(
        String.format(
            Locale.ROOT,
            p < 0.05
                ? "In %s the paper is nearer to %s than to %s (difference %.3f, permutation p ="
                    + " %.3f)."
                : "In %s the paper is about as near to %s as to %s (difference %.3f, permutation p"
                    + " = %.3f).",
            aspect.id(),
            first.id(),
            second.id(),
            observed,
            p));
  }

  private void stances() {
    Map<String, Double> own = means(List.of(paper));
    SplittableRandom random = new SplittableRandom(seed);
    for (Group group : groups) {
      Map<String, Double> theirs = means(group.distinct());
      long shared = own.keySet().stream().filter(theirs::containsKey).count();
      if (shared < SHARED_ISSUES) {
        rows.add(
            none(
                Aspect.STANCES,
                group,
                shared + " shared issues, fewer than " + SHARED_ISSUES + " say nothing"));
        continue;
      }
      Double low = null;
      Double high = null;
      if (group.standing() == Group.Standing.TESTED) {
        double[] values = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
          List<Profile> chosen = new ArrayList<>();
          for (int j = 0; j < group.distinct().size(); j++) {
            chosen.add(group.distinct().get(random.nextInt(group.distinct().size())));
          }
          values[i] = agreement(own, means(chosen));
        }
        Arrays.sort(values);
        low = quantile(values, 0.025);
        high = quantile(values, 0.975);
      }
      rows.add(
          new Comparison.Nearness(
              Aspect.STANCES,
              group.id(),
              agreement(own, theirs),
              low,
              high,
              shared + " issues on which both own voices take a stand"));
    }
  }

  /** Mean stand of own voices by issue, from −1 to 1. */
  private static Map<String, Double> means(List<Profile> profiles) {
    Map<String, double[]> sums = new HashMap<>();
    for (Profile profile : profiles) {
      for (Claim claim : profile.stances().keys()) {
        if (claim.own()) {
          int count = profile.stances().count(claim);
          double[] sum = sums.computeIfAbsent(claim.issue(), i -> new double[2]);
          sum[0] +=
              switch (claim.position()) {
                case SUPPORTS -> count;
                case OPPOSES -> -count;
                case AMBIVALENT -> 0;
              };
          sum[1] += count;
        }
      }
    }
    Map<String, Double> means = new HashMap<>();
    sums.forEach((issue, sum) -> means.put(issue, sum[0] / sum[1]));
    return means;
  }

  private static double agreement(Map<String, Double> one, Map<String, Double> other) {
    double sum = 0;
    int shared = 0;
    for (Map.Entry<String, Double> each : one.entrySet()) {
      if (other.containsKey(each.getKey())) {
        sum += 1 - Math.abs(each.getValue() - other.get(each.getKey())) / 2;
        shared++;
      }
    }
    return shared == 0 ? Double.NaN : sum / shared;
  }

  private static Comparison.Nearness none(Aspect aspect, Group group, String why) {
    return new Comparison.Nearness(aspect, group.id(), null, null, null, why);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
