package dev.waymark.flowchart;

import dev.waymark.diagnostic.Located;
import dev.waymark.link.LinkReference;
import dev.waymark.link.Sentence;
import dev.waymark.markdown.MarkdownDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A step of a flowchart. */
public sealed interface FlowNode {
  /** Its id, unique in the chart, and where it is written. */
  Located<String> id();

  /** What stands in its box: the question, the action, or the title of the outcome. */
  String label();

  /** What is said about it beside the picture; may be empty. */
  MarkdownDocument body();

  /** Ids of the principles that it rests on. */
  List<Located<String>> cites();

  /** Ids of pages to read. */
  List<Located<String>> see();

  /** The ways on, in the order of the source; none from an outcome. */
  List<Option> options();

  /**
   * All links from here: those of the body, those to what it cites, those to what to read. The
   * section of each is the id of the node, the sentence of the latter two its label.
   */
  default List<LinkReference> links() {
    List<LinkReference> links = new ArrayList<>(body().links());
    cites().forEach(cited -> links.add(link(LinkReference.Kind.BARE_PRINCIPLE, cited)));
    see().forEach(seen -> links.add(link(LinkReference.Kind.BARE_ID, seen)));
    return List.copyOf(links);
  }

  private LinkReference link(LinkReference.Kind kind, Located<String> target) {
    return new LinkReference(
        kind,
        target.value(),
        "",
        target.location(),
        id().value(),
        new Sentence(label(), List.of()));
  }

  /**
   * A way on.
   *
   * @param label the answer; empty for the only way on from an action
   * @param to the id of the next node; empty where the source names none that exists
   */
  record Option(String label, Optional<String> to) {
    public Option {
      Objects.requireNonNull(label);
      Objects.requireNonNull(to);
    }
  }

  /** Something to decide. */
  record Question(
      Located<String> id,
      String label,
      MarkdownDocument body,
      List<Option> options,
      List<Located<String>> cites,
      List<Located<String>> see)
      implements FlowNode {
    public Question {
      Objects.requireNonNull(id);
      Objects.requireNonNull(label);
      Objects.requireNonNull(body);
      options = List.copyOf(options);
      cites = List.copyOf(cites);
      see = List.copyOf(see);
    }
  }

  /**
   * Something to do before going on.
   *
   * @param next the id of the next node; empty where the source names none that exists
   */
  record Action(
      Located<String> id,
      String label,
      MarkdownDocument body,
      Optional<String> next,
      List<Located<String>> cites,
      List<Located<String>> see)
      implements FlowNode {
    public Action {
      Objects.requireNonNull(id);
      Objects.requireNonNull(label);
      Objects.requireNonNull(body);
      Objects.requireNonNull(next);
      cites = List.copyOf(cites);
      see = List.copyOf(see);
    }

    @Override
    public List<Option> options() {
      return List.of(new Option("", next));
    }
  }

  /** Where a path ends. */
  record Outcome(
      Located<String> id,
      String label,
      OutcomeSeverity severity,
      MarkdownDocument body,
      List<Located<String>> cites,
      List<Located<String>> see)
      implements FlowNode {
    public Outcome {
      Objects.requireNonNull(id);
      Objects.requireNonNull(label);
      Objects.requireNonNull(severity);
      Objects.requireNonNull(body);
      cites = List.copyOf(cites);
      see = List.copyOf(see);
    }

    @Override
    public List<Option> options() {
      return List.of();
    }
  }
}
