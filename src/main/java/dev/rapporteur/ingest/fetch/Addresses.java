package dev.rapporteur.ingest.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What addresses tell: what is to be expected there, where else a text is, where a page leads. */
final class Addresses {

  /** Where the United Nations publish documents by their symbols, as PDF. */
  private static final Set<String> UN = Set.of("docs.un.org", "undocs.org", "documents.un.org");

  private static final Pattern UN_PATH = Pattern.compile("/(?:([a-z]{2})/)?([A-Z].+)");

  private static final Pattern REFRESH =
      Pattern.compile(
          "<meta[^>]+http-equiv\\s*=\\s*[\"']?refresh[^>]+url\\s*=\\s*['\"]?([^'\">\\s]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FRAME =
      Pattern.compile(
          "<(?:iframe|frame|embed|object)\\b[^>]*?\\b(?:src|data)\\s*=\\s*[\"']?([^\"'>\\s]+)",
          Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  /** The addresses of an original in the order in which they are tried. */
  static List<URI> of(String url) throws RefusedException {
    URI first;
    try {
      first = new URI(url);
    } catch (java.net.URISyntaxException e) {
      throw new RefusedException("'" + url + "' is no address: " + e.getReason());
    }
    String scheme = first.getScheme() == null ? "" : first.getScheme().toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme) || first.getHost() == null) {
      throw new RefusedException("'" + url + "' is no address of the web");
    }
    Matcher path = UN_PATH.matcher(first.getPath());
    if (UN.contains(first.getHost()) && path.matches()) {
      // the page at the address may be one for people's eyes; the document system has the file
      String language = path.group(1) == null ? "en" : path.group(1);
      return List.of(
          first,
          URI.create(
              "https://documents.un.org/api/symbol/access?s="
                  + URLEncoder.encode(path.group(2), StandardCharsets.UTF_8).replace("%2F", "/")
                  + "&l="
                  + language
                  + "&t=pdf"));
    }
    return List.of(first);
  }

  /** Whether a PDF must be there, so that a web page in its stead is none of it. */
  static boolean promisesPdf(URI address) {
    String path = address.getPath() == null ? "" : address.getPath().toLowerCase(Locale.ROOT);
    return path.endsWith(".pdf") || UN.contains(address.getHost());
  }

  /** Where a page that stands before a PDF leads: by a refresh, or in a frame. */
  static Optional<URI> behind(String page, URI base) {
    for (Pattern pattern : List.of(REFRESH, FRAME)) {
      Matcher matcher = pattern.matcher(page);
      while (matcher.find()) {
        String target = matcher.group(1).replace("&amp;", "&");
        boolean likely =
            pattern == REFRESH
                || target.toLowerCase(Locale.ROOT).contains("pdf")
                || target.contains("symbol/access");
        if (likely) {
          try {
            URI resolved = base.resolve(target);
            if (Set.of("http", "https").contains(resolved.getScheme()) && !resolved.equals(base)) {
              return Optional.of(resolved);
            }
          } catch (IllegalArgumentException e) {
            continue; // a frame with a malformed address leads nowhere; another may
          }
        }
      }
    }
    return Optional.empty();
  }
}
