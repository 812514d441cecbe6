package dev.rapporteur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private String target() {
    return folder.resolve("originals").toString();
  }

  @Test
  void fetch_nothingNamed_isBadUsage() {
    assertEquals(Main.USAGE, run("fetch", "-o", target()));
    assertTrue(err.toString().contains("unasked"), err::toString);
  }

  @Test
  void fetch_unknownSymbol_isBadUsage() {
    assertEquals(Main.USAGE, run("fetch", "A/0/0", "-o", target()));
    assertTrue(err.toString().contains("A/0/0"), err::toString);
  }

  @Test
  void fetch_dryRunOfSymbolsAndGroup_listsAndAsksNobody() {
    assertEquals(
        0, run("fetch", "a/70/174", "--group", "forum:un/gge", "--dry-run", "-o", target()));
    String listed = out.toString();
    assertTrue(listed.contains("https://docs.un.org/en/A/68/98 -> "), listed);
    assertTrue(listed.contains("un-a-68-98.pdf"), listed);
    assertEquals(listed.indexOf("A/70/174: "), listed.lastIndexOf("A/70/174: "), "named once");
    assertFalse(Files.exists(folder.resolve("originals")));
  }

  @Test
  void fetch_groupWithoutTexts_isBadUsage() {
    assertEquals(Main.USAGE, run("fetch", "--group", "forum:nowhere", "-o", target()));
  }
}
