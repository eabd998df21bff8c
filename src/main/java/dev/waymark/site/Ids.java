package dev.waymark.site;

import dev.waymark.config.Glossary;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.link.Slug;
import dev.waymark.page.Kind;
import dev.waymark.page.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code [[id]]} means. The id of a page is the one in its front matter; a page without one
 * goes by the name of its file as long as no other page has it.
 */
final class Ids {
  private static final String GLOSSARY = "glossary:";

  private final SortedMap<String, SitePath> pages = new TreeMap<>();
  private final Map<String, LinkTarget.Page> targets = new HashMap<>();

  /** The pages without an id whose files have one name, by that name. */
  private final Map<String, List<Page>> namesakes = new HashMap<>();

  private final Map<String, Page> drafts = new HashMap<>();

  /** The anchors of terms, by every word that a term goes by. */
  private final TreeMap<String, String> terms = new TreeMap<>();

  private final Map<SitePath, Page> byPath;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Pages whose id another page has, with that page. */
  private final TreeMap<SitePath, SitePath> doubles = new TreeMap<>();

  /**
   * @param hidden pages that are not published
   */
  Ids(
      SortedMap<SitePath, Page> byPath,
      Collection<Page> hidden,
      Glossary glossary,
      Optional<SitePath> glossaryPage) {
    this.byPath = byPath;
    // Where two pages want one id, the principle has it: others name it in their front matter.
    byPath.forEach((path, page) -> {
      if (isPrinciple(path)) {
        addGiven(path, page);
      }
    });
    byPath.forEach((path, page) -> {
      if (!isPrinciple(path)) {
        addGiven(path, page);
      }
    });
    addNames();
    hidden.forEach(draft ->
        drafts.putIfAbsent(
            draft.frontMatter().id().map(Located::value).orElse(draft.source().stem()), draft));
    tellDoubles();
    pages.forEach((id, path) ->
        targets.put(id, new LinkTarget.Page(path, "", ShortText.title(page(path).title()))));
    glossaryPage.ifPresent(page -> glossary.terms().forEach(term -> addTerm(term, page)));
  }

  private void addGiven(SitePath path, Page page) {
    Located<String> id = page.frontMatter().id().orElse(null);
    if (id == null) {
      return;
    }
    SitePath first = pages.putIfAbsent(id.value(), path);
    if (first != null) {
      doubles.put(path, first);
    }
  }

  /** Says which ids are used twice, once it is known which are free. */
  private void tellDoubles() {
    doubles.forEach((path, first) -> {
      Page page = page(path);
      diagnostics.add(
          Diagnostic.of(
                  Code.DUPLICATE_ID, page.frontMatter().id().map(Located::location).orElseThrow())
              .withDetail("%s has it already".formatted(page(first).start().file()))
              .withHelp("give one of the two another id" + ownName(path)));
    });
  }

  /** The id that the page could have by its name. */
  private String ownName(SitePath path) {
    String name = page(path).source().stem();
    boolean free = !pages.containsKey(name) && !drafts.containsKey(name);
    return free && ofName(name).equals(List.of(path)) ? ": this page could be " + name : "";
  }

  private void addNames() {
    Map<String, SitePath> names = new TreeMap<>();
    byPath.forEach((path, page) -> {
      if (page.frontMatter().id().isEmpty() && !page.isFolderPage()) {
        String name = page.source().stem();
        names.put(name, path);
        namesakes.computeIfAbsent(name, key -> new ArrayList<>()).add(page);
      }
    });
    namesakes.values().removeIf(named -> named.size() == 1);
    names.keySet().removeAll(namesakes.keySet());
    names.forEach(pages::putIfAbsent);
  }

  private void addTerm(Glossary.Term term, SitePath page) {
    terms.put(term.anchor(), term.anchor());
    if (!term.expansion().isEmpty()) {
      terms.putIfAbsent(Slug.of(term.expansion()), term.anchor());
    }
    targets.put(
        GLOSSARY + term.anchor(), new LinkTarget.Page(page, term.anchor(), term.term().value()));
  }

