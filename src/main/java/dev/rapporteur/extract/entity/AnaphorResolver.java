package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds nouns that stand for entities and resolves them: definitions, voice, what came before. */
final class AnaphorResolver {

  private final EntityModel model;
  private final Facts facts;
  private final Definitions definitions;
  private final List<Found> history;
  private final Map<String, Set<String>> wordsOf = new HashMap<>();

  AnaphorResolver(EntityModel model, Facts facts, Definitions definitions, List<Found> history) {
    this.model = model;
    this.facts = facts;
    this.definitions = definitions;
    this.history = history;
  }

  /** Adds the anaphors of a sentence to its named mentions, which are sorted. */
  void resolve(Line line, List<Found> named) {
    Words words = line.words();
    boolean defines = definitions.hasAnaphors();
    for (int i = 0; i < words.count; i++) {
      if (!model.anaphors().mayBegin(words.ids[i]) && !(defines && words.isCapital(i))) {
        continue;
      }
      int next = at(line, named, i);
      if (next > i) {
        i = next - 1;
      }
    }
    named.sort(java.util.Comparator.comparingInt(Found::begin));
  }

  private int at(Line line, List<Found> named, int i) {
    Words words = line.words();
    String first = words.word(i);
    String lower = first.toLowerCase(Locale.ROOT);
    Optional<Found> defined = defined(line, named, i);
    if (defined.isPresent()) {
      named.add(defined.get());
      return endWord(words, defined.get().end(), i);
    }
    for (Anaphors.Noun noun : model.anaphors().beginning(lower)) {
      int to = matches(words, i, noun);
      if (to < 0 || isTaken(named, words.begins[i], words.ends[to - 1])) {
        continue;
      }
      if (!determined(words, i, noun)) {
        continue;
      }
      if (!noun.right().matcher(words.text).region(words.ends[to - 1], words.end).lookingAt()) {
        continue;
      }
      String id = target(noun, line, named, i, to);
      if (id == null) {
        continue;
      }
      boolean nil = facts.knowledge.find(id).isEmpty() && !isRuled(id);
      named.add(
          new Found(
              words.begins[i],
              words.ends[to - 1],
              id,
              true,
              nil,
              noun.place() + " \"" + String.join(" ", noun.words()) + "\"",
              0.7,
              line.index()));
      return to;
    }
    return -1;
  }

  /** Ids that follow from rules are not made up though the knowledge base does not list them. */
  private static boolean isRuled(String id) {
    return id.startsWith("forum:bilateral/") || id.startsWith("organ:");
  }

  private static int endWord(Words words, int end, int i) {
    int to = i + 1;
    while (to < words.count && words.begins[to] < end) {
      to++;
    }
    return to;
  }

  /** A short form in words that the document has defined: "the Group". */
  private Optional<Found> defined(Line line, List<Found> named, int i) {
    Words words = line.words();
    if (!Character.isUpperCase(words.text.charAt(words.begins[i]))) {
      return Optional.empty();
    }
    for (int to = Math.min(words.count, i + 4); to > i; to--) {
      String phrase = words.text.substring(words.begins[i], words.ends[to - 1]);
      Optional<Definitions.Term> term = definitions.anaphor(phrase, line.index());
      if (term.isPresent() && !isTaken(named, words.begins[i], words.ends[to - 1])) {
        return Optional.of(
            new Found(
                words.begins[i],
                words.ends[to - 1],
                term.get().id(),
                true,
                term.get().nil(),
                term.get().rule(),
                0.95,
                line.index()));
      }
    }
    return Optional.empty();
  }

  private static boolean isTaken(List<Found> named, int begin, int end) {
    for (Found each : named) {
      if (each.overlaps(begin, end)) {
        return true;
      }
    }
    return false;
  }

  /** Index behind a noun that begins at a word, -1 if it does not stand there. */
  private static int matches(Words words, int i, Anaphors.Noun noun) {
    if (i + noun.words().length > words.count) {
      return -1;
    }
    for (int k = 0; k < noun.words().length; k++) {
      if (!words.word(i + k).equalsIgnoreCase(noun.words()[k])) {
        return -1;
      }
    }
    int last = i + noun.words().length - 1;
    boolean capital = Character.isUpperCase(words.text.charAt(words.begins[last]));
    return noun.capital() == null || noun.capital() == capital ? last + 1 : -1;
  }

  private static boolean determined(Words words, int i, Anaphors.Noun noun) {
    String before = i == 0 ? "" : words.word(i - 1).toLowerCase(Locale.ROOT);
    return noun.determiners().contains("-") || noun.determiners().contains(before);
  }

