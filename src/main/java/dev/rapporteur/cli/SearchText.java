package dev.rapporteur.cli;

import dev.rapporteur.index.Entry;
import dev.rapporteur.index.Facet;
import dev.rapporteur.search.Search;
import dev.rapporteur.text.Span;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was found for people. */
final class SearchText {

  private static final int INDENT = 5;
  private static final int WIDEST_CITATION = 34;

  private final PrintWriter out;
  private final Screen screen;

  SearchText(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  void print(
      Search.Results found,
      List<Search.Line> lines,
      boolean kwic,
      Map<Facet, List<Search.Count>> counts) {
    if (found.total() == 0) {
      out.println("nothing found");
      return;
    }
    if (kwic) {
      lines(lines);
    } else {
      int number = 0;
      for (Search.Hit hit : found.hits()) {
        hit(++number, hit);
      }
    }
    counts.forEach(this::facet);
    int shown = kwic ? lines.size() : found.hits().size();
    out.println(
        screen.faint(
            String.format(
                Locale.ROOT,
                "%,d sentence%s in %,d document%s%s, %.2f in 10,000 words",
                found.total(),
                found.total() == 1 ? "" : "s",
                found.documents(),
                found.documents() == 1 ? "" : "s",
                kwic
                    ? ", " + shown + " lines shown"
                    : shown < found.total() ? ", the first " + shown + " shown" : "",
                found.words() == 0 ? 0.0 : 10_000.0 * found.total() / found.words())));
  }

  private void hit(int number, Search.Hit hit) {
    Entry document = hit.passage().document();
    String facts =
        String.join(
            " · ",
            List.of(
                    document.metadata().symbol().isEmpty() ? "" : document.metadata().title(),
                    document.metadata().date(),
                    document.voice())
                .stream()
                .filter(s -> !s.isEmpty())
                .toList());
    out.printf(
        Locale.ROOT,
        "%3d. %s%s%n",
        number,
        screen.bold(hit.passage().citation()),
        facts.isEmpty() ? "" : "  " + screen.faint(facts));
    String marked = marked(hit.passage().text(), hit.matches());
    for (String line : Screen.wrap(marked, screen.width() - INDENT)) {
      out.println(" ".repeat(INDENT) + line);
    }
    out.println();
  }

  private String marked(String text, List<Span> matches) {
    StringBuilder marked = new StringBuilder();
    int last = 0;
    for (Span match : matches) {
      marked.append(text, last, match.begin());
      for (String word : match.of(text).split("(?<=\\s)|(?=\\s)")) {
        // each word by itself where there are colours, so that lines may break between them
        marked.append(screen.colour() && !word.isBlank() ? screen.match(word) : word);
      }
      if (!screen.colour()) {
        marked.replace(
            marked.length() - match.length(), marked.length(), screen.match(match.of(text)));
      }
      last = match.end();
    }
    return marked.append(text, last, text.length()).toString();
  }

  private void lines(List<Search.Line> lines) {
    int cite = 0;
    int hit = 0;
    for (Search.Line line : lines) {
      cite = Math.max(cite, Math.min(WIDEST_CITATION, line.passage().citation().length()));
      hit = Math.max(hit, line.hit().length());
    }
    int rest = screen.width() - cite - 4;
    int middle = Math.min(hit, rest / 3);
    int side = Math.max(10, (rest - middle) / 2);
    for (Search.Line line : lines) {
      String left = line.left();
      left = left.length() > side ? left.substring(left.length() - side) : left;
      int room = side + Math.max(0, middle - line.hit().length());
      String right = line.right();
      right = right.length() > room ? right.substring(0, room) : right;
      out.println(
          screen.faint(padded(line.passage().citation(), cite))
              + "  "
              + " ".repeat(side - left.length())
              + left
              + (screen.colour() ? screen.match(line.hit()) : line.hit())
              + right);
    }
    out.println();
  }

  private static String padded(String text, int width) {
    return text.length() > width
        ? text.substring(0, width - 1) + "…"
        : text + " ".repeat(width - text.length());
  }

  private void facet(Facet facet, List<Search.Count> counts) {
    if (counts.isEmpty()) {
      return;
    }
    out.println(screen.bold(facet.id()));
    int width = counts.stream().mapToInt(c -> c.value().length()).max().orElse(0);
    for (Search.Count count : counts) {
      out.printf(
          Locale.ROOT, "  %-" + Math.max(1, width) + "s  %,7d%n", count.value(), count.sentences());
    }
    out.println();
  }
}
