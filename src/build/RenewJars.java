import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jars of a folder fit for an AOT cache, which takes no class of Java 5 or older (all of
 * picocli, and 80 ms of each start) and none of a signed jar. Classes of those versions become
 * classes of Java 8, that is, gain stack maps, and signatures go; other jars stay as they are.
 *
 * <p>Run by {@code package.xml}: {@code java RenewJars.java target/waymark/lib}.
 */
final class RenewJars {
  private static final int JAVA_6 = 50;
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private RenewJars() {}

  public static void main(String[] args) throws IOException {
    Map<Path, JarFile> jars = new TreeMap<>();
    Map<Path, byte[]> renewed = new TreeMap<>();
    try (var files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path file : files) {
        jars.put(file, new JarFile(file.toFile(), false));
      }
      ClassFile format = format(jars.values());
      for (var jar : jars.entrySet()) {
        renew(jar.getValue(), format).ifPresent(bytes -> renewed.put(jar.getKey(), bytes));
      }
    } finally {
      for (JarFile jar : jars.values()) {
        jar.close();
      }
    }
    for (var jar : renewed.entrySet()) {
      Files.write(jar.getKey(), jar.getValue());
    }
  }

  /** The bytes of the new jar, where it differs. */
  private static Optional<byte[]> renew(JarFile in, ClassFile format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int changes = 0;
    try (var out = new ZipOutputStream(bytes)) {
      List<JarEntry> entries = in.stream().sorted(Comparator.comparing(JarEntry::getName)).toList();
      for (JarEntry entry : entries) {
        if (isSignature(entry.getName())) {
          changes++;
          continue;
        }
        byte[] content = read(in, entry);
        if (entry.getName().endsWith(".class") && majorVersion(content) < JAVA_6) {
          content = renew(format, content).orElse(content);
          changes++;
        }
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIXED_TIME);
        out.putNextEntry(copy);
        out.write(content);
      }
    }
    return changes > 0 ? Optional.of(bytes.toByteArray()) : Optional.empty();
  }

  /** Empty for a class that names a type which none of the jars has: it is never loaded. */
  private static Optional<byte[]> renew(ClassFile format, byte[] content) {
    // Method bodies pass through a transform that changes nothing, so that they are written anew.
    ClassTransform anew =
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0)));
    try {
      return Optional.of(format.transformClass(format.parse(content), anew));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes stack maps, for which it reads the supertypes of classes from all of the jars. */
  private static ClassFile format(Collection<JarFile> jars) {
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        DeadCodeOption.PATCH_DEAD_CODE,
        ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(jars, type))
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static InputStream open(Collection<JarFile> jars, ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    try {
      for (JarFile jar : jars) {
        ZipEntry entry = jar.getEntry(name);
        if (entry != null) {
          return jar.getInputStream(entry);
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private static int majorVersion(byte[] content) {
    return (content[6] & 0xff) << 8 | content[7] & 0xff;
  }

  private static boolean isSignature(String name) {
    return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }
}
