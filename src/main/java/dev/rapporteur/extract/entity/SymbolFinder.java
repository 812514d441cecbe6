package dev.rapporteur.extract.entity;

import java.util.List;
import java.util.regex.Matcher;

/** Finds document symbols of one form and says which instrument each is. */
final class SymbolFinder {

  /** Takes what is found. */
  @FunctionalInterface
  interface Sink {
    /** A symbol's place in the document and its reading. */
    void found(int begin, int end, Sense sense);
  }

  private final SymbolPattern pattern;
  private final Knowledge knowledge;

  SymbolFinder(SymbolPattern pattern, Knowledge knowledge) {
    this.pattern = pattern;
    this.knowledge = knowledge;
  }

  /** Whether a symbol of this form can begin with a character: what one character leaves open. */
  boolean mayBegin(char c) {
    Matcher matcher = pattern.pattern().matcher(String.valueOf(c));
    return matcher.lookingAt() || matcher.hitEnd();
  }

  /** Looks for a symbol that begins at a place of a stretch of text. */
  void at(Words words, int begin, Sink sink) {
    Matcher matcher = pattern.pattern().matcher(words.text);
    matcher.region(begin, words.end).useTransparentBounds(true).useAnchoringBounds(false);
    if (matcher.lookingAt() && matcher.end() > matcher.start()) {
      String id = id(matcher);
      sink.found(
          matcher.start(),
          matcher.end(),
          new Sense(
              id,
              new Alias(matcher.group(), Form.SYMBOL, false),
              knowledge.find(id).map(Entry::place).orElse(pattern.place())));
    }
  }

  private String id(Matcher matcher) {
    StringBuilder id = new StringBuilder();
    String template = pattern.id();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '$' && i + 1 < template.length() && Character.isDigit(template.charAt(i + 1))) {
        String group = matcher.group(template.charAt(++i) - '0');
        id.append(group == null ? "" : group);
      } else {
        id.append(c);
      }
    }
    String made = id.toString().replaceAll("\\s+", "");
    if (knowledge.find(made).isPresent()) {
      return made;
    }
    // an entry may carry the symbol under another id: A/RES/217(III) is the Universal Declaration
    String symbol = made.substring(made.indexOf('/') + 1);
    List<Entry> same = knowledge.named(symbol);
    return same.size() == 1 ? same.getFirst().id() : made;
  }
}
