package dev.rapporteur.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Wording that a paper shares with other texts: seeds of three content words in any order, joined
 * where they lie close in both texts, then aligned word by word.
 *
 * <p>Names of entities seed nothing and count for nothing: that two texts name the same resolution
 * is no shared passage.
 */
final class Reuse {

  /** How a paper gives wording that another text has too. */
  enum Relation {
    /** In quotation marks. */
    QUOTATION,
    /** In a sentence that names an instrument. */
    CITATION,
    /** Without either. */
    WORDING;

    /** The name in files and on screen. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int SEED = 3;
  private static final int NEAR = 15;
  private static final int MARGIN = 12;
  private static final int WIDEST = 300;
  private static final int TOO_COMMON = 12;
  private static final int LEAST_SAME = 7;
  private static final int LEAST_CONTENT = 5;
  private static final int MOST = 60;
  private static final int MOST_WITNESSES = 3;

  private final Profile paper;
  private final Set<String> stopwords;
  private final Map<Long, int[]> seeds = new HashMap<>();

  Reuse(Profile paper, Set<String> stopwords) {
    this.paper = paper;
    this.stopwords = stopwords;
    int[] content = content(paper.words());
    for (int i = 0; i + SEED <= content.length; i++) {
      int at = content[i];
      seeds.merge(
          seed(paper.words(), content, i),
          new int[] {at},
          (a, b) -> {
            int[] both = Arrays.copyOf(a, a.length + 1);
            both[a.length] = b[0];
            return both;
          });
    }
  }

  private record Found(Profile other, String group, Alignment alignment, int from, int to) {}

  /** The longest shared passages, at most {@value #MOST}. */
  List<Comparison.Shared> passages(List<Group> groups) {
    Map<Profile, String> others = new IdentityHashMap<>();
    List<Profile> order = new ArrayList<>();
    for (Group group : groups) {
      for (Profile each : group.counted()) {
        if (others.putIfAbsent(each, group.id()) == null) {
          order.add(each);
        }
      }
    }
    List<Found> all = new ArrayList<>();
    for (Profile other : order) {
      for (Alignment each : align(other)) {
        int[] range = each.range(true);
        all.add(new Found(other, others.get(other), each, range[0], range[1]));
      }
    }
    all.sort(
        Comparator.comparingInt((Found f) -> -f.alignment.score())
            .thenComparing(f -> f.other.about().metadata().date())
            .thenComparing(f -> f.other.about().id()));
    List<Comparison.Shared> chosen = new ArrayList<>();
    List<Found> kept = new ArrayList<>();
    for (Found each : all) {
      List<Found> same = all.stream().filter(f -> overlap(f, each) > 0.5).toList();
      long witnesses = kept.stream().filter(f -> overlap(f, each) > 0.5).count();
      if (witnesses < MOST_WITNESSES && chosen.size() < MOST) {
        kept.add(each);
        chosen.add(shared(each, earliest(same)));
      }
    }
    return chosen;
  }

  private static double overlap(Found one, Found other) {
    int both = Math.min(one.to, other.to) - Math.max(one.from, other.from);
    return (double) both / Math.min(one.to - one.from, other.to - other.from);
  }

  private static String earliest(List<Found> same) {
    return same.stream()
        .map(f -> f.other.about())
        .filter(a -> !a.metadata().date().isEmpty())
        .min(
            Comparator.comparing((Profile.About a) -> a.metadata().date())
                .thenComparing(Profile.About::id))
        .map(a -> a.name() + " (" + a.metadata().date() + ")")
        .orElse("");
  }

  private Comparison.Shared shared(Found found, String earliest) {
    int[] there = found.alignment.range(false);
    Passage place = sentence(found.other, there[0]);
    Passage here = sentence(paper, found.from);
    return new Comparison.Shared(
        found.group,
        found.other.about().id(),
        found.other.about().name(),
        found.other.citation(place),
        paper.citation(here),
        found.other.about().metadata().date(),
        relation(found, here),
        earliest,
        found.alignment.same(),
        found.alignment.pieces(paper, true),
        found.alignment.pieces(found.other, false));
  }

