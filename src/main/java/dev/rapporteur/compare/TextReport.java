package dev.rapporteur.compare;

import dev.rapporteur.compare.Comparison.Cell;
import dev.rapporteur.compare.Comparison.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison as plain text: aligned tables for a terminal. */
public final class TextReport {

  private static final int ROWS = 12;

  private final Comparison comparison;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The text; lines end in {@code \n}. */
  public static String of(Comparison comparison) {
    TextReport report = new TextReport(comparison);
    report.all();
    return report.out.toString();
  }

  private void all() {
    line("%s", comparison.paper().name());
    if (!title(comparison.paper()).equals(comparison.paper().name())) {
      line("%s", title(comparison.paper()));
    }
    line("%d sentences, %d words", comparison.paper().sentences(), comparison.paper().words());
    for (Comparison.Side group : comparison.groups()) {
      line(
          "  beside %-16s %s: %d texts, %d counted (%d independent), %d sentences, %s",
          group.id(),
          cut(group.name(), 48),
          group.documents().size(),
          group.counted(),
          group.independent(),
          group.sentences(),
          group.standing().id());
    }
    comparison.notes().forEach(n -> line("! %s", n));
    nearness();
    words();
    table("Frames (share of sentences)", comparison.frames(), true);
    table("Moves (share of sentences; degree/direction, never added up)", comparison.moves(), true);
    stances();
    table("Actors (mentions for 10,000 words)", comparison.actors(), false);
    table("Fora (mentions for 10,000 words)", comparison.fora(), false);
    table("Instruments (mentions for 10,000 words)", comparison.instruments(), false);
    missing();
    passages();
  }

  private static String title(Comparison.Side side) {
    String title = side.documents().getFirst().title();
    return title.isEmpty() ? side.name() : title;
  }

  private void heading(String title) {
    line("");
    line("%s", title.toUpperCase(Locale.ROOT));
  }

  private void nearness() {
    heading("Nearness (likeness 0 to 1; comparable within a row)");
    header(12);
    for (Aspect aspect : Aspect.values()) {
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-12s", aspect.id()));
      for (Comparison.Nearness n : comparison.nearness()) {
        if (n.aspect() == aspect) {
          row.append(
              n.likeness() == null
                  ? String.format(Locale.ROOT, " %20s", "-")
                  : n.low() == null
                      ? String.format(Locale.ROOT, " %20.3f", n.likeness())
                      : String.format(
                          Locale.ROOT,
                          " %20s",
                          String.format(
                              Locale.ROOT, "%.3f [%.2f, %.2f]", n.likeness(), n.low(), n.high())));
        }
      }
      line("%s", row);
    }
    if (comparison.method().ranking().isEmpty()) {
      line("No ranking: fewer than two groups of %d independent originals.", Group.ENOUGH);
    }
    comparison.method().ranking().forEach(r -> line("%s", r));
  }

  private void header(int width) {
    StringBuilder row = new StringBuilder(" ".repeat(width));
    for (Comparison.Side group : comparison.groups()) {
      row.append(String.format(Locale.ROOT, " %20s", cut(group.id(), 20)));
    }
    line("%s", row);
  }

  private void words() {
    for (Comparison.Keywords each : comparison.keywords()) {
      heading("Words: the paper beside " + each.group());
      line(
          "%-34s %8s %6s | %-34s %8s %6s %5s",
          "more in the paper",
          "G2",
          "LogR",
          "more in " + cut(each.group(), 26),
          "G2",
          "LogR",
          "texts");
      for (int i = 0; i < ROWS; i++) {
        if (i < Math.max(each.ofPaper().size(), each.ofGroup().size())) {
          line(
              "%-50s | %-50s",
              i < each.ofPaper().size() ? keyword(each.ofPaper().get(i)) : "",
              i < each.ofGroup().size()
                  ? keyword(each.ofGroup().get(i))
                      + String.format(Locale.ROOT, " %5d", each.ofGroup().get(i).documents())
                  : "");
        }
      }
    }
    heading("Choices of words (share of the second pole; occurrences of both)");
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-58s %14s", "", "paper"));
    comparison
        .groups()
        .forEach(g -> head.append(String.format(Locale.ROOT, " %14s", cut(g.id(), 14))));
    line("%s", head);
    for (Comparison.CleavageRow row : comparison.cleavages()) {
      StringBuilder text =
          new StringBuilder(
              String.format(Locale.ROOT, "%-58s", cut(String.join(" : ", row.poles()), 58)));
      text.append(share(row.share(), row.paper()));
      for (int g = 0; g < row.shares().size(); g++) {
        text.append(share(row.shares().get(g), row.groups().get(g)));
      }
      line("%s", text);
    }
  }

