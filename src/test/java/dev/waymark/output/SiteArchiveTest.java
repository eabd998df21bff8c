package dev.waymark.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site packed into one file, and where that file may stand. */
class SiteArchiveTest {
  @TempDir Path temp;
  private Path site;
  private Path archive;

  @BeforeEach
  void publish() throws Exception {
    site = temp.resolve("public");
    archive = temp.resolve("toolkit.zip");
    new OutputWriter(site, false).write(SampleSite.first(new Random(7), 12, 300).tree());
  }

  private long pack(Path file) throws Exception {
    return new SingleFile(file, file.getFileName().toString(), SingleFile.Kind.ARCHIVE)
        .write(to -> SiteArchive.write(site, "public", "kit", to));
  }

  @Test
  void unpacksToTheOutputFolder() throws Exception {
    long size = pack(archive);
    assertEquals(Files.size(archive), size);
    TreeMap<String, String> unpacked = new TreeMap<>();
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        assertTrue(entry.getName().startsWith("kit/"), entry.getName());
        names.add(entry.getName());
        unpacked.put(
            entry.getName().substring("kit/".length()),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertEquals(Disk.texts(site), unpacked);
    assertEquals(names.stream().sorted().toList(), names);
  }

  @Test
  void sameSiteGivesTheSameBytesInAnyTimeZone() throws Exception {
    pack(archive);
    Path other = temp.resolve("other.zip");
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      pack(other);
    } finally {
      TimeZone.setDefault(before);
    }
    assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(other));
  }

  @Test
  void filesKeptFromTheBuildBeforeStayOut() throws Exception {
    // Sites of other seeds have other hashed files.
    pack(archive);
    byte[] fresh = Files.readAllBytes(archive);
    new OutputWriter(site, false).write(SampleSite.first(new Random(8), 12, 300).tree());
    new OutputWriter(site, true).write(SampleSite.first(new Random(7), 12, 300).tree());
    pack(archive);
    assertArrayEquals(fresh, Files.readAllBytes(archive));
  }

  @Test
  void replacesItsOwnArchiveAndNothingElse() throws Exception {
    pack(archive);
    pack(archive);
    Files.write(archive, new byte[0]);
    pack(archive);
    Path thesis = temp.resolve("thesis.zip");
    Files.writeString(thesis, "mine");
    NotOurFolderException refusal = assertThrows(NotOurFolderException.class, () -> pack(thesis));
    assertEquals(
        "thesis.zip is not an archive that Waymark made, so it is not replaced:"
            + " choose another name, or delete it",
        refusal.getMessage());
    assertEquals("mine", Files.readString(thesis));
    assertThrows(NotOurFolderException.class, () -> pack(site));
  }

  @Test
  void failureLeavesTheOldArchiveAndNothingBeside() throws Exception {
    pack(archive);
    byte[] old = Files.readAllBytes(archive);
    Files.writeString(site.resolve("index.html"), "changed by hand");
    IOException failure = assertThrows(IOException.class, () -> pack(archive));
    assertEquals(
        "public/index.html is not as the build left it, so nothing was packed: build again",
        failure.getMessage());
    assertArrayEquals(old, Files.readAllBytes(archive));
    try (var names = Files.list(temp)) {
      assertEquals(
          List.of("public", "toolkit.zip"),
          names.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void writesWhatALinkLeadsTo() throws Exception {
    Path real = temp.resolve("share/real.zip");
    pack(real);
    Files.createSymbolicLink(archive, real);
    new OutputWriter(site, false).write(SampleSite.tree("index.html", "short"));
    pack(archive);
    assertTrue(Files.isSymbolicLink(archive));
    assertEquals(Files.size(real), Files.size(archive));
    try (ZipFile zip = new ZipFile(real.toFile())) {
      assertEquals(
          List.of("kit/index.html", "kit/manifest.json"),
          zip.stream().map(ZipEntry::getName).toList());
    }
  }

  @Test
  void folderNamesAreSafeEverywhere() {
    assertEquals("safeguarding-for-gps", SiteArchive.folderName("Safeguarding: for GPs!"));
    assertEquals("diogelu-plant-ty", SiteArchive.folderName("Diogelu plant – Tŷ"));
    assertEquals("whos-asking", SiteArchive.folderName("../Who's asking/"));
    assertEquals("site", SiteArchive.folderName("安全"));
    assertEquals("site-con", SiteArchive.folderName("CON"));
    assertEquals(
        "safeguarding-toolkit-for-general-practice-and",
        SiteArchive.folderName("Safeguarding toolkit for general practice and all who work there"));
  }
}
