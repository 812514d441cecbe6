package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Models;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Which ids may stand in catalogues, options and folder names: those of the knowledge base, and
 * those that its rules make (a session of a known forum, a dialogue of two states).
 */
final class Ids {

  private static final List<String> FILES =
      List.of(
          "states",
          "organs",
          "blocs",
          "fora",
          "instruments",
          "companies",
          "civil",
          "persons",
          "threat-groups");

  private static final Map<String, Pattern> FORMS =
      Map.of(
          "state", Pattern.compile("[A-Z]{2}"),
          "organ", Pattern.compile("[A-Z]{2}/[\\p{L}\\p{N}-]+(?:/[\\p{L}\\p{N}-]+)*"),
          "bloc", Pattern.compile("[a-z0-9-]+"),
          "forum", Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)*"),
          "instrument", Pattern.compile("[a-z0-9-]+(?:/[\\p{L}\\p{N}./()&+-]+)?"),
          "company", Pattern.compile("[a-z0-9-]+"),
          "civil", Pattern.compile("[a-z0-9-]+"),
          "person", Pattern.compile("[a-z0-9-]+"),
          "threat-group", Pattern.compile("[a-z0-9-]+"));

  private static final Pattern COLLECTIVE =
      Pattern.compile(
          "group:(?:states|some-states|private-sector|civil-society|(?:parties|supporters)/(?<of>[\\p{L}\\p{N}./()&+-]+))");
  private static final Pattern SET = Pattern.compile("set:[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*");
  private static final Pattern DIALOGUE =
      Pattern.compile(
          "(?:bilateral/(?:eu|[a-z]{2})-(?:eu|[a-z]{2})|trilateral/[a-z]{2}-[a-z]{2}-[a-z]{2})");
  private static final Pattern SESSION = Pattern.compile("\\d{4}");

  private final Map<String, Set<String>> known = new HashMap<>();

  private Ids() {}

  /**
   * The ids of the knowledge base under {@code models/knowledge}; files that are not there count
   * not.
   */
  static Ids load(Models models) {
    Ids ids = new Ids();
    for (String name : FILES) {
      models
          .find("knowledge/" + name + ".csv")
          .ifPresent(bytes -> ids.learn(new String(bytes, StandardCharsets.UTF_8)));
    }
    return ids;
  }

  private void learn(String csv) {
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.RFC4180)) {
      for (CSVRecord record : parser) {
        String id = record.get(0);
        int colon = id.indexOf(':');
        if (colon > 0) {
          known
              .computeIfAbsent(id.substring(0, colon), k -> new HashSet<>())
              .add(id.substring(colon + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a group's id, if anything. */
  Optional<String> problemWithGroup(String id) {
    if (SET.matcher(id).matches()) {
      return Optional.empty();
    }
    if (!id.startsWith("forum:")) {
      return Optional.of(
          "'" + id + "' is no group; a group is a forum's id (forum:un/gge) or set:<name>");
    }
    return problem(id);
  }

  /** What is wrong with a voice, if anything. */
  Optional<String> problemWithVoice(String id) {
    if (id.equals("author")) {
      return Optional.empty();
    }
    var collective = COLLECTIVE.matcher(id);
    if (collective.matches()) {
      String of = collective.group("of");
      return of == null || entity("instrument", of)
          ? Optional.empty()
          : Optional.of("unknown instrument in '" + id + "'" + like("instrument", of));
    }
    return problem(id);
  }

  private Optional<String> problem(String id) {
    int colon = id.indexOf(':');
    String kind = colon < 0 ? "" : id.substring(0, colon);
    String path = id.substring(colon + 1);
    Pattern form = FORMS.get(kind);
    if (form == null) {
      return Optional.of("'" + id + "' is no id; an id is kind:path, for example state:RU");
    }
    if (!form.matcher(path).matches()) {
      return Optional.of("'" + id + "' is not formed like an id of kind " + kind);
    }
    return entity(kind, path)
        ? Optional.empty()
        : Optional.of("unknown id '" + id + "'" + like(kind, path));
  }

  private boolean entity(String kind, String path) {
    Set<String> all = known.get(kind);
    if (all == null || all.contains(path)) {
      return true; // without a knowledge base only the form can be checked
    }
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    return switch (kind) {
      case "forum" ->
          DIALOGUE.matcher(path).matches()
              || all.contains(parent) && SESSION.matcher(path.substring(slash + 1)).matches();
      // an organ's id is made by rule from its state and its acronym
      case "organ" -> state(path.substring(0, 2)) || all.contains(parent);
      // made by rule from issuer and symbol, and far more than anybody lists
      case "instrument" -> true;
      default -> false;
    };
  }

  private boolean state(String code) {
    return known.getOrDefault("state", Set.of()).contains(code)
        || code.equals("EU")
        || code.equals("UN");
  }

  /** A known id that is spelt nearly like this one, as a hint. */
  private String like(String kind, String path) {
    return known.getOrDefault(kind, Set.of()).stream()
        .filter(k -> distance(k.toLowerCase(Locale.ROOT), path.toLowerCase(Locale.ROOT)) <= 2)
        .sorted()
        .findFirst()
        .map(k -> "; did you mean " + kind + ":" + k + "?")
        .orElse("");
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  /** The group that a file's folders name: the longest forum's path among them, if any. */
  Optional<String> groupOfFolders(List<String> folders) {
    Set<String> fora = known.getOrDefault("forum", Set.of());
    for (int from = 0; from < folders.size(); from++) {
      for (int to = folders.size(); to > from; to--) {
        String path = String.join("/", folders.subList(from, to)).toLowerCase(Locale.ROOT);
        int slash = path.lastIndexOf('/');
        if (fora.contains(path)
            || slash > 0
                && fora.contains(path.substring(0, slash))
                && SESSION.matcher(path.substring(slash + 1)).matches()) {
          return Optional.of("forum:" + path);
        }
      }
    }
    return Optional.empty();
  }
}