  private String target(Anaphors.Noun noun, Line line, List<Found> named, int i, int to) {
    Words words = line.words();
    int begin = words.begins[i];
    String phrase = words.text.substring(begin, words.ends[to - 1]);
    String before = i == 0 ? "" : words.word(i - 1).toLowerCase(Locale.ROOT);
    // "that Directive" points back, not to the text itself or its author
    boolean back = before.equals("that") || before.equals("same") || before.equals("former");
    boolean itself = before.equals("this") || before.equals("present");
    String unlisted =
        unlistedOwn(noun, itself || before.equals("the") && Boolean.TRUE.equals(noun.capital()));
    for (Anaphors.Step step : noun.steps()) {
      if (back && (step == Anaphors.Step.OWN || step == Anaphors.Step.VOICE)) {
        continue;
      }
      if (step == Anaphors.Step.OWN && unlisted != null) {
        return unlisted;
      }
      if (step == Anaphors.Step.RECENT && itself && noun.steps().contains(Anaphors.Step.OWN)) {
        continue; // "this Strategy" is not one that was mentioned
      }
      String id =
          switch (step) {
            case DEFINITION ->
                definitions.anaphor(phrase, line.index()).map(Definitions.Term::id).orElse(null);
            case OWN -> facts.own.isEmpty() || !fits(facts.own, noun) ? null : facts.own;
            case VOICE -> voice(noun);
            case STATE -> facts.voiceState();
            case RECENT -> recent(noun, line, named, begin);
            case ONLY -> only(noun);
            case FIXED -> noun.targets().getFirst();
            case UN -> facts.concerns("forum:un") ? first(noun, "forum:un", "organ:UN/") : null;
            case EU -> facts.concerns("forum:eu") ? first(noun, "forum:eu", "organ:EU/") : null;
          };
      if (id != null) {
        return id;
      }
    }
    return made(noun);
  }

  /** The id of a text that is an instrument by its title but not in the knowledge base. */
  private String unlistedOwn(Anaphors.Noun noun, boolean meant) {
    String title = facts.title.toLowerCase(Locale.ROOT);
    String word = noun.words()[noun.words().length - 1];
    if (!meant
        || !facts.own.isEmpty()
        || !title.contains(word)
        || facts.voice.equals("author")
        || facts.voice.isEmpty()) {
      return null;
    }
    String owner = facts.owner(facts.voice);
    String code = owner == null ? "" : owner.substring(owner.indexOf(':') + 1) + "/";
    return "instrument:" + code.toLowerCase(Locale.ROOT) + Slug.of(facts.title);
  }

  private String made(Anaphors.Noun noun) {
    String made = noun.made();
    if (made.contains("{own}") && (!facts.own.isEmpty() || !facts.title.isEmpty())) {
      String own =
          facts.own.isEmpty() ? facts.title : facts.own.substring(facts.own.indexOf(':') + 1);
      return made.replace("{own}", Slug.of(own));
    }
    if (made.contains("{state}") && facts.voiceState() != null) {
      String path = made.substring(made.lastIndexOf('/') + 1);
      String code = facts.voiceState().substring("state:".length());
      for (OrganPattern pattern : facts.knowledge.organPatterns()) {
        if (pattern.path().equals(path)) {
          return pattern.id(code);
        }
      }
    }
    return null;
  }

  private static String first(Anaphors.Noun noun, String... prefixes) {
    for (String target : noun.targets()) {
      for (String prefix : prefixes) {
        if (target.startsWith(prefix)) {
          return target;
        }
      }
    }
    return null;
  }

  private String voice(Anaphors.Noun noun) {
    if (!facts.voice.isEmpty() && facts.voice.indexOf(':') > 0 && fits(facts.voice, noun)) {
      return facts.voice;
    }
    for (String group : facts.groups) {
      if (group.startsWith("forum:") && fits(group, noun)) {
        return group;
      }
    }
    return null;
  }

  private String recent(Anaphors.Noun noun, Line line, List<Found> named, int begin) {
    List<Found> here = new ArrayList<>(named);
    here.sort(java.util.Comparator.comparingInt(Found::begin));
    for (int k = here.size() - 1; k >= 0; k--) {
      if (here.get(k).end() <= begin && fits(here.get(k).id(), noun)) {
        return here.get(k).id();
      }
    }
    for (int k = history.size() - 1; k >= 0; k--) {
      Found each = history.get(k);
      if (noun.window() > 0 && each.sentence() < line.index() - noun.window()) {
        return null;
      }
      if (fits(each.id(), noun)) {
        return each.id();
      }
    }
    return null;
  }

  private String only(Anaphors.Noun noun) {
    String one = null;
    for (String id : facts.sure.keySet()) {
      if (fits(id, noun)) {
        if (one != null) {
          return null;
        }
        one = id;
      }
    }
    return one;
  }

  private boolean fits(String id, Anaphors.Noun noun) {
    for (String target : noun.targets()) {
      if (target.indexOf(':') > 0) {
        if (id.equals(target)
            || target.endsWith("/*") && id.startsWith(target.substring(0, target.length() - 1))) {
          return true;
        }
        continue;
      }
      int slash = target.indexOf('/');
      String kind = slash < 0 ? target : target.substring(0, slash);
      if (!id.startsWith(kind + ":")) {
        continue;
      }
      if (slash < 0 || words(id).contains(target.substring(slash + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The head noun of a designation: the last word before the first preposition or bracket. */
  private static String head(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String front =
        lower
            .split(
                " (?:of|on|for|in|to|at|between|among|with|relating|concerning|against|from|\\()|,|:",
                2)[0];
    return front.substring(Math.max(front.lastIndexOf(' '), front.lastIndexOf('-')) + 1);
  }

  /** The head nouns of an entity's designations, in lower case. */
  private Set<String> words(String id) {
    return wordsOf.computeIfAbsent(
        id,
        k -> {
          Set<String> words = new HashSet<>();
          Optional<Entry> entry = facts.knowledge.find(k);
          if (entry.isPresent()) {
            for (Alias alias : entry.get().aliases()) {
              if (alias.form() == Form.NAME || alias.form() == Form.FORMER) {
                words.add(head(alias.text()));
              }
            }
          } else {
            String last = k.substring(Math.max(k.lastIndexOf('/'), k.indexOf(':')) + 1);
            words.addAll(List.of(last.toLowerCase(Locale.ROOT).split("-")));
          }
          return words;
        });
  }
}
