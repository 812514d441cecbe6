package dev.rapporteur.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What goes wrong with paths, in words; names of files as sources have them. */
final class Paths {

  private Paths() {}

  /** The cause in words. */
  static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no such file";
      case FileSystemLoopException loop -> "a link that leads back to its own folder";
      case CharacterCodingException coding -> "its bytes are not in the encoding expected";
      case IOException io when io.getMessage() != null -> io.getMessage();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  /** A file's path relative to the folder that is run, with {@code /}. */
  static String relative(Path root, Path file) {
    Path relative = root.equals(file) ? file.getFileName() : root.relativize(file);
    StringBuilder name = new StringBuilder();
    for (Path part : relative) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return name.toString();
  }
}
