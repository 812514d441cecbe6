package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReuseTest {

  private static final String CLAUSE =
      "measures to increase stability and reduce the risk of conflict arising from new tools";

  private static List<Comparison.Shared> passages(Profile paper, Profile... others) {
    return new Reuse(paper, Texts.PROFILER.stopwords())
        .passages(List.of(Group.of("forum:x", List.of(others), false)));
  }

  @Test
  void passages_sameClause_isFoundWithItsDifference() {
    Profile paper = Texts.profile("p", "An opening line.", "The body adopted " + CLAUSE + ".");
    Profile other =
        Texts.profile(
            "o", "Something else.", "States want " + CLAUSE.replace("new", "modern") + " soon.");
    List<Comparison.Shared> found = passages(paper, other);
    assertEquals(1, found.size());
    assertEquals(13, found.getFirst().words());
    assertTrue(
        found.getFirst().paper().stream().anyMatch(p -> !p.same() && p.text().contains("new")));
    assertEquals(Reuse.Relation.WORDING, found.getFirst().relation());
    assertEquals("o (2013)", found.getFirst().earliest());
  }

  @Test
  void passages_inQuotationMarks_areQuotations() {
    Profile paper = Texts.profile("p", "It speaks of “" + CLAUSE + "”.");
    assertEquals(
        Reuse.Relation.QUOTATION,
        passages(paper, Texts.profile("o", "We want " + CLAUSE + ".")).getFirst().relation());
  }

  @Test
  void passages_sharedNames_areNone() {
    String name = "Council on Harbours Lanterns Copper Meadows Violins Glaciers and Peppers";
    Profile paper = Texts.profile("p", "The " + name + " met. =" + name + "=forum:x");
    Profile other = Texts.profile("o", "We thank the " + name + ". =" + name + "=forum:x");
    assertTrue(passages(paper, other).isEmpty());
  }

  @Test
  void passages_unrelatedTexts_areNone() {
    assertTrue(
        passages(
                Texts.profile("p", "The body adopted " + CLAUSE + "."),
                Texts.profile("o", "Trade in copper and barley grew over many years of peace."))
            .isEmpty());
  }

  @Test
  void passages_reorderedClauses_areFound() {
    Profile paper =
        Texts.profile(
            "p", "Building trust, reducing tension, exchanging views and naming contact points.");
    Profile other =
        Texts.profile(
            "o",
            "Naming contact points, exchanging views, building trust and reducing tension"
                + " between neighbours, exchanging views and naming contact points.");
    assertEquals(1, passages(paper, other).size());
  }

  @Test
  void alignment_gap_isOneDifference() {
    Words one = Texts.profile("p", "states share lists of contact points").words();
    Words two = Texts.profile("p", "states share updated lists of contact points").words();
    Alignment a = Alignment.of(one, 0, one.size(), two, 0, two.size(), java.util.Set.of("of"));
    assertEquals(6, a.same());
    assertEquals(7, a.pairs().size());
    assertEquals(2 * 5 + 1 - 1, a.score());
  }
}
