package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void read_wrappedLinesWithoutBlankLines_becomeParagraphs() throws Exception {
    String text =
        """
        It is an honour to speak in this hall, where so many have
        spoken before me on behalf of countries large and small
        about the dangers and the promise of the new technolo-
        gies.
        My country has followed the debate on information secu-
        rity with care. We believe that States should refrain from
        any use of the new technologies that would harm the peace.
        We thank the Chair.
        """;
    assertEquals(
        List.of(
            "body: It is an honour to speak in this hall, where so many have spoken before me on"
                + " behalf of countries large and small about the dangers and the promise of the"
                + " new technologies.",
            "body: My country has followed the debate on information security with care. We believe"
                + " that States should refrain from any use of the new technologies that would harm"
                + " the peace. We thank the Chair."),
        Docs.lines(Docs.read("a.txt", text)));
  }

  @Test
  void read_oneParagraphALine_keepsThem() throws Exception {
    String text = "The first paragraph says something.\nThe second says more.\nThe third ends.\n";
    assertEquals(3, Docs.read("a.txt", text).sections().size());
  }

  @Test
  void read_pageNumbersInWrappedText_areFurniture() throws Exception {
    String text =
        """
        We are convinced that the problems of our world can be
        solved by those who want to solve them, and that it is
        12
        time to begin with those that harm the weakest among us
        and with those that can be solved at once.
        """;
    assertEquals(
        List.of(
            "body: We are convinced that the problems of our world can be solved by those who want"
                + " to solve them, and that it is time to begin with those that harm the weakest"
                + " among us and with those that can be solved at once.",
            "furniture: 12"),
        Docs.lines(Docs.read("a.txt", text)));
  }

  @Test
  void read_irregularLinesBetweenBlankLines_areParagraphs() throws Exception {
    String text =
        """
        A meeting of councils

        The heads of the member states met in the capital
        and
        signed a statement on the situation in the region, a plan for the years to come, and a list of
        steps. President
        Example chaired.

        They will meet
        again next year in
        Sampletown.
        """;
    assertEquals(
        List.of(
            "title: A meeting of councils",
            "body: The heads of the member states met in the capital and signed a statement on the"
                + " situation in the region, a plan for the years to come, and a list of steps."
                + " President Example chaired.",
            "body: They will meet again next year in Sampletown."),
        Docs.lines(Docs.read("a.txt", text)));
  }

  @Test
  void join_hyphens_areKeptWhereTheWordHasOne() {
    Words words = new Words();
    words.learn("the decision-making of a well-known body and its information");
    assertEquals("the decision-making", words.join("the decision-", "making"));
    assertEquals("information", words.join("infor-", "mation"));
    assertEquals("US-China talks", words.join("US-", "China talks"));
    assertEquals("short- and long-term", words.join("short-", "and long-term"));
  }
}
