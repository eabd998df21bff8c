package dev.waymark.cli;

import dev.waymark.build.BuildOptions;
import dev.waymark.build.Progress;
import dev.waymark.cli.Invocation.Format;
import dev.waymark.cli.Invocation.Reporting;
import dev.waymark.cli.Invocation.Search;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Checked;
import dev.waymark.json.JsonMembers;
import dev.waymark.search.ReferenceSearch;
import dev.waymark.search.SearchIndex;
import dev.waymark.search.SearchResult;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code search}: the answers of the site's search, as Lucene itself gives them. */
final class SearchCommand {
  private static final int EXCERPT = 160;

  private final Environment environment;
  private final Searcher searcher;

  /** Indexes a site; stands between the command and the build so that tests can stand in. */
  interface Searcher {
    SearchIndex index(BuildOptions options, Progress progress, Checked<SourceTree> content);
  }

  /** A query with the id that its answer is printed with. */
  private record Query(String id, String text) {}

  private record Answer(Query query, SearchResult result) {}

  SearchCommand(Environment environment, Searcher searcher) {
    this.environment = environment;
    this.searcher = searcher;
  }

  int run(Search search) throws IOException, UsageException {
    Site site = search.site();
    Reporting reporting = search.reporting();
    Report report = new Report(environment, reporting);
    List<Query> queries = queries(search);
    InputFolders folders = InputFolders.find(site, environment.workingFolder());
    Sources sources = folders.read(site.jobs(), reporting.report().stream().toList());
    BuildOptions options =
        new BuildOptions(site.asOf(), site.drafts(), site.jobs(), Optional.empty());
    try (ShownProgress progress =
            reporting.quiet() || !environment.wantsProgress()
                ? ShownProgress.NONE
                : new ProgressDisplay(environment.err());
        SearchIndex index = searcher.index(options, progress, sources.content());
        ReferenceSearch reference = new ReferenceSearch(index)) {
      progress.clear();
      List<Answer> answers = new ArrayList<>();
      for (Query query : queries) {
        SearchResult result =
            reference.search(query.text(), search.filters(), search.options(), search.limit());
        answers.add(new Answer(query, result));
      }
      if (reporting.format() == Format.TEXT) {
        report.text(text(answers));
      } else {
        report.bytes(in(reporting.format(), answers, search.totals()));
      }
      report.toFile(form -> in(form, answers, search.totals()));
    }
    return ExitCode.FINE;
  }

  private static byte[] in(Format form, List<Answer> answers, boolean totals) {
    return switch (form) {
      case TEXT -> text(answers).getBytes(StandardCharsets.UTF_8);
      case TSV -> tsv(answers, totals).getBytes(StandardCharsets.UTF_8);
      case JSON -> json(answers);
      case GITHUB, SARIF, JUNIT ->
          throw new IllegalArgumentException("answers have no form " + form.word());
    };
  }

  private static List<Query> queries(Search search) throws IOException, UsageException {
    if (search.query().isPresent()) {
      return List.of(new Query("1", search.query().get()));
    }
    Path file = search.file().orElseThrow();
    List<Query> queries = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        int tab = line.indexOf('\t');
        if (tab < 0 && !line.isBlank()) {
          throw new UsageException(
              "line %s of %s has no tab".formatted(number, file.getFileName()),
              "write on each line an id, a tab and the query");
        }
        if (tab >= 0) {
          queries.add(new Query(line.substring(0, tab), line.substring(tab + 1)));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("there is no file '%s'".formatted(file.getFileName()), "");
    } catch (CharacterCodingException e) {
      throw new UsageException("the queries in %s are not UTF-8".formatted(file.getFileName()), "");
    }
    return queries;
  }

  /**
   * A line a hit: id of the query, rank from 1, address below the root of the site, score. With
   * totals, a line before them: id, {@code total}, how many, and the query as corrected, if it was.
   */
  private static String tsv(List<Answer> answers, boolean totals) {
    StringBuilder lines = new StringBuilder();
    for (Answer answer : answers) {
      String id = answer.query().id();
      if (totals) {
        lines.append(id).append("\ttotal\t").append(answer.result().total());
        answer
            .result()
            .corrected()
            .ifPresent(words -> lines.append('\t').append(words.replaceAll("\\s", " ")));
        lines.append('\n');
      }
      int rank = 0;
      for (SearchResult.Hit hit : answer.result().hits()) {
        rank++;
        lines.append(id).append('\t').append(rank).append('\t');
        lines.append(hit.url()).append('\t').append(hit.score()).append('\n');
      }
    }
    return lines.toString();
  }

  private static String text(List<Answer> answers) {
    boolean named = answers.size() > 1;
    return answers.stream()
        .map(answer -> text(answer.query(), answer.result(), named))
        .collect(Collectors.joining());
  }

  private static String text(Query query, SearchResult result, boolean named) {
    List<String> lines = new ArrayList<>();
    if (named) {
      lines.addAll(List.of(query.id() + ": " + query.text(), ""));
    }
    result
        .corrected()
        .ifPresent(words -> lines.addAll(List.of("Showing results for " + words, "")));
    int rank = 0;
    for (SearchResult.Hit hit : result.hits()) {
      rank++;
      String heading = hit.heading().isEmpty() ? "" : " \u203a " + hit.heading();
      lines.add(String.format(Locale.ROOT, "%3d  %s%s", rank, hit.title(), heading));
      lines.add(
          String.format(Locale.ROOT, "     %s  (%s, %.3f)", hit.url(), hit.kind(), hit.score()));
      if (!hit.text().isEmpty()) {
        lines.add("     " + beginning(hit.text()));
      }
      lines.add("");
    }
    lines.add(count(result));
    if (named) {
      lines.add("");
    }
    return lines.stream().map(line -> PlainText.of(line) + "\n").collect(Collectors.joining());
  }

  private static String count(SearchResult result) {
    int shown = result.hits().size();
    return switch (result.total()) {
      case 0 -> "Nothing matches.";
      case 1 -> "1 section matches.";
      default ->
          result.total()
              + " sections match"
              + (shown < result.total() ? "; these are the first " + shown + "." : ".");
    };
  }

  private static String beginning(String text) {
    if (text.length() <= EXCERPT) {
      return text;
    }
    int space = text.lastIndexOf(' ', EXCERPT);
    return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, EXCERPT / 2))
        + " \u2026";
  }

  /** {@code {version, results: [{id, query, total, corrected, hits: [...]}]}}. */
  private static byte[] json(List<Answer> answers) {
    return JsonReport.write(json ->
        json.array(
            "results",
            items ->
                answers.forEach(
                    answer -> items.object(item -> write(answer.query(), answer.result(), item)))));
  }

  private static void write(Query query, SearchResult result, JsonMembers json) {
    json.put("id", query.id())
        .put("query", query.text())
        .put("total", result.total())
        .put("corrected", result.corrected().orElse(""))
        .array(
            "hits",
            hits ->
                result
                    .hits()
                    .forEach(hit ->
                        hits.object(item ->
                            item.put("url", hit.url())
                                .put("title", hit.title())
                                .put("heading", hit.heading())
                                .put("kind", hit.kind())
                                // As text, which every reader takes for the same number.
                                .put("score", Float.toString(hit.score())))));
  }
}
