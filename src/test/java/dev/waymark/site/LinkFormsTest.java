package dev.waymark.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to write a link, from a page two folders down. */
class LinkFormsTest {
  private static final String SITE =
      """
      -- index.md --
      # The way in
      -- site.yaml --
      title: A toolkit
      -- glossary.yaml --
      terms:
        - term: MASH
          expansion: Multi-agency safeguarding hub
          definition: A team.
        - term: Pŵer
          definition: Power.
      -- parts/part-5/index.md --
      # Part 5
      -- parts/part-5/consent.md --
      ---
      id: asking
      aliases: [parts/old-consent.md, /former/, parts/part-5/older.html]
      ---
      # Consent
      ## Who's asking?
      ## Pŵer
      ## Asking
      ## Asking
      -- parts/part-5/later.md --
      ---
      draft: true
      id: later-id
      ---
      # Later
      -- parts/part-5/leaflet.pdf --
      -- parts/part-5/my page.md --
      # With a space
      -- parts/part-5/cydsyniad-ŷd.md --
      # Welsh
      -- parts/part-5/50% (half)#1.md --
      # Punctuation
      -- parts/part-5/map.png --
      -- parts/part-6/listed.md --
      # In a folder without a page
      -- drafts/index.md --
      ---
      draft: true
      ---
      # All of it later
      -- principles/p3.md --
      ---
      id: p3
      kind: principle
      statement: Share what is needed.
      ---
      # Share *what is* needed
      -- README.txt --
      """;

  private static LinkedSite linked(String link) {
    return LinkedSite.of(SITE + "-- parts/part-5/here.md --\n# Here\n\nSee " + link + " now.\n");
  }

