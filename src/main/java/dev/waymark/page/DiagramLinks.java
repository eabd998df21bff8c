package dev.waymark.page;

import dev.waymark.flowchart.mermaid.Diagram;
import dev.waymark.flowchart.mermaid.Node;
import dev.waymark.link.LinkReference;
import dev.waymark.link.Sentence;
import java.util.List;
import java.util.Optional;

/** The links of a diagram as links of its page. */
final class DiagramLinks {
  private DiagramLinks() {}

  /**
   * One for each node that leads somewhere, in the order of the nodes; the words of the node are
   * the words of the link, and the sentence that is quoted where the page is relied on.
   */
  static List<LinkReference> of(Diagram diagram, String section) {
    return diagram.nodes().stream()
        .map(node -> link(node, section))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<LinkReference> link(Node node, String section) {
    String words = node.label().text().replace('\n', ' ');
    return node.link()
        .map(link ->
            new LinkReference(
                LinkReference.Kind.LINK,
                link.address(),
                words,
                link.location(),
                section,
                new Sentence(words, List.of())));
  }
}
