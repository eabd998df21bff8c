package dev.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.waymark.link.SitePath;
import dev.waymark.source.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of CommonMark 0.31.2, with all the extensions that pages have. */
final class SpecTest {
  private static final int EXAMPLES = 652;
  private static final MarkdownReader READER =
      new MarkdownReader(MarkdownOptions.defaults(), /* verbatim= */ true);

  static List<Example> examples() {
    return ExampleReader.readExamples(TestResources.getSpec());
  }

  @Test
  void specificationHasAllItsExamples() {
    assertEquals(EXAMPLES, examples().size());
  }

  @TestFactory
  Stream<DynamicTest> exampleGivesTheHtmlOfTheSpecification() {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.toString(),
                () -> assertEquals(expected(example), html(READER, example.getSource()))));
  }

  // A page of a Windows editor has the same HTML but for the line ends in it.
  @TestFactory
  Stream<DynamicTest> exampleGivesTheSameHtmlWithLinesThatEndInCrLf() {
    return examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.toString(),
                () ->
                    assertEquals(
                        expected(example),
                        html(READER, example.getSource().replace("\n", "\r\n"))
                            .replace("\r\n", "\n"))));
  }

  // Everything that pages have beyond the specification is on in the tests above, but for these.
  @Test
  void onlyBareAddressesAndLinksByIdReadOtherwiseInPages() {
    MarkdownReader pages = new MarkdownReader(MarkdownOptions.defaults());
    List<String> additional =
        examples().stream()
            .filter(example -> links(pages, example) != links(READER, example))
            .map(example -> example.getSource().lines().findFirst().orElse(""))
            .toList();
    assertEquals(
        List.of(
            "[[[foo]]]",
            "![[foo]]",
            "<https://foo.bar/baz bim>",
            "<foo\\+@bar.example.com>",
            "< https://foo.bar >",
            "https://example.com",
            "foo@bar.example.com"),
        additional);
  }

  private static int links(MarkdownReader reader, Example example) {
    return reader.read(new SourceText("example.md", 1, example.getSource())).value().links().size();
  }

  /** The specification shows a tab as an arrow. */
  private static String expected(Example example) {
    return example.getHtml().replace('\u2192', '\t');
  }

  private static String html(MarkdownReader reader, String markdown) {
    return reader
        .read(new SourceText("example.md", 1, markdown))
        .value()
        .body()
        .link(new SitePath("example.html"), List.of(), List.of(), TermMarker.NONE, Embedder.NONE);
  }
}
