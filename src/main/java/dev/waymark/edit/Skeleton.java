package dev.waymark.edit;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The text of a new file.
 *
 * @param order the place in its folder, where its neighbours have one
 * @param principle one to cite by way of example
 */
record Skeleton(String title, Optional<String> id, OptionalInt order, Optional<String> principle) {

  String text(ContentKind kind) {
    return switch (kind) {
      case PAGE -> page();
      case PRINCIPLE -> principlePage();
      case EXCERPT -> excerpt();
      case FLOWCHART -> flowchart();
    };
  }

  private String page() {
    return start("The settings of this page.")
        + """
        # One sentence, shown below the heading and in lists.
        summary: "TO WRITE: what this page says, in one sentence."
        """
        + orderLine()
        + """
        # Whom the page is about: child, adult or both.
        # audience: [child, adult]
        # Where it holds: england, scotland, wales, northern-ireland. Leave it out for all four.
        # nations: [england, wales]
        """
        + principlesLine("The principles that this page rests on.")
        + """
        # Who looks after the page: an id from owners: in site.yaml.
        # owner: safeguarding-editor
        # draft, in-review or reviewed: a label for readers; it hides nothing.
        status: draft
        # When the page must be reviewed next.
        # review-by: 2027-01-31
        # Take the # away to keep the page out of the site until it is ready.
        # draft: true
        ---

        TO WRITE: the most important thing, in one or two sentences.

        ## What do I do?

        TO WRITE: the steps, one a line.

        <!-- A comment like this one is not published.
             A link to another page: [consent](consent.md). A link by id: [[p3]]. -->
        """;
  }

  private String principlePage() {
    return start("The settings of this principle.")
        + "# What pages name it by, and in capitals the number that readers see.\n"
        + idLine()
        + """
        kind: principle
        # The principle itself, in one or two sentences. Pages that rest on it show it.
        statement: "TO WRITE: the principle, in one or two sentences."
        # One sentence, shown in lists.
        summary: "TO WRITE: the principle in short."
        """
        + orderLine()
        + """
        # Who looks after it: an id from owners: in site.yaml.
        # owner: safeguarding-editor
        # draft, in-review or reviewed: a label for readers; it hides nothing.
        status: draft
        # When it must be reviewed next.
        # review-by: 2027-01-31
        # Take the # away to keep it out of the site until it is ready.
        # draft: true
        ---

        TO WRITE: what the principle means in daily work, with an example.
        """;
  }

  private String excerpt() {
    return start("The settings of this learning excerpt.")
        + (id.isPresent() ? "# What pages name it by: [[" + id.get() + "]].\n" + idLine() : "")
        + """
        kind: excerpt
        # What it is about, in a word or two.
        theme: "TO WRITE: the theme"
        # One sentence, shown below the heading and in lists.
        summary: "TO WRITE: the lesson, in one sentence."
        """
        + orderLine()
        + principlesLine("The principles that the lesson is about.")
        + """
        # The one published source. Without a title and a publisher it is no excerpt.
        source:
          title: "TO WRITE: what the source is called"
          publisher: "TO WRITE: who published it"
          # Give these where they are known. Never guess one.
          # published: March 2018
          # url: https://www.example.org/
          # licence: Open Government Licence v3.0
        # draft, in-review or reviewed: a label for readers; it hides nothing.
        status: draft
        # Take the # away to keep it out of the site until it is ready.
        # draft: true
        ---

        TO WRITE: what happened, and what to learn from it.
        """;
  }

  private String flowchart() {
    String cites =
        principle
            .map(each ->
                "    # The principles that the outcome rests on.\n    cites: [" + each + "]\n")
            .orElse(
                "    # The principles that the outcome rests on; name one.\n    # cites: [p1]\n");
    return """
    # A decision flowchart. A line that starts with # is a comment; take the # away to use it.
    # Show it on a page with ![words](path/to/this-file.yaml)
    """
        + idLine()
        + "title: "
        + yaml(title)
        + '\n'
        + """
        # One sentence: what the chart helps to decide.
        summary: "TO WRITE: what this chart helps to decide."
        # The id of the first question.
        start: first-question
        # Each step has an id of its own and is a question, an action or an outcome.
        nodes:
          first-question:
            question: "TO WRITE: a question that can be answered?"
            # help: What to think of, in Markdown.
            options:
              - { label: "Yes", to: act-now }
              - { label: "No", to: ask-for-advice }
          act-now:
            outcome: "TO WRITE: what to do"
            # urgent, act, advice or stop.
            severity: act
            body: "TO WRITE: how to do it. Markdown, with links."
        """
        + cites
        + """
            # What to read next: ids of pages.
            # see: [when-to-share]
          ask-for-advice:
            outcome: "TO WRITE: whom to ask"
            severity: advice
            body: "TO WRITE: how to reach them."
        """
        + cites;
  }

  private String start(String what) {
    return "---\n# "
        + what
        + " A line that starts with # is a comment; take the # away to use its key.\ntitle: "
        + yaml(title)
        + '\n';
  }

  private String idLine() {
    return id.map(given -> "id: " + yaml(given) + "\n").orElse("");
  }

  private String orderLine() {
    return "# The place among the pages of the folder: small numbers come first.\n"
        + (order.isPresent() ? "order: " + order.getAsInt() : "# order: 1")
        + '\n';
  }

  private String principlesLine(String comment) {
    return "# " + comment + "\n# principles: [" + principle.orElse("p1") + "]\n";
  }

  /** The text as a YAML scalar that is read as just this text. */
  static String yaml(String text) {
    if (text.matches("\\p{L}[\\p{L}\\p{N} ,.'()/-]*")
        && !text.endsWith(" ")
        && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (isPlain(c)) {
            quoted.appendCodePoint(c);
          } else {
            quoted.append(String.format(Locale.ROOT, "\\U%08x", c));
          }
        });
    return quoted.append('"').toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
