package dev.rapporteur.ingest;

import java.util.Set;

/** Archives: files whose members are documents of their own. */
final class Containers {

  private static final Set<String> TYPES =
      Set.of(
          "application/zip", "application/x-tar", "application/gzip", "application/x-gtar",
          "application/x-7z-compressed", "application/x-bzip2", "application/x-xz",
          "application/mbox");

  private Containers() {}

  static boolean reads(String type) {
    return TYPES.contains(type);
  }
}
