package dev.waymark.cli;

import dev.waymark.cli.Invocation.External;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.Reporting;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.edit.ContentKind;
import dev.waymark.schema.SchemaKind;
import dev.waymark.search.QueryOptions;
import dev.waymark.search.SearchFilters;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads a command line into an {@link Invocation}. Checks every value at once, but looks at no
 * file.
 */
final class ArgumentReader {
  private static final String DEFAULT_CONTENT = "content";
  private static final String DEFAULT_OUTPUT = "public";
  private static final String DEFAULT_MEMORY = ".waymark-links.json";
  private static final int DEFAULT_DAYS = 7;
  private static final int DEFAULT_PORT = 8080;

  private static final List<Format> PROBLEM_FORMS =
      List.of(Format.TEXT, Format.JSON, Format.GITHUB, Format.SARIF, Format.JUNIT);
  private static final List<Format> TEXT_ALONE = List.of(Format.TEXT);
  private static final List<Format> PLAIN_FORMS = List.of(Format.TEXT, Format.JSON);
  private static final List<Format> ANSWER_FORMS = List.of(Format.TEXT, Format.TSV, Format.JSON);

  private final Environment environment;

  ArgumentReader(Environment environment) {
    this.environment = environment;
  }

  Invocation read(List<String> arguments) throws UsageException {
    ParseResult waymark = parse(CommandModel.create(), arguments);
    ParseResult command = waymark.hasSubcommand() ? waymark.subcommand() : waymark;
    if (waymark.isUsageHelpRequested() || command.isUsageHelpRequested()) {
      return new Invocation.Show(help(command));
    }
    if (waymark.isVersionHelpRequested() || command.isVersionHelpRequested()) {
      return new Invocation.Show(Version.line() + "\n");
    }
    Options options = new Options(waymark, command);
    return switch (command.commandSpec().name()) {
      case "build" ->
          new Invocation.Build(
              site(options),
              options.flag("--only-if-clean"),
              options.flag("--keep-previous"),
              file(options, "--zip"),
              file(options, "--pdf"),
              baseUrl(options),
              reporting(options, PROBLEM_FORMS));
      case "check" ->
          new Invocation.Check(site(options), external(options), reporting(options, PROBLEM_FORMS));
      case "serve" ->
          new Invocation.Serve(
              site(options), port(options), options.flag("--poll"), reporting(options, TEXT_ALONE));
      case "new" ->
          create(
              options,
              Optional.ofNullable(command.matchedPositionalValue(0, null)),
              Optional.ofNullable(command.matchedPositionalValue(1, null)));
      case "move" ->
          move(
              options,
              Optional.ofNullable(command.matchedPositionalValue(0, null)),
              Optional.ofNullable(command.matchedPositionalValue(1, null)));
      case "impact" ->
          impact(options, Optional.ofNullable(command.matchedPositionalValue(0, null)));
      case "search" -> search(options, command.matchedPositionalValue(0, List.<String>of()));
      case "schema" ->
          schema(options, Optional.ofNullable(command.matchedPositionalValue(0, null)));
      case "explain" ->
          new Invocation.Explain(
              Optional.ofNullable(command.matchedPositionalValue(0, null)),
              reporting(options, PLAIN_FORMS));
      default -> new Invocation.NoCommand(help(waymark));
    };
  }

  private static String help(ParseResult command) {
    return command.commandSpec().commandLine().getUsageMessage(Ansi.OFF);
  }

