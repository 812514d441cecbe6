package dev.rapporteur.extract.entity;

import dev.rapporteur.pipeline.Models;

/**
 * Everything that the components of this package know, loaded once.
 *
 * @param knowledge the entries
 * @param lexicon their designations, compiled
 * @param rules context rules
 * @param anaphors nouns that stand for entities
 * @param heads nouns that make a capitalised phrase a name
 * @param sessions which session of a body is meant
 * @param voices what tells who speaks
 */
record EntityModel(
    Knowledge knowledge,
    Lexicon lexicon,
    ContextRules rules,
    Anaphors anaphors,
    Heads heads,
    Sessions sessions,
    VoiceRules voices) {

  static EntityModel load(Models models) {
    return models.shared(
        EntityModel.class,
        () -> {
          Knowledge knowledge = Knowledge.load(models);
          Anaphors anaphors = new Anaphors("anaphors.csv", text(models, "anaphors.csv"));
          return new EntityModel(
              knowledge,
              new Lexicon(knowledge, anaphors),
              new ContextRules("context.yaml", text(models, "context.yaml")),
              anaphors,
              new Heads(Csv.parse("heads.csv", text(models, "heads.csv")), knowledge),
              new Sessions(knowledge),
              VoiceRules.read("voice.csv", text(models, "voice.csv")));
        });
  }

  private static String text(Models models, String file) {
    return models.text(KnowledgeReader.FOLDER + file);
  }
}
