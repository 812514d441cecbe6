package dev.rapporteur.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import dev.rapporteur.text.Label;
import dev.rapporteur.text.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {

  @TempDir Path folder;

  private static Sample gge() {
    return new Sample("A/68/98")
        .date("2013-06-24")
        .fact(Label.VOICE, "forum:un/gge/2012")
        .fact(Label.GROUP, "forum:un/gge")
        .sentence("[Russia|state:RU] tabled a draft.")
        .stance("state:RU", "un-process", Stance.Position.SUPPORTS, "tabled");
  }

  private static Source.Identity identity(Doc doc, String place) {
    return new Source.Identity(doc.id().value(), "m", place);
  }

  private void write(String place, Doc... docs) {
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      for (Doc doc : docs) {
        indexer.accept(doc.metadata().source(), identity(doc, place), doc);
      }
    }
  }

  @Test
  void doc_thatWasWritten_comesBackEqual() {
    Doc doc = gge().doc();
    write("", doc);
    try (Index index = Index.open(folder)) {
      assertEquals(Optional.of(doc), index.doc(doc.id()));
      assertEquals(Optional.empty(), index.doc(new DocId("0")));
    }
  }

  @Test
  void entries_twoDocuments_areSortedByPath() {
    write("", new Sample("B").sentence("One.").doc(), new Sample("A").sentence("Two.").doc());
    try (Index index = Index.open(folder)) {
      assertEquals(
          List.of("a.txt", "b.txt"),
          index.entries().stream().map(e -> e.metadata().source()).toList());
    }
  }

  @Test
  void entry_metadata_areKept() {
    Doc doc = gge().doc();
    write("/x/y.txt", doc);
    try (Index index = Index.open(folder)) {
      Entry entry = index.entries().getFirst();
      assertEquals(
          new Entry(
              doc.id(),
              doc.metadata(),
              "forum:un/gge/2012",
              List.of("forum:un/gge"),
              "fast",
              "f1",
              "m",
              "/x/y.txt",
              1,
              4),
          entry);
    }
  }

  @Test
  void find_symbolTitleFileOrId_findsTheDocument() {
    Doc doc = gge().doc();
    write("", doc, new Sample("A/70/174").sentence("Else.").doc());
    try (Index index = Index.open(folder)) {
      for (String name :
          List.of(
              "A/68/98",
              "a-68-98",
              "a-68-98.txt",
              "report A/68/98",
              doc.id().value(),
              doc.id().brief(),
              doc.id().value().substring(0, 6).toUpperCase(java.util.Locale.ROOT),
              "68/98")) {
        assertEquals(List.of("A/68/98"), index.find(name).stream().map(Entry::name).toList(), name);
      }
      assertEquals(2, index.find("report").size());
      assertEquals(List.of(), index.find("nothing like it"));
      assertEquals(List.of(), index.find("?!"));
    }
  }

  @Test
  void known_sameContentAndFingerprint_isUnchanged() {
    Doc doc = gge().doc();
    write("", doc);
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      assertEquals(
          Outcome.Reason.UNCHANGED,
          indexer.known("a-68-98.txt", identity(doc, "")).orElseThrow().reason());
      Source.Identity other = new Source.Identity(doc.id().value(), "m2", "");
      assertTrue(indexer.known("a-68-98.txt", other).isEmpty(), "its metadata changed");
    }
    try (Indexer indexer = Indexer.open(folder, "fast", "f2", false)) {
      assertTrue(indexer.known("a-68-98.txt", identity(doc, "")).isEmpty(), "the pipeline changed");
    }
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", true)) {
      assertTrue(indexer.known("a-68-98.txt", identity(doc, "")).isEmpty(), "--force");
    }
  }

  @Test
  void known_sameContentInAnotherFileThatStillStands_isDuplicate() throws IOException {
    Path first = Files.createFile(folder.resolveSibling(folder.getFileName() + "-first.txt"));
    Doc doc = gge().doc();
    write(first.toString(), doc);
    Source.Identity twin = new Source.Identity(doc.id().value(), "m2", first + "-twin");
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      assertEquals(Outcome.Reason.DUPLICATE, indexer.known("twin", twin).orElseThrow().reason());
    }
    Files.delete(first);
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      assertTrue(indexer.known("twin", twin).isEmpty(), "the first file is gone");
    }
  }

  @Test
  void accept_sameDocumentTwice_isThereOnce() {
    write("", gge().doc());
    write("", gge().doc());
    try (Index index = Index.open(folder)) {
      assertEquals(1, index.entries().size());
      assertEquals(2, index.searcher().getIndexReader().numDocs());
    }
  }

  @Test
  void accept_changedFile_replacesWhatItWas() {
    write("/x/a.txt", gge().doc());
    write("/x/a.txt", gge().sentence("More.").doc());
    write("/z/a.txt", gge().sentence("Another folder's file of that name.").doc());
    try (Index index = Index.open(folder)) {
      assertEquals(2, index.entries().size());
      assertEquals(6, index.searcher().getIndexReader().numDocs());
    }
  }

  @Test
  void accept_blankText_isSkippedAsEmpty() {
    Doc doc = Doc.of(" \n ");
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      assertEquals(
          new Outcome.Skipped("e", Outcome.Reason.EMPTY, "holds no text"),
          indexer.accept("e", identity(doc, ""), doc));
    }
  }

  @Test
  void accept_documentThatCannotBeIndexed_failsAlone() {
    Doc wrong = new Sample("X").date("2013-99-99").sentence("One.").doc();
    Doc endless = new Sample("y".repeat(40_000)).sentence("Two.").doc();
    try (Indexer indexer = Indexer.open(folder, "fast", "f1", false)) {
      for (Doc each : List.of(wrong, endless)) {
        Outcome outcome = indexer.accept("e", identity(each, ""), each);
        assertTrue(outcome instanceof Outcome.Failed f && f.stage().equals("index"), "" + outcome);
      }
      indexer.accept("good", identity(gge().doc(), ""), gge().doc());
    }
    try (Index index = Index.open(folder)) {
      assertEquals(1, index.entries().size());
      assertEquals(2, index.searcher().getIndexReader().numDocs());
    }
  }

  @Test
  void accept_documentWithoutSentenceLayer_isIndexedByParagraph() {
    write("", Doc.of("One paragraph.\n\nAnother."));
    try (Index index = Index.open(folder)) {
      assertEquals(2, index.entries().getFirst().sentences());
    }
  }

  @Test
  void open_runThatWasKilled_leavesTheLastCommit() {
    write("", gge().doc());
    Indexer killed = Indexer.open(folder, "fast", "f1", false);
    killed.accept("n", identity(Doc.of("New."), ""), Doc.of("New."));
    try (Index index = Index.open(folder)) {
      assertEquals(1, index.entries().size(), "nothing uncommitted is seen");
    }
    killed.close();
  }

  @Test
  void open_twoWriters_secondIsRefusedInOneLine() {
    try (Indexer first = Indexer.open(folder, "fast", "f1", false)) {
      assertEquals(0, first.size());
      IndexException refused =
          assertThrows(
              IndexException.class, () -> Indexer.open(folder, "fast", "f1", false).close());
      assertTrue(refused.getMessage().startsWith("another run is writing"), refused.getMessage());
    }
  }

  @Test
  void open_noIndex_saysHowToMakeOne() {
    IndexException none =
        assertThrows(IndexException.class, () -> Index.open(folder.resolve("none")).close());
    assertTrue(none.getMessage().contains("rapporteur run PATH"), none.getMessage());
  }

  @Test
  void open_otherVersion_isRefusedForReadingAndWriting() throws IOException {
    write("", gge().doc());
    try (FSDirectory directory = FSDirectory.open(Index.lucene(folder));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(null))) {
      writer.setLiveCommitData(java.util.Map.of("rapporteur.schema", "0.1").entrySet());
      writer.commit();
      assertTrue(DirectoryReader.indexExists(directory));
    }
    for (var open :
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> Index.open(folder).close(),
            () -> Indexer.open(folder, "fast", "f1", false).close())) {
      IndexException other = assertThrows(IndexException.class, open);
      assertTrue(other.getMessage().contains("another version (0.1)"), other.getMessage());
    }
  }

  @Test
  void open_folderWithOtherFiles_isLeftAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    IndexException refused =
        assertThrows(IndexException.class, () -> Indexer.open(folder, "f", "f", false).close());
    assertTrue(refused.getMessage().contains("other files"), refused.getMessage());
  }

  @Test
  void passage_sentence_hasPlaceAndCitation() {
    Doc doc =
        new Sample("A/68/98")
            .sentence("First.")
            .sentence("Second [state|state:RU].", dev.rapporteur.text.Section.Kind.BODY, "13")
            .doc();
    write("", doc);
    try (Index index = Index.open(folder)) {
      Passage passage = index.passage(1);
      assertEquals("A/68/98, para. 13", passage.citation());
      assertEquals(2, passage.sid());
      assertEquals("Second state.", passage.text());
      assertEquals(doc.text().indexOf("Second"), passage.begin());
    }
  }
}
