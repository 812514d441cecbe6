package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Archives and mails: files whose members are documents of their own, with the path inside the
 * container behind the container's. Read as streams with bounds on number, size and depth.
 */
final class Containers {

  private static final Set<String> TYPES =
      Set.of(
          "application/zip",
          "application/x-tar",
          "application/gzip",
          "application/x-gtar",
          "application/x-bzip2",
          "application/mbox");

  private static final Pattern NAME =
      Pattern.compile("\\.(?:zip|tar|tar\\.gz|tgz|tar\\.bz2|gz|bz2|eml)$");

  private final Ingest ingest;
  private final Limits limits;
  private final Facts facts;
  private final List<Source> sources = new ArrayList<>();
  private int members;
  private long unpacked;

  private Containers(Ingest ingest, Limits limits, Facts facts) {
    this.ingest = ingest;
    this.limits = limits;
    this.facts = facts;
  }

  /** Whether files of a type are containers. */
  static boolean reads(String type) {
    return TYPES.contains(type);
  }

  /** Whether a file's name says that it is a container. */
  static boolean named(String name) {
    return NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * The sources of a container: its members, and the container itself with the outcome that it was
   * unpacked or why it was not.
   */
  static List<Source> sources(Ingest ingest, Limits limits, byte[] bytes, Facts facts) {
    Containers container = new Containers(ingest, limits, facts);
    boolean mail = facts.source().toLowerCase(Locale.ROOT).endsWith(".eml");
    try {
      if (mail) {
        for (MarkupReader.Attachment each : ingest.attachments(bytes, facts.source())) {
          container.member(facts.source(), each.name(), each.bytes(), 1);
        }
      } else {
        container.unpack(bytes, facts.source(), 1);
      }
    } catch (IOException | RuntimeException e) {
      String why = Paths.reason(e);
      container.failed(facts.source(), Outcome.Cause.CORRUPT, "cannot be unpacked: " + why);
      return container.sources;
    } catch (UnreadableException e) {
      container.sources.add(new EndedSource(facts.source(), e.outcome(facts.source())));
      return container.sources;
    }
    if (mail) {
      container.sources.addFirst(new BytesSource(ingest, bytes, facts));
    } else if (container.sources.stream().noneMatch(s -> s.name().equals(facts.source()))) {
      container.sources.addFirst(
          new EndedSource(
              facts.source(),
              container.members == 0
                  ? new Outcome.Skipped(facts.source(), Outcome.Reason.EMPTY, "holds no files")
                  : new Outcome.Skipped(
                      facts.source(),
                      Outcome.Reason.UNPACKED,
                      "its " + container.members + " members are documents of their own")));
    }
    return container.sources;
  }

  private void unpack(byte[] bytes, String path, int depth)
      throws IOException, UnreadableException {
    String low = path.toLowerCase(Locale.ROOT);
    InputStream in = new ByteArrayInputStream(bytes);
    if (low.endsWith(".zip")) {
      entries(new ZipArchiveInputStream(in), path, depth);
    } else if (low.endsWith(".tar")) {
      entries(new TarArchiveInputStream(in), path, depth);
    } else {
      boolean bzip = low.endsWith(".bz2");
      InputStream inner =
          bzip ? new BZip2CompressorInputStream(in, true) : new GZIPInputStream(in, 1 << 16);
      if (low.endsWith(".tgz") || low.endsWith(".tar.gz") || low.endsWith(".tar.bz2")) {
        entries(new TarArchiveInputStream(new BufferedInputStream(inner)), path, depth);
      } else {
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        byte[] content = bounded(inner);
        if (content == null) {
          bomb(path + "/" + name);
        } else {
          member(path, name, content, depth);
        }
      }
    }
  }

  private void entries(ArchiveInputStream<? extends ArchiveEntry> in, String path, int depth)
      throws IOException, UnreadableException {
    try (in) {
      ArchiveEntry entry;
      while ((entry = in.getNextEntry()) != null) {
        String name = safe(entry.getName());
        if (entry.isDirectory() || name.isEmpty()) {
          continue;
        }
        if (members >= limits.members()) {
          throw new UnreadableException(
              Outcome.Cause.TOO_LARGE,
              "has more than " + limits.members() + " members; the first of them were read");
        }
        if (!in.canReadEntryData(entry)) {
          members++;
          failed(
              path + "/" + name,
              Outcome.Cause.ENCRYPTED,
              "is encrypted or packed in an unknown way; unpack the archive by hand");
          continue;
        }
        byte[] content = bounded(in);
        if (content == null) {
          members++;
          bomb(path + "/" + name);
          return; // the rest would have to be unpacked through it
        }
        member(path, name, content, depth);
      }
    }
  }

  /** A member's path without what would lead out of its container. */
  private static String safe(String name) {
    StringBuilder out = new StringBuilder();
    for (String part : name.replace('\\', '/').split("/")) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        out.append(out.isEmpty() ? "" : "/").append(part);
      }
    }
    return out.toString();
  }

  /** A member's bytes, null where they are more than the limits allow. */
  private byte[] bounded(InputStream in) throws IOException {
    long most = Math.min(limits.bytes(), Math.max(0, limits.bytes() * 2 - unpacked));
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
    if (bytes.length > most) {
      return null;
    }
    unpacked += bytes.length;
    return bytes;
  }

  private void member(String container, String name, byte[] bytes, int depth)
      throws IOException, UnreadableException {
    String path = container + "/" + safe(name);
    members++;
    if (named(path) && !path.toLowerCase(Locale.ROOT).endsWith(".eml")) {
      if (depth >= limits.depth()) {
        failed(
            path,
            Outcome.Cause.TOO_LARGE,
            "lies deeper than " + limits.depth() + " archives in each other; unpack it by hand");
        return;
      }
      try {
        unpack(bytes, path, depth + 1);
      } catch (IOException e) {
        failed(path, Outcome.Cause.CORRUPT, "cannot be unpacked: " + Paths.reason(e));
      }
      return;
    }
    sources.add(
        new BytesSource(ingest, bytes, Facts.of(path).withGroups(facts.groups()).withVoice(facts)));
  }

  private void bomb(String path) {
    failed(
        path,
        Outcome.Cause.TOO_LARGE,
        "unpacks to more than the " + (limits.bytes() >> 20) + " MiB that a file may have");
  }

  private void failed(String path, Outcome.Cause cause, String message) {
    sources.add(new EndedSource(path, new Outcome.Failed(path, "ingest", cause, message)));
  }
}
