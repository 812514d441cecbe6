package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Doc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known about a document before its mentions are decided. */
final class Facts {

  final Knowledge knowledge;
  final String voice;
  final List<String> groups;
  final int year;
  final String date;

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
    this.own = own(doc, lexicon);
  }

  /** The instrument that a document is, by its symbol, else by a title that is a designation. */
  private String own(Doc doc, Lexicon lexicon) {
    for (String part : List.of(doc.metadata().symbol(), doc.metadata().title())) {
      if (part.isBlank()) {
        continue;
      }
      List<Entry> entries =
          knowledge.named(part).stream().filter(e -> e.kind().equals("instrument")).toList();
      if (entries.size() > 1 && owner(voice) != null) {
        List<Entry> mine =
            entries.stream().filter(e -> owner(voice).equals(owner(e.id()))).toList();
        entries = mine.isEmpty() ? entries : mine;
      }
      if (entries.size() > 1 && !date.isEmpty()) {
        List<Entry> then =
            entries.stream().filter(e -> e.fact("date").startsWith(date.substring(0, 4))).toList();
        entries = then.isEmpty() ? entries : then;
      }
      if (entries.size() == 1) {
        return entries.getFirst().id();
      }
    }
    for (String part : List.of(doc.metadata().symbol(), doc.metadata().title())) {
      Words words = Words.of(part, 0, part.length(), lexicon.vocabulary());
      for (Candidate candidate : lexicon.find(words)) {
        boolean most =
            2 * candidate.length() > part.length()
                || candidate.begin() == 0 && part.equals(doc.metadata().symbol())
                || candidate.begin() == 0
                    && part.substring(candidate.end()).matches("\\s*[\\[(:,].*");
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
    return "";
  }

  private boolean dated(String id) {
    String known = knowledge.find(id).map(e -> e.fact("date")).orElse("");
    return known.length() < 4 || year == 0 || Math.abs(Integer.parseInt(known.substring(0, 4)) - year) <= 1;
  }

  /** The state, or EU or UN, that an id belongs to: its own, an organ's, an instrument's; or null. */
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
      case "forum" -> "forum:" + (path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')));
      default -> null;
    };
  }

  private static String owner(String path, Knowledge knowledge) {
    int slash = path.indexOf('/');
    String code = slash < 0 ? path : path.substring(0, slash);
    String upper = code.toUpperCase(java.util.Locale.ROOT);
    String lower = code.toLowerCase(java.util.Locale.ROOT);
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

  boolean knows(String id) {
    return sure.containsKey(id);
  }
}
