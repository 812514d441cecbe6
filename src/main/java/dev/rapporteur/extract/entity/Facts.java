package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Doc;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known about a document before its mentions are decided. */
final class Facts {

  private static final List<String> NOUNS =
      List.of(
          "strategy",
          "doctrine",
          "directive",
          "regulation",
          "agreement",
          "convention",
          "decision",
          "declaration",
          "statement",
          "communiqu",
          "resolution",
          "report",
          "code",
          "policy",
          "framework",
          "act",
          "concept",
          "fundamentals",
          "white paper",
          "order",
          "treaty");

  final Knowledge knowledge;
  final String voice;
  final List<String> groups;
  final int year;
  final String date;
  final String title;

  /** The instrument that the document is, or empty. */
  final String own;

  /** How often the document names an entity beyond doubt. */
  final Map<String, Integer> sure = new HashMap<>();

  Facts(Doc doc, Lexicon lexicon) {
    this.knowledge = lexicon.knowledge();
    this.voice = doc.voice();
    this.groups = doc.groups();
    this.year = doc.metadata().year();
    this.date = doc.metadata().date();
    this.title = doc.metadata().title();
    this.own = own(doc, lexicon);
  }

  /**
   * The instrument that a document is: the one whose Parties or supporters speak, else by its
   * symbol, by a title that is a designation, or by its issuer, kind and date.
   */
  private String own(Doc doc, Lexicon lexicon) {
    for (String of : List.of("group:parties/", "group:supporters/")) {
      if (voice.startsWith(of)) {
        return "instrument:" + voice.substring(of.length());
      }
    }
    if (voice.equals("author")) {
      return ""; // a paper is no instrument, though its title may name one
    }
    for (String part : List.of(doc.metadata().symbol(), doc.metadata().title())) {
      if (part.isBlank()) {
        continue;
      }
      List<Entry> entries =
          knowledge.named(part).stream().filter(e -> e.kind().equals("instrument")).toList();
      String issuer = owner(voice);
      if (entries.size() > 1 && issuer != null) {
        entries = orAll(entries.stream().filter(e -> issuer.equals(owner(e.id()))), entries);
      }
      if (entries.size() > 1 && !date.isEmpty()) {
        String of = date.substring(0, 4);
        entries = orAll(entries.stream().filter(e -> e.fact("date").startsWith(of)), entries);
      }
      if (entries.size() == 1
          && dated(entries.getFirst().id())
          && (issuer == null
              || !issuer.startsWith("state:")
              || issuer.equals(owner(entries.getFirst().id())))) {
        return entries.getFirst().id();
      }
    }
    for (String part : List.of(doc.metadata().symbol(), doc.metadata().title())) {
      Words words = Words.of(part, 0, part.length(), lexicon.vocabulary());
      for (Candidate candidate : lexicon.find(words)) {
        String behind = part.substring(candidate.end()).strip();
        boolean most =
            2 * candidate.length() > part.length()
                || candidate.begin() == 0
                    && (part.equals(doc.metadata().symbol())
                        || !behind.isEmpty() && "[(:,".indexOf(behind.charAt(0)) >= 0);
        if (!most) {
          continue;
        }
        Optional<Sense> sense =
            candidate.senses().stream()
                .filter(s -> s.kind().equals("instrument"))
                .filter(s -> dated(s.id()))
                .findFirst();
        if (sense.isPresent()) {
          return sense.get().id();
        }
      }
    }
    return issued(doc.metadata().title());
  }

  private static List<Entry> orAll(Stream<Entry> some, List<Entry> all) {
    List<Entry> kept = some.toList();
    return kept.isEmpty() ? all : kept;
  }

  /** The one instrument of this issuer and day whose title has the same kind of noun. */
  private String issued(String title) {
    String issuer = owner(voice);
    if (issuer == null || date.length() < 7) {
      return "";
    }
    String lower = title.toLowerCase(Locale.ROOT);
    String best = "";
    boolean several = false;
    for (Entry entry : knowledge.entries()) {
      if (!entry.kind().equals("instrument")
          || !entry.fact("date").startsWith(date)
          || !issuer.equals(owner(entry.id())) && !voice.equals(entry.fact("voice"))) {
        continue;
      }
      for (String noun : NOUNS) {
        if (lower.contains(noun) && entry.name().toLowerCase(Locale.ROOT).contains(noun)) {
          several = !best.isEmpty() && !best.equals(entry.id());
          best = entry.id();
        }
      }
    }
    return several ? "" : best;
  }

  private boolean dated(String id) {
    String known = knowledge.find(id).map(e -> e.fact("date")).orElse("");
    return known.length() < 4
        || year == 0
        || Math.abs(Integer.parseInt(known.substring(0, 4)) - year) <= 1;
  }

  /**
   * The state, or EU or UN, that an id belongs to: its own, an organ's, an instrument's; or null.
   */
  String owner(String id) {
    if (id.isEmpty()) {
      return null;
    }
    String kind = knowledge.kind(id);
    String path = id.substring(id.indexOf(':') + 1);
    return switch (kind) {
      case "state" -> id;
      case "organ" -> owner(path, knowledge);
      case "instrument" -> path.indexOf('/') < 0 ? null : owner(path, knowledge);
      case "forum" ->
          "forum:" + (path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')));
      default -> null;
    };
  }

  private static String owner(String path, Knowledge knowledge) {
    int slash = path.indexOf('/');
    String code = slash < 0 ? path : path.substring(0, slash);
    String upper = code.toUpperCase(Locale.ROOT);
    String lower = code.toLowerCase(Locale.ROOT);
    if (code.length() == 2 && knowledge.find("state:" + upper).isPresent()) {
      return "state:" + upper;
    }
    return "forum:" + lower;
  }

  /** The state that speaks, or null: a state itself, or the one whose organ speaks. */
  String voiceState() {
    String owner = owner(voice);
    return owner != null && owner.startsWith("state:") ? owner : null;
  }

  /** Whether the document is of the United Nations, the European Union …, or speaks of it. */
  boolean concerns(String forum) {
    for (String id : groups) {
      if (id.equals(forum) || id.startsWith(forum + "/")) {
        return true;
      }
    }
    return forum.equals(owner(voice))
        || own.startsWith("instrument:" + forum.substring(6) + "/")
        || sure.containsKey(forum)
        || sure.keySet().stream().anyMatch(id -> forum.equals(owner(id)));
  }

  boolean knows(String id) {
    return sure.containsKey(id);
  }
}
