package dev.waymark.edit;

import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.FlowchartReader;
import dev.waymark.link.WrittenPath;
import dev.waymark.markdown.MarkdownOptions;
import dev.waymark.markdown.MarkdownReader;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceTree;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the content folder holds, as far as something new must fit in. */
final class ExistingContent {
  private static final Pattern NUMBERED = Pattern.compile("p([0-9]{1,6})");

  private final SourceTree tree;

  /** Flowcharts are pages, too. */
  private final List<Page> pages = new ArrayList<>();

  /** Ids that are given, and names of files that serve as ids; in small letters. */
  private final Set<String> ids = new HashSet<>();

  ExistingContent(SourceTree tree) {
    this.tree = tree;
    YamlReader yaml = new YamlReader();
    MarkdownReader markdown = new MarkdownReader(MarkdownOptions.defaults());
    PageReader reader = new PageReader(yaml, markdown);
    FlowchartReader charts = new FlowchartReader(yaml, markdown);
    for (SourceFile file : tree.files().values()) {
      if (file instanceof SourceFile.Text text) {
        if (PageReader.isPage(file.path().name())) {
          add(reader.read(text).value());
        } else if (Flowchart.isFlowchart(file.path())) {
          add(charts.read(text).value().asPage());
        }
      }
    }
  }

  private void add(Page page) {
    pages.add(page);
    page.frontMatter().id().ifPresent(id -> addId(id.value()));
    addId(page.source().stem());
  }

  private void addId(String id) {
    ids.add(id.toLowerCase(Locale.ROOT));
  }

  boolean hasId(String id) {
    return ids.contains(id.toLowerCase(Locale.ROOT));
  }

  /** {@code p11} when the last principle is {@code p10}; a number that went is not used again. */
  String nextPrincipleId() {
    int last = 0;
    for (Page page : pages) {
      if (page.frontMatter().kind() == Kind.PRINCIPLE) {
        String id =
            page.frontMatter().id().map(given -> given.value()).orElse(page.source().stem());
        Matcher numbered = NUMBERED.matcher(id);
        if (numbered.matches()) {
          last = Math.max(last, Integer.parseInt(numbered.group(1)));
        }
      }
    }
    do {
      last++;
    } while (hasId("p" + last));
    return "p" + last;
  }

  /** A principle to cite by way of example: the one that comes first. */
  Optional<String> anyPrinciple() {
    return pages.stream()
        .filter(page -> page.frontMatter().kind() == Kind.PRINCIPLE && !page.frontMatter().draft())
        .min(
            Comparator.<Page>comparingInt(
                    page -> page.frontMatter().order().orElse(Integer.MAX_VALUE))
                .thenComparing(Page::source))
        .map(page ->
            page.frontMatter().id().map(given -> given.value()).orElse(page.source().stem()));
  }

  /**
   * The place after the last page of a folder, the pages of the folders in it counted; empty when
   * none of them has a place.
   *
   * @param folder with a slash at its end, or empty for the content folder
   */
  OptionalInt nextOrder(String folder) {
    OptionalInt last =
        pages.stream()
            .filter(page -> listedIn(page).equals(Optional.of(folder)))
            .map(Page::frontMatter)
            .map(FrontMatter::order)
            .flatMap(Optional::stream)
            .mapToInt(Integer::intValue)
            .max();
    return last.isPresent() && last.getAsInt() < Integer.MAX_VALUE
        ? OptionalInt.of(last.getAsInt() + 1)
        : OptionalInt.empty();
  }

  /** The folder that lists this page; empty for the home page. */
  private static Optional<String> listedIn(Page page) {
    return page.isFolderPage()
        ? parent(page.source().folder())
        : Optional.of(page.source().folder());
  }

  /** The folder above, with a slash at its end; empty above the content folder. */
  static Optional<String> parent(String folder) {
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1));
  }

  /** The page of a folder, {@code index} before {@code README}. */
  Optional<Page> folderPage(String folder) {
    return pages.stream()
        .filter(page -> page.isFolderPage() && page.source().folder().equals(folder))
        .min(Comparator.comparingInt(page -> page.isIndex() ? 0 : 1));
  }

  /** The page that sends readers of this old address on. */
  Optional<Page> aliased(String address) {
    return pages.stream()
        .filter(page ->
            page.frontMatter().aliases().stream()
                .flatMap(alias -> WrittenPath.pageAddress(alias.value()).stream())
                .anyMatch(old -> old.value().equalsIgnoreCase(address)))
        .findFirst();
  }

  /** A file that has this address already, upper and lower case apart. */
  Optional<SourcePath> at(String address) {
    return tree.files().keySet().stream()
        .filter(path -> address(path).equalsIgnoreCase(address))
        .findFirst();
  }

  /** A folder that differs from this one in upper and lower case only. */
  Optional<String> otherCase(String folder) {
    for (SourcePath path : tree.files().keySet()) {
      String other = path.folder();
      if (other.length() >= folder.length()) {
        String start = other.substring(0, folder.length());
        if (start.equalsIgnoreCase(folder) && !start.equals(folder)) {
          return Optional.of(start);
        }
      }
    }
    return Optional.empty();
  }

  /** What a file becomes in the site: Markdown and flowcharts become HTML. */
  static String address(SourcePath path) {
    return Flowchart.isFlowchart(path)
        ? path.folder() + path.stem() + ".html"
        : path.value().replaceFirst("(?i)\\.(md|markdown)$", ".html");
  }

  String displayName(SourcePath path) {
    return tree.displayName(path.value());
  }
}
