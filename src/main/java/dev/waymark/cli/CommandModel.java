package dev.waymark.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and flags as picocli knows them, with their help.
 *
 * <p>They are told to picocli in code, not by annotations: reading annotations took 0.2 s of every
 * start, and left fields that are null until somebody fills them.
 */
final class CommandModel {
  private static final String EXIT_CODES =
      "Exit codes: 0 fine, 1 problems in the content, 2 wrong usage or settings, 3 a file or folder"
          + " cannot be read or written, 4 a mistake in Waymark, 130 interrupted.";

  private static final String STREAMS =
      "Problems go to standard output, in the form of --format; the summary and all other talk go"
          + " to standard error.";

  private CommandModel() {}

  static CommandLine create() {
    CommandSpec waymark =
        command(
            "waymark",
            "Turns a folder of Markdown guidance into a cross-linked static site.",
            "waymark COMMAND [OPTION...]");
    addCommonOptions(waymark);
    waymark.addSubcommand("build", build());
    waymark.addSubcommand("check", check());
    waymark.addSubcommand("serve", serve());
    waymark.addSubcommand("new", newContent());
    waymark.addSubcommand("move", move());
    waymark.addSubcommand("impact", impact());
    waymark.addSubcommand("search", search());
    waymark.addSubcommand("schema", schema());
    waymark.addSubcommand("explain", explain());
    waymark.usageMessage().footer("", EXIT_CODES);
    return new CommandLine(waymark)
        // A file name that starts with @ is a file name.
        .setExpandAtFiles(false);
  }

  private static CommandSpec build() {
    CommandSpec build =
        command(
            "build",
            "Builds the site. Errors in the content never hold pages back: the whole site is"
                + " written, and the exit code is 1.",
            "waymark build [-c DIR] [-t DIR] [-o DIR] [OPTION...]");
    addSiteOptions(build, "The folder to write");
    build.addOption(
        flag(
            "Write nothing unless there are no errors (with --strict: no warnings either).",
            "--only-if-clean"));
    build.addOption(
        value(
            "URL",
            "Where the site will stand; used for the site map, the feed and canonical links only.",
            "--base-url"));
    build.addOption(
        flag(
            "Keep the hashed files of the build before, for readers with a page open.",
            "--keep-previous"));
    build.addOption(
        value(
            "FILE",
            "Also pack the site into this zip archive, for a USB stick or a shared drive.",
            "--zip"));
    build.addOption(
        value(
            "FILE",
            "Also set the whole site as one tagged PDF, with contents and bookmarks.",
            "--pdf"));
    addCommonOptions(build);
    build.usageMessage().footer("", STREAMS, EXIT_CODES);
    return build;
  }

  private static CommandSpec check() {
    CommandSpec check =
        command(
            "check",
            "Checks all that build checks and writes no site.",
            "waymark check [-c DIR] [-t DIR] [OPTION...]");
    addSiteOptions(check, "The folder that build writes; it is not read");
    check.addOption(
        flag(
            "Also ask other sites whether the pages that links lead to are there; needs the"
                + " internet.",
            "--external"));
    check.addOption(
        value(
            "FILE",
            "Remembers the pages that were there (default: .waymark-links.json).",
            "--external-cache"));
    check.addOption(
        value("N", "How many days they are not asked for again (default: 7).", "--external-days"));
    check.addOption(
        flag("Also ask addresses of this machine and of private networks.", "--external-private"));
    addCommonOptions(check);
    check.usageMessage().footer("", STREAMS, EXIT_CODES);
    return check;
  }

  private static CommandSpec serve() {
    CommandSpec serve =
        command(
            "serve",
            "Shows the site in a browser while it is written: on this machine alone, built anew at"
                + " every save. Ctrl-C ends it.",
            "waymark serve [-c DIR] [-t DIR] [--port N] [OPTION...]");
    addInputOptions(serve, "The folder that build writes; it is not read");
    serve.addOption(
        value(
            "N",
            "The port to serve at; 0 takes any that is free (default: 8080).",
            "-p",
            "--port"));
    serve.addOption(
        flag(
            "Look for changes twice a second, for network drives that tell nobody of them.",
            "--poll"));
    addDateOptions(serve);
    addTalkOptions(serve);
    serve
        .usageMessage()
        .footer(
            "",
            "Problems go to standard output and to the pages; all other talk goes to standard"
                + " error.",
            EXIT_CODES);
    return serve;
  }

