package dev.waymark.cli;

import dev.waymark.build.SiteBuild;
import dev.waymark.external.HttpTransport;
import dev.waymark.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * The whole program, from arguments to an exit code. It never exits itself, so that tests can run
 * it.
 */
final class Program {
  private final Environment environment;
  private final SiteBuilder builder;
  private final Publisher.Factory publishers;
  private final SearchCommand.Searcher searcher;
  private final Explanations explanations;
  private final ExternalLinks.Transports transports;

  Program(
      Environment environment,
      SiteBuilder builder,
      Publisher.Factory publishers,
      SearchCommand.Searcher searcher,
      Explanations explanations,
      ExternalLinks.Transports transports) {
    this.environment = environment;
    this.builder = builder;
    this.publishers = publishers;
    this.searcher = searcher;
    this.explanations = explanations;
    this.transports = transports;
  }

  /** The program as users have it. */
  static Program in(Environment environment) {
    // No reference to the constructor: that would load the classes of HTTP for every command.
    return in(environment, (agent, allowsPrivate) -> new HttpTransport(agent, allowsPrivate));
  }

  /** The program with another network. */
  static Program in(Environment environment, ExternalLinks.Transports transports) {
    return new Program(
        environment,
        (options, progress, content, theme) ->
            new SiteBuild(options, progress, Program::bytes).build(content, theme),
        FolderPublisher::new,
        (options, progress, content) ->
            new SiteBuild(options, progress, Program::bytes).index(content),
        Explanations.packed(),
        transports);
  }

  /** Theme files that are no text are small: pictures and the like. */
  private static Optional<byte[]> bytes(SourceFile.Binary file) {
    try {
      return Optional.of(Files.readAllBytes(file.origin()));
    } catch (IOException e) {
      // The theme says which file that was.
      return Optional.empty();
    }
  }

  /** Does what the arguments ask for and returns an {@link ExitCode}. */
  int run(List<String> arguments) {
    int exitCode = runSafely(arguments);
    environment.out().flush();
    if (environment.out().checkError() && exitCode < ExitCode.USAGE) {
      exitCode = fail(ExitCode.INPUT_OUTPUT, "standard output cannot be written", "");
    }
    environment.err().flush();
    return exitCode;
  }

  private int runSafely(List<String> arguments) {
    try {
      return switch (new ArgumentReader(environment).read(arguments)) {
        case Invocation.Show show -> {
          environment.out().print(show.text());
          yield ExitCode.FINE;
        }
        case Invocation.NoCommand nothing -> {
          environment.err().print(nothing.help());
          yield ExitCode.USAGE;
        }
        case Invocation.Build build -> siteCommand().run(build);
        case Invocation.Check check -> siteCommand().run(check);
        case Invocation.Serve serve ->
            new ServeCommand(environment, explanations, Program::bytes).run(serve);
        case Invocation.New created -> new NewCommand(environment).run(created);
        case Invocation.Move move -> new MoveCommand(environment).run(move);
        case Invocation.Impact impact -> new ImpactCommand(environment).run(impact);
        case Invocation.Search search -> new SearchCommand(environment, searcher).run(search);
        case Invocation.Schema schema -> new SchemaCommand(environment).run(schema);
        case Invocation.Explain explain ->
            new ExplainCommand(environment, explanations).run(explain);
      };
    } catch (UsageException e) {
      return fail(ExitCode.USAGE, String.valueOf(e.getMessage()), e.help());
    } catch (IOException e) {
      return failOnDisk(e, arguments);
    } catch (UncheckedIOException e) {
      return failOnDisk(e.getCause(), arguments);
    } catch (OutOfMemoryError e) {
      return fail(
          ExitCode.BUG,
          "there was not enough memory",
          "give it more: set the variable WAYMARK_JAVA_OPTS to -Xmx2g");
    } catch (RuntimeException | Error e) {
      return failOnBug(e, arguments);
    }
  }

  private SiteCommand siteCommand() {
    return new SiteCommand(
        environment, builder, publishers, explanations, new ExternalLinks(transports));
  }

  private int fail(int exitCode, String message, String help) {
    PrintStream err = environment.err();
    err.print("waymark: " + PlainText.of(message) + "\n");
    if (!help.isEmpty()) {
      err.print("  help: " + PlainText.of(help) + "\n");
    }
    return exitCode;
  }

  private int failOnDisk(IOException failure, List<String> arguments) {
    fail(ExitCode.INPUT_OUTPUT, describe(failure), "");
    printTrace(failure, arguments);
    return ExitCode.INPUT_OUTPUT;
  }

  private static String describe(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "there is no permission for " + e.getFile();
      case NoSuchFileException e -> e.getFile() + " is not there";
      case FileSystemException e when e.getFile() != null && e.getReason() != null ->
          e.getFile() + ": " + e.getReason();
      default ->
          Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    };
  }

  private int failOnBug(Throwable bug, List<String> arguments) {
    StackTraceElement[] frames = bug.getStackTrace();
    fail(
        ExitCode.BUG,
        ("this is a mistake in Waymark, not in your content;"
                + " please report it with this line: %s, at %s, in %s")
            .formatted(
                bug.getClass().getName(),
                frames.length > 0 ? frames[0] : "an unknown place",
                Version.line()),
        isVerbose(arguments) ? "" : "the same command with -v says more");
    printTrace(bug, arguments);
    return ExitCode.BUG;
  }

  private void printTrace(Throwable failure, List<String> arguments) {
    if (isVerbose(arguments)) {
      failure.printStackTrace(environment.err());
    }
  }

  // Read by hand, since what failed may be the reading of arguments.
  private static boolean isVerbose(List<String> arguments) {
    return arguments.contains("-v") || arguments.contains("--verbose");
  }
}
