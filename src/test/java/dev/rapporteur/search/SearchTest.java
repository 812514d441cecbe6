package dev.rapporteur.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.index.Facet;
import dev.rapporteur.index.Index;
import dev.rapporteur.index.Indexer;
import dev.rapporteur.index.Sample;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Stance;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query language over two small documents: R (a report) and S (a speech). */
class SearchTest {

  @TempDir static Path folder;
  private static Index index;
  private static Search search;

  @BeforeAll
  static void write() {
    Doc report =
        new Sample("A/68/98")
            .date("2013-06-24")
            .fact(Label.VOICE, "forum:un/gge/2012")
            .fact(Label.GROUP, "forum:un/gge")
            // R1
            .sentence("The Group of Experts", Section.Kind.TITLE, "")
            // R2
            .sentence(
                "[Russia|state:RU] and [China|state:CN] tabled a code on information security.",
                Section.Kind.BODY,
                "13")
            .stance("state:RU", "norms", Stance.Position.SUPPORTS, "tabled")
            .stance("state:CN", "norms", Stance.Position.SUPPORTS, "tabled")
            // R3
            .sentence(
                "The [United States|state:US] opposes a treaty against the information weapon.",
                Section.Kind.BODY,
                "14 (c)")
            .stance("state:US", "new-binding-treaty", Stance.Position.OPPOSES, "opposes")
            .frame("law", "treaty")
            // R4
            .sentence(
                "Attacks threaten critical infrastructure, the [Group|forum:un/gge/2012] warns.")
            .frame("securitization", "threaten")
            .move("forum:un/gge/2012", "critical infrastructure", "Attacks")
            .doc();
    Doc speech =
        new Sample("S")
            .metadata(
                Metadata.of("speeches/s.txt")
                    .withTitle("Speech on cyber-security")
                    .withDate("2015")
                    .withLanguage("en")
                    .withBody("Ministry of Foreign Affairs")
                    .withSourceType(Metadata.SourceType.TRANSCRIPT))
            .fact(Label.VOICE, "organ:RU/MFA")
            .fact(Label.GROUP, "forum:sco")
            // S1
            .sentence("The U.S. threatens us; information and security are one.")
            // S2
            .sentence(
                "Information weapons in the hands of [Washington|state:US] violate the sovereign"
                    + " rights of the [Russian Federation|state:RU].")
            .frame("sovereignty", "sovereign rights")
            // S3
            .sentence("See A/68/98.", Section.Kind.FOOTNOTE, "3")
            .doc();
    try (Indexer indexer = Indexer.open(folder, "fast", "f", false)) {
      for (Doc doc : List.of(report, speech)) {
        indexer.accept("s", new Source.Identity(doc.id().value(), "m"), doc);
      }
    }
    index = Index.open(folder);
    search = new Search(index);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  /** Which sentences a query finds: {@code R2 R3 S1}. */
  private static String found(String query) {
    return search.find(QueryParser.parse(query), Search.Order.DOCUMENT, 100).hits().stream()
        .map(
            h ->
                (h.passage().document().metadata().symbol().isEmpty() ? "S" : "R")
                    + h.passage().sid())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      emptyValue = "",
      value = {
        // words
        "security                                => R2 S1",
        "SECURITY                                => R2 S1",
        "information security                    => R2 S1",
        "\"information security\"                => R2",
        "information OR attacks                  => R2 R3 R4 S1 S2",
        "information AND (treaty OR code)        => R2 R3",
        "information NOT security                => R3 S2",
        "information -security                   => R3 S2",
        "weapon*                                 => R3 S2",
        "?ecurity                                => R2 S1",
        "securty~                                => R2 S1",
        "lemma:weapon                            => R3 S2",
        "lemma:threaten                          => R4 S1",
        "US                                      => S1",
        "A/68/98                                 => S3",
        // nearness
        "\"information … security\"              => R2 S1",
        "\"information ... security\"            => R2 S1",
        "\"security … information\"              => ``",
        "\"information ..1 security\"            => R2 S1",
        "\"information security\"~1              => R2 S1",
        "\"security information\"~1              => R2 S1",
        "information NEAR/1 security             => R2 S1",
        "security BEFORE/9 one                   => S1",
        "\"(code|treaty) … (weapon|security)\"   => R2 R3",
        "\"information lemma:weapon\"            => R3 S2",
        "\"information weapon*\"                 => R3 S2",
        // actors, fora and all under them
        "actor:RU                                => R2 S2",
        "state:ru                                => R2 S2",
        "actor:*                                 => R2 R3 S2",
        "entity:forum:un                         => R4",
        "forum:un                                => R4",
        "forum:un/gge                            => R4",
        "forum:=un/gge                           => ``",
        "forum:=un/gge/2012                      => R4",
        "forum:un/*                              => R4",
        "actor:(RU OR CN)                        => R2 S2",
        "\"information security\" AND actor:RU   => R2",
        // findings
        "frame:law                               => R3",
        "frame:*                                 => R3 R4 S2",
        "issue:norms                             => R2",
        "holder:US                               => R3",
        "holder:state:US                         => R3",
        "position:opposes                        => R3",
        "force:calls                             => R2 R3",
        "venue:gge                               => R2 R3",
        "hedge:\"as appropriate\"                => R2 R3",
        "stance:*                                => R2 R3",
        "stance:RU/norms/supports                => R2",
        "stance:RU/norms/opposes                 => ``",
        "stance:state:RU/norms/*                 => R2",
        "stance:*/new-binding-treaty/*           => R3",
        "stance:US/*/-                           => R3",
        "stance:RU/norms                         => R2",
        "stance:norms/+                          => R2",
        "degree:risk                             => R4",
        "move:*                                  => R4",
        "move.actor:un/gge                       => R4",
        "move.referent:\"critical infrastructure\" => R4",
        "move.referent:attacks                   => ``",
        "move.threat:attack*                     => R4",
        "move.threat:*                           => R4",
        "grammar:hyper                           => R4",
        // annotations in phrases
        "\"<state:RU> and <state:CN>\"           => R2",
        "\"<actor> opposes\"                     => R3",
        "\"the <actor>\"                         => R3 S2",
        "\"of the <state:RU>\"                   => S2",
        "\"<actor> NEAR/4 'information weapons'\" => S2",
        "\"<state:US> … <frame:law>\"            => R3",
        "\"<frame:sovereignty> of\"              => S2",
        "<actor> NEAR/0 tabled                   => R2",
        "actor:RU BEFORE/1 china                 => R2",
        // documents
        "group:forum:sco                         => S1 S2 S3",
        "group:un security                       => R2",
        "voice:RU/MFA                            => S1 S2 S3",
        "voice:organ:ru                          => S1 S2 S3",
        "title:cyber-security                    => S1 S2 S3",
        "title:\"speech on\" information         => S1 S2",
        "body:foreign                            => S1 S2 S3",
        "symbol:A/68/98                          => R1 R2 R3 R4",
        "symbol:a/68/* weapon                    => R3",
        "date:2013 actor:RU                      => R2",
        "date:2013-07..2014                      => ``",
        "date:[2014 TO *]                        => S1 S2 S3",
        "date:>=2013-06-24 actor:US              => R3 S2",
        "date:<=2013-06-23                       => ``",
        "year:2015                               => S1 S2 S3",
        "section:footnote                        => S3",
        "section:title OR section:footnote       => R1 S3",
        "paragraph:13                            => R2",
        "paragraph:\"14 (c)\"                    => R3",
        "language:en group:sco                   => S1 S2 S3",
        "source:speeches/*                       => S1 S2 S3",
        "source_type:transcript                  => S1 S2 S3",
        "doc:a-68-98 information                 => R2 R3",
        "sid:2..3 actor:*                        => R2 R3 S2",
        "NOT doc:a-68-98                         => S1 S2 S3",
        "*:*                                     => R1 R2 R3 R4 S1 S2 S3",
      })
  void find_query_findsTheseSentences(String query, String sentences) {
    assertEquals(sentences == null ? "" : sentences, found(query), query);
  }

  @Test
  void find_words_rankTheSentenceThatHasThemAll() {
    Search.Results results =
        search.find(QueryParser.parse("information OR weapon OR treaty"), Search.Order.SCORE, 1);
    assertEquals(3, results.hits().getFirst().passage().sid());
    assertTrue(results.hits().getFirst().score() > 0);
    assertEquals(4, results.total());
    assertEquals(2, results.documents());
  }

  @Test
  void find_annotationBesideWords_changesNoRank() {
    double alone = score("information");
    assertEquals(alone, score("information AND (actor:RU OR NOT actor:RU)"), 1e-6);
  }

  private static double score(String query) {
    return search.find(QueryParser.parse(query), Search.Order.SCORE, 1).hits().getFirst().score();
  }

  @Test
  void matches_phraseWithAnnotation_coverWordsAndMention() {
    Search.Hit hit =
        search
            .find(QueryParser.parse("\"of the <state:RU>\""), Search.Order.SCORE, 1)
            .hits()
            .getFirst();
    assertEquals(
        List.of("of the Russian Federation"),
        hit.matches().stream().map(s -> s.of(hit.passage().text())).toList());
  }

  @Test
  void facets_holders_areCountedBySentence() {
    var counts = search.facets(QueryParser.parse("*:*"), Set.of(Facet.ACTOR, Facet.HOLDER), 2);
    assertEquals(
        List.of(new Search.Count("state:RU", 2), new Search.Count("state:US", 2)),
        counts.get(Facet.ACTOR));
    assertEquals(2, counts.get(Facet.HOLDER).size());
  }

  @Test
  void concordance_match_standsBetweenItsContexts() {
    List<Search.Line> lines =
        search.concordance(QueryParser.parse("\"information weapon*\" doc:a-68-98"), 40, 10);
    assertEquals(1, lines.size());
    assertEquals("information weapon", lines.getFirst().hit());
    assertTrue(lines.getFirst().left().endsWith("a treaty against the "), lines.toString());
    assertTrue(lines.getFirst().right().startsWith(". Attacks threaten"), lines.toString());
  }

  @Test
  void hints_misspelt_nameWhatIsThere() {
    assertEquals(
        List.of(
            "the word 'informaton' is in no text here; did you mean information?",
            "nothing here is frame:securitisation; did you mean frame:securitization?"),
        search.hints(QueryParser.parse("\"informaton security\" AND frame:securitisation")));
    assertEquals(List.of(), search.hints(QueryParser.parse("information forum:un NOT zzzz")));
  }

  @Test
  void documents_query_areThoseOfItsSentences() {
    assertEquals(2, search.documents(QueryParser.parse("actor:RU")).size());
    assertEquals(1, search.documents(QueryParser.parse("frame:law")).size());
  }

  @Test
  void find_wildcardOfEverything_isBoundedInPhrases() {
    // few words here; the bound itself is a matter of the index's size
    assertEquals("R2 R3", found("\"a* … information\" doc:a-68-98"));
    assertThrows(QueryException.class, () -> QueryParser.parse("\"* security\""));
  }

  @Test
  void find_wildcardThatNoAutomatonHolds_isTheQuerysFault() {
    String glob = "*a" + "?".repeat(40) + "b";
    assertThrows(QueryException.class, () -> found(glob));
    assertThrows(QueryException.class, () -> found("\"" + glob + " security\""));
  }
}
