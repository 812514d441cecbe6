package dev.rapporteur.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final String EVIL = "<script>alert('x')</script> \"&' </title>";

  /** A comparison in which every section has something to show, and names mean no good. */
  static Comparison comparison() {
    Profile paper =
        Texts.PROFILER.profile(
            Texts.doc(
                Texts.meta(EVIL, "2013"),
                List.of(),
                "Cyberspace needs <b>norms</b> & trust. #cooperation @author norms supports",
                "Freedonia and Sylvania fear information weapons. =Freedonia=state:XF"
                    + " =Sylvania=state:XS #securitization @state:XF peaceful-use supports r",
                "The Treaty of Oz wants measures to increase stability and reduce the risk of"
                    + " conflict. =Treaty of Oz=instrument:oz/treaty-1900 @author cbms opposes"));
    Map<String, List<Profile>> texts = new LinkedHashMap<>();
    for (String camp : List.of("set:<img src=x onerror=alert(1)>", "forum:x")) {
      List<Profile> group = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        List<String> lines = new ArrayList<>();
        for (int j = 0; j < 30; j++) {
          lines.add(
              String.format(
                      Locale.ROOT,
                      "Ruritania number w%d concerns item q%d of list z%d on information security.",
                      i * 1000 + j,
                      i * 77 + j,
                      j)
                  + " =Ruritania=state:XR #sovereignty @forum:x norms opposes");
        }
        lines.add("We adopt measures to increase stability and reduce the risk of conflict.");
        lines.add("We recall the Treaty of Oz. =Treaty of Oz=instrument:oz/treaty-1900");
        group.add(
            Texts.PROFILER.profile(
                Texts.doc(
                    Texts.meta(camp + " " + i, String.valueOf(2004 + i))
                        .withSourceType(
                            i == 8 ? Metadata.SourceType.DIGEST : Metadata.SourceType.ORIGINAL),
                    List.of(camp),
                    lines.toArray(String[]::new))));
      }
      texts.put(camp, group);
    }
    return new Comparer(Texts.MODELS, Comparer.Options.standard().by("rapporteur test", List.of()))
        .compare(paper, texts);
  }

  @Test
  void of_namesWithMarkup_areEscapedEverywhere() {
    String page = HtmlReport.of(comparison());
    assertFalse(page.contains("<script>alert"));
    assertFalse(page.contains("<img src=x"));
    assertFalse(page.contains("<b>norms"));
    assertTrue(page.contains("&lt;script&gt;alert"));
    assertEquals(3, count(page, "<script"));
    assertEquals(3, count(page, "</script"));
  }

  @Test
  void of_page_loadsNothing() {
    String page = HtmlReport.of(comparison());
    String own = page.substring(0, page.indexOf("<script type="));
    assertFalse(own.contains("http://") || own.contains("https://"));
    assertTrue(own.contains("default-src 'none'"));
  }

  @Test
  void of_everySection_isThereAndLinked() {
    String page = HtmlReport.of(comparison());
    Matcher link = Pattern.compile("href=\"#([a-z]+)\"").matcher(page);
    int links = 0;
    while (link.find()) {
      assertTrue(page.contains("id=\"" + link.group(1) + "\""), link.group(1));
      links++;
    }
    assertEquals(10, links);
  }

  @Test
  void of_everyFigure_pointsToSentences() {
    Comparison comparison = comparison();
    Matcher quotes = Pattern.compile("data-quotes=\"([^\"]*)\"").matcher(HtmlReport.of(comparison));
    int figures = 0;
    while (quotes.find()) {
      for (String index : quotes.group(1).split(" ")) {
        assertTrue(Integer.parseInt(index) < comparison.quotes().size());
      }
      figures++;
    }
    assertTrue(figures > 20, figures + " figures");
  }

  @Test
  void of_sameComparison_isTheSamePage() {
    assertEquals(HtmlReport.of(comparison()), HtmlReport.of(comparison()));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
