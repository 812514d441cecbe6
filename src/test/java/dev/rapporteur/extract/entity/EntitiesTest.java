package dev.rapporteur.extract.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitiesTest {

  private static Models models;
  private static Stage stage;
  private static EntityModel model;

  @BeforeAll
  static void open() {
    models = new Models(List.of(Path.of("models")));
    stage = new EntitiesComponent().open(Settings.none(), models);
    model = EntityModel.load(models);
  }

  @AfterAll
  static void close() {
    models.close();
  }

  /** A document each of whose lines is a sentence. */
  private static Doc doc(Metadata metadata, String voice, String... sentences) {
    Doc doc = Doc.of(metadata, String.join("\n\n", sentences));
    List<Sentence> all = new ArrayList<>();
    for (Section section : doc.sections()) {
      all.add(new Sentence(section.span(), all.size() + 1));
    }
    Layers layers = Layers.of(Layer.SENTENCES, all);
    if (!voice.isEmpty()) {
      Label label = new Label(doc.span(), Label.VOICE, voice, Evidence.rule("test", "given"));
      layers = layers.and(Layer.LABELS, List.of(label));
    }
    return doc.with(layers);
  }

  private static String found(Doc doc) {
    StringBuilder out = new StringBuilder();
    for (Mention mention : stage.annotate(doc).get(Layer.MENTIONS)) {
      out.append(out.isEmpty() ? "" : "; ")
          .append(doc.text(mention))
          .append('=')
          .append(mention.id())
          .append(mention.anaphor() ? "|a" : "");
    }
    return out.toString();
  }

  private static String found(String... sentences) {
    return found(doc(Metadata.of("x"), "", sentences));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Russia’s proposal failed.                         | Russia=state:RU
          Let us be frank about what it cost us.            | ''
          They talked about U.S. policy.                    | U.S.=state:US
          It was a Chinese-led drafting exercise.           | Chinese=state:CN
          The net is used by American people every day.     | ''
          A US-based company sold the tool.                 | ''
          They met in New Delhi, India, last winter.        | ''
          Officials in Beijing kept silent.                 | Beijing=state:CN
          The meeting was held in Geneva.                   | ''
          See A/RES/73/27 and S/2021/621.                   | A/RES/73/27=instrument:un/A/RES/73/27; S/2021/621=instrument:un/S/2021/621
          It cites resolutions 53/70, 54/49 and 76/19.      | resolutions 53/70=instrument:un/A/RES/53/70; 54/49=instrument:un/A/RES/54/49; 76/19=instrument:un/A/RES/76/19
          The Shanghai Cooperation Organisation met.        | Shanghai Cooperation Organisation=forum:sco
          The Estonian Ministry of Defence wrote to them.   | Estonian Ministry of Defence=organ:EE/MOD
          """)
  void annotate_sentence_findsAndLinks(String sentence, String wanted) {
    assertEquals(wanted, found(sentence));
  }

  @Test
  void annotate_nameWithAcronym_bindsItForTheDocument() {
    assertEquals(
        "Northern Lights Cyber Network=forum:northern-lights-cyber-network; "
            + "NLCN=forum:northern-lights-cyber-network; NLCN=forum:northern-lights-cyber-network",
        found(
            "The Northern Lights Cyber Network (NLCN) opened its doors.",
            "Nobody had expected the NLCN to last."));
  }

  @Test
  void annotate_acronymOfSomethingElse_isNoMention() {
    assertEquals(
        "", found("Defence Critical Infrastructure (DCI) is old.", "Most of the DCI was exposed."));
  }

  @Test
  void annotate_anaphor_followsTheVoice() {
    Doc doc =
        doc(
            Metadata.of("x").withDate("2018-09-18"),
            "organ:US/DOD",
            "The Department will defend the Nation.");
    assertEquals("Department=organ:US/DOD|a; Nation=state:US|a", found(doc));
  }

  @Test
  void annotate_definedShortForm_isAnAnaphorAndAFact() {
    Doc doc =
        doc(
            Metadata.of("x"),
            "",
            "The Quad Senior Cyber Group (the Group) met again.",
            "The Group agreed on little.");
    Layers layers = stage.annotate(doc);
    Doc with = doc.with(layers);
    assertEquals(List.of("Group=forum:quad/senior-cyber-group"), with.facts(Label.DEFINITION));
    assertTrue(
        layers.get(Layer.MENTIONS).stream()
            .anyMatch(m -> m.anaphor() && m.id().equals("forum:quad/senior-cyber-group")));
  }

  @Test
  void annotate_officeAndHolder_areTwoMentions() {
    assertEquals(
        "President=organ:RU/president; Vladimir Putin=person:vladimir-putin; Putin=person:vladimir-putin",
        found("President Vladimir Putin spoke first.", "What Putin wanted was plain."));
  }

  @Test
  void annotate_dialogueOfStates_isOneForum() {
    assertEquals(
        "U.S.-China consultations=forum:bilateral/cn-us",
        found("The U.S.-China consultations went nowhere."));
    assertEquals(
        "U.S.-China=forum:bilateral/cn-us; UK-China consultations=forum:bilateral/cn-gb",
        found("The U.S.-China and UK-China consultations are new."));
  }

  @Test
  void annotate_evidence_saysEntryAndForm() {
    Mention mention =
        stage.annotate(doc(Metadata.of("x"), "", "Estonia agreed.")).get(Layer.MENTIONS).getFirst();
    assertTrue(
        mention.evidence().rule().matches("states\\.csv:\\d+ state:EE name \"Estonia\""),
        mention.evidence().rule());
  }

  /** Every designation that is beyond doubt is found in a neutral sentence, with its id. */
  @Test
  void find_everyAliasOfEveryEntry_isFoundAndLinked() {
    List<String> missed = new ArrayList<>();
    for (Entry entry : model.knowledge().entries()) {
      for (Alias alias : entry.aliases()) {
        if (alias.form() == Form.SYMBOL) {
          continue; // those are found by the patterns of symbols.csv
        }
        String text = "They mentioned " + alias.text() + " at length.";
        Words words = Words.of(text, 0, text.length(), model.lexicon().vocabulary());
        int begin = "They mentioned ".length();
        int end = begin + alias.text().length();
        boolean there =
            model.lexicon().find(words).stream()
                .filter(c -> c.begin() <= begin + 2 && c.end() >= end - 2)
                .anyMatch(
                    c ->
                        c.senses().stream().anyMatch(s -> s.id().equals(entry.id()))
                            || alias.doubtful());
        if (!there) {
          missed.add(entry.id() + " " + alias.form() + " " + alias.text());
        }
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void annotate_randomText_hasNoOverlap() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Entry> entries = List.copyOf(model.knowledge().entries());
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder("X");
      for (int k = 0; k < 12; k++) {
        switch (random.nextInt(7)) {
          case 0 -> text.append(" the Group (the “Agency”)");
          case 1 ->
              text.append(" ").append(random.nextInt(99)).append("/").append(random.nextInt(99));
          case 2 -> text.appendCodePoint(' ').appendCodePoint(33 + random.nextInt(70_000));
          case 3 -> text.append("-");
          default -> {
            Entry entry = entries.get(random.nextInt(entries.size()));
            text.append(' ')
                .append(entry.aliases().get(random.nextInt(entry.aliases().size())).text());
          }
        }
      }
      sentences.add(text.toString().replaceAll("\\s+", " "));
    }
    Doc doc = doc(Metadata.of("x"), "state:EE", sentences.toArray(String[]::new));
    int end = 0;
    for (Mention mention : stage.annotate(doc).get(Layer.MENTIONS)) {
      assertTrue(mention.span().begin() >= end, "overlap at " + mention + "; seed " + seed);
      end = mention.span().end();
    }
  }
}
