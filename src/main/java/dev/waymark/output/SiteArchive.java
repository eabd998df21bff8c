package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A published site as one zip archive, which unpacks to one folder. The same site gives the same
 * bytes on every machine: entries are sorted, all have one date, and they are stored as they are,
 * since two machines may compress one text to different bytes.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification</a>
 */
public final class SiteArchive {
  /** By it a later build knows the archive for Waymark's. */
  static final String COMMENT = "Made with Waymark";

  /** The form can say nothing earlier than 1980; this is what Gradle and others took. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** Below the limit that Windows has for whole paths. */
  private static final int LONGEST_NAME = 48;

  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[1-9]|lpt[1-9]");

  private final Path folder;
  private final String shown;

  private SiteArchive(Path folder, String shown) {
    this.folder = folder;
    this.shown = shown;
  }

  /**
   * The name of the folder that an archive of a site with this title unpacks to: at most 48 small
   * letters, digits and hyphens. {@code site} where nothing of the title is left.
   */
  public static String folderName(String title) {
    String words =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{M}'’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (words.length() > LONGEST_NAME) {
      int end = words.lastIndexOf('-', LONGEST_NAME);
      words = words.substring(0, end > 0 ? end : LONGEST_NAME);
    }
    if (words.isEmpty()) {
      return "site";
    }
    return DEVICE.matcher(words).matches() ? "site-" + words : words;
  }

  /**
   * Packs all that the last build put into a folder, its manifest included; hashed files kept from
   * the build before stay out.
   *
   * @param folder that an {@link OutputWriter} wrote
   * @param shown the folder as its user knows it
   * @param name of the folder that the archive unpacks to
   * @throws IOException if there is no site of Waymark's, a file cannot be read, or one is not as
   *     the build left it
   */
  public static void write(Path folder, String shown, String name, OutputStream to)
      throws IOException {
    new SiteArchive(folder, shown).write(name, to);
  }

  private void write(String name, OutputStream to) throws IOException {
    Manifest manifest = readManifest();
    byte[] listed = new Manifest(manifest.files(), new TreeMap<>()).bytes();
    SortedMap<String, Manifest.Entry> files = new TreeMap<>();
    for (Map.Entry<SitePath, Manifest.Entry> file : manifest.files().entrySet()) {
      files.put(file.getKey().value(), file.getValue());
    }
    // The writer closes the stream; an archive is whole only with what finish writes.
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    zip.setMethod(ZipOutputStream.STORED);
    zip.setComment(COMMENT);
    boolean manifestDone = false;
    for (Map.Entry<String, Manifest.Entry> file : files.entrySet()) {
      if (!manifestDone && file.getKey().compareTo(Manifest.NAME) > 0) {
        add(name, Manifest.NAME, listed, zip);
        manifestDone = true;
      }
      add(name, file.getKey(), file.getValue().content(), zip);
    }
    if (!manifestDone) {
      add(name, Manifest.NAME, listed, zip);
    }
    zip.finish();
    zip.flush();
  }

  private Manifest readManifest() throws IOException {
    try {
      return Manifest.parse(
          Files.readAllBytes(folder.resolve(Manifest.NAME)), shown + "/" + Manifest.NAME);
    } catch (NotOurFolderException e) {
      throw new IOException(e.getMessage(), e);
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot read " + shown + "/" + Manifest.NAME, e);
    }
  }

  private static void add(String folder, String path, byte[] bytes, ZipOutputStream zip)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    zip.putNextEntry(entry(folder, path, bytes.length, crc.getValue()));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Reads the file twice: what is stored has its sum in front of it. */
  private void add(String folderName, String path, Fingerprint content, ZipOutputStream zip)
      throws IOException {
    Path file = folder.resolve(path);
    try {
      zip.putNextEntry(entry(folderName, path, content.size(), sum(file, path, content)));
      try (InputStream in = open(file)) {
        in.transferTo(zip);
      }
      // Which refuses bytes that are not those of the sum.
      zip.closeEntry();
    } catch (FileSystemException e) {
      throw IoFailure.sentence("cannot read " + shown + "/" + path, e);
    }
  }

  private long sum(Path file, String path, Fingerprint content) throws IOException {
    MessageDigest sha256 = Sha256.start();
    try (CheckedInputStream in =
        new CheckedInputStream(new DigestInputStream(open(file), sha256), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      if (!HexFormat.of().formatHex(sha256.digest()).equals(content.sha256())) {
        throw new IOException(
            "%s/%s is not as the build left it, so nothing was packed: build again"
                .formatted(shown, path));
      }
      return in.getChecksum().getValue();
    }
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static ZipEntry entry(String folder, String path, long size, long crc) {
    ZipEntry entry = new ZipEntry(folder + "/" + path);
    // As it is, while the other setter would reckon with the time zone of the machine.
    entry.setTimeLocal(DATE);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc);
    return entry;
  }
}
