package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Assembler.Fact;
import dev.rapporteur.ingest.Block.Kind;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a document says about itself: symbol, date, who adopted it, who speaks.
 *
 * <p>What the catalogue says wins over what the knowledge base says about a document of that
 * symbol, and this over what is read from the text. Who speaks is written only where form makes it
 * certain: a resolution's body, a debate's speaker.
 */
final class FrontMatter {

  /** Symbols as printed: of the United Nations, the OSCE, European treaties and Union acts. */
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?<![\\w/.-])(?:"
              + "(?:A|S|E|CD|ST|CCPR|CRC|CEDAW|CERD|CAT|TD|DP|NPT|BWC|CCW)/(?=[A-Z0-9./()-]*\\d)[A-Z0-9]"
              + "[A-Za-z0-9./-]*(?:\\s?\\([IVXLC]+\\))?(?:/(?:Rev|Add|Corr)\\.\\d+)*(?<![./-])"
              + "|(?:PC|FSC|MC|SEC|CIO)\\.(?:DEC|DOC|JOUR|GAL|DEL|DD)/\\d+(?:/\\d{2})?(?:/(?:Rev|Corr|Add)\\.\\d)?"
              + "|WSIS-\\d{2}/[A-Z]+/DOC/\\d+(?:\\(Rev\\.\\d\\))?(?:-E)?"
              + "|C?ETS No\\. ?\\d{1,3}"
              + "|(?:European|Council of Europe) Treaty Series\\s*(?:[-\u2013]\\s*)?(?:\\([CE]*TS\\)\\s*)?No\\.\\s?\\d{1,3}"
              + "|(?:COM|JOIN|SWD)\\s?\\(\\d{4}\\)\\s?\\d+(?: final)?"
              + ")(?![\\w/])");

  private static final Pattern UNION_ACT =
      Pattern.compile(
          "^((?:Commission |Council )?(?:Implementing |Delegated )?(?:Directive|Regulation|Decision) \\((?:EU|EC|EEC|CFSP)\\) (?:No )?\\d{2,4}/\\d{2,4})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RESOLUTION_TITLE =
      Pattern.compile("^(\\d{2}/\\d{1,3})(?: ?[A-Z])?\\.\\s+(\\p{Lu}.+)$");

  private static final String MONTHS =
      "January|February|March|April|May|June|July|August|September|October|November|December";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b(?:(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of| day of)? (?<m>"
              + MONTHS
              + "),? (?<y>\\d{4})"
              + "|(?<m2>"
              + MONTHS
              + ") (?<d2>\\d{1,2})(?:st|nd|rd|th)?, (?<y2>\\d{4})"
              + "|(?<m3>"
              + MONTHS
              + ") (?<y3>\\d{4}))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADOPTED =
      Pattern.compile(
          "\\b(?:adopted|opened for signature|done at|signed (?:at|in)|issued)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Files of the UN General Debate Corpus: state, session, year. */
  private static final Pattern DEBATE =
      Pattern.compile("(?:^|[/_-])([A-Za-z]{2,4})_(\\d{2})_((?:19|20)\\d{2})\\.\\w+$");

  private static final Pattern SPEAKER =
      Pattern.compile(
          "^(?:The |His |Her )?(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Sheikh|Prince|King|President|Ambassador|H\\.E\\.|Excellency)\\b[^():]{2,80}\\((?<of>[^()]{3,60})\\)\\s*(?:\\((?:spoke|interpretation)[^()]*\\)\\s*)?:");

  /** Words after which a symbol is another document's. */
  private static final Pattern CITING =
      Pattern.compile(
          "\\b(?:resolutions?|documents?|reports?|of|to|in|and|see|by|under|on)$",
          Pattern.CASE_INSENSITIVE);

  private static final int HEAD = 30;
  private static final int SHORT = 160;

  private final States states;
  private final Instruments instruments;
  private final Ids ids;

  FrontMatter(States states, Instruments instruments, Ids ids) {
    this.states = states;
    this.instruments = instruments;
    this.ids = ids;
  }

  /** A document's metadata and the facts that become labels over its whole text. */
  record Front(Metadata metadata, List<Fact> facts) {}

  /** The symbol that stands at the head of blocks, or empty. */
  static String symbol(List<Block> blocks) {
    int looked = 0;
    for (Block block : blocks) {
      if (block.is(Kind.BREAK)) {
        continue;
      }
      if (looked++ >= HEAD) {
        break;
      }
      String text = Marks.strip(block.text());
      if (text.length() > SHORT || block.is(Kind.NOTE)) {
        continue;
      }
      Matcher m = SYMBOL.matcher(text);
      // a line that is more than symbol, body and place cites another document
      if (m.find() && alone(text, m)) {
        return m.group()
            .replaceAll("\\s?final$", " final")
            .replaceAll("^European Treaty Series.*?No\\.\\s?", "ETS No. ")
            .replaceAll("^Council of Europe Treaty Series.*?No\\.\\s?", "CETS No. ");
      }
      Matcher act = UNION_ACT.matcher(text);
      if (act.find() && (block.is(Kind.TITLE) || looked < 4)) {
        return act.group(1);
      }
      Matcher resolution = RESOLUTION_TITLE.matcher(text);
      if (resolution.find() && looked > 1) {
        return "A/RES/" + resolution.group(1);
      }
    }
    return "";
  }

  private static boolean alone(String text, Matcher m) {
    String rest = (text.substring(0, m.start()) + " " + text.substring(m.end())).strip();
    if (rest.length() < 4) {
      return true;
    }
    String undated = DATE.matcher(rest).replaceAll("").strip();
    boolean cites = CITING.matcher(text.substring(0, m.start()).strip()).find();
    if (!cites && undated.length() < 70 && (undated.isEmpty() || Patterns.headingLike(undated))) {
      return true;
    }
    String low = rest.toLowerCase(Locale.ROOT);
    return low.startsWith("united nations")
        || low.startsWith("general assembly")
        || low.contains("·")
        || low.startsWith("european treaty series")
        || low.startsWith("council of europe")
        || low.startsWith("distr")
        || low.startsWith("security council")
        || DATE.matcher(rest).find() && rest.length() < 30
        || rest.length() < 60 && Patterns.capitals(rest)
        || text.endsWith(")") && m.start() > 10 && text.charAt(m.start() - 1) == '(';
  }

  Front of(Facts facts, Draft draft, List<Block> blocks, String language) {
    String symbol = facts.symbol().isEmpty() ? symbol(blocks) : facts.symbol();
    Optional<Instruments.Entry> known = instruments.find(symbol);
    String title = first(facts.title(), title(blocks, draft));
    String date =
        first(
            facts.date(),
            known.map(Instruments.Entry::date).orElse(""),
            date(blocks),
            draft.date());
    String body = first(facts.body(), known.map(Instruments.Entry::body).orElse(""));
    String legal = first(facts.legalStatus(), known.map(Instruments.Entry::legalStatus).orElse(""));
    List<Fact> found = new ArrayList<>();
    if (!facts.voice().isEmpty()) {
      found.add(new Fact(Label.VOICE, facts.voice(), facts.origin()));
    }
    for (Facts.Group group : facts.groups()) {
      found.add(new Fact(Label.GROUP, group.id(), group.origin()));
    }
    boolean voiced = !facts.voice().isEmpty();
    boolean grouped = !facts.groups().isEmpty();
    if (known.isPresent()) {
      Instruments.Entry entry = known.get();
      if (!voiced && !entry.voice().isEmpty()) {
        found.add(new Fact(Label.VOICE, entry.voice(), entry.rule()));
        voiced = true;
      }
      for (String group : grouped ? List.<String>of() : entry.groups()) {
        if (ids.problemWithGroup(group).isEmpty()) {
          found.add(new Fact(Label.GROUP, group, entry.rule()));
        }
      }
      grouped |= !entry.groups().isEmpty();
    }
    Metadata.SourceType type = Metadata.SourceType.ORIGINAL;
    Matcher debate = DEBATE.matcher(facts.source());
    Optional<String> state = debate.find() ? states.coded(debate.group(1)) : Optional.empty();
    if (state.isPresent()) {
      String rule = "file name of the UN General Debate Corpus";
      type = Metadata.SourceType.TRANSCRIPT;
      date = first(date.startsWith(debate.group(3)) ? date : "", debate.group(3));
      title =
          first(
              facts.title(),
              "Statement of "
                  + states.name(state.get())
                  + " in the General Debate, session "
                  + debate.group(2));
      body = first(body, "United Nations General Assembly");
      if (!voiced) {
        found.add(new Fact(Label.VOICE, "state:" + state.get(), rule));
        voiced = true;
      }
      if (!grouped) {
        found.add(new Fact(Label.GROUP, "forum:un/ga", rule));
        grouped = true;
      }
    }
    Optional<Fact> form = voiced ? Optional.empty() : voice(blocks, symbol);
    if (form.isPresent()) {
      found.add(form.get());
      if (!grouped && form.get().value().startsWith("forum:")) {
        found.add(new Fact(Label.GROUP, form.get().value(), form.get().rule()));
      }
    }
    for (Metadata.SourceType each : Metadata.SourceType.values()) {
      if (each.id().equals(facts.sourceType())) {
        type = each;
      }
    }
    Metadata metadata =
        Metadata.of(facts.source())
            .withTitle(title)
            .withSymbol(symbol)
            .withDate(date)
            .withBody(body)
            .withLanguage(language)
            .withLegalStatus(legal)
            .withSourceType(type);
    return new Front(metadata, found);
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static String title(List<Block> blocks, Draft draft) {
    for (Block block : blocks.subList(0, Math.min(HEAD, blocks.size()))) {
      Matcher m = RESOLUTION_TITLE.matcher(Marks.strip(block.text()));
      if (block.text().length() < 300 && m.find()) {
        return m.group(2);
      }
    }
    return blocks.stream()
        .filter(b -> b.is(Kind.TITLE))
        .map(b -> Marks.strip(b.text()))
        .findFirst()
        .orElse(draft.title());
  }

  /** The date in a short line at the head, or where the text says when it was adopted. */
  private static String date(List<Block> blocks) {
    String month = "";
    int looked = 0;
    for (Block block : blocks) {
      if (block.is(Kind.BREAK) || block.is(Kind.NOTE)) {
        continue;
      }
      if (looked++ >= HEAD) {
        break;
      }
      String text = Marks.strip(block.text());
      Matcher m = DATE.matcher(text);
      if (!m.find()) {
        continue;
      }
      // "Shanghai, 15 June 2006" is a date, a sentence that names one is not
      boolean line = text.length() - m.group().length() < 45 && !Patterns.terminal(text);
      if (line || ADOPTED.matcher(text).find() && text.length() < SHORT) {
        String date = iso(m);
        if (date.length() == 10) {
          return date;
        }
        month = month.isEmpty() ? date : month;
      }
    }
    if (!month.isEmpty()) {
      return month;
    }
    // treaties say it at their end: "Done at Budapest, this 23rd day of November 2001"
    int from = Math.max(0, blocks.size() - HEAD);
    for (Block block : blocks.subList(from, blocks.size())) {
      String text = Marks.strip(block.text());
      if (text.regionMatches(true, 0, "done at", 0, 7)
          || text.regionMatches(true, 0, "done in", 0, 7)) {
        Matcher m = DATE.matcher(text);
        if (m.find()) {
          return iso(m);
        }
      }
    }
    return "";
  }

  private static String iso(Matcher m) {
    String year = first(or(m, "y"), or(m, "y2"), or(m, "y3"));
    String name = first(or(m, "m"), or(m, "m2"), or(m, "m3"));
    String day = first(or(m, "d"), or(m, "d2"));
    int month = 1;
    for (String each : MONTHS.split("\\|")) {
      if (each.equalsIgnoreCase(name)) {
        break;
      }
      month++;
    }
    String date = year + "-" + (month < 10 ? "0" : "") + month;
    if (day.isEmpty() || Integer.parseInt(day) < 1 || Integer.parseInt(day) > 31) {
      return date;
    }
    return date + "-" + (day.length() < 2 ? "0" : "") + day;
  }

  private static String or(Matcher m, String group) {
    return m.group(group) == null ? "" : m.group(group);
  }

  /** Who speaks, where the form of the text says so beyond doubt. */
  private Optional<Fact> voice(List<Block> blocks, String symbol) {
    int looked = 0;
    for (Block block : blocks) {
      if (!block.is(Kind.TEXT) && !block.is(Kind.HEADING)) {
        continue;
      }
      if (looked++ >= HEAD) {
        break;
      }
      String text = Marks.strip(block.text());
      Matcher speaker = SPEAKER.matcher(text);
      if (looked < 6 && speaker.find()) {
        Optional<String> state = states.named(speaker.group("of"));
        if (state.isPresent()) {
          return Optional.of(new Fact(Label.VOICE, "state:" + state.get(), "speaker's state"));
        }
      }
      String body =
          switch (text.toLowerCase(Locale.ROOT)) {
            case "the general assembly," -> "forum:un/ga";
            case "the security council," -> "forum:un/sc";
            case "the human rights council," -> "forum:un/hrc";
            case "the economic and social council," -> "forum:un/ecosoc";
            default -> "";
          };
      if (!body.isEmpty()) {
        return Optional.of(new Fact(Label.VOICE, body, "a resolution's first words"));
      }
    }
    if (symbol.startsWith("A/RES/")) {
      return Optional.of(new Fact(Label.VOICE, "forum:un/ga", "symbol of a resolution"));
    }
    if (symbol.startsWith("S/RES/")) {
      return Optional.of(new Fact(Label.VOICE, "forum:un/sc", "symbol of a resolution"));
    }
    if (symbol.startsWith("PC.DEC/")) {
      return Optional.of(new Fact(Label.VOICE, "forum:osce/pc", "symbol of a decision"));
    }
    if (symbol.startsWith("MC.DEC/") || symbol.startsWith("MC.DOC/")) {
      return Optional.of(new Fact(Label.VOICE, "forum:osce/mc", "symbol of a decision"));
    }
    return Optional.empty();
  }
}
