package dev.waymark.flowchart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbered list is complete and in reading order. */
final class OutlineTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden-flowcharts");

  static Stream<Flowchart> charts() {
    return Charts.toolkit().stream();
  }

  @Test
  void goesDownTheFirstAnswerFirstAndCountsEachNodeOnce() {
    Flowchart chart =
        Charts.sound(
            "crate",
            """
            title: Crate
            start: empty
            nodes:
              store: { outcome: Store it, severity: stop, cites: [p1] }
              wash: { outcome: Wash it, severity: urgent, cites: [p1] }
              note: { action: Write the date on it, next: store }
              empty:
                question: Is it empty?
                options:
                  - { label: "No", to: note }
                  - { label: Partly, to: store }
                  - { label: "Yes", to: wash }
            """);
    assertEquals(
        """
        1. Is it empty?
           - No: go to 2
           - Partly: go to 3
           - Yes: go to 4
        2. Write the date on it
           - Go to 3
        3. Stop: Store it
        4. Urgent: Wash it
        """,
        chart.outline().text());
    assertEquals(
        List.of("empty No > note > store", "empty Partly > store", "empty Yes > wash"),
        chart.paths().stream().map(OutlineTest::words).toList());
  }

  private static String words(List<Flowchart.Step> path) {
    StringBuilder words = new StringBuilder();
    for (Flowchart.Step step : path) {
      words.append(words.isEmpty() ? "" : " > ").append(step.node().id().value());
      step.taken()
          .filter(option -> !option.label().isEmpty())
          .ifPresent(option -> words.append(' ').append(option.label()));
    }
    return words.toString();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyNodeAndEveryOptionOfTheChartIsInTheList(Flowchart chart) {
    Outline outline = chart.outline();
    assertEquals(
        new HashSet<>(chart.nodes()),
        new HashSet<>(outline.items().stream().map(Outline.Item::node).toList()));
    assertEquals(chart.nodes().size(), outline.items().size());
    Set<Integer> led = new HashSet<>(Set.of(1));
    for (Outline.Item item : outline.items()) {
      assertEquals(
          item.node().options().stream().map(FlowNode.Option::label).toList(),
          item.answers().stream().map(Outline.Answer::label).toList());
      for (Outline.Answer answer : item.answers()) {
        assertEquals(
            answer.to().orElseThrow(),
            outline.items().get(answer.number().orElseThrow() - 1).node().id().value());
        led.add(answer.number().orElseThrow());
      }
    }
    assertEquals(outline.items().size(), led.size());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void textIsAsExpected(Flowchart chart) throws IOException {
    Path expected = GOLDEN.resolve(chart.id().value() + ".txt");
    String text = chart.outline().text();
    if ("rewrite".equals(System.getProperty("waymark.golden", ""))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(expected, text);
    }
    assertEquals(Files.readString(expected), text);
  }

  @Test
  void noExpectationIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertEquals(
          charts().map(chart -> chart.id().value() + ".txt").toList(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".txt"))
              .sorted(Comparator.naturalOrder())
              .toList());
    }
  }
}
