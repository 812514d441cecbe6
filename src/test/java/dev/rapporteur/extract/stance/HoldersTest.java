package dev.rapporteur.extract.stance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.text.Cue;
import dev.rapporteur.text.Dependency;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.Layer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HoldersTest {

  private static final Map<String, String> NAMES =
      Map.of("Russia", "state:RU", "China", "state:CN", "Tajikistan", "state:TJ");

  private static Holders holders(String voice, String line) {
    Doc doc = Docs.of(voice, NAMES, line);
    return new Holders(
        Context.of(doc, Docs.knowledge()), 0, List.of("forum:sco"), Map.of(), List.of());
  }

  @Test
  void candidates_voiceMentionedCollectiveAndBefore_areAll() {
    Set<String> found =
        holders("author", "Russia and many states support norms; companies do not.")
            .candidates()
            .stream()
            .map(Holders.Candidate::holder)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of("author", "state:RU", "group:some-states", "group:private-sector", "forum:sco"),
        found);
  }

  @Test
  void together_list_isWhole() {
    Holders holders = holders("author", "China, Russia and Tajikistan proposed a code of conduct.");
    Holders.Candidate first =
        holders.candidates().stream()
            .filter(c -> c.holder().equals("state:CN"))
            .findFirst()
            .orElseThrow();
    assertEquals(3, holders.together(first).size());
  }

  @Test
  void together_verbBetween_isNoList() {
    Holders holders = holders("author", "Russia supports China and norms.");
    Holders.Candidate first =
        holders.candidates().stream()
            .filter(c -> c.holder().equals("state:RU"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, holders.together(first).size());
  }

  @Test
  void relation_subject_isToldWithItsVerb() {
    Doc doc = Docs.of("author", NAMES, "Russia supports norms.");
    Words words = Words.of(doc, doc.get(Layer.SENTENCES).getFirst());
    List<Dependency> arcs =
        List.of(
            new Dependency(words.get(0).span(), 0, 1, "nsubj", "NNP"),
            new Dependency(words.get(1).span(), 1, -1, "root", "VBZ"),
            new Dependency(words.get(2).span(), 2, 1, "obj", "NNS"));
    assertEquals(
        List.of("nsubj", "nsubj<root", "nsubj<supports"), new Tree(words, arcs).relation(0, 1));
    assertTrue(new Tree(words, List.of()).relation(0, 1).isEmpty());
  }

  @Test
  void cues_voiceAlone_needsNoParser() {
    CueStage stage = new CueStage(Docs.knowledge(), 1);
    String line = "Norms of responsible state behaviour in cyberspace should be supported.";
    assertEquals(List.of(), stage.annotate(Docs.of("state:EE", NAMES, line)).get(Layer.CUES));
    List<Cue> cues =
        stage
            .annotate(Docs.of("author", NAMES, "Russia supports n" + line.substring(1)))
            .get(Layer.CUES);
    assertTrue(cues.stream().anyMatch(c -> c.name().equals("stance:norms")));
  }
}
