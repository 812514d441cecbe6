package dev.rapporteur.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.ConfigurationException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProxiesTest {

  private static String chosen(Map<String, String> environment, String address) {
    InetSocketAddress proxy =
        (InetSocketAddress)
            Proxies.of(environment, new Properties())
                .selector()
                .select(URI.create(address))
                .getFirst()
                .address();
    return proxy == null ? "direct" : proxy.getHostString() + ":" + proxy.getPort();
  }

  @Test
  void of_environment_byScheme() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://gate:3128", "http_proxy", "plain:8080");
    assertEquals("gate:3128", chosen(environment, "https://docs.un.org/en/A/68/98"));
    assertEquals("plain:8080", chosen(environment, "http://docs.un.org/"));
    assertEquals("direct", chosen(Map.of(), "https://docs.un.org/"));
  }

  @Test
  void of_noProxy_exceptions() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "gate:3128", "NO_PROXY", "localhost, .un.org,*.osce.org");
    assertEquals("direct", chosen(environment, "https://docs.un.org/"));
    assertEquals("direct", chosen(environment, "https://www.osce.org/"));
    assertEquals("direct", chosen(environment, "https://localhost/"));
    assertEquals("gate:3128", chosen(environment, "https://fun.org/"));
  }

  @Test
  void of_systemProperties_first() {
    Properties properties = new Properties();
    properties.setProperty("https.proxyHost", "java-says");
    assertSame(
        ProxySelector.getDefault(),
        Proxies.of(Map.of("HTTPS_PROXY", "gate:3128"), properties).selector());
  }

  @Test
  void of_password_onlyWhereThereIsOne() {
    assertTrue(
        Proxies.of(Map.of("HTTPS_PROXY", "http://me:secret@gate:3128"), new Properties())
            .authenticator()
            .isPresent());
    assertFalse(
        Proxies.of(Map.of("HTTPS_PROXY", "http://gate:3128"), new Properties())
            .authenticator()
            .isPresent());
  }

  @Test
  void of_malformed_isNamedWithoutItsValue() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> Proxies.of(Map.of("HTTPS_PROXY", "http://me:se cret@gate"), new Properties()));
    assertEquals("HTTPS_PROXY is no address of a proxy", e.getMessage());
  }
}
