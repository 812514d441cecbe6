package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of actors, fora and instruments: the files of {@code models/knowledge/} with the
 * user's changes; immutable.
 */
public final class Knowledge {

  /**
   * A state's or organisation's membership in a forum or bloc.
   *
   * @param member the member's id
   * @param forum the forum's or bloc's id
   * @param since from when ({@code YYYY[-MM[-DD]]}), or empty
   * @param until until when, or empty
   */
  public record Membership(String member, String forum, String since, String until) {

    /** Whether it held on a day; days are compared as far as both are known. */
    public boolean on(String date) {
      return (since.isEmpty() || upTo(since, date) <= 0)
          && (until.isEmpty() || upTo(until, date) >= 0);
    }

    private static int upTo(String a, String b) {
      int length = Math.min(a.length(), b.length());
      return a.substring(0, length).compareTo(b.substring(0, length));
    }
  }

  private final Map<String, Entry> byId;
  private final Map<String, List<Entry>> byName = new HashMap<>();
  private final List<Membership> memberships;
  private final List<OrganPattern> organPatterns;
  private final List<SymbolPattern> symbolPatterns;

  Knowledge(
      Map<String, Entry> byId,
      List<Membership> memberships,
      List<OrganPattern> organPatterns,
      List<SymbolPattern> symbolPatterns) {
    this.byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    this.memberships = List.copyOf(memberships);
    this.organPatterns = List.copyOf(organPatterns);
    this.symbolPatterns = List.copyOf(symbolPatterns);
    for (Entry entry : byId.values()) {
      for (Alias alias : entry.aliases()) {
        List<Entry> same = byName.computeIfAbsent(key(alias.text()), k -> new ArrayList<>(1));
        if (!same.contains(entry)) {
          same.add(entry);
        }
      }
    }
  }

  /**
   * The knowledge base that {@code models} finds, loaded once.
   *
   * @throws dev.rapporteur.pipeline.ConfigurationException if a file is missing or wrong, with
   *     file, line and cause
   */
  public static Knowledge load(Models models) {
    return models.shared(Knowledge.class, () -> new KnowledgeReader(models).read());
  }

  /** Every entry, by file and line. */
  public Collection<Entry> entries() {
    return byId.values();
  }

  /** The entry of an id. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Entries that have this name, acronym or symbol, case and surrounding blanks aside. */
  public List<Entry> named(String text) {
    return Collections.unmodifiableList(byName.getOrDefault(key(text), List.of()));
  }

  /** The preferred name of an id; of an unknown one, its path in readable form. */
  public String name(String id) {
    Entry entry = byId.get(id);
    if (entry != null) {
      return entry.name();
    }
    String path = id.substring(id.indexOf(':') + 1);
    if (kind(id).equals("instrument") && path.matches(".*/[A-Z].*")) {
      return path.substring(path.indexOf('/') + 1);
    }
    Entry owner = byId.get("state:" + path.split("/", 2)[0].toUpperCase(Locale.ROOT));
    String last = path.substring(path.lastIndexOf('/') + 1).replace('-', ' ');
    return owner == null || path.indexOf('/') < 0 ? last : last + " (" + owner.name() + ")";
  }

  /** The part of an id before the colon. */
  public String kind(String id) {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  /**
   * What an entity belongs to, nearest first: the GGE of 2012 to the GGEs, to the United Nations;
   * an organ and an instrument to its state, the EU or the UN.
   */
  public List<String> parents(String id) {
    Set<String> parents = new LinkedHashSet<>();
    String at = id;
    while (at != null) {
      at = parent(at);
      if (at != null && (at.equals(id) || !parents.add(at))) {
        break;
      }
    }
    return List.copyOf(parents);
  }

  private String parent(String id) {
    Entry entry = byId.get(id);
    if (entry != null && !entry.parent().isEmpty()) {
      return entry.parent();
    }
    String kind = kind(id);
    String path = id.substring(id.indexOf(':') + 1);
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String above = kind + ":" + path.substring(0, slash);
      if (byId.containsKey(above)) {
        return above;
      }
    }
    if (path.indexOf('/') < 0) {
      return null;
    }
    String owner = path.substring(0, path.indexOf('/'));
    if (kind.equals("organ") || kind.equals("instrument")) {
      String state = "state:" + owner.toUpperCase(Locale.ROOT);
      String forum = "forum:" + owner.toLowerCase(Locale.ROOT);
      boolean national = owner.length() == 2 && byId.containsKey(state);
      return national ? state : byId.containsKey(forum) ? forum : null;
    }
    return null;
  }

  /** Whether an id is, or lies below, another one. */
  public boolean within(String id, String ancestor) {
    return id.equals(ancestor) || parents(id).contains(ancestor);
  }

  /**
   * What contradicts itself: designations without doubt that two entries claim, parents that are
   * not known. Empty for the base that ships.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Map<String, Entry> claimed = new HashMap<>();
    for (Entry entry : byId.values()) {
      boolean dialogue = entry.parent().matches("forum:(?:bi|tri)lateral/.*"); // a pattern, no list
      if (!entry.parent().isEmpty() && !dialogue && !byId.containsKey(entry.parent())) {
        problems.add(entry.place() + ": unknown parent '" + entry.parent() + "'");
      }
      for (Alias alias : entry.aliases()) {
        if (alias.doubtful() || alias.form() == Form.TRANSLATION || alias.form() == Form.SYMBOL) {
          continue;
        }
        Entry other = claimed.putIfAbsent(alias.text(), entry);
        if (other != null && other != entry) {
          problems.add(
              entry.place()
                  + ": '"
                  + alias.text()
                  + "' names "
                  + other.id()
                  + " too ("
                  + other.place()
                  + "); write both with ~ or take one away");
        }
      }
    }
    return problems;
  }

  /** Every membership. */
  public List<Membership> memberships() {
    return memberships;
  }

  /**
   * Members of a forum or bloc on a day.
   *
   * @param date {@code YYYY[-MM[-DD]]}; empty for those of any time
   */
  public List<String> members(String forum, String date) {
    return memberships.stream()
        .filter(m -> m.forum().equals(forum) && (date.isEmpty() || m.on(date)))
        .map(Membership::member)
        .distinct()
        .toList();
  }

  List<OrganPattern> organPatterns() {
    return organPatterns;
  }

  List<SymbolPattern> symbolPatterns() {
    return symbolPatterns;
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('’', '\'').replace('‑', '-');
  }
}
