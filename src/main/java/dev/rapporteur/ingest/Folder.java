package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files under some paths, with what is known about each. */
final class Folder {

  private final Ingest ingest;
  private final Ids ids;
  private final List<Catalog> catalogs;
  private final List<Facts.Group> groups;
  private final List<Source> sources = new ArrayList<>();
  private final Set<Path> visited = new HashSet<>();
  private final Set<Path> listed = new HashSet<>();

  private Folder(Ingest ingest, Ids ids, List<Catalog> catalogs, List<Facts.Group> groups) {
    this.ingest = ingest;
    this.ids = ids;
    this.catalogs = catalogs;
    this.groups = groups;
  }

  static Iterator<Source> sources(
      Ingest ingest, Ids ids, List<Path> paths, Optional<Path> catalog, List<String> groups) {
    List<String> problems = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        problems.add("there is no file or folder '" + path + "'");
      }
    }
    List<Facts.Group> all = new ArrayList<>();
    for (String group : groups) {
      ids.problemWithGroup(group).ifPresent(p -> problems.add("--group: " + p));
      all.add(new Facts.Group(group, "option group"));
    }
    Set<Path> files = new LinkedHashSet<>();
    catalog.ifPresent(files::add);
    for (Path path : paths) {
      Path beside = path.resolve(Catalog.NAME);
      if (Files.isDirectory(path) && Files.isRegularFile(beside)) {
        files.add(beside);
      }
    }
    List<Catalog> catalogs = new ArrayList<>();
    for (Path file : files) {
      try {
        catalogs.add(Catalog.read(file, ids));
      } catch (ConfigurationException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(String.join("\n", problems));
    }
    Folder folder = new Folder(ingest, ids, catalogs, all);
    for (Path path : paths) {
      Path root = path.toAbsolutePath().normalize();
      folder.walk(root, root);
    }
    return folder.sources.iterator();
  }

  private void walk(Path root, Path path) {
    if (Files.exists(path.resolve(Source.NOT_DOCUMENTS))) {
      return; // an index that was made among the documents
    }
    String name = Paths.relative(root, path);
    if (Files.isDirectory(path)) {
      try {
        if (!visited.add(path.toRealPath())) {
          if (!root.equals(path)) {
            sources.add(failed(name, "is a link to a folder that is read already"));
          }
          return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
          entries.forEach(children::add);
        }
        children.sort(java.util.Comparator.comparing(p -> p.getFileName().toString()));
        for (Path child : children) {
          walk(root, child);
        }
      } catch (IOException | java.nio.file.DirectoryIteratorException e) {
        sources.add(failed(name, Paths.reason(e)));
      }
    } else if (Files.isRegularFile(path)) {
      file(root, path, name);
    } else if (Files.isSymbolicLink(path)) {
      sources.add(failed(name, "is a link that leads nowhere"));
    } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      sources.add(
          ended(
              name,
              new Outcome.Skipped(
                  name, Outcome.Reason.UNSUPPORTED, "is a pipe, socket or device, not a file")));
    }
  }

  private void file(Path root, Path path, String name) {
    boolean isCatalog =
        catalogs.stream().anyMatch(c -> c.file().toAbsolutePath().normalize().equals(path));
    if (isCatalog || !listed.add(path) || path.getFileName().toString().startsWith(".")) {
      return; // hidden files are the system's, not the analyst's
    }
    Facts facts =
        catalogs.stream()
            .flatMap(c -> c.row(path).stream())
            .findFirst()
            .orElse(Facts.of(name))
            .withSource(name);
    List<Facts.Group> all = new ArrayList<>(facts.groups());
    groups.forEach(g -> add(all, g));
    if (facts.groups().isEmpty()) {
      List<String> folders = new ArrayList<>();
      if (root.getFileName() != null && !root.equals(path)) {
        folders.add(root.getFileName().toString());
      }
      String[] parts = name.split("/");
      folders.addAll(List.of(parts).subList(0, parts.length - 1));
      ids.groupOfFolders(folders).ifPresent(g -> add(all, new Facts.Group(g, "folder's name")));
    }
    sources.addAll(ingest.members(path, facts.withGroups(all)));
  }

  private static void add(List<Facts.Group> all, Facts.Group group) {
    if (all.stream().noneMatch(g -> g.id().equals(group.id()))) {
      all.add(group);
    }
  }

  private static Source failed(String name, String why) {
    return ended(name, new Outcome.Failed(name, "ingest", Outcome.Cause.UNREADABLE, why));
  }

  /** A source whose outcome is known before it is read. */
  private static Source ended(String name, Outcome outcome) {
    return new EndedSource(name, outcome);
  }
}
