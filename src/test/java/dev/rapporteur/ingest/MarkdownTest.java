package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Markdown as converters of PDFs write it: pages, notes between halves of sentences. */
class MarkdownTest {

  private static final String PAPER =
      """
      # ON QUIET RULES

      # On Quiet Rules

      **A. Writer**

      Rules of conduct grow slowly, and those who write them seldom agree on what they are
      for.<sup>1</sup> In the years that

      ---

      <sup>1</sup> A first list of such rules was drawn up in a small circle and

      followed, more and more offices asked for *their* share of the work.

      ---

      was never printed.

      <sup>2</sup> See Writer (2011)

      What they gained from it is another question.<sup>2</sup>

      ## Bibliography

      - Writer, A. (2011) *Quiet Rules*. Town: Press.
      - Writer, A. (2012) Loud Rules. *Journal* 3 (1), 4–9.

      ## About the author

      A. Writer writes.
      """;

  @Test
  void read_sentencesBrokenByPagesAndNotes_areWhole() throws Exception {
    Doc doc = Docs.read("paper.txt", PAPER);
    assertEquals(
        List.of(
            "furniture: ON QUIET RULES",
            "title: On Quiet Rules",
            "body: A. Writer",
            "body: Rules of conduct grow slowly, and those who write them seldom agree on what they"
                + " are for. In the years that followed, more and more offices asked for their"
                + " share of the work.",
            "body: What they gained from it is another question.",
            "heading: Bibliography",
            "bibliography: Writer, A. (2011) Quiet Rules. Town: Press.",
            "bibliography: Writer, A. (2012) Loud Rules. Journal 3 (1), 4–9.",
            "heading: About the author",
            "body: A. Writer writes.",
            "footnote[1]: A first list of such rules was drawn up in a small circle and was never"
                + " printed.",
            "footnote[2]: See Writer (2011)"),
        Docs.lines(doc));
  }

  @Test
  void read_footnoteMarks_areLabelsWhereTheyStood() throws Exception {
    Doc doc = Docs.read("paper.txt", PAPER);
    List<Label> marks =
        doc.get(Layer.LABELS).stream().filter(l -> l.name().equals(Label.FOOTNOTE_MARK)).toList();
    assertEquals(List.of("1", "2"), marks.stream().map(Label::value).toList());
    assertTrue(doc.text().substring(0, marks.get(0).span().begin()).endsWith("what they are for."));
    assertTrue(doc.text().substring(0, marks.get(1).span().begin()).endsWith("another question."));
  }

  @Test
  void read_marks_areGone() throws Exception {
    Doc doc =
        Docs.read(
            "a.md",
            "# T\n\n**Bold** and *slanted* and `code` and [a link](http://example.org/a_b(c)) and "
                + "<http://example.org> and 2 \\* 3 and snake_case_name &amp; more.[^1]\n\n[^1]: A note.\n");
    assertEquals(
        "T\n\nBold and slanted and code and a link and http://example.org and 2 * 3 and "
            + "snake_case_name & more.\n\nA note.",
        doc.text());
  }

  @Test
  void read_listsAndTables_areSectionsOfTheirOwn() throws Exception {
    Doc doc =
        Docs.read("a.md", "# T\n\n- one\n- two\n  - three\n\n| a | b |\n|---|---|\n| c | d |\n");
    assertEquals(
        List.of(
            "title: T", "list: one", "list: two", "list: three", "table: a | b", "table: c | d"),
        Docs.lines(doc));
    assertEquals(2, doc.sections().get(3).level());
  }

  @Test
  void looksLike_plainText_isNot() {
    assertFalse(Markdown.looksLike("A plain text.\n\n- with a list\n\nand * a star.\n"));
    assertTrue(Markdown.looksLike(PAPER));
  }

  @Test
  void inline_longAddressesAndLinesOfSigns_areNoTroubleForTheStack() {
    String address = "https://example.org/" + "a(b)".repeat(5) + "x".repeat(200_000);
    assertEquals("See it.", Markdown.inline("See [it](" + address + ")."));
    String open = "See [it](" + "x".repeat(200_000);
    assertEquals(open, Markdown.inline(open));
    for (String sign : List.of("-", "_", "*", "- ", ">")) {
      Markdown.read("One.\n\n" + sign.repeat(100_000) + "\n\nTwo.");
    }
    assertEquals(3, PlainText.read("One.\n\n" + "=".repeat(100_000) + "\n\nTwo.").blocks().size());
    new Words().learn("a-".repeat(100_000) + "a");
  }

  @Test
  void append_isJoin() {
    Words words = new Words();
    words.learn("a multilateral one and decision-making too");
    for (String left :
        List.of("", "a", "-", "a-", "in multi-", "the decision-", "US-", "and/", " /", "short-")) {
      for (String right : List.of("", "lateral", "making", "China", "or", "and long-term", "3")) {
        StringBuilder paragraph = new StringBuilder(left);
        words.append(paragraph, right);
        assertEquals(words.join(left, right), paragraph.toString(), left + "|" + right);
      }
    }
  }
}
