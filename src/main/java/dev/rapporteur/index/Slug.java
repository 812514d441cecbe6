package dev.rapporteur.index;

import dev.rapporteur.text.Metadata;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of documents in a form that is easy to type: {@code A/68/98} is {@code a-68-98}. */
final class Slug {

  private Slug() {}

  /** Lower case, words joined by hyphens. */
  static String of(String name) {
    return String.join("-", Words.terms(name));
  }

  /** Every name that a document answers to. */
  static Set<String> names(Metadata metadata) {
    String source = metadata.source();
    String file = source.substring(source.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    Set<String> names = new LinkedHashSet<>();
    names.add(of(metadata.symbol()));
    names.add(of(metadata.title()));
    names.add(of(source));
    names.add(of(file));
    names.add(of(dot > 0 ? file.substring(0, dot) : file));
    names.add(of(dot > 0 ? source.substring(0, source.length() - file.length() + dot) : source));
    names.remove("");
    return names;
  }
}
