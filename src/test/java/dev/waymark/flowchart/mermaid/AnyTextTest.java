package dev.waymark.flowchart.mermaid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a fence, it is read soon, and what comes out is whole. */
class AnyTextTest {
  /** Another with {@code -Dwaymark.seed=…}; as many as {@code -Dwaymark.texts=…} says. */
  private static final long SEED = Long.getLong("waymark.seed", 20261126);

  private static final int TEXTS = Integer.getInteger("waymark.texts", 8_000);

  private static final List<String> BITS =
      List.of(
          "-->",
          "---",
          "--",
          "-.->",
          "-.",
          "==>",
          "==",
          "~~~",
          "<-->",
          "o--o",
          "x--x",
          "|",
          "\"",
          "`",
          "**",
          "*",
          "_",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          "((",
          "[/",
          "\\]",
          ">",
          "@{",
          ":::",
          ":",
          ";",
          ",",
          "&",
          "#",
          "#35;",
          "&lt;",
          "<br>",
          "<b>",
          "</i>",
          "%%",
          "%%{",
          "}%%",
          "\n",
          "\r\n",
          "\r",
          " ",
          "\t",
          "\u00a0",
          "end",
          "subgraph ",
          "direction LR",
          "click a ",
          "class a ",
          "classDef ",
          "style ",
          "linkStyle ",
          "accTitle: ",
          "accDescr {",
          "href ",
          "shape: ",
          "label: ",
          "a",
          "x",
          "o",
          "é",
          "港",
          "🚢",
          "\ud83d",
          "\udea2",
          "\0",
          "\u001b",
          "---\n",
          "title: ",
          "fa:fa-x",
          "–>",
          "→",
          "\\n",
          "'",
          "=",
          ".",
          "-");

  private static Checked<MermaidResult> read(String text) {
    return new MermaidReader().read(new SourceText("content/quay.md", 7, text));
  }

