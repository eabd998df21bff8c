package dev.waymark.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Holds the packages to {@code layout.json}. */
final class ArchitectureTest {
  private static final String ROOT = "dev.waymark";
  private static final Map<String, Layout> LAYOUT = read();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Types that reach out of the program. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.net.ServerSocket",
          "java.net.Socket",
          "java.net.URLConnection",
          "java.net.http.HttpClient",
          "java.nio.channels.FileChannel",
          "java.nio.file.Files",
          "java.nio.file.WatchService",
          "java.time.Clock");

  /** What one package may use. */
  private record Layout(Set<String> imports, Set<String> libraries, boolean io) {}

  @Test
  void everyPackageStandsInTheLayout() throws IOException {
    Set<String> packages = new TreeSet<>();
    Path sources = Path.of("src/main/java/dev/waymark");
    try (Stream<Path> folders = Files.walk(sources)) {
      for (Path folder : folders.filter(ArchitectureTest::holdsSources).toList()) {
        packages.add(sources.relativize(folder).toString().replace('/', '.').replace('\\', '.'));
        assertEquals(true, Files.exists(folder.resolve("package-info.java")), folder::toString);
      }
    }
    assertEquals(LAYOUT.keySet(), packages);
  }

  /** A folder that holds other packages only is none. */
  private static boolean holdsSources(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void packagesUseOnlyWhatTheLayoutLists() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      Layout layout = layout(user);
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        JavaClass used = dependency.getTargetClass().getBaseComponentType();
        if (used.isPrimitive() || isAllowed(user, layout, used.getPackageName())) {
          continue;
        }
        wrong.add(shortName(user) + " uses " + used.getName());
      }
    }
    assertEquals(Set.of(), wrong);
  }

  private static boolean isAllowed(JavaClass user, Layout layout, String used) {
    if (used.equals(user.getPackageName())
        || used.startsWith("java.")
        || used.startsWith("org.jspecify.")) {
      return true;
    }
    return used.startsWith(ROOT + ".")
        ? layout.imports().contains(used.substring(ROOT.length() + 1))
        : layout.libraries().stream()
            .anyMatch(door -> used.equals(door) || used.startsWith(door + "."));
  }

  @Test
  void onlyThePackagesThatMayTouchTheDiskTheConsoleAndTheClock() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      if (layout(user).io()) {
        continue;
      }
      for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
        String used = dependency.getTargetClass().getName();
        if (OUTSIDE.contains(used)) {
          wrong.add(shortName(user) + " uses " + used);
        }
      }
      user.getMethodCallsFromSelf()
          .forEach(call -> {
            String owner = call.getTargetOwner().getName();
            boolean clock = call.getName().equals("now") && owner.startsWith("java.time.");
            boolean system =
                owner.equals("java.lang.System")
                    && Set.of("currentTimeMillis", "nanoTime", "exit", "getenv")
                        .contains(call.getName());
            if (clock || system) {
              wrong.add(shortName(user) + " calls " + owner + "." + call.getName());
            }
          });
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      if (name(user).equals("cli")) {
        continue;
      }
      user.getFieldAccessesFromSelf().stream()
          .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
          .forEach(access -> wrong.add(shortName(user) + " uses System." + access.getName()));
    }
    assertEquals(Set.of(), wrong);
  }

  // What differs from machine to machine must not reach the output.
  @Test
  void onlyTheCommandLineAsksWhatTheMachineIsLike() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      if (name(user).equals("cli")) {
        continue;
      }
      user.getMethodCallsFromSelf()
          .forEach(call -> {
            String method = call.getTargetOwner().getSimpleName() + "." + call.getName();
            if (Set.of(
                    "System.getProperty",
                    "System.lineSeparator",
                    "Locale.getDefault",
                    "TimeZone.getDefault",
                    "ZoneId.systemDefault",
                    "Charset.defaultCharset",
                    "Runtime.availableProcessors")
                .contains(method)) {
              wrong.add(shortName(user) + " calls " + method);
            }
          });
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void theEndsOfTheFlowAreClosed() {
    LAYOUT.forEach((name, layout) -> {
      assertEquals(false, layout.imports().contains("cli"), name);
      assertEquals(
          false,
          layout.imports().contains("build") && !Set.of("cli", "serve").contains(name),
          name);
      assertEquals(false, layout.imports().contains("serve") && !name.equals("cli"), name);
    });
  }

  @Test
  void everyPackageIsNullMarked() {
    for (String name : LAYOUT.keySet()) {
      assertEquals(
          true,
          CLASSES.getPackage(ROOT + "." + name).isAnnotatedWith(NullMarked.class),
          () -> name + " may hand out null");
    }
  }

  @Test
  void packagesStandInNoLoop() {
    SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private static String name(JavaClass type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }

  private static String shortName(JavaClass type) {
    return type.getName().substring(ROOT.length() + 1);
  }

  private static Layout layout(JavaClass type) {
    return LAYOUT.getOrDefault(name(type), new Layout(Set.of(), Set.of(), false));
  }

  private static Map<String, Layout> read() {
    Map<String, Layout> packages = new TreeMap<>();
    try (InputStream in = ArchitectureTest.class.getResourceAsStream("/dev/waymark/layout.json");
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_OBJECT
            && "packages".equals(json.currentName())) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            packages.put(json.currentName(), layout(json));
          }
        }
      }
      return packages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Layout layout(JsonParser json) {
    Set<String> imports = new TreeSet<>();
    Set<String> libraries = new TreeSet<>();
    boolean io = false;
    json.nextToken();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "imports" -> fill(imports, json);
        case "libraries" -> fill(libraries, json);
        case "io" -> io = json.currentToken() == JsonToken.VALUE_TRUE;
        default -> throw new IllegalStateException("layout.json: " + key);
      }
    }
    return new Layout(imports, libraries, io);
  }

  private static void fill(Set<String> into, JsonParser json) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      into.add(json.getString());
    }
  }
}
