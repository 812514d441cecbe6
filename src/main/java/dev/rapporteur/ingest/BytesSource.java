package dev.rapporteur.ingest;

import dev.rapporteur.pipeline.Source;
import dev.rapporteur.text.Doc;
import dev.rapporteur.text.DocId;
import java.nio.charset.StandardCharsets;

/** A member of an archive or mail, in memory. */
final class BytesSource implements Source {

  private final Ingest ingest;
  private final byte[] bytes;
  private final Facts facts;

  BytesSource(Ingest ingest, byte[] bytes, Facts facts) {
    this.ingest = ingest;
    this.bytes = bytes;
    this.facts = facts;
  }

  @Override
  public String name() {
    return facts.source();
  }

  @Override
  public Identity identity() {
    return new Identity(
        DocId.of(bytes).value(), DocId.of(facts.key().getBytes(StandardCharsets.UTF_8)).value());
  }

  @Override
  public Doc read() throws SourceException {
    try {
      return ingest.readApart(bytes, facts);
    } catch (UnreadableException e) {
      throw new SourceException(e.outcome(name()), e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
