package dev.rapporteur.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final URI BASE = URI.create("https://example.org/en/A/68/98");

  @Test
  void of_unSymbol_alsoTheDocumentSystem() throws Exception {
    assertEquals(
        List.of(
            URI.create("https://docs.un.org/en/A/68/98"),
            URI.create("https://documents.un.org/api/symbol/access?s=A/68/98&l=en&t=pdf")),
        Addresses.of("https://docs.un.org/en/A/68/98"));
    assertEquals(1, Addresses.of("https://www.osce.org/pc/227281").size());
  }

  @Test
  void of_noAddress_isRefused() {
    assertThrows(RefusedException.class, () -> Addresses.of("A/68/98"));
    assertThrows(RefusedException.class, () -> Addresses.of("http://a b/"));
    assertThrows(RefusedException.class, () -> Addresses.of("file:///etc/hosts"));
  }

  @Test
  void promisesPdf_byNameOrPlace() {
    assertTrue(Addresses.promisesPdf(URI.create("https://example.org/a/B.PDF?x=1")));
    assertTrue(Addresses.promisesPdf(URI.create("https://docs.un.org/en/A/68/98")));
    assertTrue(!Addresses.promisesPdf(URI.create("https://example.org/pdf/page")));
  }

  @Test
  void behind_refreshOrFrame() {
    assertEquals(
        Optional.of(URI.create("https://example.org/TMP/1.pdf")),
        Addresses.behind("<META HTTP-EQUIV=\"refresh\" CONTENT=\"1; URL=/TMP/1.pdf\">", BASE));
    assertEquals(
        Optional.of(URI.create("https://example.org/api/symbol/access?s=A&t=x")),
        Addresses.behind(
            "<iframe src='/banner'></iframe><embed src='/api/symbol/access?s=A&amp;t=x'>", BASE));
    assertEquals(
        Optional.empty(), Addresses.behind("<iframe src='javascript:pdf()'></iframe>", BASE));
  }
}
