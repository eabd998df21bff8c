package dev.waymark.render;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What the templates cost: CPU milliseconds of a page with 25 siblings, 6 entries of contents and 5
 * citations. By hand: {@code java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 … TemplatesBenchmark}.
 */
final class TemplatesBenchmark {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private TemplatesBenchmark() {}

  static PageView page() {
    SampleViews.Builder page = SampleViews.guide();
    page.body = "<p>" + "Share early, when problems first show. ".repeat(90) + "</p>";
    List<ContentsItemView> contents = new ArrayList<>(SampleViews.contents());
    contents.add(new ContentsItemView("#a", "Another heading", List.of()));
    page.contents = contents;
    page.reliedOnBy = SampleViews.citations(5);
    return page.build();
  }

  public static void main(String[] args) {
    PageView page = page();
    SiteView site = SampleViews.site("../../");
    long start = CLOCK.getCurrentThreadCpuTime();
    Templates templates = Templates.of(TestTheme.packed());
    templates.render("../../", site, page);
    System.out.printf(
        "first page, start-up included: %.1f ms%n",
        (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
    int length = templates.render("../../", site, page).length();
    double best = Double.MAX_VALUE;
    double all = 0;
    for (int round = 0; round < 40; round++) {
      start = CLOCK.getCurrentThreadCpuTime();
      for (int i = 0; i < 500; i++) {
        length = Math.max(length, templates.render("../../", site, page).length());
      }
      double each = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6 / 500;
      best = Math.min(best, each);
      all += each / 40;
    }
    System.out.printf(
        "20,000 pages of %d characters: %.4f ms each, at best %.4f ms%n", length, all, best);
  }
}
