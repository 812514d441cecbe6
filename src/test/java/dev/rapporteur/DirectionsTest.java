package dev.rapporteur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Fails on an import against the direction of dependencies, or of a library outside its place. */
@AnalyzeClasses(packages = "dev.rapporteur", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionsTest {

  private static final String BASE = "dev.rapporteur.";

  private static String[] packages(String... names) {
    String[] all = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      all[i] = BASE + names[i] + "..";
    }
    return all;
  }

  /** No class of a package depends on one of the others named. */
  private static ArchRule not(String from, String... to) {
    return noClasses()
        .that()
        .resideInAPackage(BASE + from + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(to))
        .allowEmptyShould(true);
  }

  /** Nobody but the packages named depends on the library. */
  private static ArchRule only(String library, String... where) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(where))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .allowEmptyShould(true);
  }

  @ArchTest
  static final ArchRule TEXT_KNOWS_THE_JDK_ALONE =
      noClasses()
          .that()
          .resideInAPackage("dev.rapporteur.text..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dev.rapporteur.text..", "java..");

  @ArchTest
  static final ArchRule PIPELINE =
      not(
          "pipeline",
          "ingest",
          "nlp",
          "extract",
          "eval",
          "index",
          "search",
          "compare",
          "export",
          "cli");

  @ArchTest
  static final ArchRule INGEST =
      not("ingest", "nlp", "extract", "eval", "index", "search", "compare", "export", "cli");

  @ArchTest
  static final ArchRule NLP =
      not("nlp", "ingest", "extract", "eval", "index", "search", "compare", "export", "cli");

  @ArchTest
  static final ArchRule EXTRACT =
      not("extract", "ingest", "nlp", "eval", "index", "search", "compare", "export", "cli");

  @ArchTest
  static final ArchRule EVAL =
      not("eval", "ingest", "nlp", "extract", "index", "search", "compare", "cli");

  @ArchTest
  static final ArchRule INDEX =
      not("index", "ingest", "nlp", "extract", "eval", "search", "compare", "export", "cli");

  @ArchTest
  static final ArchRule EXPORT =
      not("export", "ingest", "nlp", "extract", "index", "search", "compare", "cli");

  @ArchTest
  static final ArchRule SEARCH = not("search", "ingest", "nlp", "extract", "compare", "cli");

  @ArchTest static final ArchRule COMPARE = not("compare", "ingest", "nlp", "cli");

  @ArchTest static final ArchRule TIKA = only("org.apache.tika..", "ingest");
  @ArchTest static final ArchRule PDFBOX = only("org.apache.pdfbox..", "ingest");
  @ArchTest static final ArchRule OPENNLP = only("opennlp..", "nlp");
  @ArchTest static final ArchRule CORENLP = only("edu.stanford.nlp..", "nlp.corenlp");
  @ArchTest static final ArchRule LUCENE = only("org.apache.lucene..", "index", "search");
  @ArchTest static final ArchRule PICOCLI = only("picocli..", "cli");
  @ArchTest static final ArchRule PROGRESSBAR = only("me.tongfei..", "cli");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.rapporteur.(*)..").should().beFreeOfCycles();
}
