package dev.waymark.site;

import dev.waymark.markdown.Heading;
import dev.waymark.page.FrontMatter;
import dev.waymark.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What other pages can see of a page, beside its links. Places in its file are no part of it. */
record Outside(
    FrontMatter frontMatter,
    String title,
    Optional<HeadingText> mainHeading,
    List<HeadingText> headings,
    Set<String> anchors) {

  record HeadingText(int level, String text, String anchor) {
    static HeadingText of(Heading heading) {
      return new HeadingText(heading.level(), heading.text(), heading.anchor());
    }
  }

  static Outside of(Page page) {
    return new Outside(
        page.frontMatter(),
        page.title(),
        page.document().title().map(HeadingText::of),
        page.document().headings().stream().map(HeadingText::of).toList(),
        page.document().anchors());
  }
}
