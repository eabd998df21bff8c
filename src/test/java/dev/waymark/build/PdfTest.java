package dev.waymark.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.source.SourceBlocks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The site as one PDF, read by PDFBox itself. */
class PdfTest {
  private static final String CONTENT =
      """
      -- site.yaml --
      title: Field kit
      description: What to carry.
      language: en-GB
      notice: Only for practice.
      navigation: [parts/one/index.md, a.md]
      -- glossary.yaml --
      terms:
        - term: MASH
          definition: A team.
      -- index.md --
      # Welcome
      [Part one](parts/one/index.md), [the form](form.txt), [away](https://example.org/x?a=1&b=2).
      -- form.txt --
      form
      -- a.md --
      # Alone
      The MASH, [a step](flowcharts/way.yaml#way--end), [Tŷ](parts/one/ty.md#tŷ).

      > [!CAUTION]
      > Mind.

      | Nation | Law |
      | ------ | --- |
      | Wales | One |
      -- parts/one/index.md --
      # Part one
      -- parts/one/ty.md --
      ---
      title: House
      reviewed: 2026-05-04
      review-by: 2027-01-31
      ---
      ## Tŷ
      Words with 你 in them.

      ```mermaid
      graph LR
        c[(store)] -.->|kept| d{{six}}
        d --x e((round))
      ```
      -- flowcharts/way.yaml --
      id: way
      title: Which way
      start: ask
      nodes:
        ask:
          question: Left or right?
          options:
            - { label: Left, to: end }
            - { label: Right, to: stop }
        end:
          outcome: Arrived
          severity: act
          cites: [way]
        stop:
          outcome: Halt
          severity: urgent
          cites: [way]
      """;

  private static byte[] pdf(int jobs) throws IOException {
    BuildOptions options =
        new BuildOptions(
            Optional.of(LocalDate.of(2026, 6, 30)), false, jobs, Optional.empty(), true);
    TestSite site = TestSite.of(options, SourceBlocks.content(CONTENT));
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    site.result().pdf().orElseThrow().writeTo(to);
    return to.toByteArray();
  }

  @Test
  void sameSiteGivesTheSameBytesAnywhere() throws IOException {
    byte[] one = pdf(1);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertArrayEquals(one, pdf(3));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void everyLinkAndBookmarkResolves() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(2))) {
      List<String> addresses = new ArrayList<>();
      int inside = 0;
      for (PDPage page : document.getPages()) {
        for (PDAnnotation annotation : page.getAnnotations()) {
          PDAnnotationLink link = (PDAnnotationLink) annotation;
          if (link.getAction() instanceof PDActionURI uri) {
            addresses.add(uri.getURI());
          } else {
            inside++;
            assertLeads(
                document, (PDPageDestination) ((PDActionGoTo) link.getAction()).getDestination());
          }
          assertFalse(link.getContents().isBlank(), "says where it leads");
        }
      }
      assertEquals(List.of("https://example.org/x?a=1&b=2"), addresses);
      assertTrue(inside >= 12, () -> "links in the contents and the text");
      assertEquals(
          List.of(
              "Parts", "> Part one", "> House", "Alone", "Flowcharts", "> Which way", "Glossary"),
          bookmarks(document, document.getDocumentCatalog().getDocumentOutline().children(), ""));
    }
  }

  private static void assertLeads(PDDocument document, PDPageDestination destination) {
    assertTrue(document.getPages().indexOf(destination.getPage()) >= 0);
  }

  private static List<String> bookmarks(
      PDDocument document, Iterable<PDOutlineItem> items, String indent) throws IOException {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : items) {
      assertLeads(document, (PDPageDestination) item.getDestination());
      titles.add(indent + item.getTitle());
      titles.addAll(bookmarks(document, item.children(), "> "));
    }
    return titles;
  }

  @Test
  void textAndPropertiesAreThere() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(2))) {
      String text = new PDFTextStripper().getText(document);
      for (String words :
          List.of(
              "Field kit",
              "As at 30 June 2026",
              "Only for practice.",
              "Welcome",
              "the form",
              "Review by",
              "31 January 2027",
              "Left or right?",
              "Words with \u25a1 in them.",
              "A team.",
              " of " + document.getNumberOfPages())) {
        assertTrue(text.contains(words), () -> words + " is not in\n" + text);
      }
      // What only the clock of the reader shows.
      assertFalse(text.toLowerCase(Locale.ROOT).contains("overdue"), text);
      assertFalse(text.contains("due soon"), text);
      assertEquals("Field kit", document.getDocumentInformation().getTitle());
      assertEquals(
          1_782_777_600_000L,
          document.getDocumentInformation().getCreationDate().getTimeInMillis());
      assertEquals("en-GB", document.getDocumentCatalog().getLanguage());
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
    }
  }

  @Test
  void structureHasHeadingsTablesListsAndPicturesInWords() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(2))) {
      List<String> types = new ArrayList<>();
      List<String> figures = new ArrayList<>();
      walk(document.getDocumentCatalog().getStructureTreeRoot(), types, figures);
      for (String type : List.of("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Link")) {
        assertTrue(types.contains(type), () -> type + " is not among " + types);
      }
      assertEquals(2, figures.size(), figures::toString);
      assertTrue(figures.getFirst().startsWith("Diagram 1"), figures::toString);
      assertTrue(figures.getLast().startsWith("Which way"), figures::toString);
    }
  }

  private static void walk(PDStructureNode node, List<String> types, List<String> figures) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        if (element.getStructureType().equals("Figure")) {
          figures.add(String.valueOf(element.getAlternateDescription()));
        }
        if (element.getStructureType().equals("Link")) {
          assertFalse(String.valueOf(element.getAlternateDescription()).isBlank());
        }
        walk(element, types, figures);
      }
    }
  }

  /** Lines and curves that are filled or drawn, and no picture of dots. */
  @Test
  void flowchartsAreDrawnAsShapes() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(2))) {
      Map<String, Integer> steps = new TreeMap<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          assertFalse(page.getResources().isImageXObject(name));
          PDFormXObject drawing = (PDFormXObject) page.getResources().getXObject(name);
          for (Object token : new PDFStreamParser(drawing).parse()) {
            if (token instanceof Operator operator) {
              steps.merge(operator.getName(), 1, Integer::sum);
            }
          }
        }
      }
      // Curves of letters, whose second handle is at their end.
      assertTrue(steps.getOrDefault("y", 0) > 100, steps::toString);
      assertTrue(steps.getOrDefault("f", 0) > 10, steps::toString);
      assertTrue(steps.getOrDefault("S", 0) > 8, steps::toString);
    }
  }
}