  private Page page(SitePath path) {
    @Nullable Page page = byPath.get(path);
    if (page == null) {
      throw new IllegalArgumentException("no page at " + path);
    }
    return page;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All ids and what they mean. */
  Map<String, LinkTarget.Page> all() {
    return targets;
  }

  /** What an id means. */
  Optional<LinkTarget.Page> find(String id) {
    return Optional.ofNullable(targets.get(id));
  }

  /** The principle with this id. */
  Optional<SitePath> principle(String id) {
    return Optional.ofNullable(pages.get(id)).filter(this::isPrinciple);
  }

  private boolean isPrinciple(SitePath path) {
    return page(path).frontMatter().kind() == Kind.PRINCIPLE;
  }

  /**
   * Says that an id means nothing.
   *
   * @param written how an id is written there
   */
  Diagnostic unknown(String id, Location location, UnaryOperator<String> written) {
    return unknown(
        id, location, written, "give a page this id in its front matter, or link to the file");
  }

  /** Says that an id, which is the value of a key, means nothing. */
  Diagnostic unknownValue(String id, Location location) {
    return unknown(
        id, location, near -> near, "give a page this id in its front matter, or take it out here");
  }

  private Diagnostic unknown(
      String id, Location location, UnaryOperator<String> written, String help) {
    Page draft = drafts.get(id);
    if (draft != null) {
      return toDraft(draft.start().file(), location);
    }
    Diagnostic unknown = Diagnostic.of(Code.LINK_UNKNOWN_ID, location);
    List<Page> named = namesakes.get(id);
    if (named != null) {
      return unknown
          .withDetail(files(named.stream()) + " have one name and no id")
          .withHelp("give the page an id in its front matter, or link to the file");
    }
    List<SitePath> renamed = ofName(id);
    if (renamed.size() == 1) {
      return otherwise(unknown, renamed.getFirst(), written);
    }
    if (!renamed.isEmpty()) {
      return unknown
          .withDetail(files(renamed.stream().map(this::page)) + " have this name and other ids")
          .withHelp("write the id of the page that you mean, or link to the file");
    }
    Diagnostic detailed = unknown.withDetail("there is no id " + id);
    return suggestion(id)
        .map(written)
        .map(detailed::withSuggestion)
        .orElseGet(() -> detailed.withHelp(help));
  }

  private static String files(Stream<Page> pages) {
    return pages.map(page -> page.start().file()).collect(Collectors.joining(", "));
  }

  /** The pages whose file has this name. */
  private List<SitePath> ofName(String name) {
    return byPath.entrySet().stream()
        .filter(each -> !each.getValue().isFolderPage())
        .filter(each -> each.getValue().source().stem().equals(name))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Says that a page goes by another id than by its name. */
  private Diagnostic otherwise(Diagnostic unknown, SitePath path, UnaryOperator<String> written) {
    String file = page(path).start().file();
    String id = page(path).frontMatter().id().map(Located::value).orElse("");
    Diagnostic detailed = unknown.withDetail("%s has the id %s".formatted(file, id));
    return path.equals(pages.get(id))
        ? detailed.withSuggestion(written.apply(id))
        : detailed.withHelp("another page has that id, too: give %s its own".formatted(file));
  }

  /** Says that a link leads to a page that is not published. */
  static Diagnostic toDraft(String file, Location location) {
    return Diagnostic.of(Code.LINK_TO_DRAFT, location)
        .withDetail(file + " has draft: true")
        .withHelp("publish that page, or take the link out for now");
  }

  /**
   * Says that there is no such principle.
   *
   * @param given the ids that stand beside it
   */
  Diagnostic unknownPrinciple(Located<String> id, List<Located<String>> given) {
    Diagnostic unknown = Diagnostic.of(Code.UNKNOWN_PRINCIPLE, id.location());
    Page draft = drafts.get(id.value());
    if (draft != null && draft.frontMatter().kind() == Kind.PRINCIPLE) {
      return unknown
          .withDetail(draft.start().file() + " has draft: true")
          .withHelp("publish that page, or take the id out for now");
    }
    Diagnostic detailed = unknown.withDetail("there is no principle " + id.value());
    List<Optional<SitePath>> there = given.stream().map(each -> principle(each.value())).toList();
    return nearestPage(id.value(), path -> isPrinciple(path) && !there.contains(Optional.of(path)))
        .map(detailed::withSuggestion)
        .orElseGet(
            () -> detailed.withHelp("write the id of a principle, such as p1, or take it out"));
  }

  private Optional<String> suggestion(String id) {
    if (id.startsWith(GLOSSARY)) {
      return nearestTerm(id.substring(GLOSSARY.length()));
    }
    return nearestPage(id, path -> true).or(() -> nearestTerm(id));
  }

  private Optional<String> nearestTerm(String word) {
    return Spelling.nearest(Slug.of(word), terms.keySet()).map(near -> GLOSSARY + terms.get(near));
  }

  /** By the id or by the title. */
  private Optional<String> nearestPage(String id, Predicate<SitePath> wanted) {
    TreeSet<String> known = new TreeSet<>();
    TreeMap<String, String> titles = new TreeMap<>();
    pages.forEach((other, path) -> {
      if (wanted.test(path)) {
        known.add(other);
        titles.putIfAbsent(Slug.of(page(path).title()), other);
      }
    });
    return Spelling.nearest(id, known)
        .or(() -> Spelling.nearest(Slug.of(id), titles.keySet()).map(titles::get));
  }
}
