package dev.rapporteur.ingest;

import dev.rapporteur.ingest.Block.Kind;
import dev.rapporteur.text.Metadata;
import java.util.List;

/** What a document says about itself on its first page. */
final class FrontMatter {

  private FrontMatter() {}

  /** The metadata of a document; what is known from outside wins. */
  static Metadata of(Facts facts, Draft draft, List<Block> blocks, String language) {
    Metadata metadata = Metadata.of(facts.source()).withLanguage(language);
    String title = facts.title();
    if (title.isEmpty()) {
      title =
          blocks.stream()
              .filter(b -> b.is(Kind.TITLE))
              .map(b -> Marks.strip(b.text()))
              .findFirst()
              .orElse(draft.title());
    }
    metadata =
        metadata
            .withTitle(title)
            .withSymbol(facts.symbol())
            .withDate(facts.date())
            .withBody(facts.body())
            .withLegalStatus(facts.legalStatus());
    for (Metadata.SourceType type : Metadata.SourceType.values()) {
      if (type.id().equals(facts.sourceType())) {
        metadata = metadata.withSourceType(type);
      }
    }
    return metadata;
  }
}
