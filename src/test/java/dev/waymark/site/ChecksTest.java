package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a site though each of its files is right. */
class ChecksTest {
  @Test
  void anIdIsUsedTwice() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            ---
            id: same
            ---
            # A
            -- b.md --
            ---
            title: B
            id: same
            ---
            -- c.md --
            ---
            id: same
            ---
            [[same]]
            """);
    assertEquals(
        List.of(
            "content/b.md:3:5-9 WM210 content/a.md has it already -> give one of the two another"
                + " id: this page could be b",
            "content/c.md:2:5-9 WM210 content/a.md has it already -> give one of the two another"
                + " id: this page could be c"),
        site.messages());
    assertEquals("<p><a href=\"a.html\">A</a></p>\n", site.body("c.html"));
  }

  @Test
  void aPrincipleIsUnknown() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- p1.md --
            ---
            kind: principle
            statement: One.
            ---
            -- guide.md --
            ---
            principles: [p2, guide, later, nonsense-word]
            ---
            -- later.md --
            ---
            kind: principle
            statement: Later.
            draft: true
            ---
            """);
    assertEquals(
        List.of(
            "content/guide.md:2:14-16 WM211 there is no principle p2 -> p1",
            "content/guide.md:2:18-23 WM211 there is no principle guide"
                + " -> write the id of a principle, such as p1, or take it out",
            "content/guide.md:2:25-30 WM211 content/later.md has draft: true"
                + " -> publish that page, or take the id out for now",
            "content/guide.md:2:32-45 WM211 there is no principle nonsense-word"
                + " -> write the id of a principle, such as p1, or take it out"),
        site.messages());
  }

  @Test
  void aPrincipleThatIsGivenIsNotSuggested() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- p1.md --
            ---
            kind: principle
            statement: One.
            ---
            -- guide.md --
            ---
            principles: [p1, p11]
            ---
            """);
    assertEquals(
        List.of(
            "content/guide.md:2:18-21 WM211 there is no principle p11"
                + " -> write the id of a principle, such as p1, or take it out"),
        site.messages());
  }

  @Test
  void aPageThatGoesByAnotherIdIsNamed() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- children.md --
            ---
            id: children
            ---
            -- teenagers.md --
            ---
            id: young
            ---
            -- young-people.md --
            ---
            id: children
            ---
            See [[young-people]] and [[teenagers]].
            """);
    assertEquals(
        List.of(
            "content/young-people.md:2:5-13 WM210 content/children.md has it already"
                + " -> give one of the two another id: this page could be young-people",
            "content/young-people.md:4:5-21 WM101 content/young-people.md has the id children"
                + " -> another page has that id, too: give content/young-people.md its own",
            "content/young-people.md:4:26-39 WM101 content/teenagers.md has the id young"
                + " -> [[young]]"),
        site.messages().stream().filter(line -> !line.contains("WM108")).toList());
  }

  @Test
  void anIdThatIsTakenIsNotProposed() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            ---
            id: x
            ---
            -- b.md --
            ---
            id: x
            ---
            -- c.md --
            ---
            id: b
            ---
            -- one/same.md --
            ---
            id: x
            ---
            -- two/same.md --
            ---
            id: y
            ---
            See [[same]].
            """);
    assertEquals(
        List.of(
            "content/b.md:2:5-6 WM210 content/a.md has it already"
                + " -> give one of the two another id",
            "content/one/same.md:2:5-6 WM210 content/a.md has it already"
                + " -> give one of the two another id",
            "content/two/same.md:4:5-13 WM101 content/one/same.md, content/two/same.md have this"
                + " name and other ids"
                + " -> write the id of the page that you mean, or link to the file"),
        site.messages().stream().filter(line -> !line.contains("WM108")).toList());
  }

  @Test
  void anOwnerIsUnknown() {
    LinkedSite site = LinkedSite.of("-- a.md --\n---\nowner: lead\n---\n");
    assertEquals(
        List.of(
            "content/a.md:2:8-12 WM213 site.yaml lists no owners"
                + " -> list it under owners: in site.yaml"),
        site.messages());
  }

  @Test
  void aTermOfTheGlossaryLeadsNowhere() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- glossary.yaml --
            terms:
              - term: VHF
                definition: Radio.
                see: [radio, "glossary:vfh", glossary:vhf, a]
            -- a.md --
            # A
            """);
    assertEquals(
        List.of(
            "content/glossary.yaml:4:11-16 WM101 there is no id radio"
                + " -> give a page this id in its front matter, or take it out here",
            "content/glossary.yaml:4:18-32 WM101 there is no id glossary:vfh -> glossary:vhf"),
        site.messages());
  }

  private static final String LINKED =
      """
      -- index.md --
      # Home
      -- listed.md --
      # Listed in the navigation
      -- linked.md --
      ---
      principles: [relied]
      ---
      # Linked
      [self](orphan.md)
      [[by-id]], [old](moved.md) and [[glossary:vhf]].
      -- orphan.md --
      [linked](linked.md)
      -- self.md --
      # Self
      [me](self.md#self) [too](#self)
      -- by-id.md --
      # By id
      -- moved.md --
      ---
      aliases: [former.md]
      ---
      -- relied.md --
      ---
      kind: principle
      statement: Only front matter names it.
      ---
      -- f/index.md --
      # A folder that lists
      -- f/in.md --
      # Only its folder lists it
      -- glossary.yaml --
      terms:
        - term: VHF
          definition: See by-id.
      """;

  @Test
  void aPageThatNobodyLinksTo() {
    LinkedSite site =
        LinkedSite.of(LINKED + "-- site.yaml --\nnavigation: [listed.md, glossary.html]\n");
    String rest =
        " -> link to it from a page that readers of it come from, or list it under navigation in"
            + " site.yaml";
    assertEquals(
        List.of(
            "content/f/in.md:1:1-1 WM108" + rest,
            "content/f/index.md:1:1-1 WM108" + rest,
            "content/relied.md:1:1-1 WM108" + rest,
            "content/self.md:1:1-1 WM108" + rest),
        site.messages());
  }

  @Test
  void withoutNavigationNobodyIsAnOrphan() {
    assertEquals(List.of(), LinkedSite.of(LINKED).messages());
    assertEquals(List.of(), LinkedSite.of(LINKED + "-- site.yaml --\nnavigation:\n").messages());
  }

  private static String entry(NavigationEntry entry) {
    String anchor = entry.anchor().isEmpty() ? "" : "#" + entry.anchor();
    return entry.target() + anchor + " " + entry.title();
  }

  @Test
  void theNavigationMayNameAHeading() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- index.md --
            # Home
            -- a.md --
            # A
            ## A part
            -- old.md --
            ---
            aliases: [older.md]
            ---
            # Old
            -- site.yaml --
            navigation: [a.md#a-part, /older.md]
            """);
    assertEquals(
        List.of("content/site.yaml:1:27-36 WM111 the page is now content/old.md -> /old.md"),
        site.messages());
    assertEquals(
        List.of("a.html#a-part A part", "old.html Old"),
        site.site().navigation().stream().map(ChecksTest::entry).toList());
  }

  @Test
  void theNavigationIsCheckedAsLinksAre() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- index.md --
            [a](f/a.md) [b](draft.md)
            -- f/a.md --
            # A
            ## Part
            -- draft.md --
            ---
            draft: true
            ---
            -- map.png --
            -- site.yaml --
            navigation:
              - f/a.md
              - /f/
              - ./f//a.html
              - title: The A
                page: f/a.md#part
              - F/A.md
              - draft.md
              - ../a.md
              - https://example.org
              - javascript:alert(1)
              - map.png
              - a\\b
              - f/a.md#prat
              - nothing/like/it.md
            """);
    assertEquals(
        List.of(
            "content/index.md:1:17-25 WM110 content/draft.md has draft: true"
                + " -> publish that page, or take the link out for now",
            "content/site.yaml:7:5-11 WM105 the file is called a.md -> f/a.md",
            "content/site.yaml:8:5-13 WM110 content/draft.md has draft: true"
                + " -> publish that page, or take the link out for now",
            "content/site.yaml:9:5-12 WM107 this is above the folder content"
                + " -> put the file into the content folder and link to it there",
            "content/site.yaml:10:5-24 WM104 https://example.org is on another site"
                + " -> name a page here, and link from that page",
            "content/site.yaml:11:5-24 WM103 javascript: is not one of https, http, mailto, tel"
                + " -> link to a page or a file of the site, or to an https address",
            "content/site.yaml:12:5-12 WM104 map.png is a file and no page"
                + " -> name a page here, and link from that page",
            "content/site.yaml:13:5-8 WM104 there is no page at content/a\\b"
                + " -> mend the path, or write the page",
            "content/site.yaml:14:5-16 WM102 content/f/a.md has no heading prat -> f/a.md#part",
            "content/site.yaml:15:5-23 WM104 there is no page at content/nothing/like/it.md"
                + " -> mend the path, or write the page"),
        site.messages());
    assertEquals(
        List.of(
            "f/a.html A",
            "f/index.html F",
            "f/a.html A",
            "f/a.html#part The A",
            "f/a.html A",
            "f/a.html A"),
        site.site().navigation().stream().map(ChecksTest::entry).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      nullValues = "none",
      textBlock =
          """
          images/logo.svg => images/logo.svg
          images/lgoo.svg => none
          ../logo.svg => none
          a.md => none
          notes.txt => none
          https://example.org/logo.svg => none
          """)
  void aLogoIsAPictureOfTheContent(String written, String path) {
    LinkedSite site =
        LinkedSite.of(
            "-- site.yaml --\nlogo: %s\n-- images/logo.svg --\n<svg/>\n-- notes.txt --\nx\n-- a.md --\nx\n"
                .formatted(written));
    assertEquals(path, site.site().logo().map(Object::toString).orElse(null));
    assertEquals(path == null, !site.messages().isEmpty(), site.messages()::toString);
  }

  @Test
  void aLogoThatIsNotThereIsReportedWhereItIsNamed() {
    assertEquals(
        List.of(
            "content/site.yaml:1:7-22 WM106 there is no file at content/images/lgoo.svg ->"
                + " images/logo.svg"),
        LinkedSite.of(
                "-- site.yaml --\n"
                    + "logo: images/lgoo.svg\n"
                    + "-- images/logo.svg --\n"
                    + "<svg/>\n"
                    + "-- a.md --\n"
                    + "x\n")
            .messages());
    assertEquals(
        List.of(
            "content/site.yaml:1:7-11 WM106 a.html is no picture -> name a file that ends in .svg,"
                + " .png, .jpg, .gif, .webp or .avif"),
        LinkedSite.of("-- site.yaml --\nlogo: a.md\n-- a.md --\nx\n").messages());
  }
}
