package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.Models;

/** Prints how long the knowledge base takes to load and to compile, cold and warm. */
final class LoadTiming {

  private LoadTiming() {}

  public static void main(String[] args) {
    for (int i = 0; i < 6; i++) {
      long start = System.nanoTime();
      try (Models models = Models.standard()) {
        Knowledge knowledge = Knowledge.load(models);
        long read = System.nanoTime();
        Lexicon lexicon = new Lexicon(knowledge);
        long compiled = System.nanoTime();
        EntityModel.load(models);
        System.out.printf(
            java.util.Locale.ROOT,
            "read %d ms, compiled %d ms (%d words), all again %d ms%n",
            (read - start) / 1_000_000,
            (compiled - read) / 1_000_000,
            lexicon.vocabulary().size(),
            (System.nanoTime() - compiled) / 1_000_000);
      }
    }
  }
}