  private static CommandSpec newContent() {
    CommandSpec create =
        command(
            "new",
            "Writes a new file with settings that are valid and a comment at each. Never"
                + " overwrites.",
            "waymark new KIND PATH [-c DIR] [OPTION...]");
    create.addPositional(
        text("KIND", "What to write: page, principle, excerpt or flowchart.").index("0").build());
    create.addPositional(
        text(
                "PATH",
                "Where to, from here or from the content folder, such as parts/asking-for-consent."
                    + " The ending is added.")
            .index("1")
            .build());
    create.addOption(value("DIR", "The folder of Markdown (default: content).", "-c", "--content"));
    addPlainOptions(create);
    create.usageMessage().footer("", EXIT_CODES);
    return create;
  }

  private static CommandSpec move() {
    CommandSpec move =
        command(
            "move",
            "Renames a page or folder, mends every link to it and in it, and keeps the old address"
                + " as an alias. Never overwrites.",
            "waymark move OLD NEW [--dry-run] [-c DIR] [OPTION...]");
    move.addPositional(
        text("OLD", "The file or folder, from here or from the content folder.")
            .index("0")
            .build());
    move.addPositional(
        text("NEW", "Its new place: a new name, or a folder that exists.").index("1").build());
    move.addOption(flag("Show the changes as a diff, and make none.", "-n", "--dry-run"));
    move.addOption(value("DIR", "The folder of Markdown (default: content).", "-c", "--content"));
    move.addOption(
        value("N", "How many threads work at once (default: one for each processor).", "--jobs"));
    addPlainOptions(move);
    move.usageMessage().footer("", EXIT_CODES);
    return move;
  }

  private static CommandSpec impact() {
    CommandSpec impact =
        command(
            "impact",
            "Lists what relies on a principle, page or flowchart, directly or through others: what"
                + " to read again when it changes.",
            "waymark impact ID [-c DIR] [OPTION...]");
    impact.addPositional(
        text(
                "ID",
                "What changes: an id (p3), a file (parts/part-5/consent.md) or an address"
                    + " (parts/part-5/consent.html#when).")
            .index("0")
            .build());
    impact.addOption(
        value("DIR", "The folder of Markdown to read (default: content).", "-c", "--content"));
    impact.addOption(
        value(
            "N",
            "How many citations away at most; 1 lists what relies on it directly (default: no"
                + " limit).",
            "--depth"));
    impact.addOption(flag("Look at pages with 'draft: true', too.", "--drafts"));
    impact.addOption(
        value("N", "How many threads work at once (default: one for each processor).", "--jobs"));
    addPlainOptions(impact);
    impact.usageMessage().footer("", EXIT_CODES);
    return impact;
  }

  private static PositionalParamSpec.Builder text(String label, String description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .description(description)
        .type(String.class)
        .arity("0..1");
  }

