package dev.waymark.flowchart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Located;
import dev.waymark.link.LinkReference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading charts, and every fault of one with its place. */
final class FlowchartReaderTest {
  private static final String HEAD =
      """
      id: crate
      title: Whose crate is it?
      summary: Who keeps the crate.
      """;

  private static final String WASH =
      """
        wash:
          outcome: Wash it
          severity: act
          cites: [p1]
      """;

  private static final String STORE =
      """
        store:
          outcome: Store it
          severity: stop
          cites: [p1]
      """;

  private static String faults(String yaml) {
    return Charts.read("crate", yaml).diagnostics().stream()
        .map(Charts::line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void readsEveryPartOfAChart() {
    Flowchart chart =
        Charts.sound(
            "crate",
            HEAD
                + """
                owner: store-keeper
                status: reviewed
                reviewed: 2026-06-30
                review-by: 2027-06-30
                facts-as-at: 2026-06-01
                audience: [adult]
                nations: [wales]
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    help: Look *inside*.
                    options:
                      - { label: Yes, to: note }
                      - { label: no, to: store }
                    cites: [p2]
                    see: [crates]
                  note:
                    action: Write the date on it
                    body: See [the list](../list.md).
                    next: wash
                """
                + WASH
                + STORE);
    assertEquals("crate", chart.id().value());
    assertEquals("Whose crate is it?", chart.title());
    assertEquals("Who keeps the crate.", chart.summary());
    assertEquals(Optional.of("empty"), chart.start());
    assertEquals(Optional.of("store-keeper"), chart.frontMatter().owner().map(Located::value));
    assertEquals(Optional.of(LocalDate.of(2027, 6, 30)), chart.frontMatter().reviewBy());
    assertEquals(
        List.of("empty", "note", "wash", "store"),
        chart.nodes().stream().map(node -> node.id().value()).toList());
    assertEquals(
        List.of(
            new FlowNode.Option("Yes", Optional.of("note")),
            new FlowNode.Option("no", Optional.of("store"))),
        chart.nodes().getFirst().options());
    assertTrue(chart.nodes().get(1) instanceof FlowNode.Action);
    assertTrue(
        chart.nodes().get(3) instanceof FlowNode.Outcome outcome
            && outcome.severity() == OutcomeSeverity.STOP);
    assertFalse(chart.nodes().getFirst().body().body().isEmpty());
    assertTrue(chart.nodes().get(2).body().body().isEmpty());
  }

  @Test
  void nameOfTheFileStandsInForTheId() {
    Flowchart chart = Charts.sound("crate-two", "title: Crate\nstart: wash\nnodes:\n" + WASH);
    assertEquals("crate-two", chart.id().value());
  }

  @Test
  void linksOfAllNodesHaveTheirPlaceAndTheirNode() {
    Flowchart chart =
        Charts.sound(
            "crate",
            HEAD
                + """
                start: wash
                nodes:
                  wash:
                    outcome: Wash it
                    severity: act
                    body: |
                      First read this.

                      Then see [the list](../list.md) or [[p3|the rule]].
                    cites: [p1, p2]
                    see: [crates]
                """);
    assertEquals(
        List.of(
            "12:27 LINK ../list.md wash Then see the list or the rule.",
            "12:42 ID p3 wash Then see the list or the rule.",
            "13:13 BARE_PRINCIPLE p1 wash Wash it",
            "13:17 BARE_PRINCIPLE p2 wash Wash it",
            "14:11 BARE_ID crates wash Wash it"),
        chart.links().stream().map(FlowchartReaderTest::link).toList());
  }

  private static String link(LinkReference link) {
    return "%d:%d %s %s %s %s"
        .formatted(
            link.location().line(),
            link.location().column(),
            link.kind(),
            link.destination(),
            link.section(),
            link.sentence().text());
  }

  @Test
  void unknownTarget() {
    assertEquals(
        "9:26 error WM501 this leads to a node that does not exist | there is no node stor"
            + " | did you mean store ?",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options: [{ label: "Yes", to: wash },
                      { label: "No", to: stor }]
                """
                + WASH
                + STORE));
  }

  @Test
  void unknownTargetThatResemblesNothingIsNotAlsoAnUnreachableNode() {
    assertEquals(
        "10:28 error WM501 this leads to a node that does not exist | there is no node"
            + " somewhere-else | write the id of a node, or add this one below nodes:",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options:
                      - { label: "Yes", to: wash }
                      - { label: "No", to: somewhere-else }
                """
                + WASH
                + STORE));
  }

  @Test
  void unknownStart() {
    assertEquals(
        "4:8 error WM501 the flowchart starts at a node that does not exist | there is no node"
            + " washh | did you mean wash ?",
        faults(HEAD + "start: washh\nnodes:\n" + WASH));
  }

  @Test
  void noStart() {
    assertEquals(
        "1:1 error WM209 a needed key is missing | there is no start: | write start: and the id of"
            + " the first node",
        faults(HEAD + "nodes:\n" + WASH));
  }

  @Test
  void unreachableNodeIsToldOnceForAllThatHangsOnIt() {
    assertEquals(
        "10:3 error WM502 no path leads to this node | no option and no next: names note | lead to"
            + " it from another node, or take it out",
        faults(
            HEAD
                + "start: wash\nnodes:\n"
                + WASH
                + """
                  note:
                    action: Write the date on it
                    next: store
                #
                """
                + STORE));
  }

  @Test
  void unreachableOutcome() {
    assertEquals(
        "10:3 error WM507 no path leads to this outcome | no option and no next: names store | let"
            + " the answer that ends here lead to it, or take the outcome out",
        faults(HEAD + "start: wash\nnodes:\n" + WASH + STORE));
  }

  @Test
  void questionWithoutOptions() {
    assertEquals(
        "6:3 error WM503 this question has no options | there is no way on from here | add"
            + " options: and below it - label: and to: for each answer",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options: []
                """));
  }

  @Test
  void cycleSaysItsPath() {
    assertEquals(
        "15:11 error WM504 this path comes back to a node that it passed | ask > tell > ask | lead"
            + " to an outcome that says to start again later",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options:
                      - { label: "Yes", to: ask }
                  ask:
                    action: Ask around
                    next: tell
                  tell:
                    action: Tell the keeper
                    next: ask
                """));
  }

