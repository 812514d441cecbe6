package dev.rapporteur.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rapporteur.index.Sample;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {

  private static String line(Doc doc) throws IOException {
    StringWriter out = new StringWriter();
    new JsonLines().write(doc, "fast", out);
    return out.toString();
  }

  @Test
  void write_everything_isAsReadersExpect() throws IOException {
    Doc doc =
        new Sample("A/68/98")
            .date("2013-06-24")
            .fact(Label.VOICE, "forum:un/gge/2012")
            .fact(Label.GROUP, "forum:un/gge")
            .sentence("Opening.")
            .sentence("[Russia|state:RU] warns that attacks threaten the state.")
            .frame("securitization", "threaten")
            .move("state:RU", "the state", "attacks")
            .stance("state:RU", "norms", Stance.Position.SUPPORTS, "warns")
            .doc();
    JsonNode root = JsonMapper.builder().build().readTree(line(doc));
    assertEquals(doc.id().value(), root.get("id").asString());
    assertEquals("forum:un/gge/2012", root.get("voice").asString());
    assertEquals("[\"forum:un/gge\"]", root.get("groups").toString());
    assertEquals(
        "{\"sid\":1,\"begin\":0,\"end\":8,\"text\":\"Opening.\",\"section\":\"body\"}",
        root.get("sentences").get(0).toString());
    JsonNode second = root.get("sentences").get(1);
    assertEquals(
        "[{\"begin\":10,\"end\":16,\"surface\":\"Russia\",\"id\":\"state:RU\",\"anaphor\":false,\"nil\":false}]",
        second.get("entities").toString());
    assertEquals(
        "[{\"frame\":\"securitization\",\"score\":0.75}]", second.get("frames").toString());
    assertEquals(
        "[{\"actor\":\"state:RU\",\"referent\":\"the state\",\"threat\":\"attacks\",\"degree\":\"risk\","
            + "\"grammar\":\"hyper\",\"direction\":\"securitizes\",\"score\":0.75}]",
        second.get("moves").toString());
    assertEquals(
        "[{\"holder\":\"state:RU\",\"issue\":\"norms\",\"position\":\"supports\",\"reported\":false,"
            + "\"evidence\":\"statement\",\"force\":\"calls\",\"hedges\":[\"as appropriate\"],"
            + "\"venue\":\"gge\",\"score\":0.75}]",
        second.get("stances").toString());
  }

  @Test
  void write_emptyDocument_hasTextAndSentences() throws IOException {
    Doc doc = Doc.of("");
    String line = line(doc);
    assertEquals(
        "{\"id\":\""
            + doc.id()
            + "\",\"source_type\":\"original\",\"pipeline\":\"fast\",\"text\":\"\",\"sentences\":[]}\n",
        line);
  }

  @Test
  void write_lineBreaksInText_keepOneLine() throws IOException {
    String line = line(Doc.of("a\nb\u2028c\r\n\"d\""));
    assertFalse(line.substring(0, line.length() - 1).contains("\n"));
    assertEquals(
        "a\nb\u2028c\r\n\"d\"", JsonMapper.builder().build().readTree(line).get("text").asString());
  }
}
