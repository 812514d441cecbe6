package dev.rapporteur.nlp.corenlp;

import java.util.Optional;

/** Whether CoreNLP's two jars are there; names no type of theirs. */
final class CoreNlpJars {

  private CoreNlpJars() {}

  /** What is missing of a class and of model files, in words; empty if all are there. */
  static Optional<String> missing(String classFile, String... models) {
    ClassLoader loader = CoreNlpJars.class.getClassLoader();
    if (loader.getResource(classFile) == null) {
      return Optional.of("CoreNLP's jar is not on the class path");
    }
    for (String model : models) {
      if (loader.getResource(model) == null) {
        return Optional.of("CoreNLP's models are not on the class path");
      }
    }
    return Optional.empty();
  }
}
