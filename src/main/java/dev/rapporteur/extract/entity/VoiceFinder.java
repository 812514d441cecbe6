package dev.rapporteur.extract.entity;

import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who speaks in one document (codebook, section 4); silent where unsure. */
final class VoiceFinder {

  /** How much of the text is its head, in code units. */
  private static final int HEAD = 1_500;

  /** Officers who speak for their state; other organs speak for themselves. */
  private static final Set<String> FOR_THE_STATE =
      Set.of(
          "president",
          "pm",
          "monarch",
          "MFA",
          "DOS",
          "FCDO",
          "FCO",
          "mission-un",
          "chancellor",
          "AA");

  private static final Pattern BY =
      Pattern.compile("(?:\\bby|\\bfrom|[Oo]n behalf of)\\s+(?:the\\s+|H\\.? ?E\\.?\\s+)*$");

  private static final Pattern OF =
      Pattern.compile(
          "(?i)(?:statement|remarks|speech|address|reply|submission|position|views|comments|contribution|answer|paper|declaration|letter|perspective|response|ministry|minister|representative|ambassador|government|president|delegation)\\s+of\\s+(?:the\\s+)?$");

  private static final Pattern WHOSE =
      Pattern.compile(
          "['’]s\\b|\\s(?:[Pp]osition|[Ss]tatement|[Rr]emarks|[Ss]ubmission|[Vv]iews)\\b");

  private static final Pattern OFFICER =
      Pattern.compile("President|Minister|Secretary|Ambassador|Representative|Attorney|Premier");

  private static final Pattern ORGAN = Pattern.compile("organ:([A-Z]{2})/(.+)");

  /** Speeches are filed under ISO 3166-1 alpha-3 codes, session and year. */
  private static final Pattern COUNTRY_CODE = Pattern.compile("\\b([A-Z]{3})_\\d{2}_\\d{4}\\b");

  /** Families of bodies whose parts speak for themselves. */
  private static final Pattern APART =
      Pattern.compile("forum:(?:un|gccs|bilateral|trilateral|asean/arf|wsis)\\b.*");

  private final EntityModel model;
  private final Doc doc;
  private final Facts facts;

  VoiceFinder(EntityModel model, Doc doc) {
    this.model = model;
    this.doc = doc;
    this.facts = new Facts(doc, model.lexicon());
  }

  Optional<Label> find() {
    Optional<Entry> own = facts.knowledge.find(facts.own);
    if (own.isPresent()
        && !own.get().fact("voice").isEmpty()
        && own.get().fact("voice").indexOf(';') < 0) {
      return label(own.get().fact("voice"), own.get().place() + " voice");
    }
    String body = doc.metadata().body();
    List<Entry> bodies =
        facts.knowledge.named(body).stream()
            .filter(e -> Set.of("state", "forum", "organ", "bloc").contains(e.kind()))
            .toList();
    if (!body.isBlank() && bodies.size() == 1) {
      return label(bodies.getFirst().id(), bodies.getFirst().place() + " as issuing body");
    }
    String head = doc.text().substring(0, Math.min(HEAD, doc.text().length()));
    for (VoiceRules.Rule rule : model.voices().rules()) {
      String text =
          switch (rule.field()) {
            case "symbol" -> doc.metadata().symbol();
            case "title" -> doc.metadata().title();
            default -> head;
          };
      if (text.isBlank() || !rule.pattern().matcher(text).find()) {
        continue;
      }
      String voice =
          switch (rule.voice()) {
            case "{parties}" ->
                facts.own.isEmpty()
                    ? null
                    : "group:parties/" + facts.own.substring(facts.own.indexOf(':') + 1);
            case "{speaker}" -> speaker(text);
            case "{forum}" -> forum(text);
            case "{issuer}" -> issuer(text);
            default -> rule.voice();
          };
      if (voice != null) {
        return label(voice, rule.place());
      }
    }
    boolean bibliography =
        doc.sections().stream().anyMatch(s -> s.kind() == Section.Kind.BIBLIOGRAPHY);
    return bibliography ? label("author", "it has a bibliography") : Optional.empty();
  }

