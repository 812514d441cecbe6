package dev.rapporteur.ingest.fetch;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The proxies that requests go through: those of Java's system properties ({@code https.proxyHost}
 * …) where one is set, else those of the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY},
 * {@code NO_PROXY}, in either case of letters), else none.
 *
 * @param selector chooses for an address
 * @param authenticator knows name and password, where the environment has them
 */
record Proxies(ProxySelector selector, Optional<Authenticator> authenticator) {

  private static final Set<String> PROPERTIES =
      Set.of("http.proxyHost", "https.proxyHost", "java.net.useSystemProxies");

  /** Those of this process. */
  static Proxies standard() {
    return of(System.getenv(), System.getProperties());
  }

  static Proxies of(Map<String, String> environment, Properties properties) {
    if (PROPERTIES.stream().anyMatch(p -> properties.getProperty(p) != null)) {
      return new Proxies(ProxySelector.getDefault(), Optional.empty());
    }
    Optional<URI> http = proxy(environment, "HTTP_PROXY");
    Optional<URI> https = proxy(environment, "HTTPS_PROXY");
    List<String> direct =
        List.of(value(environment, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+"));
    return new Proxies(new Choice(http, https, direct), authenticator(http, https));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name.toLowerCase(Locale.ROOT));
    return value != null ? value : environment.getOrDefault(name, "");
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    String value = value(environment, name).strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = URI.create(value.contains("://") ? value : "http://" + value);
    } catch (IllegalArgumentException e) {
      throw new dev.rapporteur.pipeline.ConfigurationException(
          name + " is no address of a proxy", e); // without the value: it may hold a password
    }
    if (uri.getHost() == null) {
      throw new dev.rapporteur.pipeline.ConfigurationException(
          name + " is no address of a proxy: it names no host");
    }
    return Optional.of(uri);
  }

  private static Optional<Authenticator> authenticator(Optional<URI> http, Optional<URI> https) {
    if (http.or(() -> https).map(URI::getUserInfo).isEmpty()
        && https.map(URI::getUserInfo).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
              return null; // the password is for the proxy alone
            }
            for (Optional<URI> each : List.of(https, http)) {
              String user = each.map(URI::getUserInfo).orElse(null);
              if (user != null && each.get().getHost().equalsIgnoreCase(getRequestingHost())) {
                String[] parts = user.split(":", 2);
                return new PasswordAuthentication(
                    parts[0], (parts.length > 1 ? parts[1] : "").toCharArray());
              }
            }
            return null;
          }
        });
  }

  private static final class Choice extends ProxySelector {

    private final Optional<URI> http;
    private final Optional<URI> https;
    private final List<String> direct;

    Choice(Optional<URI> http, Optional<URI> https, List<String> direct) {
      this.http = http;
      this.https = https;
      this.direct = direct;
    }

    @Override
    public List<Proxy> select(URI address) {
      Optional<URI> proxy = "https".equalsIgnoreCase(address.getScheme()) ? https : http;
      if (proxy.isEmpty() || direct(address.getHost())) {
        return List.of(Proxy.NO_PROXY);
      }
      int port = proxy.get().getPort();
      return List.of(
          new Proxy(
              Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port < 0 ? 80 : port)));
    }

    private boolean direct(String host) {
      String name = host.toLowerCase(Locale.ROOT);
      return direct.stream()
          .map(d -> d.startsWith("*.") ? d.substring(1) : d)
          .filter(d -> !d.isEmpty())
          .anyMatch(
              d ->
                  d.equals("*")
                      || name.equals(d.startsWith(".") ? d.substring(1) : d)
                      || name.endsWith(d.startsWith(".") ? d : "." + d));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException cause) {
      // the request fails and says why; there is no second proxy to choose
    }
  }
}
