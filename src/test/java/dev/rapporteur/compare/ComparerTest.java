package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparerTest {

  private static final String[] WORDS = {
    "harbour", "lantern", "copper", "meadow", "violin", "glacier", "pepper", "anchor", "saddle",
    "marble", "cotton", "thunder", "orchard", "pebble", "feather", "compass", "barley", "candle"
  };

  private final Profile paper =
      Texts.profile(
          "the paper",
          "Cyberspace needs norms and trust. #cooperation @author norms supports",
          "Cyberspace needs dialogue among states. #cooperation @author cbms supports",
          "Freedonia speaks of information weapons. =Freedonia=state:XF #militarization"
              + " @state:XF peaceful-use supports r",
          "Trust in cyberspace grows by dialogue.");

  /** A text of a camp; the seed makes it unlike the others. */
  private static Profile text(String camp, int seed, Metadata.SourceType type, String date) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int at = seed * 31 + i * 7;
      lines.add(
          camp
              + " concerns "
              + WORDS[at % WORDS.length]
              + " "
              + WORDS[(at / 3 + i) % WORDS.length]
              + " and "
              + WORDS[(at / 5 + 2 * i) % WORDS.length]
              + " in Sylvania. =Sylvania=state:XS #sovereignty @forum:x norms opposes");
    }
    return Texts.PROFILER.profile(
        Texts.doc(
            Texts.meta(camp + seed, date).withSourceType(type),
            List.of(),
            lines.toArray(String[]::new)));
  }

  private static List<Profile> texts(String camp, int count, Metadata.SourceType type) {
    List<Profile> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(text(camp, i + 1, type, "2010"));
    }
    return all;
  }

  private static Comparison compare(Profile paper, Map<String, List<Profile>> texts) {
    return new Comparer(Texts.MODELS, Comparer.Options.standard()).compare(paper, texts);
  }

  @Test
  void compare_fewOriginals_describesWithoutIntervals() {
    Comparison c =
        compare(paper, Map.of("forum:x", texts("order", 3, Metadata.SourceType.ORIGINAL)));
    assertEquals(Group.Standing.DESCRIBED, c.groups().getFirst().standing());
    assertTrue(c.nearness().stream().allMatch(n -> n.low() == null));
    assertTrue(c.method().ranking().isEmpty());
    assertTrue(c.keywords().getFirst().ofGroup().stream().allMatch(k -> k.p() == null));
    assertTrue(c.notes().getFirst().contains("fewer than 8"));
  }

  @Test
  void compare_digestsAmongOriginals_areShownAndNotCounted() {
    List<Profile> mixed = new ArrayList<>(texts("order", 2, Metadata.SourceType.ORIGINAL));
    mixed.add(text("summary", 9, Metadata.SourceType.DIGEST, "2011"));
    Comparison c = compare(paper, Map.of("forum:x", mixed));
    assertEquals(3, c.groups().getFirst().documents().size());
    assertEquals(2, c.groups().getFirst().counted());
    assertFalse(
        c.keywords().getFirst().ofGroup().stream().anyMatch(k -> k.term().startsWith("summary")));
  }

  @Test
  void compare_onlyDigests_saysSo() {
    Comparison c = compare(paper, Map.of("forum:x", texts("order", 9, Metadata.SourceType.DIGEST)));
    assertEquals(Group.Standing.DIGESTS, c.groups().getFirst().standing());
    assertTrue(c.notes().getFirst().contains("not originals"));
    assertNull(c.frames().getFirst().groups().getFirst().low());
  }

  @Test
  void compare_enoughOriginals_givesIntervalsAndTestedWords() {
    Comparison c =
        compare(paper, Map.of("forum:x", texts("order", 9, Metadata.SourceType.ORIGINAL)));
    assertEquals(Group.Standing.TESTED, c.groups().getFirst().standing());
    assertEquals(9, c.groups().getFirst().independent());
    assertNotNull(c.keywords().getFirst().ofGroup().getFirst().p());
    Comparison.Row frame =
        c.frames().stream().filter(r -> r.id().equals("sovereignty")).findFirst().orElseThrow();
    assertEquals(1, frame.groups().getFirst().rate(), 1e-12);
    assertEquals(1, frame.groups().getFirst().low(), 1e-12);
  }

  @Test
  void compare_nearDuplicates_countOnce() {
    List<Profile> texts = texts("order", 3, Metadata.SourceType.ORIGINAL);
    Profile again = text("order", 1, Metadata.SourceType.ORIGINAL, "2012");
    List<Profile> all = new ArrayList<>(texts);
    all.add(again);
    Comparison c = compare(paper, Map.of("forum:x", all));
    assertEquals(3, c.groups().getFirst().independent());
  }

  @Test
  void compare_thePaperItself_isLeftOut() {
    List<Profile> all = new ArrayList<>(texts("order", 2, Metadata.SourceType.ORIGINAL));
    all.add(paper);
    Comparison c = compare(paper, Map.of("forum:x", all));
    assertEquals(2, c.groups().getFirst().documents().size());
    assertTrue(c.notes().getFirst().contains("the paper"));
  }

  @Test
  void compare_stances_putsDisagreementFirstAndReportedApart() {
    Comparison c =
        compare(paper, Map.of("forum:x", texts("order", 2, Metadata.SourceType.ORIGINAL)));
    Comparison.IssueRow first = c.issues().getFirst();
    assertEquals("norms", first.issue());
    assertEquals(1, first.disagreement(), 1e-12);
    assertEquals(1, first.own().supports());
    assertEquals(40, first.groups().getFirst().opposes());
    Comparison.IssueRow peaceful =
        c.issues().stream().filter(r -> r.issue().equals("peaceful-use")).findFirst().orElseThrow();
    assertEquals(0, peaceful.own().total());
    assertEquals(1, peaceful.reported().supports());
    int quote = peaceful.reported().quotes().getFirst();
    assertEquals("Freedonia speaks of information weapons.", c.quotes().get(quote).text());
  }

  @Test
  void compare_missing_countsOnlyTextsNoLaterThanThePaper() {
    List<Profile> texts = new ArrayList<>(texts("order", 2, Metadata.SourceType.ORIGINAL));
    Comparison early = compare(paper, Map.of("forum:x", texts));
    assertEquals("state:XS", early.missing().getFirst().entities().getFirst().id());
    texts.replaceAll(
        p -> text("order", texts.indexOf(p) + 1, Metadata.SourceType.ORIGINAL, "2020"));
    Comparison late = compare(paper, Map.of("forum:x", texts));
    assertTrue(late.missing().getFirst().entities().isEmpty());
  }

  @Test
  void compare_twice_isEqual() {
    Map<String, List<Profile>> texts = new LinkedHashMap<>();
    texts.put("forum:x", texts("order", 9, Metadata.SourceType.ORIGINAL));
    texts.put("forum:y", texts("trust", 9, Metadata.SourceType.ORIGINAL));
    assertEquals(JsonReport.of(compare(paper, texts)), JsonReport.of(compare(paper, texts)));
  }

  @Test
  void textAndJson_nameGroupsAndIssuesByIds() {
    Comparison c =
        compare(paper, Map.of("forum:x", texts("order", 2, Metadata.SourceType.ORIGINAL)));
    String text = TextReport.of(c);
    assertTrue(text.contains("forum:x") && text.contains("peaceful-use"));
    String json = JsonReport.of(c);
    assertTrue(json.contains("\"standing\" : \"described\""), json.substring(0, 400));
    assertTrue(json.contains("\"issue\" : \"norms\""));
  }

  @Test
  void compare_emptyGroupAndEmptyPaper_doNotFail() {
    Comparison c = compare(Texts.profile("empty"), Map.of("forum:x", List.of()));
    assertEquals(Group.Standing.EMPTY, c.groups().getFirst().standing());
    assertFalse(TextReport.of(c).contains("NaN"));
    assertFalse(JsonReport.of(c).contains("NaN"));
  }
}
