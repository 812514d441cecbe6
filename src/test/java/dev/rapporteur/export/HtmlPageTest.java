package dev.rapporteur.export;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.index.Sample;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private static String page(Doc doc) throws IOException {
    StringWriter out = new StringWriter();
    HtmlPage.write(doc, out);
    return out.toString();
  }

  @Test
  void write_findings_standBesideTheirSentence() throws IOException {
    String page =
        page(
            new Sample("A/68/98")
                .fact(Label.VOICE, "forum:un/gge/2012")
                .sentence("The [Group|forum:un/gge/2012] warns that attacks threaten the state.")
                .frame("securitization", "threaten")
                .move("forum:un/gge/2012", "the state", "attacks")
                .stance("forum:un/gge/2012", "norms", Stance.Position.SUPPORTS, "warns")
                .doc());
    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"), page);
    assertTrue(page.contains("<div class=\"sentence\" id=\"s1\">"), page);
    assertTrue(
        page.contains("<mark class=\"forum\" title=\"forum:un/gge/2012\">Group</mark>"), page);
    assertTrue(page.contains("<li class=\"frame\">securitization 0.75</li>"), page);
    assertTrue(page.contains("forum:un/gge/2012 supports norms (calls)"), page);
    assertTrue(page.contains("threat “attacks”"), page);
  }

  @Test
  void write_markupInADocument_staysText() throws IOException {
    String page =
        page(
            Doc.of(
                Metadata.of("<script>alert(1)</script>").withTitle("</title><script>x"),
                "<img src=x onerror=alert(1)> & \u0000 \ud800 text"));
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("<img"), page);
    assertFalse(page.contains("\u0000"), page);
  }

  @Test
  void write_page_loadsNothing() throws IOException {
    String page = page(Doc.of("Text."));
    assertFalse(page.contains("http"), page);
    assertFalse(page.contains("url("), page);
  }
}