  private Relation relation(Found found, Passage sentence) {
    int begin = paper.words().span(found.from).begin();
    int end = paper.words().span(found.to - 1).end();
    String before = paper.text().substring(sentence.span().begin(), begin);
    boolean opened =
        before.lastIndexOf('“') > before.lastIndexOf('”')
            || before.chars().filter(c -> c == '"').count() % 2 == 1;
    String in = paper.text().substring(begin, end);
    if (opened || (in.contains("“") && in.contains("”"))) {
      return Relation.QUOTATION;
    }
    int index = paper.sentences().indexOf(sentence);
    boolean names =
        paper.entities().keys().stream()
            .filter(id -> id.startsWith("instrument:"))
            .anyMatch(id -> Arrays.binarySearch(paper.entities().sentences(id), index) >= 0);
    return names ? Relation.CITATION : Relation.WORDING;
  }

  static Passage sentence(Profile profile, int word) {
    int low = 0;
    int high = profile.sentences().size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (profile.sentences().get(middle).from() <= word) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return profile.sentences().get(low);
  }

  /** Alignments of the paper with another text, not overlapping in that text. */
  List<Alignment> align(Profile other) {
    List<int[]> areas = areas(other);
    List<Alignment> found = new ArrayList<>();
    for (int[] area : areas) {
      int from = Math.max(0, area[0] - MARGIN);
      int to = Math.min(paper.words().size(), Math.min(area[1] + MARGIN, from + WIDEST));
      int there = Math.max(0, area[2] - MARGIN);
      int end = Math.min(other.words().size(), Math.min(area[3] + MARGIN, there + WIDEST));
      Alignment each = Alignment.of(paper.words(), from, to, other.words(), there, end, stopwords);
      if (isLong(each) && found.stream().noneMatch(f -> covers(f, each))) {
        found.add(each);
      }
    }
    return found;
  }

  private static boolean covers(Alignment one, Alignment other) {
    int[] a = one.range(true);
    int[] b = other.range(true);
    int[] c = one.range(false);
    int[] d = other.range(false);
    return a[0] < b[1] && b[0] < a[1] && c[0] < d[1] && d[0] < c[1];
  }

  private boolean isLong(Alignment alignment) {
    int same = 0;
    int content = 0;
    for (Alignment.Pair pair : alignment.pairs()) {
      if (pair.same() && !paper.words().named(pair.first())) {
        same++;
        content += stopwords.contains(paper.words().lemma(pair.first())) ? 0 : 1;
      }
    }
    return same >= LEAST_SAME && content >= LEAST_CONTENT && same * 2 >= alignment.pairs().size();
  }

  /** Where seeds of both texts lie close together: from and to in the paper, from and to there. */
  private List<int[]> areas(Profile other) {
    int[] content = content(other.words());
    List<int[]> open = new ArrayList<>();
    List<int[]> done = new ArrayList<>();
    for (int i = 0; i + SEED <= content.length; i++) {
      int there = content[i];
      int[] places = seeds.get(seed(other.words(), content, i));
      if (places == null || places.length > TOO_COMMON) {
        continue;
      }
      open.removeIf(
          area -> {
            boolean past = there - area[3] > NEAR;
            if (past) {
              done.add(area);
            }
            return past;
          });
      for (int here : places) {
        int[] near = null;
        for (int[] area : open) {
          if (here >= area[0] - NEAR && here <= area[1] + NEAR) {
            near = area;
            break;
          }
        }
        if (near == null) {
          open.add(new int[] {here, here + SEED, there, there + SEED});
        } else {
          near[0] = Math.min(near[0], here);
          near[1] = Math.max(near[1], here + SEED);
          near[3] = Math.max(near[3], there + SEED);
        }
      }
    }
    done.addAll(open);
    return done;
  }

  private int[] content(Words words) {
    int[] content = new int[words.size()];
    int size = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!words.named(i) && !stopwords.contains(words.lemma(i)) && words.lemma(i).length() > 2) {
        content[size++] = i;
      }
    }
    return Arrays.copyOf(content, size);
  }

  /** The same for the same words in any order. */
  private static long seed(Words words, int[] content, int at) {
    long sum = 0;
    for (int i = 0; i < SEED; i++) {
      long hash = words.lemma(content[at + i]).hashCode() * 0x9E3779B97F4A7C15L;
      sum += (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
    return sum;
  }
}