  @Test
  void twoOptionsWithOneLabel() {
    assertEquals(
        "10:18 error WM505 two options of a question have the same label | the first is on line 9 |"
            + " say in each label what tells the answers apart",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options:
                      - { label: "No", to: wash }
                      - { label: "No", to: store }
                """
                + WASH
                + STORE));
  }

  @Test
  void oneOptionTwice() {
    assertEquals(
        "11:16 error WM505 this option is given twice | the first is on line 9 | both lead to the"
            + " same node: take one of them out",
        faults(
            HEAD
                + """
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    options:
                      - label: "No"
                        to: wash
                      - label: "No"
                        to: wash
                """
                + WASH));
  }

  @Test
  void outcomeThatCitesNothing() {
    assertEquals(
        "6:3 warning WM506 this outcome cites nothing | readers cannot tell what it rests on | add"
            + " cites: and the ids of principles, such as [p3]",
        faults(
            HEAD
                + """
                start: wash
                nodes:
                  wash:
                    outcome: Wash it
                    severity: act
                """));
  }

  @Test
  void idUsedTwice() {
    assertEquals(
        "10:3 error WM202 this key is given twice | the first is on line 6 and is the one that"
            + " counts | keep one of the two",
        faults(HEAD + "start: wash\nnodes:\n" + WASH + WASH));
  }

  @Test
  void actionWithoutNext() {
    assertEquals(
        "6:3 error WM209 a needed key is missing | there is no next: | write next: and the id of"
            + " the next node",
        faults(
            HEAD
                + """
                start: note
                nodes:
                  note:
                    action: Write the date on it
                """
                + WASH));
  }

  @Test
  void unknownAndMissingSeverity() {
    assertEquals(
        """
        8:15 error WM207 this is not one of the allowed values | it can be act, advice, stop, urgent \
        | did you mean urgent ?\
        """,
        faults(
            HEAD
                + """
                start: wash
                nodes:
                  wash:
                    outcome: Wash it
                    severity: urgant
                    cites: [p1]
                """));
    assertEquals(
        "6:3 error WM209 a needed key is missing | there is no severity: | write severity: and one"
            + " of urgent, act, advice, stop",
        faults(
            HEAD
                + """
                start: wash
                nodes:
                  wash:
                    outcome: Wash it
                    cites: [p1]
                """));
  }

  @Test
  void moreNodesThanAnybodyTakesIn() {
    assertEquals(
        "31:3 warning WM508 this flowchart has too many nodes to take in | it has 26 nodes; this is"
            + " the first beyond 25 | make two charts, and let an outcome of the first lead to the"
            + " second",
        faults(HEAD + "start: s0\nnodes:\n" + chain(25)));
    assertEquals("", faults(HEAD + "start: s0\nnodes:\n" + chain(24)));
  }

  /** So many actions in a row, and an outcome. */
  private static String chain(int actions) {
    return IntStream.range(0, actions)
            .mapToObj(i -> "  s%d: { action: Step, next: s%d }\n".formatted(i, i + 1))
            .collect(Collectors.joining())
        + "  s%d: { outcome: Done, severity: stop, cites: [p1] }\n".formatted(actions);
  }

  @Test
  void labelTooLongToDraw() {
    assertEquals(
        "7:14 warning WM509 this label is too long to draw | it has 161 characters, more than 160 |"
            + " keep the core of it here and move the rest to help: or body:",
        faults(
            HEAD
                + "start: wash\nnodes:\n  wash:\n    outcome: "
                + "x".repeat(161)
                + "\n    severity: act\n    cites: [p1]\n"));
  }

  @Test
  void nodeOfTwoKindsAndOfNone() {
    assertEquals(
        "6:3 error WM530 this node is not one of question, action and outcome | it has action: and"
            + " outcome: | give it exactly one of the three",
        faults(
            HEAD
                + """
                start: both
                nodes:
                  both:
                    action: Wash it
                    outcome: Washed
                    next: wash
                """
                + WASH));
    assertEquals(
        "6:3 error WM530 this node is not one of question, action and outcome | it has none of"
            + " question:, action: and outcome: | give it exactly one of the three",
        faults(
            HEAD
                + """
                start: none
                nodes:
                  none:
                    body: Something.
                """));
  }

  @Test
  void idsThatNoAddressCanHold() {
    assertEquals(
        """
        1:5 error WM531 this id cannot be part of an address | the id is part of the address of each \
        step | use lower-case letters, digits and single hyphens, such as ask-lead
        5:3 error WM531 this id cannot be part of an address | the id is part of the address of each \
        step | use lower-case letters, digits and single hyphens, such as ask-lead\
        """,
        faults(
            """
            id: My crate
            title: Whose crate is it?
            start: w--1
            nodes:
              w--1:
                outcome: Wash it
                severity: act
                cites: [p1]
            """));
  }

  @Test
  void headingInTheTextOfANode() {
    assertEquals(
        "10:7 error WM532 a flowchart's text has no headings and footnotes | several nodes share a"
            + " page, and so would their anchors | use bold words or a list instead",
        faults(
            HEAD
                + """
                start: wash
                nodes:
                  wash:
                    outcome: Wash it
                    severity: act
                    body: |
                      ## How
                      Hot.
                    cites: [p1]
                """));
  }

  @Test
  void unknownKeysAtEveryLevel() {
    assertEquals(
        """
        4:1 warning WM203 nothing reads this key |  | did you mean owner ?
        9:5 warning WM203 nothing reads this key |  | did you mean cites ?
        11:25 warning WM203 nothing reads this key |  | did you mean label ?\
        """,
        faults(
            HEAD
                + """
                onwer: store-keeper
                start: empty
                nodes:
                  empty:
                    question: Is it empty?
                    cite: [p1]
                    options:
                      - { label: "Yes", lable: "No", to: wash }
                """
                + WASH));
  }

  @Test
  void windowsLineEndsChangeNoPlace() {
    String yaml =
        HEAD
            + """
            start: empty
            nodes:
              empty:
                question: Is it empty?
                help: |
                  Look
                  at [this](gone.md).
                options:
                  - { label: "Yes", to: wahs }
            """
            + WASH;
    Checked<Flowchart> unix = Charts.read("crate", yaml);
    Checked<Flowchart> windows = Charts.read("crate", yaml.replace("\n", "\r\n"));
    assertEquals(
        unix.diagnostics().stream().map(Charts::line).toList(),
        windows.diagnostics().stream().map(Charts::line).toList());
    assertEquals(
        unix.value().links().stream().map(FlowchartReaderTest::link).toList(),
        windows.value().links().stream().map(FlowchartReaderTest::link).toList());
    assertEquals(1, unix.diagnostics().size());
  }

  @Test
  void brokenChartIsReadAsFarAsItGoesAndHasNoPaths() {
    Flowchart chart =
        Charts.read(
                "crate",
                HEAD
                    + """
                    start: empty
                    nodes:
                      empty:
                        question: Is it empty?
                        options:
                          - { label: "Yes", to: nowhere-at-all }
                          - { label: "No", to: wash }
                    """
                    + WASH)
            .value();
    assertFalse(chart.sound());
    assertEquals(
        """
        1. Is it empty?
           - Yes: leads nowhere
           - No: go to 2
        2. Act: Wash it
        """,
        chart.outline().text());
    assertThrows(IllegalStateException.class, chart::paths);
  }

  @Test
  void impossibleDateIsTheFaultOfThePageAndTheChartStaysSound() {
    Checked<Flowchart> read =
        Charts.read("crate", HEAD + "reviewed: 2026-02-31\nstart: wash\nnodes:\n" + WASH);
    assertEquals(
        List.of("WM205"), read.diagnostics().stream().map(each -> each.code().id()).toList());
    assertTrue(read.value().sound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nodes",
        "nodes: text",
        "nodes: [a, b]",
        "nodes: { a: b }",
        "nodes: { a: }",
        "nodes:\n  a: { question: [x], options: { y: z } }",
        "nodes:\n  a: { question: x, options: [y] }",
        "nodes:\n  a: { question: x, options: [{ label: [y], to: { z: 1 } }] }",
        "start: [a]\nnodes: { a: { outcome: x, severity: { y: z }, cites: { p: 1 } } }",
        "nodes: { a: { action: x, next: a } }\nstart: a",
        "a: &a [*a]",
        "nodes: &n\n  a: { action: x, next: b }\n  b: *n",
        "\t"
      })
  void noFileMakesItFail(String yaml) {
    Checked<Flowchart> read = Charts.read("crate", yaml);
    assertFalse(read.value().sound());
    assertFalse(read.diagnostics().isEmpty());
    assertTrue(read.value().outline().items().size() <= 500);
  }

  @Test
  void aVeryLongChainIsCutOff() {
    Checked<Flowchart> read =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> Charts.read("crate", HEAD + "start: s0\nnodes:\n" + chain(20_000)));
    assertEquals(
        List.of("WM508", "WM206"),
        read.diagnostics().stream().map(each -> each.code().id()).toList());
    assertFalse(read.value().sound());
    assertEquals(500, read.value().outline().items().size());
  }
}
