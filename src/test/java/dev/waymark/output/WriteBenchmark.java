package dev.waymark.output;

import com.sun.management.OperatingSystemMXBean;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures what a publish costs. Run by hand, with the launcher's own options and in a folder that
 * is not there; delete it only after the last run, since deleting thousands of files slows some
 * file systems for minutes:
 *
 * <pre>
 * java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp target/test-classes:target/classes:JACKSON-CORE \
 *     dev.waymark.output.WriteBenchmark FOLDER [FILES]
 * </pre>
 */
final class WriteBenchmark {
  private WriteBenchmark() {}

  public static void main(String[] args) throws Exception {
    int files = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    Path folder = Path.of(args[0]);
    for (int round = 0; round < 3; round++) {
      Path fresh = folder.resolve("site-" + round);
      measure("fresh", fresh, tree(files, 0));
      measure("same", fresh, tree(files, 0));
      measure("1 in 10 changed", fresh, tree(files, files / 10));
    }
  }

  private static OutputTree tree(int count, int changed) {
    Random random = new Random(1);
    List<OutputFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[12_288];
      random.nextBytes(bytes);
      bytes[6_000] = (byte) (bytes[6_000] + (i < changed ? 1 : 0));
      files.add(
          OutputFile.of(
              new SitePath("parts/part-" + i / 100 + "/page-" + i + ".html"), Role.PAGE, bytes));
    }
    return OutputTree.of(files);
  }

  private static void measure(String what, Path folder, OutputTree tree) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    OutputWriter writer = new OutputWriter(folder, false);
    writer.requireOwned();
    WriteSummary summary = writer.write(tree);
    double thousands = tree.files().size() / 1000.0;
    System.out.printf(
        "%-16s %6.1f ms CPU, %6.1f ms wall a 1,000 files  %s%n",
        what,
        (system.getProcessCpuTime() - cpu) / 1e6 / thousands,
        (System.nanoTime() - wall) / 1e6 / thousands,
        summary);
  }
}
