package dev.rapporteur.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapporteur.pipeline.Models;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a folder, each file ends in exactly one outcome and harms no other. */
class HostileTest {

  private static final String GOOD = "States should cooperate in the use of these technologies.";

  @TempDir Path folder;

  private Map<String, String> outcomes(Limits limits) {
    Map<String, String> outcomes = new TreeMap<>();
    try (Models models = Models.standard();
        Ingest ingest = new Ingest(models, limits)) {
      Iterator<Source> sources = ingest.sources(List.of(folder), Optional.empty(), List.of());
      while (sources.hasNext()) {
        Source source = sources.next();
        String outcome;
        try {
          source.identity();
          outcome = source.read().text().isBlank() ? "blank" : "done";
        } catch (Source.SourceException e) {
          outcome =
              switch (e.outcome()) {
                case Outcome.Skipped skipped -> skipped.reason().id();
                case Outcome.Failed failed -> failed.cause().id();
                case Outcome.Done done -> "done?";
              };
        }
        assertEquals(null, outcomes.put(source.name(), outcome), source.name() + " twice");
      }
    }
    return outcomes;
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void sources_ofBadFiles_endEachInItsOutcome() throws Exception {
    write("a-good.txt", GOOD);
    write("empty.txt", "");
    write("spaces.txt", " \n \n");
    write("noise.pdf", "%PDF-1.7 and then nothing that a PDF has");
    write("glyphs.txt", "/12 /i255 /7 /8 /9 /i255 /10 /11 ".repeat(40));
    write("xxe.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>one &x; two</a>");
    write("deep.html", "<div>".repeat(3000) + "x" + "</div>".repeat(3000));
    Files.write(
        folder.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    Files.write(
        folder.resolve("image.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    byte[] archive = zip("in/a.txt", GOOD, "../b.md", "# T\n\n" + GOOD);
    Files.write(folder.resolve("ok.zip"), archive);
    Files.write(folder.resolve("half.zip"), Arrays.copyOf(archive, 50));
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(folder.resolve("locked.pdf").toFile());
    }
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(folder.resolve("scan.pdf").toFile());
    }
    write("z-good.txt", GOOD);
    Map<String, String> outcomes = outcomes(Limits.standard());
    assertEquals(
        Map.ofEntries(
            Map.entry("a-good.txt", "done"),
            Map.entry("empty.txt", "empty"),
            Map.entry("spaces.txt", "empty"),
            Map.entry("noise.pdf", "corrupt"),
            Map.entry("glyphs.txt", "empty"),
            Map.entry("xxe.xml", "done"),
            Map.entry("deep.html", "too large"),
            Map.entry("image.png", "unsupported"),
            Map.entry("image.txt", "unsupported"),
            Map.entry("ok.zip", "unpacked"),
            Map.entry("ok.zip/in/a.txt", "done"),
            Map.entry("ok.zip/b.md", "done"),
            Map.entry("half.zip", "corrupt"),
            Map.entry("locked.pdf", "encrypted"),
            Map.entry("scan.pdf", "empty"),
            Map.entry("z-good.txt", "done")),
        outcomes);
  }

  @Test
  void sources_largerThanTheLimits_areNamed() throws Exception {
    write("long.txt", GOOD.repeat(100));
    Files.write(folder.resolve("bomb.zip"), zip("zeros.txt", " ".repeat(5_000_000)));
    byte[] inner = zip("a.txt", GOOD);
    for (int i = 0; i < 4; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("n.zip"));
        zip.write(inner);
      }
      inner = bytes.toByteArray();
    }
    Files.write(folder.resolve("nested.zip"), inner);
    Map<String, String> outcomes =
        outcomes(Limits.standard().withBytes(1_000_000).withCharacters(1000));
    assertEquals("too large", outcomes.get("long.txt"));
    assertEquals("too large", outcomes.get("bomb.zip/zeros.txt"));
    assertTrue(outcomes.containsValue("too large"), outcomes.toString());
    assertFalse(outcomes.containsKey("nested.zip/n.zip/n.zip/n.zip/n.zip/a.txt"));
  }

  @Test
  void sources_withLinksThatLoop_end() throws Exception {
    write("a.txt", GOOD);
    Path sub = Files.createDirectory(folder.resolve("sub"));
    try {
      Files.createSymbolicLink(sub.resolve("up"), folder);
      Files.createSymbolicLink(folder.resolve("dead"), folder.resolve("nowhere"));
    } catch (IOException | UnsupportedOperationException e) {
      return; // this file system has no links
    }
    Map<String, String> outcomes = outcomes(Limits.standard());
    assertEquals(Map.of("a.txt", "done", "dead", "unreadable", "sub/up", "unreadable"), outcomes);
  }

  @Test
  void sources_ofMails_areTheMailAndItsAttachments() throws Exception {
    write(
        "m.eml",
        String.join(
            "\r\n",
            "From: a@example.org",
            "Subject: Draft decision",
            "Date: Mon, 3 Jun 2013 10:00:00 +0000",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=XX",
            "",
            "--XX",
            "Content-Type: text/plain",
            "",
            "Please find the draft of the decision attached.",
            "--XX",
            "Content-Type: text/plain; name=draft.txt",
            "Content-Disposition: attachment; filename=draft.txt",
            "",
            GOOD,
            "--XX--",
            ""));
    assertEquals(Map.of("m.eml", "done", "m.eml/draft.txt", "done"), outcomes(Limits.standard()));
  }
}
