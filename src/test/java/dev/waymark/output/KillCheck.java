package dev.waymark.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills real builds at random moments and holds what they leave against the promises to readers.
 * Not a test of every run, since moments are not repeatable; run it by hand with {@code make
 * kill-check}, or with other numbers: {@code sh src/bench/kill-check.sh [KILLS [SEED]]}.
 *
 * <p>Each round starts a JVM that writes two versions of a site with some hundred files into one
 * folder, in turn and without end, and kills it (SIGKILL on Unix). The folder goes on to the next
 * round as it is, so that most builds take up from one that was killed; every tenth round starts in
 * a folder that is not there, and is killed in its first build. Ends with 0 if no promise was
 * broken and at least a quarter of the kills left a folder that is neither the one version nor the
 * other.
 */
final class KillCheck {
  private static final int PAGES = 200;

  private KillCheck() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3 && args[0].equals("write")) {
      writeWithoutEnd(Path.of(args[1]), Long.parseLong(args[2]));
    }
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : new Random().nextLong();
    System.out.println("seed " + seed + ", " + kills + " kills");
    Path temp = Files.createTempDirectory("kill-check");
    Outcome outcome = new Outcome();
    try {
      Random random = new Random(seed);
      Path folder = temp.resolve("site");
      for (int round = 0; round < kills; round++) {
        boolean first = round % 10 == 0;
        if (first) {
          folder = temp.resolve("site-" + round);
        }
        killOnce(folder, seed, first, random, outcome);
      }
      recover(folder, seed, outcome);
    } finally {
      delete(temp);
    }
    System.out.println(outcome);
    System.exit(outcome.broken == 0 && outcome.between * 4 >= kills ? 0 : 1);
  }

  private static final class Outcome {
    int kills;
    int between;
    int first;
    int insideWrite;
    int broken;

    @Override
    public String toString() {
      return "%d kills; %d left a folder between two versions, %d of these in a first build; %d left a temporary file; %d broken promises"
          .formatted(kills, between, first, insideWrite, broken);
    }
  }

  /**
   * The two versions that are written in turn; some pages, images and theme files are only in one.
   */
  private static List<OutputTree> versions(long seed) {
    Random random = new Random(seed);
    SampleSite one = SampleSite.first(random, PAGES, 6_000);
    return List.of(one.tree(), one.next(random, 400).tree());
  }

  private static void writeWithoutEnd(Path folder, long seed) throws Exception {
    List<OutputTree> versions = versions(seed);
    boolean keepPrevious = seed % 2 == 0;
    System.out.println("ready");
    while (true) {
      for (OutputTree version : versions) {
        new OutputWriter(folder, keepPrevious, KillCheck::say).write(version);
      }
    }
  }

  /** So that the kill can be timed by how far the build is, on a fast machine and a slow one. */
  private static void say(long done, long total) {
    System.out.println(done + "/" + total);
  }

  private static void killOnce(
      Path folder, long seed, boolean first, Random random, Outcome outcome) throws Exception {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillCheck.class.getName(),
                "write",
                folder.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      if (!"ready".equals(said.readLine())) {
        throw new IOException("the writer did not start");
      }
      int builds = first ? 0 : random.nextInt(3);
      double part = random.nextDouble();
      while (builds >= 0) {
        String[] step = said.readLine().split("/");
        double done = Double.parseDouble(step[0]) / Double.parseDouble(step[1]);
        if (done == 1 || (builds == 0 && done >= part)) {
          builds--;
        }
      }
      LockSupport.parkNanos(random.nextInt(5_000_000));
    } finally {
      child.destroyForcibly().waitFor();
    }
    look(folder, seed, outcome);
  }

  private static void look(Path folder, long seed, Outcome outcome) throws IOException {
    List<OutputTree> versions = versions(seed);
    outcome.kills++;
    SortedMap<String, String> disk = Disk.site(folder);
    if (disk.keySet().stream().anyMatch(path -> path.endsWith(".tmp"))) {
      outcome.insideWrite++;
    }
    disk.keySet().removeIf(path -> path.contains(Journal.RESERVED));
    boolean wholly = disk.isEmpty();
    for (OutputTree version : versions) {
      // Files kept of the build before do not make a folder half-done.
      SortedMap<String, String> texts = new TreeMap<>(SampleSite.texts(version));
      wholly |=
          hashedApart(disk, versions).equals(hashedApart(texts, versions))
              && disk.entrySet().containsAll(texts.entrySet());
    }
    boolean built = Files.exists(folder.resolve(Manifest.NAME));
    if (!wholly) {
      outcome.between++;
      outcome.first += built ? 0 : 1;
    }
    List<String> broken =
        Promises.broken(
            folder,
            versions,
            built ? Promises.pagesOfBoth(versions.get(0), versions.get(1)) : Set.of());
    broken.forEach(System.out::println);
    outcome.broken += broken.size();
  }

  private static Map<String, String> hashedApart(
      SortedMap<String, String> texts, List<OutputTree> versions) {
    SortedMap<String, String> apart = new TreeMap<>(texts);
    versions.forEach(version ->
        version
            .files()
            .values()
            .forEach(file -> {
              if (file.role() == OutputFile.Role.HASHED) {
                apart.remove(file.path().value());
              }
            }));
    return apart;
  }

  /** After all kills one whole build leaves the site and nothing else. */
  private static void recover(Path folder, long seed, Outcome outcome) throws Exception {
    for (OutputTree version : versions(seed)) {
      new OutputWriter(folder, false).write(version);
      if (!Disk.site(folder).equals(SampleSite.texts(version))) {
        System.out.println("a whole build after the kills left something else than the site");
        outcome.broken++;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String path : Disk.texts(folder).keySet()) {
      Files.delete(folder.resolve(path));
    }
    for (String path : Disk.folders(folder).reversed()) {
      Files.delete(folder.resolve(path));
    }
    Files.delete(folder);
  }
}