  private static ParseResult parse(CommandLine commandLine, List<String> arguments)
      throws UsageException {
    try {
      return commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().getFirst(), e.getCommandLine().getCommandSpec());
    } catch (MissingParameterException e) {
      ArgSpec missing = e.getMissing().getFirst();
      throw new UsageException(
          name(missing) + " needs a value", "write " + name(missing) + " " + missing.paramLabel());
    } catch (OverwrittenOptionException e) {
      throw new UsageException(
          name(e.getOverwritten()) + " is given twice", "leave one of them out");
    } catch (ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()), "");
    }
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static UsageException unknown(String argument, CommandSpec command) {
    String seeHelp = "'" + command.qualifiedName() + " --help' lists what there is";
    if (argument.startsWith("-")) {
      String name = argument.replaceFirst("=.*", "");
      return new UsageException(
          "%s has no option %s".formatted(command.qualifiedName(), name),
          ownerOf(name, command)
              .map(owner -> "it goes behind the command: waymark " + owner + " " + name)
              .orElseGet(() -> didYouMean(name, longNames(command), seeHelp)));
    }
    if (!command.subcommands().isEmpty()) {
      return new UsageException(
          "there is no command '%s'".formatted(argument),
          didYouMean(argument, command.subcommands().keySet(), seeHelp));
    }
    if (command.name().equals("new") || command.name().equals("move")) {
      return new UsageException(
          "waymark %s takes %s, and does not know what to do with '%s'"
              .formatted(
                  command.name(),
                  command.name().equals("new") ? "one path" : "two paths",
                  argument),
          "a path with spaces goes between quotation marks");
    }
    boolean takesContent = command.optionsMap().containsKey("--content");
    return new UsageException(
        "%s does not know what to do with '%s'".formatted(command.qualifiedName(), argument),
        takesContent ? "the folder to read is given as -c " + argument : seeHelp);
  }

  /** The first subcommand that has this option. */
  private static Optional<String> ownerOf(String option, CommandSpec command) {
    return command.subcommands().entrySet().stream()
        .filter(sub -> sub.getValue().getCommandSpec().optionsMap().containsKey(option))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static List<String> longNames(CommandSpec command) {
    return command.options().stream().map(OptionSpec::longestName).toList();
  }

  private static String didYouMean(String word, Collection<String> candidates, String otherwise) {
    return Spelling.nearest(word, candidates)
        .map(nearest -> "did you mean " + nearest + " ?")
        .orElse(otherwise);
  }

  private Site site(Options options) throws UsageException {
    Optional<String> templates = options.value("--templates");
    return new Site(
        folder("--content", options.value("--content").orElse(DEFAULT_CONTENT)),
        templates.isEmpty()
            ? Optional.empty()
            : Optional.of(folder("--templates", templates.get())),
        folder("--output", options.value("--output").orElse(DEFAULT_OUTPUT)),
        options.flag("--strict"),
        asOf(options),
        options.flag("--drafts"),
        jobs(options));
  }

  private Optional<External> external(Options options) throws UsageException {
    Optional<String> memory = options.value("--external-cache");
    Optional<String> days = options.value("--external-days");
    boolean allowsPrivate = options.flag("--external-private");
    if (!options.flag("--external")) {
      if (memory.isPresent() || days.isPresent() || allowsPrivate) {
        throw new UsageException(
            "other sites are asked with --external only", "add --external to the command");
      }
      return Optional.empty();
    }
    return Optional.of(
        new External(
            folder("--external-cache", memory.orElse(DEFAULT_MEMORY)),
            wholeNumber(days, "--external-days", "days", DEFAULT_DAYS),
            allowsPrivate));
  }

  private Invocation create(Options options, Optional<String> kind, Optional<String> place)
      throws UsageException {
    List<String> words = Arrays.stream(ContentKind.values()).map(ContentKind::word).toList();
    if (kind.isEmpty() || place.isEmpty()) {
      throw new UsageException(
          "waymark new needs to know what to write, and where to",
          "write waymark new page parts/asking-for-consent; beside page there are principle,"
              + " excerpt and flowchart");
    }
    Optional<ContentKind> chosen =
        Arrays.stream(ContentKind.values())
            .filter(each -> each.word().equals(kind.get()))
            .findFirst();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "waymark new knows no '%s'".formatted(kind.get()),
          didYouMean(kind.get(), words, "it is page, principle, excerpt or flowchart"));
    }
    return new Invocation.New(
        chosen.get(),
        folder("--content", options.value("--content").orElse(DEFAULT_CONTENT)),
        path("PATH", place.get()),
        reporting(options, PLAIN_FORMS));
  }

  private Invocation move(Options options, Optional<String> from, Optional<String> to)
      throws UsageException {
    if (from.isEmpty() || to.isEmpty()) {
      throw new UsageException(
          "waymark move needs to know what to move, and where to",
          "write waymark move parts/part-5/mash.md parts/part-5/the-hub.md");
    }
    return new Invocation.Move(
        site(options),
        path("OLD", from.get()),
        // A slash at the end, which a path drops, says that this is a folder to move into.
        to.get().endsWith("/")
            ? path("NEW", to.get()).resolve(path("OLD", from.get()).getFileName())
            : path("NEW", to.get()),
        options.flag("--dry-run"),
        reporting(options, PLAIN_FORMS));
  }

  private Invocation impact(Options options, Optional<String> wanted) throws UsageException {
    if (wanted.filter(id -> !id.isBlank()).isEmpty()) {
      throw new UsageException(
          "waymark impact needs to know what changes",
          "write waymark impact p3, or the path of a file");
    }
    return new Invocation.Impact(
        site(options),
        wanted.get().strip(),
        wholeNumber(options.value("--depth"), "--depth", "citations", Integer.MAX_VALUE),
        reporting(options, PLAIN_FORMS));
  }

  private Invocation schema(Options options, Optional<String> name) throws UsageException {
    List<String> words = Arrays.stream(SchemaKind.values()).map(SchemaKind::word).toList();
    Optional<SchemaKind> kind =
        Arrays.stream(SchemaKind.values())
            .filter(each -> name.equals(Optional.of(each.word())))
            .findFirst();
    if (name.isPresent() && kind.isEmpty()) {
      throw new UsageException(
          "there is no schema '%s'".formatted(name.get()),
          didYouMean(name.get(), words, "it is front-matter, site, glossary or flowchart"));
    }
    Optional<String> output = options.value("--output");
    return new Invocation.Schema(
        kind,
        output.isEmpty() ? Optional.empty() : Optional.of(folder("--output", output.get())),
        reporting(options, PLAIN_FORMS));
  }

  private Invocation search(Options options, List<String> words) throws UsageException {
    String query = String.join(" ", words);
    Optional<String> file = options.value("--queries");
    if (query.isBlank() == file.isEmpty()) {
      throw new UsageException(
          query.isBlank()
              ? "there is nothing to look for"
              : "a query and a file of queries are two",
          "write waymark search WORDS, or waymark search --queries FILE");
    }
    return new Invocation.Search(
        site(options),
        query.isBlank() ? Optional.empty() : Optional.of(query),
        file.isEmpty()
            ? Optional.empty()
            : Optional.of(environment.workingFolder().resolve(path("--queries", file.get()))),
        wholeNumber(options.value("--limit"), "--limit", "hits", 100),
        new QueryOptions(options.flag("--typing"), !options.flag("--no-correction")),
        options.flag("--totals"),
        new SearchFilters(
            options.values("--kind"),
            options.values("--part"),
            options.values("--audience"),
            options.values("--nation")),
        reporting(options, ANSWER_FORMS));
  }

  private Reporting reporting(Options options, List<Format> forms) throws UsageException {
    Optional<String> given = options.value("--report");
    Optional<Path> report =
        given.isEmpty()
            ? Optional.empty()
            : Optional.of(environment.workingFolder().resolve(path("--report", given.get())));
    return new Reporting(
        format("--format", options.value("--format").orElse("text"), forms),
        report,
        reportFormat(options, report, forms),
        options.flag("--quiet"),
        options.flag("--verbose"),
        environment.wantsColours() && !options.flag("--no-color"));
  }

  private Optional<Folder> file(Options options, String option) throws UsageException {
    Optional<String> given = options.value(option);
    return given.isEmpty() ? Optional.empty() : Optional.of(folder(option, given.get()));
  }

  private Folder folder(String option, String given) throws UsageException {
    return Folder.of(environment.workingFolder(), path(option, given));
  }

  private Path path(String option, String given) throws UsageException {
    if (given.isBlank()) {
      throw new UsageException(option + " is empty", "name a folder or file, or leave it out");
    }
    try {
      return environment.workingFolder().getFileSystem().getPath(given);
    } catch (InvalidPathException e) {
      throw new UsageException(
          "%s: '%s' is not the name of a file or folder".formatted(option, given), "");
    }
  }

  private static Format format(String option, String given, List<Format> forms)
      throws UsageException {
    List<String> words = forms.stream().map(Format::word).toList();
    int chosen = words.indexOf(given);
    if (chosen < 0) {
      int last = words.size() - 1;
      String all =
          (last == 0 ? "" : String.join(", ", words.subList(0, last)) + " or ") + words.get(last);
      throw new UsageException(
          "%s knows no '%s'".formatted(option, given), didYouMean(given, words, "it is " + all));
    }
    return forms.get(chosen);
  }

  /** The form that was named, else the one that the ending of the file is known for, else JSON. */
  private static Format reportFormat(Options options, Optional<Path> report, List<Format> forms)
      throws UsageException {
    Optional<String> given = options.value("--report-format");
    if (given.isPresent()) {
      Format named = format("--report-format", given.get(), forms);
      if (report.isEmpty()) {
        throw new UsageException(
            "--report-format is given, but no file to write", "name the file: --report FILE");
      }
      return named;
    }
    String name = report.map(Path::toString).orElse("").toLowerCase(Locale.ROOT);
    Format usual = Format.JSON;
    if (name.endsWith(".sarif") || name.endsWith(".sarif.json")) {
      usual = Format.SARIF;
    } else if (name.endsWith(".xml")) {
      usual = Format.JUNIT;
    } else if (name.endsWith(".tsv")) {
      usual = Format.TSV;
    } else if (name.endsWith(".txt")) {
      usual = Format.TEXT;
    }
    return forms.contains(usual) ? usual : Format.JSON;
  }

  private Optional<LocalDate> asOf(Options options) throws UsageException {
    Optional<String> given = options.value("--as-of");
    if (given.isPresent()) {
      try {
        return Optional.of(LocalDate.parse(given.get()));
      } catch (DateTimeException e) {
        throw new UsageException(
            "--as-of: '%s' is not a date".formatted(given.get()), "write it as 2026-11-22");
      }
    }
    String epoch = environment.variable("SOURCE_DATE_EPOCH").strip();
    if (epoch.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = Instant.ofEpochSecond(Long.parseLong(epoch));
      LocalDate date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
      // Milliseconds, the usual slip, would be in the year 58,000.
      if (date.getYear() >= 1970 && date.getYear() <= 9999) {
        return Optional.of(date);
      }
    } catch (NumberFormatException | DateTimeException e) {
      // Told below, as for a time out of all bounds.
    }
    throw new UsageException(
        "the variable SOURCE_DATE_EPOCH holds '%s', which is no number of seconds since 1970"
            .formatted(epoch),
        "unset it, or give the date by --as-of");
  }

  private static int port(Options options) throws UsageException {
    Optional<String> given = options.value("--port");
    if (given.isEmpty()) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(given.get());
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number that is no port.
    }
    throw new UsageException(
        "--port: '%s' is not the number of a port".formatted(given.get()),
        "give a number up to 65535, or 0 for any that is free");
  }

  private static int jobs(Options options) throws UsageException {
    Optional<String> given = options.value("--jobs");
    return wholeNumber(given, "--jobs", "threads", Runtime.getRuntime().availableProcessors());
  }

  private static int wholeNumber(Optional<String> given, String option, String things, int usual)
      throws UsageException {
    if (given.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(given.get());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number that is too small.
    }
    throw new UsageException(
        "%s: '%s' is not a number of %s".formatted(option, given.get(), things),
        "give a whole number from 1 up, or leave it out");
  }

  /** The address with a slash at its end, so that addresses resolve below it. */
  private static Optional<URI> baseUrl(Options options) throws UsageException {
    Optional<String> given = options.value("--base-url");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(given.get().endsWith("/") ? given.get() : given.get() + "/");
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Told below, as for an address of another kind.
    }
    throw new UsageException(
        "--base-url: '%s' is not the address of a site".formatted(given.get()),
        "write it as https://example.org/toolkit/");
  }

  /**
   * The flags of a command line; those that every command has may stand before the command, too.
   */
  private record Options(ParseResult waymark, ParseResult command) {
    boolean flag(String name) {
      return command.matchedOptionValue(name, false) || waymark.matchedOptionValue(name, false);
    }

    List<String> values(String name) {
      return command.matchedOptionValue(name, List.of());
    }

    Optional<String> value(String name) {
      String before = waymark.matchedOptionValue(name, null);
      return Optional.ofNullable(command.matchedOptionValue(name, before));
    }
  }
}