  private Optional<Label> label(String voice, String rule) {
    return Optional.of(
        new Label(
            doc.span(),
            Label.VOICE,
            voice,
            new Evidence(VoiceComponent.NAME, rule, List.of(), 0.8)));
  }

  private List<Found> named(String text) {
    Words words = Words.of(text, 0, text.length(), model.lexicon().vocabulary());
    Line line =
        new Line(0, words, model.lexicon().find(words), Section.Kind.TITLE, Line.shouts(words));
    Choice choice = new Choice(model, facts, List.of());
    List<Found> found = new ArrayList<>();
    for (Candidate candidate : line.candidates()) {
      if (found.stream().noneMatch(f -> f.overlaps(candidate.begin(), candidate.end()))) {
        choice.decide(candidate, line, found).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingInt(Found::begin));
    return found;
  }

  /** Whom "by", "of" or "from" names first, or whose position it is; the state of its officers. */
  private String speaker(String text) {
    Matcher code = COUNTRY_CODE.matcher(text);
    if (code.find()) {
      String iso3 = "iso3:" + code.group(1);
      for (Entry entry : facts.knowledge.entries()) {
        if (List.of(entry.fact("external").split(";")).contains(iso3)) {
          return entry.id();
        }
      }
    }
    for (Found each : named(text)) {
      String left = text.substring(0, each.begin());
      String right = text.substring(each.end());
      boolean by = BY.matcher(left).find();
      boolean of = OF.matcher(left).find();
      boolean whose = WHOSE.matcher(right).lookingAt() && !left.contains(" to ");
      boolean last = left.endsWith(": ") && right.isBlank();
      boolean forum = each.kind().equals("forum");
      if (isActor(each.id())
          && (by || !forum && (of || last || whose && !each.kind().equals("organ")))) {
        return speaking(each.id(), text.substring(each.begin(), each.end()));
      }
    }
    return null;
  }

  /** The one forum that is named; of a body and its parts the first. */
  private String forum(String text) {
    String first = null;
    for (Found each : named(text)) {
      if (each.kind().equals("bloc")) {
        return each.id();
      }
      if (each.kind().equals("forum") && !each.id().equals("forum:un")) {
        int slash = each.id().indexOf('/');
        return slash < 0 || APART.matcher(each.id()).matches()
            ? each.id()
            : each.id().substring(0, slash);
      }
      if (each.kind().equals("instrument") && facts.owner(each.id()) != null && first == null) {
        String owner = facts.owner(each.id());
        first =
            owner.startsWith("forum:") && facts.knowledge.find(owner).isPresent() ? owner : null;
      }
    }
    return first;
  }

  /** The state or organ named in a title, else the one state that the text names most. */
  private String issuer(String text) {
    for (Found each : named(text)) {
      if (each.kind().equals("state") || each.kind().equals("organ")) {
        return speaking(each.id(), "");
      }
    }
    String owner = facts.owner(facts.own);
    if (owner != null && facts.knowledge.find(owner).isPresent()) {
      return owner;
    }
    java.util.Map<String, Integer> states = new java.util.TreeMap<>();
    int all = 0;
    int read = 0;
    for (Sentence sentence : doc.prose()) {
      if (read++ == 60) {
        break;
      }
      for (Found each : named(doc.text(sentence))) {
        if (each.kind().equals("state")) {
          states.merge(each.id(), 1, Integer::sum);
          all++;
        }
      }
    }
    int total = all;
    return states.entrySet().stream()
        .filter(e -> e.getValue() >= 5 && 10 * e.getValue() >= 8 * total)
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean isActor(String id) {
    return id.startsWith("state:")
        || id.startsWith("organ:")
        || id.startsWith("company:")
        || id.startsWith("bloc:")
        || id.startsWith("civil:")
        || id.startsWith("forum:");
  }

  /** Officers speak for their state, other organs for themselves. */
  private static String speaking(String id, String surface) {
    Matcher m = ORGAN.matcher(id);
    return m.matches()
            && !m.group(1).matches("EU|UN")
            && (FOR_THE_STATE.contains(m.group(2)) || OFFICER.matcher(surface).find())
        ? "state:" + m.group(1)
        : id;
  }
}
