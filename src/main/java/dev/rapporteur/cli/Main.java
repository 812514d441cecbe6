package dev.rapporteur.cli;

import dev.rapporteur.index.IndexException;
import dev.rapporteur.pipeline.ConfigurationException;
import dev.rapporteur.search.QueryException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code rapporteur}: its commands, exit status and messages. */
@Command(
    name = "rapporteur",
    description =
        "Reads the texts in which states negotiate cyber security: who takes which stance on which"
            + " issue, and how the language frames it.",
    subcommands = {
      RunCommand.class,
      SearchCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      DiffCommand.class,
      ExportCommand.class,
      EvalCommand.class,
      TrainCommand.class,
      AgreeCommand.class,
      FetchCommand.class,
      KnowledgeCommand.class,
      ComponentsCommand.class,
      PipelinesCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Exit status: 0 done; 1 the work failed or a document could not be read; 2 bad usage.",
      "The index is ./rapporteur-index unless --index or RAPPORTEUR_INDEX names another."
    })
public final class Main implements Runnable {

  /** The work failed, or a document could not be read. */
  static final int FAILED = 1;

  /** The user asked for something that makes no sense. */
  static final int USAGE = 2;

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE); // it recommends a module that is no faster here
  }

  @Spec private CommandSpec spec;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and failures only.")
  private boolean quiet;

  private Main() {}

  /** Runs a command and ends the process with its status. */
  public static void main(String... args) {
    System.exit(
        run(
            new PrintWriter(new Output(), true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            args));
  }

  /**
   * Runs a command.
   *
   * @return its exit status
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(message(e));
          if (System.getenv("RAPPORTEUR_DEBUG") != null) {
            e.printStackTrace(command.getErr());
          }
          return e instanceof ConfigurationException
                  || e instanceof UsageException
                  || e instanceof QueryException
              ? USAGE
              : FAILED;
        });
    int status = line.execute(args);
    boolean lost = out.checkError(); // a writer that prints keeps its failures to itself
    if (lost) {
      err.println("rapporteur: standard output could not be written, what it holds is incomplete");
    }
    err.flush();
    return lost && status == 0 ? FAILED : status;
  }

  /** Standard output; a reader that has seen enough, as {@code head} has, is no failure. */
  private static final class Output extends FilterOutputStream {

    Output() {
      super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        if (!"Broken pipe".equals(e.getMessage())) {
          throw e;
        }
      }
    }
  }

  private static String message(Exception e) {
    boolean ours =
        e instanceof ConfigurationException
            || e instanceof UsageException
            || e instanceof QueryException
            || e instanceof IndexException
            || e instanceof CommandException;
    return "rapporteur: " + (ours ? e.getMessage() : e + " (set RAPPORTEUR_DEBUG=1 to see where)");
  }

  /** Whether only results and failures are wanted. */
  boolean quiet() {
    return quiet;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "rapporteur " + (version == null ? "(not from a jar)" : version),
        "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
      };
    }
  }
}
