package dev.waymark.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence for each key, which editors show beside it. Keys go by the path of keys that leads to
 * them, without lists and without names that authors choose: {@code owners.name}. A flowchart has
 * those of front matter, too.
 */
final class KeyDescriptions {
  private static final Map<String, String> FRONT_MATTER =
      Map.ofEntries(
          Map.entry("title", "The title in menus and lists, and in the browser tab."),
          Map.entry("id", "A name for [[links]] that stays when the file moves."),
          Map.entry("kind", "What the page is. Without it, a guide."),
          Map.entry("summary", "One sentence, shown below the heading and in lists."),
          Map.entry("order", "The place among the pages of the folder. Small numbers come first."),
          Map.entry("audience", "Whom the page is about."),
          Map.entry("nations", "Where the page holds. Leave it out for all four."),
          Map.entry("principles", "The ids of the principles that the page rests on."),
          Map.entry("owner", "Who looks after the page: an id from owners: in site.yaml."),
          Map.entry("status", "A label for readers. It hides nothing."),
          Map.entry("reviewed", "When the page was last reviewed, such as 2026-06-30."),
          Map.entry("review-by", "When it must be reviewed next, such as 2027-01-31."),
          Map.entry("facts-as-at", "The day up to which the facts hold."),
          Map.entry("sources", "What the page rests on."),
          Map.entry("sources.title", "What the source is called."),
          Map.entry("sources.publisher", "Who published it."),
          Map.entry("sources.year", "When it was published."),
          Map.entry("sources.url", "Where it can be read."),
          Map.entry("source", "The one published source of the excerpt."),
          Map.entry("source.title", "What the source is called."),
          Map.entry("source.publisher", "Who published it."),
          Map.entry("source.published", "When, if that is known. Never guess."),
          Map.entry("source.url", "Where it can be read, if that is known."),
          Map.entry("source.licence", "Its licence, if that is known."),
          Map.entry("aliases", "Old addresses, as paths below the content folder."),
          Map.entry("tags", "Words shown below the text."),
          Map.entry("draft", "true hides the page."),
          Map.entry("changes", "What changed on the page, and when."),
          Map.entry("changes.date", "The day of the change, such as 2026-06-30."),
          Map.entry("changes.text", "What changed, in a sentence."),
          Map.entry("glossary", "false marks no glossary terms on this page."),
          Map.entry("statement", "The principle itself, in one or two sentences."),
          Map.entry("theme", "What the excerpt is about, in a word or two."));

  private static final Map<String, String> FLOWCHART =
      Map.ofEntries(
          Map.entry("start", "The id of the first node."),
          Map.entry("nodes", "The steps, each below an id of its own."),
          Map.entry("nodes.question", "A question to decide."),
          Map.entry("nodes.help", "What to think of, in Markdown."),
          Map.entry("nodes.options", "The answers, and where each leads."),
          Map.entry("nodes.options.label", "The answer."),
          Map.entry("nodes.options.to", "The id of the next node."),
          Map.entry("nodes.action", "Something to do before going on."),
          Map.entry("nodes.next", "The id of the next node."),
          Map.entry("nodes.outcome", "Where a path ends."),
          Map.entry("nodes.severity", "How pressing the outcome is."),
          Map.entry("nodes.body", "More about it, in Markdown."),
          Map.entry("nodes.cites", "The ids of the principles that it rests on."),
          Map.entry("nodes.see", "The ids of pages to read next."));

  private static final Map<String, String> SITE =
      Map.ofEntries(
          Map.entry("title", "The name at the top of each page and in the browser tab."),
          Map.entry("description", "A sentence that says what the site is for."),
          Map.entry("language", "The language of the pages, such as en-GB or cy."),
          Map.entry("notice", "A warning near the top of every page."),
          Map.entry("navigation", "The main menu, in order: pages, folders, or headings of pages."),
          Map.entry("navigation.title", "What the menu says."),
          Map.entry("navigation.page", "The path of the page below the content folder."),
          Map.entry("owners", "Who looks after pages: an id, and below it a name."),
          Map.entry("owners.name", "The name of the role."),
          Map.entry("review", "When readers are told that something may be out of date."),
          Map.entry("review.due-soon", "How many days before its review a page is due soon."),
          Map.entry("review.check-after", "After how many days a copy is old; 0 for never."),
          Map.entry("review.check-by", "The last day before a copy is old."),
          Map.entry("print", "true makes pages for printing that hold all of a folder."),
          Map.entry("logo", "The path of a picture below the content folder."),
          Map.entry("edit-link", "Where a page can be edited, with {path} for its file."),
          Map.entry("feedback-link", "Where readers can write to."),
          Map.entry("glossary", "false marks no glossary terms."),
          Map.entry("html", "The HTML elements that pages may use."),
          Map.entry("advice", "What Waymark advises about good writing."),
          Map.entry("advice.off", "The codes of advice that this site does without."),
          Map.entry("external-links", "How check --external treats addresses of other sites."),
          Map.entry("external-links.ignore", "How the addresses start that it leaves alone."),
          Map.entry("search", "How much a word counts: 1 to 16, in steps of a quarter."),
          Map.entry("search.title", "In the title of a page."),
          Map.entry("search.heading", "In a heading."),
          Map.entry("search.body", "In the text."));

  private static final Map<String, String> GLOSSARY =
      Map.ofEntries(
          Map.entry("terms", "The terms, in any order."),
          Map.entry("terms.term", "What people read and say, usually the short form."),
          Map.entry("terms.definition", "What it means, in one or two plain sentences."),
          Map.entry("terms.expansion", "The long form of an abbreviation."),
          Map.entry("terms.synonyms", "Other words for the same thing."),
          Map.entry("terms.mark", "false leaves the word alone in pages."),
          Map.entry("terms.see", "Ids of pages to read next, or glossary: and another term."));

  private KeyDescriptions() {}

  /** The sentence for a key. */
  static Optional<String> of(SchemaKind kind, String path) {
    return switch (kind) {
      case FRONT_MATTER -> Optional.ofNullable(FRONT_MATTER.get(path));
      case SITE -> Optional.ofNullable(SITE.get(path));
      case GLOSSARY -> Optional.ofNullable(GLOSSARY.get(path));
      case FLOWCHART ->
          Optional.ofNullable(FLOWCHART.get(path))
              .or(() -> Optional.ofNullable(FRONT_MATTER.get(path)));
    };
  }

  /** The keys of its own that a kind has sentences for. */
  static Set<String> keys(SchemaKind kind) {
    return switch (kind) {
      case FRONT_MATTER -> FRONT_MATTER.keySet();
      case SITE -> SITE.keySet();
      case GLOSSARY -> GLOSSARY.keySet();
      case FLOWCHART -> FLOWCHART.keySet();
    };
  }
}
