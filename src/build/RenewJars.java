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
import java.util.Comparator;
import java.util.List;
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
    try (var files = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
      for (Path jar : files) {
        renew(jar);
      }
    }
  }

  private static void renew(Path jar) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int changes = 0;
    try (var in = new JarFile(jar.toFile(), false);
        var out = new ZipOutputStream(bytes)) {
      ClassFile format = format(in);
      List<JarEntry> entries = in.stream().sorted(Comparator.comparing(JarEntry::getName)).toList();
      for (JarEntry entry : entries) {
        if (isSignature(entry.getName())) {
          changes++;
          continue;
        }
        byte[] content = read(in, entry);
        if (entry.getName().endsWith(".class") && majorVersion(content) < JAVA_6) {
          content = renew(format, content);
          changes++;
        }
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIXED_TIME);
        out.putNextEntry(copy);
        out.write(content);
      }
    }
    if (changes > 0) {
      Files.write(jar, bytes.toByteArray());
    }
  }

  private static byte[] renew(ClassFile format, byte[] content) {
    // Method bodies pass through a transform that changes nothing, so that they are written anew.
    return format.transformClass(
        format.parse(content),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0))));
  }

  /** Writes stack maps, for which it reads the supertypes of classes from the jar itself. */
  private static ClassFile format(JarFile jar) {
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        DeadCodeOption.PATCH_DEAD_CODE,
        ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> open(jar, type))
                .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static InputStream open(JarFile jar, ClassDesc type) {
    String descriptor = type.descriptorString();
    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : jar.getInputStream(entry);
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
