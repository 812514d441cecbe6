package dev.rapporteur.extract.entity;

import java.util.ArrayList;
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
  private final List<Candidate> refusals = new ArrayList<>();

  Choice(EntityModel model, Facts facts, List<Found> history) {
    this.model = model;
    this.facts = facts;
    this.history = history;
  }

  Optional<Found> decide(Candidate candidate, Line line, List<Found> accepted) {
    Place place = new Place(candidate, line);
    boolean refused = false;
    Map<Sense, String> open = new LinkedHashMap<>();
    for (Candidate each : refusals) {
      if (each.begin() <= candidate.begin() && candidate.end() <= each.end()) {
        return Optional.empty();
      }
    }
    for (Sense sense : candidate.senses()) {
      Optional<ContextRules.Rule> rule = model.rules().decide(sense, place);
      if (rule.isEmpty()) {
        open.put(sense, "");
        continue;
      }
      String then = rule.get().then();
      if (then.equals("no")) {
        refused |= sense.kind().equals("state") && sense.alias().form() != Form.SEAT;
        continue;
      }
      String id = then.equals("yes") ? owned(sense, candidate, line, accepted) : then;
      if (id != null) {
        return Optional.of(found(candidate, line, id, sense.rule() + "; " + rule.get().name(), 1));
      }
    }
    if (refused && open.isEmpty()) {
      refusals.add(candidate); // "South Korea" refused is not "Korea" either
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
      boolean held = sense.id().indexOf('?') >= 0 && holder(candidate, line) != null;
      double needed = held ? -1 : needed(id, sense);
      if (score > most && (!sure.isEmpty() || score >= needed)) {
        most = score;
        best = sense;
        bestId = id;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            found(
                candidate, line, bestId, best.rule() + "; by context", sure.isEmpty() ? 0.7 : 0.9));
  }

  /** How much context a doubtful reading needs: letters much, a long name none. */
  private double needed(String id, Sense sense) {
    if (sense.alias().form() == Form.ACRONYM) {
      return facts.knows(id) ? NEEDED : NEEDED_ACRONYM;
    }
    String text = sense.alias().text();
    int words = text.split("[ -]").length;
    boolean owned = sense.id().indexOf('?') >= 0; // any state's
    return owned || words < 3 ? NEEDED : words == 3 ? 0 : -1;
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
    String holder = holder(candidate, line);
    if (holder != null) {
      return holder;
    }
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

  /** The state of the person who is named right behind an office: "President Xi". */
  private String holder(Candidate office, Line line) {
    for (Candidate other : line.candidates()) {
      if (other.begin() > office.end()
          && other.begin() - office.end() < 3
          && other.senses().getFirst().kind().equals("person")) {
        String state =
            facts.knowledge.find(other.senses().getFirst().id()).map(Entry::parent).orElse("");
        return state.startsWith("state:") ? state : null;
      }
    }
    return null;
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
          && other.senses().stream().anyMatch(s -> s.id().equals(id) && !s.alias().doubtful())) {
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
    /** How much of the sentence before a designation rules see; those at its start see it all. */
    private static final int REACH = 160;

    private final Candidate candidate;
    private final Line line;
    private final String left;
    private final String right;

    Place(Candidate candidate, Line line) {
      this.candidate = candidate;
      this.line = line;
      String text = line.words().text;
      int from = Math.max(line.words().begin, candidate.begin() - REACH);
      int to = Math.min(line.words().end, candidate.end() + REACH);
      this.left = text.substring(from, candidate.begin());
      this.right = text.substring(candidate.end(), to);
    }

    @Override
    public CharSequence left() {
      return left;
    }

    @Override
    public CharSequence right() {
      return right;
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
    public CharSequence surface() {
      return line.words().text.subSequence(candidate.begin(), candidate.end());
    }

    @Override
    public boolean afterState() {
      for (Candidate other : line.candidates()) {
        if (other.end() <= candidate.begin()
            && candidate.begin() - other.end() <= 2
            && other.senses().getFirst().kind().equals("state")
            && other.senses().getFirst().alias().form() != Form.SEAT) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean shouts() {
      return line.shouts();
    }
  }
}
