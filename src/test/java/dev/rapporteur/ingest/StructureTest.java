package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructureTest {

  private static List<String> numbers(String text) throws UnreadableException {
    return Docs.read("a.txt", text).sections().stream().map(s -> s.number()).toList();
  }

  @Test
  void number_reportWithSubItems_isCitedAsTheFieldDoes() throws Exception {
    assertEquals(
        List.of("", "12", "13", "13 (a)", "13 (b)", "13 (b) (i)", "13 (b) (ii)", "13 (c)", "14"),
        numbers(
            """
            Report of the group

            12. The group met three times.

            13. It recommends that States:

            (a) cooperate;

            (b) refrain from:

            (i) attacks on hospitals;

            (ii) attacks on power stations;

            (c) share what they know.

            14. The report was adopted by consensus.
            """));
  }

  @Test
  void number_articles_carryTheirParagraphs() throws Exception {
    assertEquals(
        List.of(
            "",
            "art. 1",
            "art. 1",
            "art. 1",
            "art. 2",
            "art. 2 (1)",
            "art. 2 (2)",
            "art. 2 (2) (a)",
            ""),
        numbers(
            """
            Agreement on something

            Article 1

            Use of terms

            The terms of this agreement are used as they are.

            Article 2

            1. The Parties shall cooperate.

            2. They shall:

            (a) consult each other.

            CHAPTER II
            """));
  }

  @Test
  void number_recitals_areApartFromArticles() throws Exception {
    assertEquals(
        List.of("", "", "recital 1", "recital 2"),
        numbers(
            "Regulation on samples\n\nWhereas:\n\n(1) Samples are useful.\n\n(2) They should be free.\n"));
  }

  @Test
  void number_measuresOfTheOsce_areCbms() throws Exception {
    Doc doc =
        Docs.read(
            "a.md",
            "PC.DEC/9999\n\n# Decision on confidence-building measures\n\n3. Participating States will"
                + " hold consultations.\n");
    assertEquals("CBM 3", doc.sections().getLast().number());
    assertEquals("forum:osce/pc", doc.voice());
  }

  @Test
  void notes_gluedToWords_areMarks() throws Exception {
    Doc doc =
        Docs.read(
            "a.txt",
            """
            1. Welcomes the States that have become parties to the statute,1 and calls upon others to follow;

            2. Notes the work of the secretariat.2

            1 United Nations, Treaty Series, vol. 9999, No. 12345, which is an example only.

            2 See the report of the secretariat on its work in the year before this one.
            """);
    assertTrue(
        doc.text()
            .startsWith("1. Welcomes the States that have become parties to the statute, and"));
    assertEquals(
        List.of("1", "2"),
        doc.get(Layer.LABELS).stream()
            .filter(l -> l.name().equals(Label.FOOTNOTE_MARK))
            .map(Label::value)
            .toList());
    assertEquals("footnote", doc.sections().getLast().kind().id());
  }

  @Test
  void preamble_thatLostItsParagraphs_hasThemBack() throws Exception {
    Doc doc =
        Docs.read(
            "a.txt",
            "Convention on examples\n\nThe States Parties,Considering that examples help;Recognising"
                + " their value;Convinced that more are needed,Have agreed as follows:\n\nArticle 1\n");
    assertEquals(
        List.of(
            "title: Convention on examples",
            "body: The States Parties,",
            "body: Considering that examples help;",
            "body: Recognising their value;",
            "body: Convinced that more are needed,",
            "body: Have agreed as follows:",
            "heading[art. 1]: Article 1"),
        Docs.lines(doc));
  }

  @Test
  void furniture_contentsAndBlankPages_areApart() throws Exception {
    Doc doc =
        Docs.read(
            "a.md",
            "# A strategy\n\n## Contents\n\nIntroduction ........ 1\n\nAims 4\n\n## Introduction\n\n"
                + "This page left intentionally blank\n\nStates should act.\n");
    assertEquals(
        List.of("title", "furniture", "furniture", "furniture", "heading", "furniture", "body"),
        doc.sections().stream().map(s -> s.kind().id()).toList());
  }
}