  /** The element that the link became. */
  private static String element(LinkedSite site) {
    String body = site.body("parts/part-5/here.html").strip();
    String before = "<p>See ";
    String after = " now.</p>";
    assertEquals(before, body.substring(0, before.length()));
    assertEquals(after, body.substring(body.length() - after.length()));
    return body.substring(before.length(), body.length() - after.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          consent.md                             | consent.html
          ./consent.md                           | consent.html
          ../part-5/consent.md                   | consent.html
          ../../parts/./part-5//consent.md       | consent.html
          consent.md#whos-asking                 | consent.html#whos-asking
          consent.md#asking-1                    | consent.html#asking-1
          consent.md#                            | consent.html
          consent.md?plain=1#asking              | consent.html#asking
          consent.md#p%C5%B5er                   | consent.html#p%C5%B5er
          consent.md#pŵer                        | consent.html#p%C5%B5er
          ../../principles/p3.md                 | ../../principles/p3.html
          ../../principles/                      | ../../principles/index.html
          ../../principles                       | ../../principles/index.html
          ../part-6/                             | ../part-6/index.html
          ../part-6/index.html                   | ../part-6/index.html
          .                                      | index.html
          ./                                     | index.html
          ..                                     | ../index.html
          ../                                    | ../index.html
          ../..                                  | ../../index.html
          /                                      | ../../index.html
          /index.md                              | ../../index.html
          /principles/p3.md                      | ../../principles/p3.html
          /principles/p3.md#share-what-is-needed | ../../principles/p3.html#share-what-is-needed
          consent.html                           | consent.html
          consent.html#asking                    | consent.html#asking
          ../../principles/p3.html               | ../../principles/p3.html
          index.html                             | index.html
          ../../glossary.html                    | ../../glossary.html
          ../../glossary.html#mash               | ../../glossary.html#mash
          /glossary.html#p%c5%b5er               | ../../glossary.html#p%C5%B5er
          /a-z.html                              | ../../a-z.html
          leaflet.pdf                            | leaflet.pdf
          leaflet.pdf#page=2                     | leaflet.pdf#page=2
          leaflet.pdf?x=1#page=2                 | leaflet.pdf#page=2
          leaflet%2Epdf                          | leaflet.pdf
          /README.txt                            | ../../README.txt
          my%20page.md                           | my%20page.html
          <my page.md>                           | my%20page.html
          cydsyniad-ŷd.md                        | cydsyniad-%C5%B7d.html
          cydsyniad-%C5%B7d.md                   | cydsyniad-%C5%B7d.html
          50%25%20%28half%29%231.md              | 50%25%20(half)%231.html
          %63onsent.md                           | consent.html
          %2e%2e/part-5%2Fconsent.md             | consent.html
          https://example.org/a?b=c&d#e          | https://example.org/a?b=c&amp;d#e
          HTTPS://Example.org/A                  | https://Example.org/A
          http://example.org/ŵ%20                | http://example.org/%C5%B5%20
          mailto:safe@example.org                | mailto:safe@example.org
          tel:+441632960000                      | tel:+441632960000
          """)
  void leadsThere(String destination, String href) {
    LinkedSite site = linked("[words](" + destination + ")");
    String rel = href.startsWith("http") ? " rel=\"noreferrer\"" : "";
    assertEquals("<a href=\"" + href + "\"" + rel + ">words</a>", element(site));
    assertEquals(List.of(), site.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../old-consent.md          | consent.html        | consent.md
          ../old-consent.html        | consent.html        | consent.md
          ../old-consent             | consent.html        | consent.md
          ../old-consent.html#asking | consent.html#asking | consent.md#asking
          older.html                 | consent.html        | consent.md
          ../../former/              | consent.html        | consent.md
          ../../former/index.html    | consent.html        | consent.md
          /former/                   | consent.html        | /parts/part-5/consent.md
          """)
  void anOldAddressLeadsToThePageAndIsReported(String old, String href, String current) {
    LinkedSite site = linked("[words](" + old + ")");
    assertEquals("<a href=\"" + href + "\">words</a>", element(site));
    assertEquals(
        List.of(
            "content/parts/part-5/here.md:3:13-"
                + (13 + old.length())
                + " WM111 the page is now content/parts/part-5/consent.md -> "
                + current),
        site.messages());
  }

  @Test
  void anOldAddressWithAWrongAnchorIsTwoThings() {
    assertEquals(
        List.of(
            "content/parts/part-5/here.md:3:13-37 WM102 content/parts/part-5/consent.md has no"
                + " heading askign -> consent.md#asking",
            "content/parts/part-5/here.md:3:13-37 WM111 the page is now"
                + " content/parts/part-5/consent.md -> consent.md"),
        linked("[words](../old-consent.md#askign)").messages());
  }

  @Test
  void leadsToAHeadingOfTheSamePage() {
    LinkedSite site =
        LinkedSite.of("-- a.md --\n# Title\n[up](#title) [down](#below) [top](#)\n\n## Below\n");
    assertEquals(
        """
        <p><a href="#title">up</a> <a href="#below">down</a> <a href="a.html">top</a></p>
        <h2 id="below">Below</h2>
        """,
        site.body("a.html"));
    assertEquals(List.of(), site.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          [[p3]] => ../../principles/p3.html => Share what is needed
          [[ p3 ]] => ../../principles/p3.html => Share what is needed
          [[p3|other words]] => ../../principles/p3.html => other words
          [[p3|3 < 4 & "5"]] => ../../principles/p3.html => 3 &lt; 4 &amp; &quot;5&quot;
          [[asking]] => consent.html => Consent
          [[listed]] => ../part-6/listed.html => In a folder without a page
          [[glossary:mash]] => ../../glossary.html#mash => MASH
          [[glossary:mash|the hub]] => ../../glossary.html#mash => the hub
          [[glossary:pŵer]] => ../../glossary.html#p%C5%B5er => Pŵer
          [words][ref] => consent.html => words
          """)
  void leadsThereById(String link, String href, String words) {
    LinkedSite site =
        LinkedSite.of(
            SITE
                + "-- parts/part-5/here.md --\n# Here\n\nSee "
                + link
                + " now.\n\n[ref]: consent.md\n");
    assertEquals("<a href=\"" + href + "\">" + words + "</a>", element(site));
    assertEquals(List.of(), site.messages());
  }

  @Test
  void theNameOfAFileIsNoIdWhereThePageHasOne() {
    LinkedSite site = linked("[[consent]]");
    assertEquals("<span class=\"broken-link\">consent</span>", element(site));
    assertEquals(
        List.of(
            "content/parts/part-5/here.md:3:5-16 WM101 content/parts/part-5/consent.md has the id"
                + " asking -> [[asking]]"),
        site.messages());
  }

  @Test
  void aNameThatTwoPagesHaveIsNoId() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a/same.md --
            # One
            -- b/same.md --
            # Two
            -- c.md --
            # Three
            [[same]]
            """);
    assertEquals(
        List.of(
            "content/c.md:2:1-9 WM101 content/a/same.md, content/b/same.md have one name and no id"
                + " -> give the page an id in its front matter, or link to the file"),
        site.messages());
  }

  @Test
  void aGivenIdGoesBeforeTheNameOfAFile() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            ---
            id: b
            ---
            # A
            [[b]]
            -- b.md --
            # B
            """);
    assertEquals("<p><a href=\"a.html\">A</a></p>\n", site.body("a.html"));
    assertEquals(List.of(), site.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ![A map](map.png)             | <img src="map.png" alt="A map">
          ![](map.png)                  | <img src="map.png" alt="">
          ![A "map"](map.png 'Big')     | <img src="map.png" alt="A &quot;map&quot;" title="Big">
          ![A map](/parts/part-5/map.png){width=40} | <img src="map.png" alt="A map" width="40">
          ![See it](consent.md)         | <a href="consent.html">See it</a>
          """)
  void showsImages(String image, String html) {
    LinkedSite site = linked(image);
    assertEquals(html, element(site));
    assertEquals(List.of(), site.messages());
  }

