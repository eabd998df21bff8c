package dev.waymark.cli;

import dev.waymark.edit.ContentKind;
import dev.waymark.schema.SchemaKind;
import dev.waymark.search.QueryOptions;
import dev.waymark.search.SearchFilters;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What a command line asks for, checked as far as that goes without looking at files. */
sealed interface Invocation {

  /** Asked for: the help of a command or the version. */
  record Show(String text) implements Invocation {}

  /** Nothing was asked for; the text says what could be. */
  record NoCommand(String help) implements Invocation {}

  /**
   * {@code build}.
   *
   * @param onlyIfClean whether to write nothing when there are problems
   * @param keepPrevious whether the hashed files of the build before stay
   * @param archive the file to pack the site into
   * @param pdf the file to set the site in
   */
  record Build(
      Site site,
      boolean onlyIfClean,
      boolean keepPrevious,
      Optional<Folder> archive,
      Optional<Folder> pdf,
      Optional<URI> baseUrl,
      Reporting reporting)
      implements Invocation {}

  /**
   * {@code check}.
   *
   * @param external how addresses outside the site are checked, if they are
   */
  record Check(Site site, Optional<External> external, Reporting reporting) implements Invocation {}

  /**
   * How addresses outside the site are checked.
   *
   * @param memory the file that remembers what was there
   * @param days how long that is believed
   * @param allowsPrivate whether addresses of private networks are asked for
   */
  record External(Folder memory, int days, boolean allowsPrivate) {}

  /**
   * {@code serve}.
   *
   * @param port 0 for any that is free
   * @param poll whether to look for changes in place of being told
   */
  record Serve(Site site, int port, boolean poll, Reporting reporting) implements Invocation {}

  /** {@code explain}, of one code as the user wrote it or of all. */
  record Explain(Optional<String> code, Reporting reporting) implements Invocation {}

  /**
   * {@code new}.
   *
   * @param path where to, as the user wrote it
   */
  record New(ContentKind kind, Folder content, Path path, Reporting reporting)
      implements Invocation {}

  /**
   * {@code impact}.
   *
   * @param wanted an id, a path or an address, as the user wrote it
   * @param depth how many citations away at most
   */
  record Impact(Site site, String wanted, int depth, Reporting reporting) implements Invocation {}

  /**
   * {@code move}.
   *
   * @param from what moves, as the user wrote it
   * @param to where to, likewise
   * @param dryRun whether to show the changes only
   */
  record Move(Site site, Path from, Path to, boolean dryRun, Reporting reporting)
      implements Invocation {}

  /**
   * {@code schema}.
   *
   * @param kind the one that is asked for, or all
   * @param folder to write to
   */
  record Schema(Optional<SchemaKind> kind, Optional<Folder> folder, Reporting reporting)
      implements Invocation {}

  /**
   * {@code search}.
   *
   * @param query the words of the command line, joined by blanks; absent when they come from a file
   * @param file with a query a line, its id before a tab
   * @param limit how many hits a query gives at most
   * @param totals whether to say how many documents match and what was corrected, where the form
   *     has no place for it
   */
  record Search(
      Site site,
      Optional<String> query,
      Optional<Path> file,
      int limit,
      QueryOptions options,
      boolean totals,
      SearchFilters filters,
      Reporting reporting)
      implements Invocation {}

  /**
   * What is read, and how it is judged.
   *
   * @param templates the folder given by {@code -t}
   * @param output the folder that {@code build} writes and that is no input
   * @param asOf the date given; when absent, the build takes it from the content
   */
  record Site(
      Folder content,
      Optional<Folder> templates,
      Folder output,
      boolean strict,
      Optional<LocalDate> asOf,
      boolean drafts,
      int jobs) {}

  /**
   * How a command reports.
   *
   * @param format of the data on standard output
   * @param reportFormat of the data in the file {@code report}
   */
  record Reporting(
      Format format,
      Optional<Path> report,
      Format reportFormat,
      boolean quiet,
      boolean verbose,
      boolean colours) {}

  /** A form of the data of a command. */
  enum Format {
    TEXT("text"),
    JSON("json"),

    /** Workflow commands of GitHub Actions. */
    GITHUB("github"),
    SARIF("sarif"),

    /** Test results as JUnit's XML. */
    JUNIT("junit"),

    /** A line a hit, its columns between tabs; what was found by a search alone has it. */
    TSV("tsv");

    private final String word;

    Format(String word) {
      this.word = word;
    }

    /** The word on the command line. */
    String word() {
      return word;
    }
  }

  /**
   * A folder, or a file that is made of the whole site.
   *
   * @param path where it is, absolute
   * @param name what the user calls it: the path from the working folder where it lies below it,
   *     else as given; with forward slashes
   */
  record Folder(Path path, String name) {
    public Folder {
      Objects.requireNonNull(path);
      Objects.requireNonNull(name);
    }

    static Folder of(Path workingFolder, Path given) {
      Path path = workingFolder.resolve(given).normalize();
      Path shown =
          path.startsWith(workingFolder) ? workingFolder.relativize(path) : given.normalize();
      String name = shown.toString().replace(path.getFileSystem().getSeparator(), "/");
      return new Folder(path, name.isEmpty() ? "." : name);
    }
  }
}
