package dev.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.waymark.external.LinkChecker;
import dev.waymark.external.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --external}, with a network of the test. */
final class ExternalLinksTest {
  @TempDir private Path folder;
  private final Set<String> asked = new ConcurrentSkipListSet<>();

  private TestRun.Result run(String... arguments) {
    return WholeToolTest.run(folder, (agent, allowsPrivate) -> this::answer, arguments);
  }

  private Transport.Answer answer(Transport.Method method, URI address) {
    asked.add(address.toString());
    return Transport.Answer.of(address.getPath().contains("gone") ? 404 : 200);
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.writeString(
        folder.resolve("content/site.yaml"),
        "title: Kit\nexternal-links: {ignore: ['https://closed.example/\u00fcber']}\n");
    Files.writeString(
        folder.resolve("content/index.md"),
        """
        ---
        title: Home
        sources:
          - {title: Act, publisher: State, url: 'https://law.example/gone'}
        ---

        See [one](https://a.example/fine#x), [two](https://a.example/gone)
        and [three](https://closed.example/\u00fcber/gone) or [mail](mailto:a@b.example).
        """);
  }

  @Test
  void deadLinksAreWarningsWhereTheyStand() throws IOException {
    write();
    TestRun.Result result = run("check", "--external");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of("content/index.md:4:41", "content/index.md:7:44"),
        result
            .out()
            .lines()
            .filter(line -> line.contains(": warning WM701: "))
            .map(line -> line.replaceFirst(": warning.*", ""))
            .toList());
    assertEquals(
        Set.of("https://a.example/fine", "https://a.example/gone", "https://law.example/gone"),
        asked);
    assertEquals("Asked for 3 pages of other sites.\nChecked 1 page. 2 warnings.\n", result.err());
    assertEquals(1, run("check", "--external", "--strict").exitCode());
  }

  @Test
  void withoutANetworkOneSentenceSaysSo() throws IOException {
    write();
    TestRun.Result result =
        WholeToolTest.run(
            folder,
            (agent, allowsPrivate) ->
                (method, address) -> {
                  throw new UnknownHostException(address.getHost());
                },
            "check",
            "--external");
    assertEquals("", result.out());
    assertEquals(
        "None of the 2 sites that were asked answered, so nothing is known of 3 pages there."
            + " Is this machine connected to the internet?\nChecked 1 page. No problems.\n",
        result.err());
  }

  @Test
  void pagesThatWereThereAreRememberedInTheFile() throws IOException {
    write();
    run("check", "--external", "--external-cache", "kept/links.json");
    assertTrue(Files.readString(folder.resolve("kept/links.json")).contains("a.example/fine"));
    asked.clear();
    TestRun.Result again = run("check", "--external", "--external-cache", "kept/links.json");
    assertEquals(Set.of("https://a.example/gone", "https://law.example/gone"), asked);
    assertTrue(
        again
            .err()
            .startsWith("Asked for 2 pages of other sites; 1 was there in the last 7 days.\n"),
        again.err());
    assertFalse(Files.exists(folder.resolve(".waymark-links.json")));
  }

  @Test
  void aBrokenFileIsSaidAndWrittenAnew() throws IOException {
    write();
    Files.writeString(folder.resolve(".waymark-links.json"), "{\"version\": 9, \"alive\": []}");
    TestRun.Result result = run("check", "--external");
    assertTrue(
        result
            .err()
            .startsWith(
                ".waymark-links.json is not used: another program wrote it, or another Waymark."),
        result.err());
    assertTrue(Files.readString(folder.resolve(".waymark-links.json")).contains("a.example/fine"));
  }

  @Test
  void nobodyIsAskedUnlessThatIsWanted() throws IOException {
    write();
    assertEquals("", run("check").out());
    assertEquals(Set.of(), asked);
    TestRun.Result wrong = run("check", "--external-days", "3");
    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("add --external to the command"), wrong.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"content/index.md", "package.json", "content", "leads-out.json", "public/a.json"})
  void theMemoryReplacesNothingElse(String name) throws IOException {
    write();
    Files.writeString(folder.resolve("package.json"), "{\n  \"version\": \"1.0.0\"\n}\n");
    Files.writeString(folder.resolve("empty"), "");
    if (name.equals("leads-out.json")) {
      Files.createSymbolicLink(folder.resolve(name), folder.resolve("empty"));
    }
    Map<Path, String> before = texts();
    TestRun.Result result = run("check", "--external", "--external-cache", name);
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().startsWith("waymark: " + name + " "), result.err());
    assertEquals(Set.of(), asked);
    assertEquals(before, texts());
  }

  private Map<Path, String> texts() throws IOException {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file, Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void anEmptyFileBecomesTheMemory() throws IOException {
    write();
    Files.writeString(folder.resolve("links.json"), "");
    assertEquals(0, run("check", "--external", "--external-cache", "links.json").exitCode());
    assertTrue(Files.readString(folder.resolve("links.json")).contains("a.example/fine"));
  }

  @Test
  void whatIsFoundIsCountedInWords() {
    assertEquals("Asked for 1 page of other sites.", said(1, 0, Map.of(), 7));
    assertEquals(
        "Asked for 2 pages of other sites; 1 was there in the last day; 1 could not be told"
            + " (-v lists it).",
        said(2, 1, Map.of("a", "b"), 1));
    assertEquals(
        "Asked for 0 pages of other sites; 30 were there in the last 7 days; 2 could not be told"
            + " (-v lists them).",
        said(0, 30, Map.of("a", "b", "c", "d"), 7));
  }

  private static String said(int asked, int remembered, Map<String, String> untold, int days) {
    return ExternalLinks.said(
        new LinkChecker.Result(List.of(), asked, remembered, untold, 0), days);
  }

  @Test
  void anAddressThatCannotBeAskedForIsNoBug() throws IOException {
    write();
    Files.writeString(
        folder.resolve("content/index.md"), "# Home\n\nSee [one](https://a.example:99999/).\n");
    TestRun.Result result = run("check", "--external", "-v");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result
            .err()
            .contains(
                "Cannot tell: https://a.example:99999/: it is no address that can be asked for.\n"),
        result.err());
    assertEquals(Set.of(), asked);
  }
}
