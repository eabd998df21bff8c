package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.site.LinkedSite;
import dev.waymark.site.SitePage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a page says, section by section. */
class SectionTextTest {
  private static String sections(String blocks) {
    SitePage page = LinkedSite.of(blocks).page("a.html");
    return page.page().document().sections(page.targets()).stream()
        .map(section ->
            "#"
                + section.anchor()
                + section.paragraphs().stream()
                    .map(text -> "\n" + text)
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everyBlockIsAParagraphOfTheSectionItStandsIn() {
    assertEquals(
        """
        #
        Lead with emphasis and code().
        #one
        item
        nested item
        Name Phone
        Ann 1 < 2
        if (a & b) { "x" }
        Deeper
        under it
        #two
        quoted
        Take care.
        #three
        last\
        """,
        sections(
            """
            -- a.md --
            # Title

            Lead *with*
            emphasis and `code()`.

            ## One

            - item
              - nested item

            | Name | Phone |
            | --- | --- |
            | Ann | 1 < 2 |

            ```
            if (a & b) {
              "x"
            }
            ```

            #### Deeper

            under it

            ### Two

            > quoted

            > [!WARNING]
            > Take care.

            # Three

            last
            """));
  }

  @Test
  void linksByIdFillInAndPicturesSayWhatTheyShow() {
    assertEquals(
        "#\nSee Other page, that, words and a map and gone and nothing.",
        sections(
            """
            -- a.md --
            See [[b]], [that](b.md), [[b|words]] and ![a map](m.png) and ![gone](no.png) and [[nothing]].
            -- b.md --
            ---
            id: b
            title: Other page
            ---
            -- m.png --
            x
            """));
  }

  @Test
  void aFootnoteBelongsToWhatFirstRefersToIt() {
    assertEquals(
        "#\nFirst.\nThe note.\n#next\nAgain.",
        sections(
            """
            -- a.md --
            First.[^n]

            ## Next

            Again.[^n]

            [^n]: The note.
            """));
  }
}
