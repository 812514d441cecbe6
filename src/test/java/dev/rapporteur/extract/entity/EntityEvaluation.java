package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Registry;
import dev.rapporteur.pipeline.Settings;
import dev.rapporteur.pipeline.Stage;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Evidence;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Layer;
import dev.rapporteur.text.Layers;
import dev.rapporteur.text.Mention;
import dev.rapporteur.text.Metadata;
import dev.rapporteur.text.Section;
import dev.rapporteur.text.Sentence;
import dev.rapporteur.text.Span;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Annotates documents (JSON Lines with doc, title, symbol, date, voice, groups and text or
 * sentences) with the components of this package alone and writes an export of their mentions: the
 * quick loop of development.
 *
 * <p>Usage: {@code EntityEvaluation IN OUT [--find-voice]}
 */
final class EntityEvaluation {

  private EntityEvaluation() {}

  public static void main(String[] args) throws Exception {
    JsonMapper json = JsonMapper.shared();
    boolean findVoice = args.length > 2;
    long start = System.nanoTime();
    try (Models models = Models.standard();
        PrintStream out = new PrintStream(args[1], StandardCharsets.UTF_8)) {
      Registry registry = Registry.load();
      Stage entities = registry.get("entities", "test").open(Settings.none(), models);
      System.err.printf(Locale.ROOT, "open %d ms%n", (System.nanoTime() - start) / 1_000_000);
      Stage voice = findVoice ? registry.get("voice", "test").open(Settings.none(), models) : null;
      Stage sentences =
          registry.get("opennlp", "test").open(new Settings("test", Map.of("tags", false)), models);
      long time = 0;
      long chars = 0;
      int right = 0;
      int wrong = 0;
      int none = 0;
      for (String line : Files.readAllLines(Path.of(args[0]))) {
        JsonNode node = json.readTree(line);
        Doc doc = doc(node, !findVoice);
        if (node.has("text")) {
          doc = doc.with(sentences.annotate(doc));
        }
        if (findVoice) {
          doc = doc.with(voice.annotate(doc));
        }
        long before = System.nanoTime();
        Doc annotated = doc.with(entities.annotate(doc));
        time += System.nanoTime() - before;
        chars += doc.text().length();
        if (findVoice) {
          String wanted = node.path("voice").asString("");
          String got = annotated.voice();
          right += wanted.equals(got) ? 1 : 0;
          none += got.isEmpty() ? 1 : 0;
          wrong += !got.isEmpty() && !wanted.equals(got) ? 1 : 0;
          if (!wanted.equals(got)) {
            System.err.printf(
                Locale.ROOT,
                "voice %s | %s: gold %s, found %s%n",
                node.path("doc").asString(""),
                node.path("title").asString(""),
                wanted,
                got);
          }
        }
        out.println(json.writeValueAsString(export(annotated, node)));
      }
      System.err.printf(
          Locale.ROOT,
          "%d chars in %d ms: %d chars/s%n",
          chars,
          time / 1_000_000,
          chars * 1_000_000_000L / Math.max(1, time));
      if (findVoice) {
        System.err.printf(Locale.ROOT, "voice: %d right, %d wrong, %d none%n", right, wrong, none);
      }
    }
  }

  private static Doc doc(JsonNode node, boolean voice) {
    Metadata metadata =
        Metadata.of(node.path("doc").asString(""))
            .withTitle(node.path("title").asString(""))
            .withSymbol(node.path("symbol").asString(""))
            .withDate(node.path("date").asString(""));
    List<Label> labels = new ArrayList<>();
    Doc doc;
    Layers layers = Layers.none();
    if (node.has("text")) {
      doc = Doc.of(metadata, node.path("text").asString(""));
    } else {
      StringBuilder text = new StringBuilder();
      List<Sentence> sentences = new ArrayList<>();
      List<Section> sections = new ArrayList<>();
      for (JsonNode each : node.path("sentences")) {
        int begin = text.length();
        text.append(each.asString());
        Span span = new Span(begin, text.length());
        sentences.add(new Sentence(span, sentences.size() + 1));
        sections.add(new Section(span, Section.Kind.BODY, "", 0, 0));
        text.append("\n\n");
      }
      layers = layers.and(Layer.SENTENCES, sentences);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      doc = new Doc(DocId.of(bytes), metadata, text.toString(), sections, List.of(), Layers.none());
    }
    if (voice && !node.path("voice").asString("").isEmpty()) {
      labels.add(fact(doc, Label.VOICE, node.path("voice").asString("")));
    }
    for (String group : node.path("groups").asString("").split(";")) {
      if (!group.isBlank()) {
        labels.add(fact(doc, Label.GROUP, group));
      }
    }
    return doc.with(layers.and(Layer.LABELS, labels));
  }

  private static Label fact(Doc doc, String name, String value) {
    return new Label(doc.span(), name, value, Evidence.rule("test", "given"));
  }

  private static Map<String, Object> export(Doc doc, JsonNode node) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", node.path("doc").asString(""));
    out.put("source", node.path("doc").asString(""));
    out.put("text", doc.text());
    List<Object> sentences = new ArrayList<>();
    for (Sentence sentence : doc.get(Layer.SENTENCES)) {
      List<Object> mentions = new ArrayList<>();
      for (Mention mention : doc.within(Layer.MENTIONS, sentence.span())) {
        mentions.add(
            Map.of(
                "begin", mention.span().begin(),
                "end", mention.span().end(),
                "surface", doc.text(mention),
                "id", mention.id(),
                "anaphor", mention.anaphor(),
                "nil", mention.nil(),
                "rule", mention.evidence().rule()));
      }
      out.put("sentences", sentences);
      sentences.add(
          Map.of(
              "sid", sentence.sid(),
              "begin", sentence.span().begin(),
              "end", sentence.span().end(),
              "text", doc.text(sentence),
              "entities", mentions));
    }
    return out;
  }
}
