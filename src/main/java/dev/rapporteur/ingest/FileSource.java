package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One file of a run. */
final class FileSource implements Source {

  private final Ingest ingest;
  private final Path file;
  private final Facts facts;

  FileSource(Ingest ingest, Path file, Facts facts) {
    this.ingest = ingest;
    this.file = file;
    this.facts = facts;
  }

  @Override
  public String name() {
    return facts.source();
  }

  @Override
  public Identity identity() throws SourceException {
    return new Identity(
        DocId.of(bytes()).value(),
        DocId.of(facts.key().getBytes(StandardCharsets.UTF_8)).value(),
        file.toString());
  }

  @Override
  public Doc read() throws SourceException {
    try {
      return ingest.readApart(bytes(), facts);
    } catch (UnreadableException e) {
      throw new SourceException(e.outcome(name()), e);
    }
  }

  private byte[] bytes() throws SourceException {
    try {
      return ingest.content(file);
    } catch (UnreadableException e) {
      throw new SourceException(e.outcome(name()), e);
    } catch (IOException e) {
      throw new SourceException(
          new Outcome.Failed(name(), "ingest", Outcome.Cause.UNREADABLE, Paths.reason(e)), e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
