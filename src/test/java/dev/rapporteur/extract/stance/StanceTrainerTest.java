package dev.rapporteur.extract.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StanceTrainerTest {

  private static String row(String split, int sid, String text, String stances) {
    return "{\"doc\":\""
        + split
        + "\",\"sid\":"
        + sid
        + ",\"text\":\""
        + text
        + "\",\"entities\":[],\"frames\":[],\"moves\":[],\"stances\":["
        + stances
        + "],\"split\":\""
        + split
        + "\",\"voice\":\"state:EE\"}\n";
  }

  private static SortedMap<String, String> files() {
    String stance =
        "{\"holder\":\"state:EE\",\"issue\":\"norms\",\"position\":\"supports\","
            + "\"evidence\":\"statement\",\"force\":\"asserts\"}";
    StringBuilder lines = new StringBuilder();
    for (String split : List.of("train", "dev", "test")) {
      for (int i = 0; i < 8; i++) {
        lines.append(row(split, 2 * i, "We support voluntary cyber norms number " + i, stance));
        lines.append(row(split, 2 * i + 1, "The cyber rules of the house were read " + i, ""));
      }
    }
    return new TreeMap<>(java.util.Map.of("small.jsonl", lines.toString()));
  }

  @Test
  void train_twice_isTheSameBitForBit() {
    List<StanceTrainer.Result> results = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (Models models = Docs.models()) {
        results.add(new StanceTrainer(models, List.of("opennlp")).train(files()));
      }
    }
    assertEquals(results.get(0).model(), results.get(1).model());
    assertEquals(1, results.get(0).scores().get("test").f1(), 1e-9);
    assertTrue(results.get(0).card().contains("| test | 1.000 |"));
  }

  @Test
  void model_writtenAndRead_weighsTheSame() {
    try (Models models = Docs.models()) {
      String text = new StanceTrainer(models, List.of("opennlp")).train(files()).model();
      LinearModel model = LinearModel.read(text, StanceModel.ISSUES, "test");
      StringBuilder again = new StringBuilder();
      model.write(StanceModel.ISSUES, again);
      assertEquals(
          text.lines().filter(l -> l.startsWith("issue\t")).toList(),
          again.toString().lines().toList());
    }
  }
}
