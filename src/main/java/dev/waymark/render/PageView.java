package dev.waymark.render;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page as templates see it. All links are relative to it.
 *
 * @param layout the name of its layout: {@code home}, {@code guide}, {@code folder}, {@code
 *     principle}, {@code excerpt}, {@code flowchart}, {@code glossary}, {@code a-z}, {@code
 *     search}, {@code governance}, {@code not-found}, {@code print} or {@code redirect}
 * @param title for the tab and lists, plain text
 * @param heading the first-level heading, as HTML
 * @param headingAnchor or empty
 * @param summary or empty
 * @param canonical the whole address when the build has a base address, or empty
 * @param kind {@code guide}, {@code principle}, {@code excerpt} or {@code flowchart}; a class name
 * @param number such as {@code P3} for a principle, or empty
 * @param body the text, as HTML; may be empty
 * @param contents empty on short pages
 * @param breadcrumbs from the home page to the folder above; empty on the home page
 * @param section the page of the folder that this page stands in, when that is another page; on a
 *     redirect the page that it leads to
 * @param siblings the pages of the same folder in order, this one included; empty when there is no
 *     other
 * @param review null on generated pages
 * @param changes newest first
 * @param principles what the page relies on
 * @param related pages that are like this one, best first
 * @param children on the page of a folder: what is in it, in order
 * @param statement of a principle, or empty
 * @param excerpt for an excerpt
 * @param letters on the A to Z
 * @param terms on the glossary
 * @param search on the page of search results
 * @param governance on the list of review dates
 * @param news on the home page: what changed last in the site, newest first
 * @param editHref or empty
 * @param feedbackHref or empty
 * @param flowcharts whether there is a flowchart in the text
 * @param printHref on the page of a folder: the page that holds all of it, for printing; or empty
 */
record PageView(
    String layout,
    String title,
    SafeString heading,
    String headingAnchor,
    String summary,
    String canonical,
    String kind,
    String number,
    SafeString body,
    List<ContentsItemView> contents,
    List<LinkView> breadcrumbs,
    @Nullable LinkView section,
    List<NavigationItemView> siblings,
    @Nullable LinkView previous,
    @Nullable LinkView next,
    List<LabelView> labels,
    @Nullable ReviewView review,
    List<SourceView> sources,
    List<ChangeView> changes,
    List<PrincipleView> principles,
    List<CitationView> reliedOnBy,
    List<LinkView> related,
    List<ChildView> children,
    String statement,
    @Nullable ExcerptView excerpt,
    List<LetterView> letters,
    List<TermLetterView> terms,
    @Nullable SearchView search,
    @Nullable GovernanceView governance,
    List<NewsView> news,
    String editHref,
    String feedbackHref,
    List<String> tags,
    boolean flowcharts,
    String printHref)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "layout" -> layout;
      case "title" -> title;
      case "heading" -> heading;
      case "headingAnchor" -> headingAnchor;
      case "summary" -> summary;
      case "canonical" -> canonical;
      case "kind" -> kind;
      case "number" -> number;
      case "body" -> body;
      case "contents" -> contents;
      case "breadcrumbs" -> breadcrumbs;
      case "section" -> section;
      case "siblings" -> siblings;
      case "previous" -> previous;
      case "next" -> next;
      case "labels" -> labels;
      case "review" -> review;
      case "sources" -> sources;
      case "changes" -> changes;
      case "principles" -> principles;
      case "reliedOnBy" -> reliedOnBy;
      case "related" -> related;
      case "children" -> children;
      case "statement" -> statement;
      case "excerpt" -> excerpt;
      case "letters" -> letters;
      case "terms" -> terms;
      case "search" -> search;
      case "governance" -> governance;
      case "news" -> news;
      case "editHref" -> editHref;
      case "feedbackHref" -> feedbackHref;
      case "tags" -> tags;
      case "flowcharts" -> flowcharts;
      case "printHref" -> printHref;
      case "childGroups" -> childGroups();
      case "labelFilters" -> labelFilters();
      default -> NONE;
    };
  }

  /** The children by kind; kinds stand in the order of their first child. */
  public List<ChildGroupView> childGroups() {
    Map<String, List<ChildView>> groups = new LinkedHashMap<>();
    for (ChildView child : children) {
      groups.computeIfAbsent(child.kind(), kind -> new ArrayList<>()).add(child);
    }
    return groups.entrySet().stream()
        .map(group ->
            new ChildGroupView(group.getKey(), groupTitle(group.getKey()), group.getValue()))
        .toList();
  }

  /**
   * What the children can be narrowed by: the kinds of labels that some of them have and others do
   * not. A child without a label of a kind belongs to each.
   */
  public List<FilterView> labelFilters() {
    List<FilterView> filters = new ArrayList<>();
    for (LabelView.Kind kind : LabelView.Kind.values()) {
      List<Set<String>> labels =
          children.stream()
              .map(child ->
                  child.labels().stream()
                      .filter(label -> label.kind().equals(kind.word()))
                      .map(LabelView::text)
                      .collect(Collectors.toSet()))
              .filter(texts -> !texts.isEmpty())
              .toList();
      SortedSet<String> all = new TreeSet<>();
      labels.forEach(all::addAll);
      if (labels.stream().anyMatch(texts -> texts.size() < all.size())) {
        filters.add(
            new FilterView(
                kind.word(),
                kind.title(),
                all.stream().map(text -> new FilterOptionView(text, text)).toList()));
      }
    }
    return filters;
  }

  private static String groupTitle(String kind) {
    return switch (kind) {
      case "principle" -> "Principles";
      case "excerpt" -> "Learning excerpts";
      case "flowchart" -> "Flowcharts";
      case "folder" -> "Sections";
      default -> "Pages";
    };
  }
}
