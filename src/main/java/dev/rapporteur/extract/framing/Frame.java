package dev.rapporteur.extract.framing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The codebook's ten frames. */
enum Frame {
  SECURITIZATION,
  MILITARIZATION,
  CRIME,
  SOVEREIGNTY,
  RIGHTS,
  DEVELOPMENT,
  COOPERATION,
  LAW,
  GOVERNANCE,
  RESILIENCE;

  /** The id in the codebook, in files and on screen. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All ids, in the codebook's order. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Frame::id).toList();
  }

  /** The cue files of a folder: one for each frame and one for the context. */
  static List<String> files(String folder) {
    List<String> files = new java.util.ArrayList<>();
    files.add(folder + "/" + SentenceView.ICT + ".yaml");
    ids().forEach(id -> files.add(folder + "/" + id + ".yaml"));
    return files;
  }
}
