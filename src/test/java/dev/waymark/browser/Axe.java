package dev.waymark.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds wrong with a page. It asks axe itself, in the page: {@link AxeBuilder} opens a
 * second page for frames, which ours have not, and brings back all that is right as well, and so
 * takes three to five times as long. It also reads the style sheets again, which a page in a folder
 * may not.
 */
public final class Axe {
  /** All faults, each with the rule, the element and what would mend it. */
  private static final String RUN =
      """
      async ([rules, without]) => {
        const off = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
        const { violations, passes } = await axe.run(document, {
          runOnly: { type: 'tag', values: rules },
          rules: off,
          resultTypes: ['violations'],
          preload: false,
        });
        if (passes.length < 10) throw new Error('axe looked at nothing: ' + passes.length);
        return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => id + ': ' + html + ': ' + failureSummary));
      }
      """;

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Axe() {}

  /** What WCAG 2.2 AA and good practice forbid, one line each; nothing for a sound page. */
  public static List<String> violations(Page page, String... without) {
    if ((boolean) page.evaluate("typeof axe === 'undefined'")) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return lines(page.evaluate(RUN, List.of(RULES, List.of(without))));
  }

  @SuppressWarnings("unchecked")
  private static List<String> lines(Object found) {
    return (List<String>) found;
  }
}
