package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Outcome;
import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;

/** A source whose outcome is known before it is read: a folder without permission, a dead link. */
record EndedSource(String name, Outcome outcome) implements Source {

  @Override
  public Identity identity() throws SourceException {
    throw new SourceException(outcome);
  }

  @Override
  public Doc read() throws SourceException {
    throw new SourceException(outcome);
  }
}
