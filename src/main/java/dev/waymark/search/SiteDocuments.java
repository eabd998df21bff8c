package dev.waymark.search;

import dev.waymark.config.Glossary;
import dev.waymark.flowchart.FlowNode;
import dev.waymark.flowchart.Flowchart;
import dev.waymark.flowchart.Outline;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import dev.waymark.markdown.Heading;
import dev.waymark.markdown.SectionText;
import dev.waymark.page.Audience;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Kind;
import dev.waymark.page.Nation;
import dev.waymark.site.ShortText;
import dev.waymark.site.Site;
import dev.waymark.site.SitePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The documents of a site, page by page, in the order of their addresses. What a page says is made
 * into text only when its documents are asked for.
 */
final class SiteDocuments {
  private static final int ALL_AUDIENCES = (1 << Audience.values().length) - 1;
  private static final int ALL_NATIONS = (1 << Nation.values().length) - 1;

  private SiteDocuments() {}

  /** The words of the audiences in the order of their bits, which is that of the words. */
  static List<String> audiences() {
    return Arrays.stream(Audience.values()).map(Audience::word).sorted().toList();
  }

  /** The words of the nations in the order of their bits, which is that of the words. */
  static List<String> nations() {
    return Arrays.stream(Nation.values()).map(Nation::word).sorted().toList();
  }

  /**
   * A page, and what its documents are made of.
   *
   * @param origin what was read of its file
   * @param targets what its links mean, which fill in their words
   * @param documents gives them in the order of the sections
   */
  record Source(
      SitePath path,
      Object origin,
      List<LinkTarget> targets,
      Supplier<List<SearchDocument>> documents) {
    /** Whether the documents of the other are the same. */
    @SuppressWarnings("ReferenceEquality") // What was not read anew is the same object.
    boolean isSame(Source other) {
      return path.equals(other.path) && origin == other.origin && targets.equals(other.targets);
    }
  }

  /** All pages that have something to index, sorted by address. */
  static List<Source> sources(Site site) {
    TreeMap<SitePath, Source> pages = new TreeMap<>();
    site.pages()
        .forEach((path, page) -> {
          Flowchart chart = site.flowcharts().get(path);
          Source source =
              chart == null
                  ? new Source(path, page.page(), page.targets(), () -> documents(page))
                  : new Source(path, chart, page.targets(), () -> steps(page, chart));
          pages.put(path, source);
        });
    site.generated()
        .glossary()
        .ifPresent(path ->
            pages.put(
                path, new Source(path, site.glossary(), List.of(), () -> glossary(site, path))));
    return new ArrayList<>(pages.values());
  }

  private static List<SearchDocument> documents(SitePage page) {
    FrontMatter frontMatter = page.frontMatter();
    Map<String, String> trails = trails(page.page().document().headings());
    List<SearchDocument> documents = new ArrayList<>();
    for (SectionText section : page.page().document().sections(page.targets())) {
      boolean lead = section.anchor().isEmpty();
      documents.add(
          document(
              page,
              section.anchor(),
              trails.getOrDefault(section.anchor(), ""),
              lead ? lead(frontMatter, section.paragraphs()) : section.paragraphs()));
    }
    return documents;
  }

  /** What a flowchart is about, and each of its steps in the order of its outline. */
  private static List<SearchDocument> steps(SitePage page, Flowchart chart) {
    Map<String, List<LinkTarget>> targets = new HashMap<>();
    int at = 0;
    for (FlowNode node : chart.nodes()) {
      int bodyLinks = node.body().links().size();
      targets.put(node.id().value(), page.targets().subList(at, at + bodyLinks));
      at += node.links().size();
    }
    List<SearchDocument> documents = new ArrayList<>();
    documents.add(document(page, "", "", lead(page.frontMatter(), List.of())));
    for (Outline.Item item : chart.outline().items()) {
      FlowNode node = item.node();
      List<String> paragraphs = new ArrayList<>();
      item.word().ifPresent(paragraphs::add);
      for (SectionText text :
          node.body().sections(targets.getOrDefault(node.id().value(), List.of()))) {
        paragraphs.addAll(text.paragraphs());
      }
      item.answers().forEach(answer -> paragraphs.add(oneLine(answer.text())));
      documents.add(
          document(
              page,
              chart.anchor(node.id().value()),
              ShortText.title(oneLine(node.label())),
              paragraphs));
    }
    return documents;
  }

  private static SearchDocument document(
      SitePage page, String anchor, String heading, List<String> paragraphs) {
    FrontMatter frontMatter = page.frontMatter();
    int audiences =
        bits(frontMatter.audiences().stream().map(Audience::word).toList(), audiences());
    int nations = bits(frontMatter.nations().stream().map(Nation::word).toList(), nations());
    return new SearchDocument(
        url(page.path()),
        Percent.encode(anchor),
        page.title(),
        heading,
        paragraphs,
        frontMatter.kind().word(),
        part(page.path()),
        audiences == 0 ? ALL_AUDIENCES : audiences,
        nations == 0 ? ALL_NATIONS : nations);
  }

  private static List<String> lead(FrontMatter frontMatter, List<String> text) {
    List<String> paragraphs = new ArrayList<>();
    if (!frontMatter.summary().isBlank()) {
      paragraphs.add(oneLine(frontMatter.summary()));
    }
    if (frontMatter.kind() == Kind.PRINCIPLE && !frontMatter.statement().isBlank()) {
      paragraphs.add(oneLine(frontMatter.statement()));
    }
    paragraphs.addAll(text);
    return paragraphs;
  }

  private static List<SearchDocument> glossary(Site site, SitePath path) {
    List<SearchDocument> documents = new ArrayList<>();
    for (Glossary.Term term : site.glossary().terms()) {
      List<String> paragraphs = new ArrayList<>();
      if (!term.definition().isBlank()) {
        paragraphs.add(oneLine(term.definition()));
      }
      if (!term.synonyms().isEmpty()) {
        paragraphs.add(oneLine(String.join(", ", term.synonyms())));
      }
      String title =
          term.expansion().isBlank()
              ? term.term().value()
              : term.term().value() + ", " + term.expansion();
      documents.add(
          new SearchDocument(
              url(path),
              Percent.encode(term.anchor()),
              ShortText.title(oneLine(title)),
              "",
              paragraphs,
              "glossary",
              part(path),
              ALL_AUDIENCES,
              ALL_NATIONS));
    }
    return documents;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  static String url(SitePath path) {
    return Site.HOME.linkTo(path);
  }

  /** The first folder below {@code parts}, else the folder at the top. */
  private static String part(SitePath path) {
    String[] folders = path.folder().split("/");
    return folders.length > 1 && folders[0].equals("parts") ? folders[1] : folders[0];
  }

  private static int bits(List<String> words, List<String> all) {
    int bits = 0;
    for (String word : words) {
      bits |= 1 << all.indexOf(word);
    }
    return bits;
  }

  /** What stands above each section, its own heading last. */
  private static Map<String, String> trails(List<Heading> headings) {
    Map<String, String> trails = new HashMap<>();
    String above = "";
    for (Heading heading : headings) {
      String text = ShortText.title(heading.text());
      if (heading.level() <= 2) {
        above = text;
        trails.put(heading.anchor(), text);
      } else if (heading.level() == 3) {
        trails.put(heading.anchor(), above.isEmpty() ? text : above + " \u203a " + text);
      }
    }
    return trails;
  }
}