  @Test
  void changedDiagramsAreReadOrRefused() {
    List<String> sources = Cases.all().stream().map(Cases.Case::source).toList();
    Random random = new Random(SEED);
    Set<Code> met = EnumSet.noneOf(Code.class);
    int drawn = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = changed(sources, random);
      try {
        Checked<MermaidResult> read = read(text);
        check(text, read);
        assertEquals(Dump.of(read), Dump.of(read(text)));
        drawn += read.value() instanceof MermaidResult.Flowchart ? 1 : 0;
        read.diagnostics().forEach(found -> met.add(found.code()));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("text %d (-Dwaymark.seed=%d):%n%s".formatted(i, SEED, text), e);
      }
    }
    if (TEXTS >= 8_000) {
      int count = drawn;
      assertTrue(drawn > TEXTS / 10 && drawn < TEXTS * 9 / 10, () -> count + " were drawn");
      assertEquals(6, met.size(), () -> "too tame: only " + met);
    }
  }

  private static String changed(List<String> sources, Random random) {
    StringBuilder text = new StringBuilder(sources.get(random.nextInt(sources.size())));
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.setLength(Math.max(at, text.length() / 2));
        case 3 -> {
          String other = sources.get(random.nextInt(sources.size()));
          text.append(other, other.indexOf('\n') + 1, other.length());
        }
        default -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
      }
    }
    return text.toString();
  }

  /** The promises of {@link Diagram} and of {@link MermaidReader}. */
  private static void check(String text, Checked<MermaidResult> read) {
    List<Location> places =
        read.diagnostics().stream().map(Diagnostic::location).collect(Collectors.toList());
    boolean drawn = false;
    if (read.value() instanceof MermaidResult.Flowchart flowchart) {
      check(flowchart.diagram(), places);
      drawn = true;
    } else {
      assertTrue(!read.diagnostics().isEmpty(), "refused without a word");
    }
    for (Diagnostic found : read.diagnostics()) {
      boolean fatal =
          Set.of(Code.MERMAID_NOT_UNDERSTOOD, Code.MERMAID_OTHER_DIAGRAM, Code.MERMAID_TOO_LARGE)
              .contains(found.code());
      assertEquals(!drawn, fatal, found::toString);
      assertTrue(!found.detail().isBlank() && !found.help().isBlank(), found::toString);
    }
    List<Diagnostic> sorted = read.diagnostics().stream().sorted(Diagnostic.ORDER).toList();
    assertEquals(sorted, read.diagnostics());
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (Location place : places) {
      int length = lines[place.line() - 7].length();
      assertTrue(place.endColumn() <= length + 1, () -> place + " to " + place.endColumn());
    }
  }

  private static void check(Diagram diagram, List<Location> places) {
    Map<String, Set<String>> around = new HashMap<>();
    diagram.subgraphs().forEach(subgraph -> checkSubgraph(subgraph, Set.of(), around, places));
    Set<String> subgraphs = Set.copyOf(around.keySet());
    Set<String> nodes = new HashSet<>();
    for (Node node : diagram.nodes()) {
      assertTrue(nodes.add(node.id()) && !subgraphs.contains(node.id()), node::toString);
      assertTrue(node.label().isEmpty() || node.shape().holdsText(), node::toString);
      checkLabel(node.label());
      places.add(node.location());
      node.link().ifPresent(link -> places.add(link.location()));
    }
    diagram.subgraphs().forEach(subgraph -> checkMembers(subgraph, Set.of(), nodes, around));
    Set<String> ids = new HashSet<>();
    for (Edge edge : diagram.edges()) {
      for (String end : List.of(edge.from(), edge.to())) {
        assertTrue(nodes.contains(end) || subgraphs.contains(end), edge::toString);
      }
      assertTrue(!around.getOrDefault(edge.from(), Set.of()).contains(edge.to()), edge::toString);
      assertTrue(!around.getOrDefault(edge.to(), Set.of()).contains(edge.from()), edge::toString);
      edge.id().ifPresent(id -> assertTrue(ids.add(id), id));
      checkLabel(edge.label());
      places.add(edge.location());
    }
  }

  private static void checkSubgraph(
      Subgraph subgraph,
      Set<String> outer,
      Map<String, Set<String>> around,
      List<Location> places) {
    assertEquals(null, around.put(subgraph.id(), outer), subgraph::toString);
    checkLabel(subgraph.title());
    places.add(subgraph.location());
    subgraph
        .subgraphs()
        .forEach(inner -> checkSubgraph(inner, with(outer, subgraph.id()), around, places));
  }

  private static void checkMembers(
      Subgraph subgraph, Set<String> outer, Set<String> nodes, Map<String, Set<String>> around) {
    Set<String> own = with(outer, subgraph.id());
    for (String member : subgraph.members()) {
      assertTrue(nodes.contains(member), member);
      assertEquals(null, around.put(member, own), () -> member + " is in two subgraphs");
    }
    subgraph.subgraphs().forEach(inner -> checkMembers(inner, own, nodes, around));
  }

  private static Set<String> with(Set<String> ids, String id) {
    return Stream.concat(ids.stream(), Stream.of(id)).collect(Collectors.toSet());
  }

  private static void checkLabel(Label label) {
    if (!label.isEmpty()) {
      assertTrue(!label.lines().getFirst().runs().isEmpty(), label::toString);
      assertTrue(!label.lines().getLast().runs().isEmpty(), label::toString);
    }
    for (Label.Line line : label.lines()) {
      String text = line.text();
      assertEquals(text.replace('\u00a0', ' ').strip().length(), text.length(), label::toString);
      assertTrue(!text.contains("  ") && !text.contains("\n"), label::toString);
      assertTrue(
          text.codePoints().noneMatch(c -> c < ' ' || (c >= 0xd800 && c < 0xe000)),
          label::toString);
      for (int i = 1; i < line.runs().size(); i++) {
        Label.Run before = line.runs().get(i - 1);
        Label.Run run = line.runs().get(i);
        assertTrue(
            before.strong() != run.strong() || before.emphasis() != run.emphasis(),
            label::toString);
      }
      assertTrue(line.runs().stream().noneMatch(run -> run.text().isEmpty()), label::toString);
    }
  }

  /** Texts of the largest size that is read, each made to take long. */
  static Stream<String> hostile() {
    return Stream.concat(BITS.stream().flatMap(AnyTextTest::repeated), longOnes().stream());
  }

  private static Stream<String> repeated(String bit) {
    List<String> texts = new ArrayList<>();
    texts.add(filled("flowchart LR\n", bit));
    texts.add(filled("flowchart LR\na[", bit));
    texts.add(filled("flowchart LR\na[\"", bit));
    texts.add(filled("flowchart LR\na[\"`", bit) + "`\"]");
    texts.add(filled("flowchart LR\na -- ", bit));
    texts.add(filled("flowchart LR\na -. ", bit));
    texts.add(filled("flowchart LR\na@{ ", bit));
    texts.add(filled("flowchart LR\na", bit + "\n"));
    texts.add(filled("flowchart LR\n", "a " + bit));
    texts.add(filled("flowchart LR\n", "a --> b\n" + bit));
    texts.add(filled("", bit));
    texts.add(filled("---\n", bit + "\n"));
    return texts.stream();
  }

  private static List<String> longOnes() {
    List<String> texts = new ArrayList<>();
    for (String bit :
        List.of(
            "a & ",
            "a --> ",
            "a --> a\n",
            "subgraph a\n",
            "subgraph\nend\n",
            "a --",
            "a[<b",
            "a[\"",
            "a -->|x\n",
            "a@{ shape: x }\n",
            "a:::b ",
            "click z \"x\"\n",
            "class z stop\n",
            "**a *b ",
            "a -.......",
            "a\n\n\n",
            "e@--> ",
            "a e@--> b\n",
            "style a x\n")) {
      texts.add(filled("flowchart LR\n", bit));
    }
    texts.add("flowchart LR\nclass " + "a,".repeat(25_000) + "a " + "stop,".repeat(9_000));
    texts.add("flowchart LR\nclass " + numbered("a%d,", 9_000) + "a " + "b,".repeat(20_000));
    String id = "a".repeat(8_000);
    texts.add("flowchart LR\n" + id + "b\n" + ("click " + id + "c \"x\"\n").repeat(10));
    texts.add("flowchart LR\n" + numbered("n%d\n", 400) + filled("", "n1 & n2\n"));
    texts.add(
        "flowchart LR\n" + numbered("n%d & ", 5000) + "z --> " + numbered("m%d & ", 5000) + "z");
    return texts;
  }

  private static String numbered(String form, int count) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static String filled(String start, String bit) {
    return start + bit.repeat((MermaidReader.MAX_LENGTH - start.length() - 3) / bit.length());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("hostile")
  void readsSoonWhateverItIs(String text) {
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> check(text, read(text)));
  }

  private static String fate(String text) {
    Checked<MermaidResult> read = read(text);
    check(text, read);
    return read.diagnostics().isEmpty()
        ? "drawn"
        : read.diagnostics().getFirst().code().id()
            + " "
            + read.diagnostics().getFirst().location()
            + " "
            + read.diagnostics().getFirst().detail();
  }

  @Test
  void drawsUpToTheLimitsAndNoFurther() {
    String start = "flowchart LR\n";
    assertEquals("drawn", fate(start + numbered("n%d\n", 500)));
    assertEquals(
        "WM513 content/quay.md:508:1 more than 500 nodes", fate(start + numbered("n%d\n", 501)));

    assertEquals("drawn", fate(start + "a --> b\n".repeat(2000)));
    assertEquals(
        "WM513 content/quay.md:2008:3 more than 2,000 edges",
        fate(start + "a --> b\n".repeat(2001)));
    String many = numbered("n%d & ", 45) + "z";
    assertEquals(
        "WM513 content/quay.md:8:%d more than 2,000 edges".formatted(many.length() + 2),
        fate(start + many + " --> " + many));

    assertEquals("drawn", fate(start + "subgraph\n".repeat(20) + "end\n".repeat(20)));
    assertEquals(
        "WM513 content/quay.md:28:1 more than 20 subgraphs in one another",
        fate(start + "subgraph\n".repeat(21) + "end\n".repeat(21)));
    assertEquals("drawn", fate(start + "subgraph\nend\n".repeat(200)));
    assertEquals(
        "WM513 content/quay.md:408:1 more than 200 subgraphs",
        fate(start + "subgraph\nend\n".repeat(201)));

    String label = "a[" + "x".repeat(MermaidReader.MAX_LENGTH - start.length() - 3) + "]";
    assertEquals("drawn", fate(start + label));
    assertEquals(
        "WM513 content/quay.md:7:1 more than 100,000 characters", fate(start + label + "\n"));
  }

  @Test
  void noticesOfAKindAreFew() {
    Checked<MermaidResult> read =
        read("flowchart LR\n" + "click z \"x\"\n".repeat(100) + "a@{ shape: q }\n".repeat(100));
    assertEquals(20, read.diagnostics().size());
  }
}
