package dev.waymark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts a copy of the packaged tool as a user does, in a folder with spaces in its name. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {
  private static final Path PACKAGED = Path.of(System.getProperty("waymark.home"));

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void copyTool() throws IOException {
    home = folder.resolve("way mark");
    try (Stream<Path> files = Files.walk(PACKAGED)) {
      for (Path file : files.toList()) {
        Path copy = home.resolve(PACKAGED.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void usesTheCacheThatPackagingMadeWhereverTheToolStands() throws Exception {
    assertTrue(opensCache("--version"));
    assertPrintsVersionOnly(launch("--version"));
  }

  @Test
  void leavesTheCacheAloneWhenAJarIsNewer() throws Exception {
    Files.setLastModifiedTime(
        home.resolve("lib/waymark.jar"), FileTime.from(Instant.now().plusSeconds(60)));
    assertFalse(opensCache("--version"));
    assertPrintsVersionOnly(launch("--version"));
  }

  @ParameterizedTest
  @MethodSource
  void printsDataOnlyWithoutAGoodCache(Damage damage) throws Exception {
    damage.accept(cache().orElseThrow());
    assertPrintsVersionOnly(launch("--version"));
  }

  static List<Arguments> printsDataOnlyWithoutAGoodCache() {
    return List.of(
        argumentSet("missing", (Damage) Files::delete),
        argumentSet("empty", (Damage) cache -> truncate(cache, 0)),
        argumentSet("cut in the header", (Damage) cache -> truncate(cache, 100)),
        argumentSet("cut in half", (Damage) cache -> truncate(cache, Files.size(cache) / 2)),
        argumentSet("other bytes", (Damage) LauncherIT::fillWithNoise),
        argumentSet("of another program", (Damage) LauncherIT::trainOnAnotherProgram));
  }

  @Test
  void passesExitCodesThrough() throws Exception {
    Result result = launch("no-such-command");
    assertEquals(2, result.exitCode());
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(bin.resolve("absolute"), home.resolve("bin/waymark"));
    Files.createSymbolicLink(bin.resolve("relative"), Path.of("../way mark/bin/waymark"));
    Files.createSymbolicLink(bin.resolve("second"), Path.of("relative"));
    for (String link : List.of("absolute", "relative", "second")) {
      assertPrintsVersionOnly(
          run(List.of(bin.resolve(link).toString(), "--version"), folder, Map.of()));
    }
    Map<String, String> path = Map.of("PATH", bin + ":" + System.getenv("PATH"));
    assertPrintsVersionOnly(run(List.of("/bin/sh", "-c", "second --version"), folder, path));
  }

  @Test
  void optionsOfTheUserWin() throws Exception {
    Result result =
        launch(
            Map.of(
                "WAYMARK_JAVA_OPTS",
                "-XX:+UseParallelGC  -XX:TieredStopAtLevel=4 -Dstar=* -XX:+PrintFlagsFinal"),
            "--version");
    assertAll(
        () -> assertEquals(0, result.exitCode(), result.toString()),
        () -> assertTrue(result.out().matches("(?s).*TieredStopAtLevel += 4 .*")),
        () -> assertTrue(result.out().matches("(?s).*UseParallelGC += true .*")));
  }

  @Test
  void aPreviewCollectsInParallelAndAllElseDoesNot() throws Exception {
    Map<String, String> flags = Map.of("WAYMARK_JAVA_OPTS", "-XX:+PrintFlagsFinal");
    Result preview = launch(flags, "serve", "--help");
    assertTrue(preview.out().matches("(?s).*UseParallelGC += true .*"), preview::toString);
    assertTrue(opensCache("serve", "--help"), "the cache is good for both");
    Result build = launch(flags, "build", "--help");
    assertTrue(build.out().matches("(?s).*UseSerialGC += true .*"), build::toString);
  }

  @Test
  void namesOfFilesAreUtf8InTheCLocale() throws Exception {
    for (String locale : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      Map<String, String> environment = new HashMap<>();
      environment.put("LC_ALL", "");
      environment.put(locale, "C");
      environment.put("WAYMARK_JAVA_OPTS", "-XshowSettings:properties");
      Result result = launch(environment, "--version");
      assertTrue(result.err().contains("sun.jnu.encoding = UTF-8"), result::toString);
    }
  }

  @Test
  void saysInOneSentenceThatThereIsNoJdk() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Map<String, String> nothing =
        Map.of("PATH", empty.toString(), "JAVA_HOME", "", "WAYMARK_JAVA_DIRS", empty.toString());
    assertFailsInOneSentence(launch(nothing, "--version"), "needs a JDK 25 or later");
  }

  @Test
  void passesOverAJdkThatIsTooOld() throws Exception {
    Path old = fakeJdk("17.0.15", "echo started the wrong JDK");
    assertPrintsVersionOnly(launch(Map.of("JAVA_HOME", old.toString()), "--version"));
    assertFailsInOneSentence(
        launch(Map.of("WAYMARK_JAVA_HOME", old.toString()), "--version"),
        "WAYMARK_JAVA_HOME names " + old);
  }

  @Test
  void findsAJdkInTheUsualFolders() throws Exception {
    Path jdks = Files.createDirectory(folder.resolve("jdks of mine"));
    Files.move(fakeJdk("21.0.2", "echo started the wrong JDK"), jdks.resolve("a"));
    Files.move(fakeJdk("25", "exec '" + javaOfThisTest() + "' \"$@\""), jdks.resolve("b"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Map<String, String> environment =
        Map.of("PATH", empty.toString(), "JAVA_HOME", "", "WAYMARK_JAVA_DIRS", jdks.toString());
    assertPrintsVersionOnly(launch(environment, "--version"));
  }

  private Path fakeJdk(String version, String java) throws IOException {
    Path jdk = folder.resolve("jdk-" + version);
    Path program = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\n" + java + "\n");
    assertTrue(program.toFile().setExecutable(true));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void assertPrintsVersionOnly(Result result) {
    assertAll(
        () -> assertEquals(0, result.exitCode(), result.toString()),
        () -> assertTrue(result.out().matches("waymark [^\n]+\n"), result::toString),
        () -> assertEquals("", result.err()));
  }

  private static void assertFailsInOneSentence(Result result, String words) {
    assertAll(
        () -> assertEquals(2, result.exitCode()),
        () -> assertEquals("", result.out()),
        () -> assertTrue(result.err().matches("[^\n]+\\.\n"), result::toString),
        () -> assertTrue(result.err().contains(words), result::toString));
  }

  private static String javaOfThisTest() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private boolean opensCache(String... arguments) throws IOException, InterruptedException {
    String cache = cache().orElseThrow().getFileName().toString();
    return launch(Map.of("WAYMARK_JAVA_OPTS", "-Xlog:aot=info:stderr"), arguments)
        .err()
        .contains(cache);
  }

  private Optional<Path> cache() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("aot"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).findFirst();
    }
  }

  private static void truncate(Path file, long size) throws IOException {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static void fillWithNoise(Path file) throws IOException {
    byte[] noise = new byte[(int) Files.size(file)];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);
  }

  private static void trainOnAnotherProgram(Path cache) throws IOException, InterruptedException {
    Files.delete(cache);
    run(
        List.of(javaOfThisTest(), "-XX:AOTCacheOutput=" + cache, "--list-modules"),
        cache.getParent(),
        Map.of());
    assertTrue(Files.exists(cache));
  }

  private Result launch(String... arguments) throws IOException, InterruptedException {
    return launch(Map.of(), arguments);
  }

  private Result launch(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(home.resolve("bin/waymark").toString()), Arrays.stream(arguments))
            .toList();
    return run(command, folder, environment);
  }

  /** Runs a command with these variables over those of this process; an empty one is removed. */
  private static Result run(List<String> command, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", null);
    Path err = Files.createTempFile("err", null);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("WAYMARK_"));
      builder.environment().putAll(environment);
      builder.environment().values().removeIf(String::isEmpty);
      int exitCode = builder.start().waitFor();
      return new Result(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Something done to a cache file. */
  interface Damage {
    void accept(Path cache) throws IOException, InterruptedException;
  }

  private record Result(int exitCode, String out, String err) {}
}
