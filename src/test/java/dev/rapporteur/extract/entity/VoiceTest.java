package dev.rapporteur.extract.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Metadata;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceTest {

  private static Models models;
  private static Stage stage;

  @BeforeAll
  static void open() {
    models = new Models(List.of(Path.of("models")));
    stage = new VoiceComponent().open(Settings.none(), models);
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A/RES/99/999 | Something new                                          | forum:un/ga
          PC.DEC/9999  | Something new                                          | forum:osce
          ''           | Statement by the President of Latvia                   | state:LV
          ''           | Norway’s position on international law in cyberspace   | state:NO
          ''           | Joint statement of the Shanghai Cooperation Organization | forum:sco
          ''           | Thoughts on a rainy day                                | ''
          """)
  void annotate_symbolOrTitle_tellsWhoSpeaks(String symbol, String title, String voice) {
    Doc doc =
        Doc.of(Metadata.of("x").withSymbol(symbol).withTitle(title), "We agree on everything.");
    assertEquals(voice, doc.with(stage.annotate(doc)).voice());
  }

  @Test
  void annotate_voiceKnown_writesNothing() {
    Doc doc = Doc.of(Metadata.of("x").withSymbol("A/RES/99/999"), "We agree.");
    Label known = new Label(doc.span(), Label.VOICE, "state:EE", Evidence.rule("catalogue", "row"));
    Doc with = doc.with(Layers.of(Layer.LABELS, List.of(known)));
    assertEquals(List.of(), stage.annotate(with).get(Layer.LABELS));
  }
}
