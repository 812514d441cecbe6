package dev.rapporteur.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreeCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String a, String b, String... options) throws IOException {
    Path first = Files.writeString(folder.resolve("a.jsonl"), a);
    Path second = Files.writeString(folder.resolve("b.jsonl"), b);
    String[] args = new String[options.length + 3];
    args[0] = "agree";
    args[1] = first.toString();
    args[2] = second.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static String line(int sid, String frames) {
    return "{\"doc\":\"d\",\"sid\":" + sid + ",\"text\":\"T.\",\"frames\":[" + frames + "]}\n";
  }

  @Test
  void agree_table() throws IOException {
    assertEquals(0, run(line(1, "\"law\"") + line(2, ""), line(1, "\"law\"") + line(2, "")));
    assertTrue(
        out.toString().matches("(?s).*frame:law +2 +1 +1 +100\\.0 +1\\.000.*"), out::toString);
  }

  @Test
  void agree_json_namesDifferingSets() throws IOException {
    assertEquals(0, run(line(1, "\"law\"") + line(2, ""), line(1, "\"law\""), "--json"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals("d 2", json.get("onlyA").get(0).asString());
    assertTrue(json.get("codes").get(0).get("kappa").get("value").isNull());
    assertTrue(err.toString().contains("d 2"), err::toString);
  }

  @Test
  void agree_nothingInCommon_fails() throws IOException {
    assertEquals(Main.FAILED, run(line(1, ""), line(2, "")));
    assertTrue(err.toString().contains("no sentence in common"), err::toString);
  }

  @Test
  void agree_missingFile_isBadUsage() {
    assertEquals(
        Main.USAGE,
        Main.run(new PrintWriter(out), new PrintWriter(err), "agree", "nowhere", "nor-there"));
  }
}