  private static String share(Double share, List<Cell> poles) {
    int both = poles.stream().mapToInt(Cell::count).sum();
    return share == null
        ? String.format(Locale.ROOT, " %14s", "-")
        : String.format(Locale.ROOT, " %8.0f%% %4d", share * 100, both);
  }

  private static String keyword(Keyness.Keyword k) {
    return String.format(Locale.ROOT, "%-34s %8.1f %6.2f", cut(k.term(), 34), k.g2(), k.logRatio());
  }

  private void table(String title, List<Row> rows, boolean share) {
    heading(title);
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-34s %14s", "", "paper"));
    comparison
        .groups()
        .forEach(g -> head.append(String.format(Locale.ROOT, " %14s", cut(g.id(), 14))));
    line("%s", head);
    for (Row row : rows.stream().limit(share ? Integer.MAX_VALUE : ROWS).toList()) {
      StringBuilder text =
          new StringBuilder(String.format(Locale.ROOT, "%-34s", cut(row.id(), 34)));
      text.append(cell(row.paper(), share));
      row.groups().forEach(c -> text.append(cell(c, share)));
      line("%s", text);
    }
    if (rows.isEmpty()) {
      line("none found");
    }
  }

  private static String cell(Cell cell, boolean share) {
    return cell.count() == 0
        ? String.format(Locale.ROOT, " %14s", "-")
        : share
            ? String.format(Locale.ROOT, " %8.1f%% %4d", cell.rate() * 100, cell.count())
            : String.format(Locale.ROOT, " %9.1f %4d", cell.rate(), cell.count());
  }

  private void stances() {
    heading("Stances (supports/opposes/ambivalent; own voices; disagreements first)");
    StringBuilder head =
        new StringBuilder(String.format(Locale.ROOT, "%-30s %10s %12s", "", "paper", "it reports"));
    comparison
        .groups()
        .forEach(g -> head.append(String.format(Locale.ROOT, " %14s", cut(g.id(), 14))));
    line("%s", head);
    for (Comparison.IssueRow row : comparison.issues()) {
      StringBuilder text =
          new StringBuilder(
              String.format(
                  Locale.ROOT,
                  "%-30s %10s %12s",
                  row.issue(),
                  stands(row.own()),
                  stands(row.reported())));
      row.groups().forEach(s -> text.append(String.format(Locale.ROOT, " %14s", stands(s))));
      line("%s%s", text, row.disagreement() != null && row.disagreement() >= 0.5 ? "  <>" : "");
    }
    if (comparison.issues().isEmpty()) {
      line("none found");
    }
  }

  private static String stands(Comparison.Stands stands) {
    return stands.total() == 0
        ? "-"
        : stands.supports() + "/" + stands.opposes() + "/" + stands.ambivalent();
  }

  private void missing() {
    heading("Named by the groups, not by the paper");
    for (Comparison.Missing each : comparison.missing()) {
      line(
          "%s%s: %s",
          each.group(),
          each.until().isEmpty() ? "" : " (texts up to " + each.until() + ")",
          each.entities().isEmpty()
              ? "nobody"
              : each.entities().stream()
                  .map(a -> a.id() + " " + a.group().count())
                  .collect(Collectors.joining(", ")));
    }
  }

  private void passages() {
    heading("Shared passages");
    List<Comparison.Shared> first = comparison.passages().stream().limit(ROWS).toList();
    for (Comparison.Shared each : first) {
      line(
          "%s ~ %s (%d equal words, %s%s)",
          each.paperCitation(),
          each.citation(),
          each.words(),
          each.relation().id(),
          each.earliest().isEmpty() ? "" : "; earliest among these texts: " + each.earliest());
      line("    %s", pieces(each.paper()));
      line("    %s", pieces(each.other()));
    }
    if (first.isEmpty()) {
      line("none found");
    }
  }

  private static String pieces(List<Comparison.Piece> pieces) {
    List<String> texts = new ArrayList<>();
    for (Comparison.Piece piece : pieces) {
      texts.add(piece.same() ? piece.text().strip() : "[" + piece.text().strip() + "]");
    }
    return String.join(" ", texts);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
