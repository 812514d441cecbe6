package dev.rapporteur.extract.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All designations of the knowledge base, compiled for finding them in a text: a trie over numbered
 * words, with {@code {state}} and {@code {demonym}} as words that any state's designation matches.
 * Thread-safe.
 */
final class Lexicon {

  /** What a designation asks of each of its words in a text. */
  private static final byte ANY = 0;

  private static final byte CAPITAL = 1;
  private static final byte EXACT = 2;

  /** A designation at the end of a path through the trie. */
  private record Terminal(
      Alias alias,
      Entry entry,
      OrganPattern pattern,
      byte[] shapes,
      String[] exact,
      boolean loose) {}

  /** A state's designation found at a word. */
  private record Owner(int to, Entry state, Form form) {}

  private final Vocabulary vocabulary = new Vocabulary();
  private final LongIntMap edges = new LongIntMap(1 << 17);
  private final List<List<Terminal>> terminals = new ArrayList<>();

  /** Forms of symbols by the character that they begin with; none begins beyond ASCII. */
  private final List<List<SymbolFinder>> symbols = new ArrayList<>();

  private final Knowledge knowledge;

  Lexicon(Knowledge knowledge, Anaphors anaphors) {
    this.knowledge = knowledge;
    terminals.add(null);
    for (Entry entry : knowledge.entries()) {
      for (Alias alias : entry.aliases()) {
        if (alias.form() != Form.SYMBOL || alias.text().indexOf(' ') < 0) {
          add(alias, entry, null);
        }
      }
    }
    for (OrganPattern pattern : knowledge.organPatterns()) {
      for (Alias alias : pattern.aliases()) {
        add(alias, null, pattern);
      }
    }
    anaphors.number(vocabulary);
    vocabulary.close();
    List<SymbolFinder> finders =
        knowledge.symbolPatterns().stream().map(p -> new SymbolFinder(p, knowledge)).toList();
    for (char c = 0; c < 128; c++) {
      char first = c;
      symbols.add(finders.stream().filter(f -> f.mayBegin(first)).toList());
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Knowledge knowledge() {
    return knowledge;
  }

  private void add(Alias alias, Entry entry, OrganPattern pattern) {
    String text = alias.text();
    int node = 0;
    int size = 0;
    byte[] shapes = new byte[16];
    String[] exact = alias.form() == Form.ACRONYM ? new String[16] : null;
    boolean first = true;
    int capitals = 0;
    int at = 0;
    while (at < text.length()) {
      int brace = pattern == null ? -1 : text.indexOf('{', at);
      int to = brace < 0 ? text.length() : brace;
      Words words = Words.of(text, at, to, null);
      for (int i = 0; i < words.count; i++) {
        String word = words.word(i);
        boolean possessive = word.length() == 2 && Words.isApostrophe(word.charAt(0));
        int id = possessive ? vocabulary.possessive() : vocabulary.add(word);
        if (id == vocabulary.the() && !first) {
          continue; // articles inside names are optional
        }
        first = false;
        if (size == shapes.length) {
          shapes = Arrays.copyOf(shapes, 2 * size);
          exact = exact == null ? null : Arrays.copyOf(exact, 2 * size);
        }
        boolean capital = Character.isUpperCase(word.charAt(0));
        capitals += capital ? 1 : 0;
        if (exact != null && !possessive) {
          shapes[size] = EXACT;
          exact[size] = word;
        } else {
          shapes[size] = capital ? CAPITAL : ANY;
        }
        size++;
        node = child(node, id);
      }
      at = to;
      if (brace >= 0) {
        boolean state = text.startsWith("{state}", brace);
        if (size == shapes.length) {
          shapes = Arrays.copyOf(shapes, 2 * size);
        }
        shapes[size++] = ANY;
        first = false;
        node = child(node, state ? Vocabulary.STATE : Vocabulary.DEMONYM);
        at = text.indexOf('}', brace) + 1;
      }
    }
    if (node == 0) {
      return; // nothing but marks
    }
    boolean loose =
        capitals >= 3
            && entry != null
            && alias.form() == Form.NAME
            && (entry.kind().equals("forum") || entry.kind().equals("instrument"));
    List<Terminal> here = terminals.get(node);
    if (here == null) {
      here = new ArrayList<>(1);
      terminals.set(node, here);
    }
    here.add(
        new Terminal(
            alias,
            entry,
            pattern,
            Arrays.copyOf(shapes, size),
            exact == null ? null : Arrays.copyOf(exact, size),
            loose));
  }

  private int child(int node, int word) {
    long key = (long) node << 32 | word;
    int next = edges.get(key);
    if (next < 0) {
      next = terminals.size();
      terminals.add(null);
      edges.put(key, next);
    }
    return next;
  }

  /** Everything that may be a mention in a stretch of text; overlapping, longest first. */
  List<Candidate> find(Words words) {
    Search search = new Search(words);
    search.run();
    if (words.hasDigit()) {
      for (int i = 0; i < words.count; i++) {
        char c = words.text.charAt(words.begins[i]);
        if (c < symbols.size()) {
          for (SymbolFinder each : symbols.get(c)) {
            each.at(words, words.begins[i], search::symbol);
          }
        }
      }
    }
    return search.candidates();
  }

  /** One search; not shared between threads. */
  private final class Search {
    private final Words words;
    private final int[] path = new int[64];
    private final List<List<Owner>> owners;
    private final Map<Long, Candidate> found = new HashMap<>();
    private int from;

    Search(Words words) {
      this.words = words;
      this.owners = new ArrayList<>(java.util.Collections.nCopies(words.count + 1, null));
    }

    void run() {
      // from the right, so that the states a pattern may meet further on are known
      for (from = words.count - 1; from >= 0; from--) {
        if (words.ids[from] != Vocabulary.UNKNOWN || words.singulars[from] != Vocabulary.UNKNOWN) {
          walk(0, from, 0, null, false);
        }
        if (owners.get(from) != null) {
          owned(0, from, 0);
        }
      }
    }

    private void walk(int node, int at, int depth, Entry owner, boolean plural) {
      // an article that was skipped is no part of the name before it
      if (node != 0
          && !(at > from && words.ids[at - 1] == vocabulary.the() && at - 1 != last(depth))) {
        List<Terminal> here = terminals.get(node);
        if (here != null) {
          for (Terminal terminal : here) {
            end(terminal, at, depth, owner, plural);
          }
        }
      }
      if (at >= words.count || depth >= path.length) {
        return;
      }
      int id = words.ids[at];
      path[depth] = at;
      if (id != Vocabulary.UNKNOWN) {
        int next = edges.get((long) node << 32 | id);
        if (next >= 0) {
          walk(next, at + 1, depth + 1, owner, false);
        }
        if (node != 0 && id == vocabulary.the()) {
          walk(node, at + 1, depth, owner, false);
        }
      }
      int singular = words.singulars[at];
      if (singular != Vocabulary.UNKNOWN && singular != id) {
        int next = edges.get((long) node << 32 | singular);
        if (next >= 0) {
          path[depth] = at;
          walk(next, at + 1, depth + 1, owner, true);
        }
      }
      if (node != 0 && owner == null && owners.get(at) != null) {
        owned(node, at, depth);
      }
    }

    /** The last word that the path of this depth took, -2 where a state's name was taken last. */
    private int last(int depth) {
      return depth == 0 ? -1 : path[depth - 1] < 0 ? -2 : path[depth - 1];
    }

    /** Goes on behind a state's designation, where a pattern asks for one. */
    private void owned(int node, int at, int depth) {
      for (Owner each : owners.get(at)) {
        path[depth] = -1;
        int next = edges.get((long) node << 32 | Vocabulary.DEMONYM);
        if (next >= 0) {
          walk(next, each.to, depth + 1, each.state, false);
        }
        if (each.form != Form.DEMONYM) {
          path[depth] = -1;
          next = edges.get((long) node << 32 | Vocabulary.STATE);
          if (next >= 0) {
            walk(next, each.to, depth + 1, each.state, false);
          }
        }
      }
    }

    private void end(Terminal terminal, int to, int depth, Entry owner, boolean plural) {
      if (!fits(terminal, depth, plural)) {
        return;
      }
      Alias alias = terminal.alias;
      String id;
      String place;
      if (terminal.pattern == null) {
        id = terminal.entry.id();
        place = terminal.entry.place();
        if (terminal.entry.kind().equals("state") && !plural && alias.form() != Form.SEAT) {
          if (owners.get(from) == null) {
            owners.set(from, new ArrayList<>(2));
          }
          owners.get(from).add(new Owner(to, terminal.entry, alias.form()));
        }
      } else {
        if (owner == null) {
          id = "organ:?/" + terminal.pattern.path();
        } else {
          id = terminal.pattern.id(owner.path());
        }
        place = terminal.pattern.place();
      }
      add(words.begins[from], words.ends[to - 1], new Sense(id, alias, place), plural);
    }

    private boolean fits(Terminal terminal, int depth, boolean plural) {
      if (plural) {
        if (terminal.entry != null
            && (terminal.entry.kind().equals("person") || terminal.alias.form() == Form.SEAT)) {
          return false;
        }
      }
      boolean small = true;
      for (int k = 0; k < depth; k++) {
        int at = path[k];
        if (at < 0) {
          continue;
        }
        if (terminal.shapes[k] == EXACT) {
          String wanted = terminal.exact[k];
          int length = words.ends[at] - words.begins[at];
          boolean same = words.text.startsWith(wanted, words.begins[at]);
          if (!same || length != wanted.length() && !(plural && length == wanted.length() + 1)) {
            return false;
          }
          small = false;
        } else if (terminal.shapes[k] == CAPITAL) {
          if (words.isCapital(at)) {
            small = false;
          } else if (!terminal.loose) {
            return false;
          }
        }
      }
      // a long name may stand in small letters, but not in part
      if (terminal.loose && !small) {
        for (int k = 0; k < depth; k++) {
          if (path[k] >= 0 && terminal.shapes[k] == CAPITAL && !words.isCapital(path[k])) {
            return false;
          }
        }
      }
      return true;
    }

    void symbol(int begin, int end, Sense sense) {
      add(begin, end, sense, false);
    }

    private void add(int begin, int end, Sense sense, boolean plural) {
      long key = (long) begin << 32 | end;
      Candidate known = found.get(key);
      if (known == null) {
        found.put(key, new Candidate(begin, end, List.of(sense), plural));
        return;
      }
      Set<String> ids = new LinkedHashSet<>();
      List<Sense> senses = new ArrayList<>(known.senses());
      senses.add(sense);
      // of two readings with one id the one beyond doubt stays
      senses.sort(Comparator.comparing(s -> s.alias().doubtful()));
      senses.removeIf(s -> !ids.add(s.id()));
      // an entry of its own beats a pattern's guess, a name without doubt one with
      if (senses.stream().anyMatch(s -> !s.alias().doubtful())) {
        senses.removeIf(s -> s.alias().doubtful());
      }
      found.put(key, new Candidate(begin, end, List.copyOf(senses), plural && known.plural()));
    }

    List<Candidate> candidates() {
      List<Candidate> all = new ArrayList<>(found.values());
      all.sort(
          Comparator.comparingInt(Candidate::length).reversed().thenComparingInt(Candidate::begin));
      return all;
    }
  }
}
