package dev.waymark.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;

/**
 * The rules of axe, asked in the page itself. {@link AxeBuilder} opens a page of its own for each
 * answer, and reads the style sheets again, which a page in a folder may not.
 */
final class Axe {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String RUN =
      """
      async ({ tags, without }) => {
        const { violations } = await axe.run(document, {
          runOnly: { type: 'tag', values: tags },
          rules: without ? { [without]: { enabled: false } } : {},
          resultTypes: ['violations'],
          preload: false
        });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
      }
      """;

  private Axe() {}

  /** What breaks a rule on the page as it looks now: the name of the rule, and the element. */
  static List<String> violations(Page page) {
    return violations(page, Media.SCREEN);
  }

  /** The same on paper, where nobody aims at a link. */
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page, Media media) {
    if ((boolean) page.evaluate("typeof axe === 'undefined'")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    String without = media == Media.PRINT ? "target-size" : "";
    return (List<String>) page.evaluate(RUN, Map.of("tags", TAGS, "without", without));
  }
}