  @Test
  void keepsTheTitleOfALink() {
    LinkedSite site = linked("[*the* words](consent.md \"More & more\")");
    assertEquals(
        "<a href=\"consent.html\" title=\"More &amp; more\"><em>the</em> words</a>", element(site));
  }

  // The destination is the text between the brackets as CommonMark reads it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          javascript:alert(1)              | javascript
          JavaScript:alert(1)              | javascript
          java&#115;cript:alert(1)         | javascript
          java&Tab;script:alert(1)         | javascript
          java&NewLine;script:alert(1)     | javascript
          <  javascript:alert(1)>          | javascript
          &#1;javascript:alert(1)          | javascript
          javascript&colon;alert(1)        | javascript
          javascript\\:alert(1)            | javascript
          vbscript:msgbox                  | vbscript
          data:text/html;base64,PGI+       | data
          DATA:text/html,x                 | data
          file:///etc/passwd               | file
          ftp://example.org/x              | ftp
          blob:https://example.org/x       | blob
          about:blank                      | about
          """)
  void refusesOtherSchemes(String destination, String scheme) {
    for (String mark : List.of("", "!")) {
      LinkedSite site = linked(mark + "[words](" + destination + ")");
      assertEquals("<span class=\"broken-link\">words</span>", element(site));
      assertEquals(1, site.diagnostics().size(), () -> site.messages().toString());
      assertEquals("WM103", site.diagnostics().getFirst().code().id());
      assertEquals(
          scheme + ": is not one of https, http, mailto, tel",
          site.diagnostics().getFirst().detail());
    }
  }

  // Percent-encoded, it is the name of a file and runs nothing; there is no such file.
  @ParameterizedTest
  @ValueSource(strings = {"javascript%3Aalert(1)", "java%73cript%3aalert(1)", "/javascript:alert"})
  void whatOnlyLooksLikeASchemeIsAPath(String destination) {
    LinkedSite site = linked("[words](" + destination + ")");
    assertEquals("<span class=\"broken-link\">words</span>", element(site));
    assertEquals(List.of("WM104"), codes(site));
  }

  @Test
  void mendsAnAddressThatAnEntityBreaks() {
    LinkedSite site = linked("[words](ht&Tab;tps://example.org)");
    assertEquals("<a href=\"https://example.org\" rel=\"noreferrer\">words</a>", element(site));
  }

  private static List<String> codes(LinkedSite site) {
    return site.diagnostics().stream().map(found -> found.code().id()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          [words](nowhere.md) => 13-23 WM104 there is no page at content/parts/part-5/nowhere.md -> mend the path, or write the page
          [words](../nowhere/) => 13-24 WM104 there is no page at content/parts/nowhere/ -> mend the path, or write the page
          [words](nowhere.pdf#page=2) => 13-31 WM104 there is no page at content/parts/part-5/nowhere.pdf -> mend the path, or write the page
          [words](conzent.md#asking) => 13-30 WM104 there is no page at content/parts/part-5/conzent.md -> consent.md#asking
          [words](conzent.md#nix) => 13-27 WM104 there is no page at content/parts/part-5/conzent.md -> consent.md
          [words](consent.md#askign) => 13-30 WM102 content/parts/part-5/consent.md has no heading askign -> consent.md#asking
          [words](consent.md#nix) => 13-27 WM102 content/parts/part-5/consent.md has no heading nix -> take the part from # on away, or write a heading there
          [words](../part-6/#x) => 13-25 WM102 parts/part-6/index.html has no heading x -> take the part from # on away, or write a heading there
          [words](/glossary.html#mahs) => 13-32 WM102 glossary.html has no heading mahs -> /glossary.html#mash
          [words](#hree) => 13-18 WM102 content/parts/part-5/here.md has no heading hree -> #here
          [words](Consent.md) => 13-23 WM105 the file is called consent.md -> consent.md
          [words](CONSENT.html#asking) => 13-32 WM105 the file is called consent.html -> consent.html#asking
          [words](LEAFLET.pdf#page=2) => 13-31 WM105 the file is called leaflet.pdf -> leaflet.pdf#page=2
          [words](../../Principles/) => 13-30 WM105 the folder is called principles -> ../../principles/
          [words](../../Principles) => 13-29 WM105 the folder is called principles -> ../../principles
          [words](/Principles/p3.md) => 13-30 WM105 the path is content/principles/p3.md -> /principles/p3.md
          [words](/Glossary.html) => 13-27 WM105 the file is called glossary.html -> /glossary.html
          [words](../../../x.md) => 13-26 WM107 this is above the folder content -> put the file into the content folder and link to it there
          [words](/../x.md) => 13-21 WM107 this is above the folder content -> put the file into the content folder and link to it there
          [words](%2e%2e/../%2E./x) => 13-29 WM107 this is above the folder content -> put the file into the content folder and link to it there
          [words](//example.org/x) => 13-28 WM103 it does not say how to get there -> https://example.org/x
          [words](later.md) => 13-21 WM110 content/parts/part-5/later.md has draft: true -> publish that page, or take the link out for now
          [words](later.html#x) => 13-25 WM110 content/parts/part-5/later.md has draft: true -> publish that page, or take the link out for now
          [words](../../drafts/) => 13-26 WM110 content/drafts/index.md has draft: true -> publish that page, or take the link out for now
          [words](a\\b.md) => 13-19 WM104 there is no page at content/parts/part-5/a\\b.md -> mend the path, or write the page
          [words](%00) => 13-16 WM104 there is no page at content/parts/part-5/\0 -> mend the path, or write the page
          [[later-id]] => 5-17 WM110 content/parts/part-5/later.md has draft: true -> publish that page, or take the link out for now
          [[p33]] => 5-12 WM101 there is no id p33 -> [[p3]]
          [[p33|some words]] => 5-23 WM101 there is no id p33 -> [[p3|some words]]
          [[glossary:mahs]] => 5-22 WM101 there is no id glossary:mahs -> [[glossary:mash]]
          [[mash]] => 5-13 WM101 there is no id mash -> [[glossary:mash]]
          [[nowhere]] => 5-16 WM101 there is no id nowhere -> give a page this id in its front matter, or link to the file
          ![words](nix.png) => 14-21 WM106 there is no file at content/parts/part-5/nix.png -> put the image there, or mend the path
          ![words](mpa.png) => 14-21 WM106 there is no file at content/parts/part-5/mpa.png -> map.png
          ![words](consent.png) => 14-25 WM106 there is no file at content/parts/part-5/consent.png -> put the image there, or mend the path
          ![words](leaflet.png) => 14-25 WM106 there is no file at content/parts/part-5/leaflet.png -> put the image there, or mend the path
          ![words](README.png) => 14-24 WM106 there is no file at content/parts/part-5/README.png -> put the image there, or mend the path
          ![words](my%20page.png) => 14-27 WM106 there is no file at content/parts/part-5/my page.png -> put the image there, or mend the path
          ![words](https://example.org/x.png) => 14-39 WM109 it is shown as a link -> save the picture in the content folder and name that file
          """)
  void saysWhatIsWrongAndWhere(String link, String message) {
    LinkedSite site = linked(link);
    assertEquals(
        List.of("content/parts/part-5/here.md:3:" + message.replace("\\0", "\0")), site.messages());
  }

  @Test
  void aLinkInOtherCaseStillLeadsThere() {
    assertEquals("<a href=\"consent.html\">words</a>", element(linked("[words](Consent.md)")));
    assertEquals(
        "<a href=\"consent.html#asking\">words</a>", element(linked("[words](CONSENT.md#asking)")));
    assertEquals("<img src=\"map.png\" alt=\"words\">", element(linked("![words](Map.PNG)")));
    assertEquals(
        "<a href=\"../../principles/index.html\">words</a>",
        element(linked("[words](/PRINCIPLES/)")));
  }

  @Test
  void otherCaseAndAWrongAnchorAreTwoThings() {
    LinkedSite site = linked("[words](Consent.md#askign)");
    assertEquals("<a href=\"consent.html\">words</a>", element(site));
    assertEquals(
        List.of(
            "content/parts/part-5/here.md:3:13-30 WM102 content/parts/part-5/consent.md has no"
                + " heading askign -> consent.md#asking",
            "content/parts/part-5/here.md:3:13-30 WM105 the file is called consent.md"
                + " -> consent.md"),
        site.messages());
  }

  @Test
  void aLinkWithAWrongAnchorStillLeadsToThePage() {
    assertEquals("<a href=\"consent.html\">words</a>", element(linked("[words](consent.md#nix)")));
  }

  @Test
  void whatLeadsNowhereIsMarkedText() {
    assertEquals(
        "<span class=\"broken-link\"><em>wo</em>rds</span>", element(linked("[*wo*rds](nix.md)")));
    assertEquals("<span class=\"broken-link\">nowhere</span>", element(linked("[[nowhere]]")));
    assertEquals("<span class=\"broken-link\">x</span>", element(linked("[[nowhere|x]]")));
    assertEquals("<span class=\"broken-link\">A map</span>", element(linked("![A map](nix.png)")));
    assertEquals("<span class=\"broken-link\">nix.png</span>", element(linked("![](nix.png)")));
  }

  @Test
  void anImageFromElsewhereIsALink() {
    String link = "\" rel=\"noreferrer\">";
    assertEquals(
        "<a href=\"https://example.org/x.png" + link + "words</a>",
        element(linked("![words](https://example.org/x.png)")));
    assertEquals(
        "<a href=\"https://example.org/x.png" + link + "https://example.org/x.png</a>",
        element(linked("![](https://example.org/x.png)")));
  }

  @Test
  void anEmptyLinkIsWrong() {
    LinkedSite site = linked("[words]()");
    assertEquals("<span class=\"broken-link\">words</span>", element(site));
    assertEquals(
        List.of(
            "content/parts/part-5/here.md:3:13-13 WM104 there is no address between the brackets"
                + " -> write the path of a page there"),
        site.messages());
  }

  @Test
  void draftsAreThereWhenTheyAreShown() {
    LinkedSite site =
        LinkedSite.withDrafts(
            SITE
                + "-- parts/part-5/here.md --\n"
                + "# Here\n\nSee [a](later.md) [b](later.html) [[later-id]] [c](/drafts) now.\n");
    assertEquals(
        "<a href=\"later.html\">a</a> <a href=\"later.html\">b</a> <a href=\"later.html\">Later</a>"
            + " <a href=\"../../drafts/index.html\">c</a>",
        element(site));
    assertEquals(List.of(), site.messages());
  }

  @Test
  void aBrokenDefinitionIsReportedOnceWhereItStands() {
    LinkedSite site =
        LinkedSite.of(
            """
            -- a.md --
            # A

            [One][r], [Two][r], [r], ![three][r] and [Consent][r].

            [r]: conzent.md#x "Title"
            -- consent.md --
            # Consent
            """);
    assertEquals(
        List.of(
            "content/a.md:5:6-18 WM104 there is no page at content/conzent.md -> consent.md",
            "content/a.md:5:6-18 WM106 there is no file at content/conzent.md"
                + " -> put the image there, or mend the path"),
        site.messages());
  }

  @Test
  void countsColumnsInUtf16UnitsAndLinesOfEveryKind() {
    for (String end : List.of("\n", "\r\n")) {
      LinkedSite site =
          LinkedSite.of(
              "-- a.md --\n"
                  + "---\ntitle: A\n---\n# A\n\n\uD83D\uDE00 [b](nix.md),\n  c [c](nix2.md)\n"
                      .replace("\n", end));
      assertEquals(
          List.of("6:8", "7:9"),
          site.diagnostics().stream()
              .map(found -> found.location().line() + ":" + found.location().column())
              .toList());
    }
  }
}