  private static CommandSpec search() {
    CommandSpec search =
        command(
            "search",
            "Searches the content as the site's own search does, with the ranking of Lucene; writes"
                + " no site.",
            "waymark search [-c DIR] [OPTION...] QUERY...");
    search.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("QUERY")
            .description(
                "What to look for: words, \"a phrase\", -without. A query that starts with - goes"
                    + " behind --.")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .index("0..*")
            .build());
    search.addOption(
        value("DIR", "The folder of Markdown to read (default: content).", "-c", "--content"));
    search.addOption(
        value(
            "FILE",
            "Take queries from this file, a line each: an id, a tab, the query.",
            "--queries"));
    search.addOption(value("N", "At most so many hits a query (default: 100).", "--limit"));
    search.addOption(flag("The end of the query may be half a word.", "--typing"));
    search.addOption(
        flag("Put no word right: what is misspelt finds what is misspelt.", "--no-correction"));
    search.addOption(
        flag(
            "With --format tsv: a line first, with how many documents match and, if words were put"
                + " right, the query that was answered.",
            "--totals"));
    search.addOption(
        values("KIND", "Only these: guide, principle, excerpt, glossary, flowchart.", "--kind"));
    search.addOption(values("PART", "Only in these parts, such as part-5.", "--part"));
    search.addOption(values("WHOM", "Only about these: child, adult.", "--audience"));
    search.addOption(values("NATION", "Only what holds in these nations.", "--nation"));
    search.addOption(flag("Search pages with 'draft: true', too.", "--drafts"));
    search.addOption(
        value("N", "How many threads work at once (default: one for each processor).", "--jobs"));
    addCommonOptions(
        search, "text (default), tsv (id, rank, address, score) or json", ".json, .tsv or .txt");
    search.usageMessage().footer("", EXIT_CODES);
    return search;
  }

  private static CommandSpec schema() {
    CommandSpec schema =
        command(
            "schema",
            "Gives JSON Schemas of front matter, site.yaml, glossary and flowcharts, for editors"
                + " that complete and check YAML.",
            "waymark schema [NAME] [-o DIR] [OPTION...]");
    schema.addPositional(
        text(
                "NAME",
                "Which one: front-matter, site, glossary or flowchart. Without it, all are listed,"
                    + " or written.")
            .index("0")
            .build());
    schema.addOption(
        value("DIR", "Write to this folder, such as .vscode/waymark.", "-o", "--output"));
    addPlainOptions(schema);
    return schema;
  }

  private static CommandSpec explain() {
    CommandSpec explain =
        command(
            "explain",
            "Says what a problem means, with an example and the cure.",
            "waymark explain [CODE] [OPTION...]");
    explain.addPositional(
        text("CODE", "The code of a problem: WM104, wm104 or 104. Without it, all are listed.")
            .index("0")
            .build());
    addPlainOptions(explain);
    return explain;
  }

  private static CommandSpec command(String name, String description, String synopsis) {
    CommandSpec command = CommandSpec.create().name(name);
    command.usageMessage().description(description).customSynopsis(synopsis).sortOptions(false);
    command.usageMessage().optionListHeading("%nOptions:%n").commandListHeading("%nCommands:%n");
    return command;
  }

  private static void addCommonOptions(CommandSpec command) {
    addCommonOptions(
        command,
        "text (default), json, github, sarif or junit",
        ".json, .sarif, .xml (JUnit) or .txt");
  }

  /** For commands whose data is no list of problems. */
  private static void addPlainOptions(CommandSpec command) {
    addCommonOptions(command, "text (default) or json", ".json or .txt");
  }

  private static void addCommonOptions(CommandSpec command, String forms, String endings) {
    command.addOption(
        value("FORM", "The form of the data on standard output: " + forms + ".", "--format"));
    command.addOption(
        value(
            "FILE",
            "Also write the data to this file, in the form of its ending: " + endings + ".",
            "--report"));
    command.addOption(
        value("FORM", "The form of that file, whatever its ending.", "--report-format"));
    addTalkOptions(command);
  }

  private static void addTalkOptions(CommandSpec command) {
    command.addOption(flag("Print problems only: no summary, no progress.", "-q", "--quiet"));
    command.addOption(
        flag(
            "Say more on standard error: folders, times, where a failure arose.",
            "-v",
            "--verbose"));
    command.addOption(
        flag(
            "No colours, not even on a terminal; the variable NO_COLOR does the same.",
            "--no-color"));
    command.addOption(
        OptionSpec.builder("-h", "--help").description("Show this help.").usageHelp(true).build());
    command.addOption(
        OptionSpec.builder("-V", "--version")
            .description("Show the version of Waymark and of the JDK.")
            .versionHelp(true)
            .build());
  }

  private static void addSiteOptions(CommandSpec command, String output) {
    addInputOptions(command, output);
    command.addOption(flag("Let warnings fail, too.", "--strict"));
    addDateOptions(command);
  }

  private static void addInputOptions(CommandSpec command, String output) {
    command.addOption(
        value("DIR", "The folder of Markdown to read (default: content).", "-c", "--content"));
    command.addOption(
        value(
            "DIR",
            "A folder with templates of your own (default: site-templates, if there is one);"
                + " what it lacks comes with Waymark.",
            "-t",
            "--templates"));
    command.addOption(value("DIR", output + " (default: public).", "-o", "--output"));
  }

  private static void addDateOptions(CommandSpec command) {
    command.addOption(
        value(
            "DATE",
            "The date for review notices, such as 2026-11-22 (default: SOURCE_DATE_EPOCH, else the"
                + " newest date in the content).",
            "--as-of"));
    command.addOption(flag("Show pages with 'draft: true'.", "--drafts"));
    command.addOption(
        value("N", "How many threads work at once (default: one for each processor).", "--jobs"));
  }

  private static OptionSpec flag(String description, String... names) {
    return option(description, names).type(boolean.class).build();
  }

  private static OptionSpec value(String label, String description, String... names) {
    return option(description, names).type(String.class).paramLabel(label).build();
  }

  /** May be given several times. */
  private static OptionSpec values(String label, String description, String... names) {
    return option(description, names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .build();
  }

  private static OptionSpec.Builder option(String description, String... names) {
    return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
        .description(description);
  }
}
