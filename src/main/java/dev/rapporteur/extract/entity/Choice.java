package dev.rapporteur.extract.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides by context which reading of a designation holds in its place, if any does. */
final class Choice {

  private static final double NEEDED = 2;

  /** Two or three letters mean too many things. */
  private static final double NEEDED_ACRONYM = 3.5;

  private final EntityModel model;
  private final Facts facts;
  private final List<Found> history;

  Choice(EntityModel model, Facts facts, List<Found> history) {
    this.model = model;
    this.facts = facts;
    this.history = history;
  }

  Optional<Found> decide(Candidate candidate, Line line, List<Found> accepted) {
    Place place = new Place(candidate, line);
    Map<Sense, String> open = new LinkedHashMap<>();
    for (Sense sense : candidate.senses()) {
      Optional<ContextRules.Rule> rule = model.rules().decide(sense, place);
      if (rule.isEmpty()) {
        open.put(sense, "");
        continue;
      }
      String then = rule.get().then();
      if (then.equals("no")) {
        continue;
      }
      String id = then.equals("yes") ? owned(sense, candidate, line, accepted) : then;
      if (id != null) {
        return Optional.of(
            found(candidate, line, id, sense.rule() + "; " + rule.get().name(), 1));
      }
    }
    List<Sense> sure = open.keySet().stream().filter(s -> !s.alias().doubtful()).toList();
    if (sure.size() == 1 && sure.getFirst().id().indexOf('?') < 0) {
      return Optional.of(found(candidate, line, sure.getFirst().id(), sure.getFirst().rule(), 1));
    }
    Sense best = null;
    String bestId = null;
    double most = -100;
    for (Sense sense : open.keySet()) {
      String id = owned(sense, candidate, line, accepted);
      if (id == null) {
        continue;
      }
      double score = score(id, sense, candidate, line, accepted);
      double needed =
          sense.alias().form() == Form.ACRONYM && !facts.knows(id) ? NEEDED_ACRONYM : NEEDED;
      if (score > most && (!sure.isEmpty() || score >= needed)) {
        most = score;
        best = sense;
        bestId = id;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            found(candidate, line, bestId, best.rule() + "; by context", sure.isEmpty() ? 0.7 : 0.9));
  }

  private Found found(Candidate candidate, Line line, String id, String rule, double score) {
    String exact = model.sessions().of(id, candidate, line, facts);
    boolean nil = !facts.knowledge.find(exact).isPresent() && exact.endsWith("?");
    return new Found(
        candidate.begin(), candidate.end(), exact, false, nil, rule, score, line.index());
  }

  /** The id of a reading; of an organ without its state, that of the state in question. */
  private String owned(Sense sense, Candidate candidate, Line line, List<Found> accepted) {
    if (sense.id().indexOf('?') < 0) {
      return sense.id();
    }
    String owner = stateNear(candidate, line, accepted);
    if (owner == null) {
      return null;
    }
    String code = owner.substring(owner.indexOf(':') + 1);
    String path = sense.id().substring("organ:?/".length());
    for (OrganPattern pattern : facts.knowledge.organPatterns()) {
      if (pattern.path().equals(path)) {
        return pattern.id(code);
      }
    }
    return "organ:" + code + "/" + path;
  }

  /** The state that a nameless organ here belongs to: named just before, else who speaks. */
  private String stateNear(Candidate candidate, Line line, List<Found> accepted) {
    Found best = null;
    for (Found each : accepted) {
      if (each.kind().equals("state")
          && (best == null
              || Math.abs(each.begin() - candidate.begin())
                  < Math.abs(best.begin() - candidate.begin()))) {
        best = each;
      }
    }
    // states of this sentence are accepted later when their names are shorter
    for (Candidate other : line.candidates()) {
      Sense sense = other.senses().getFirst();
      if (best == null
          && sense.kind().equals("state")
          && other.end() <= candidate.begin()
          && candidate.begin() - other.end() < 60) {
        return sense.id();
      }
    }
    if (best != null && best.begin() < candidate.begin()) {
      return best.id();
    }
    if (facts.voiceState() != null) {
      return facts.voiceState();
    }
    for (int i = history.size() - 1; i >= 0; i--) {
      Found each = history.get(i);
      if (each.sentence() < line.index() - 4) {
        break;
      }
      String owner = facts.owner(each.id());
      if (owner != null && owner.startsWith("state:")) {
        return owner;
      }
    }
    return best == null ? null : best.id();
  }

  private double score(
      String id, Sense sense, Candidate candidate, Line line, List<Found> accepted) {
    double score = 0;
    String owner = facts.owner(id);
    if (facts.knows(id)) {
      score += 3;
    }
    for (Found each : history) {
      if (each.id().equals(id)) {
        score += 1;
        break;
      }
    }
    if (!facts.voice.isEmpty()) {
      if (id.equals(facts.voice)) {
        score += 4;
      } else if (owner != null && owner.equals(facts.owner(facts.voice))) {
        score += 3;
      }
    }
    for (String group : facts.groups) {
      if (facts.knowledge.within(id, group) || facts.knowledge.within(group, id)) {
        score += 2;
        break;
      }
    }
    if (id.equals(facts.own)) {
      score += 3;
    }
    String parent = facts.knowledge.parents(id).stream().findFirst().orElse("");
    if (!parent.isEmpty() && !sense.kind().equals("person")) {
      if (near(parent, candidate, line, accepted)) {
        score += sense.alias().form() == Form.ACRONYM ? 2 : 2.5;
      } else if (facts.knows(parent)) {
        score += 1;
      }
    }
    Optional<Entry> entry = facts.knowledge.find(id);
    if (entry.isPresent() && facts.year > 0 && entry.get().fact("date").length() >= 4) {
      // of two strategies of one name the newest that the document can know is meant
      int age = facts.year - year(entry.get().fact("date"));
      boolean later = entry.get().fact("date").compareTo(facts.date) > 0;
      score += later && !id.equals(facts.own) ? -2 : Math.max(0, 0.5 - 0.05 * age);
    }
    if (entry.isPresent() && facts.year > 0) {
      if (!entry.get().since().isEmpty() && year(entry.get().since()) > facts.year) {
        score -= 3;
      }
      if (!entry.get().until().isEmpty() && year(entry.get().until()) < facts.year - 3) {
        score -= 1.5;
      }
    }
    return score;
  }

  private static int year(String date) {
    return Integer.parseInt(date.substring(0, 4));
  }

  private boolean near(String id, Candidate candidate, Line line, List<Found> accepted) {
    for (Found each : accepted) {
      if (each.id().equals(id)) {
        return true;
      }
    }
    for (Candidate other : line.candidates()) {
      if (other != candidate
          && !other.overlaps(candidate.begin(), candidate.end())
          && other.senses().stream()
              .anyMatch(s -> s.id().equals(id) && !s.alias().doubtful())) {
        return true;
      }
    }
    for (int i = history.size() - 1; i >= 0; i--) {
      Found each = history.get(i);
      if (each.sentence() < line.index() - 1) {
        return false;
      }
      if (each.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** A candidate's surroundings, as context rules see them. */
  private final class Place implements ContextRules.Place {
    private final Candidate candidate;
    private final Line line;

    Place(Candidate candidate, Line line) {
      this.candidate = candidate;
      this.line = line;
    }

    @Override
    public CharSequence left() {
      return line.words().text.subSequence(line.words().begin, candidate.begin());
    }

    @Override
    public CharSequence right() {
      return line.words().text.subSequence(candidate.end(), line.words().end);
    }

    @Override
    public CharSequence sentence() {
      return line.text();
    }

    @Override
    public String voice() {
      return facts.voice;
    }

    @Override
    public List<String> groups() {
      return facts.groups;
    }

    @Override
    public int year() {
      return facts.year;
    }

    @Override
    public boolean knows(String id) {
      return facts.knows(id);
    }

    @Override
    public boolean shouts() {
      return line.shouts();
    }
  }
}
