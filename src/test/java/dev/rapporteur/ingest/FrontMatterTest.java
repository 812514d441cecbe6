package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Metadata;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTest {

  @Test
  void read_resolution_hasSymbolDateTitleAndVoice() throws Exception {
    Doc doc =
        Docs.read(
            "r.txt",
            """
            United Nations                                        A/RES/99/999
            General Assembly

            Resolution adopted by the General Assembly on 4 December 2044

            99/999. Examples in the context of international security

            The General Assembly,

            Recalling its resolution A/RES/98/1 on examples,

            1. Calls upon States to give examples.
            """);
    assertEquals("A/RES/99/999", doc.metadata().symbol());
    assertEquals("2044-12-04", doc.metadata().date());
    assertEquals("Examples in the context of international security", doc.metadata().title());
    assertEquals("forum:un/ga", doc.voice());
  }

  @Test
  void read_citedSymbol_isNotTheDocuments() throws Exception {
    Doc doc =
        Docs.read(
            "r.txt",
            "Remarks on examples\n\nThe Assembly has adopted A/RES/99/999 and will adopt more of it.\n");
    assertEquals("", doc.metadata().symbol());
  }

  @Test
  void read_debateSpeech_takesStateAndYearFromItsName() throws Exception {
    Doc doc =
        Docs.read("EST_62_2007.txt", "We are glad to speak here about the security of our nets.");
    assertEquals("state:EE", doc.voice());
    assertEquals("2007", doc.metadata().date());
    assertEquals(Metadata.SourceType.TRANSCRIPT, doc.metadata().sourceType());
    assertEquals(List.of("forum:un/ga"), doc.groups());
  }

  @Test
  void read_recordOfASpeech_takesTheSpeakersState() throws Exception {
    Doc doc =
        Docs.read(
            "s.txt", "Mr. Example (Estonia): The security of our nets concerns all of us here.");
    assertEquals("state:EE", doc.voice());
  }

  @Test
  void read_dates_areReadInManyForms() throws Exception {
    assertEquals("2006-06-15", date("Statement\n\nShanghai, 15 June 2006\n\nThe heads agree.\n"));
    assertEquals("2018-11-12", date("Call\n\nParis, 12th of November, 2018\n\nWe agree.\n"));
    assertEquals("2018-09", date("Strategy\n\nSEPTEMBER 2018\n\nWe will act.\n"));
    assertEquals("2023-03-01", date("Letter\n\nMarch 1, 2023\n\nWe will act.\n"));
    assertEquals("", date("Note\n\nOn 3 May 2011 the group met in the capital.\n"));
  }

  private static String date(String text) throws UnreadableException {
    return Docs.read("a.txt", text).metadata().date();
  }

  @Test
  void read_languages_areTold() throws Exception {
    assertEquals(
        "fr", language("Les États réaffirment que le droit international est applicable."));
    assertEquals(
        "ru",
        language("Государства не должны использовать технологии в целях, не совместимых с миром."));
    assertEquals(
        "es",
        language("Los Estados deben cooperar para que el uso de las tecnologías sea pacífico."));
    assertEquals("zh", language("各国应当合作，维护信息空间的和平与安全。"));
    assertEquals("en", language("The States should cooperate in this matter."));
    assertEquals("", language("Ibid. 12–14"));
  }

  private static String language(String text) throws UnreadableException {
    return Docs.read("a.txt", text).metadata().language();
  }
}
