package dev.waymark.output;

import dev.waymark.json.JsonMembers;
import dev.waymark.json.JsonReader;
import dev.waymark.json.JsonResult;
import dev.waymark.json.JsonText;
import dev.waymark.json.JsonValue;
import dev.waymark.link.SitePath;
import dev.waymark.output.OutputFile.Role;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The list of all that a build put into its folder, and the mark by which the next build knows the
 * folder for its own:
 *
 * <pre>
 * {
 *   "generator": "Waymark",
 *   "version": 1,
 *   "files": {
 *     "index.html": {
 *       "sha256": "…",
 *       "size": 5120,
 *       "role": "page"
 *     }
 *   },
 *   "previous": {}
 * }
 * </pre>
 *
 * <p>Sorted by path; every file is in it but itself. The same files give the same bytes.
 *
 * @param files the files of the site
 * @param previous hashed files of the build before, kept for readers with a page open; left out
 *     where there are none
 */
record Manifest(SortedMap<SitePath, Entry> files, SortedMap<SitePath, Entry> previous) {
  static final String NAME = "manifest.json";

  private static final int VERSION = 1;

  static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeMap<>());

  Manifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    previous = Collections.unmodifiableSortedMap(new TreeMap<>(previous));
  }

  /** One file; the role tells a later build in which order to remove and what to keep. */
  record Entry(Role role, Fingerprint content) {}

  /** The JSON text, in UTF-8. */
  byte[] bytes() {
    return JsonText.object(
            json -> {
              json.put("generator", "Waymark").put("version", VERSION);
              json.object("files", all -> files.forEach((path, entry) -> put(all, path, entry)));
              if (!previous.isEmpty()) {
                json.object(
                    "previous", all -> previous.forEach((path, entry) -> put(all, path, entry)));
              }
            })
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void put(JsonMembers all, SitePath path, Entry entry) {
    all.object(
        path.value(),
        json ->
            json.put("sha256", entry.content().sha256())
                .put("size", entry.content().size())
                .put("role", name(entry.role())));
  }

  /**
   * Reads what {@link #bytes} wrote, suspiciously: the file may be anybody's.
   *
   * @param shown the file, as the user would name it
   */
  static Manifest parse(byte[] bytes, String shown) throws NotOurFolderException {
    if (!(JsonReader.read(bytes) instanceof JsonResult.Parsed(JsonValue.Members root))
        || !root.text("generator").equals(Optional.of("Waymark"))) {
      throw new NotOurFolderException(
          shown
              + " was not written by Waymark, so its folder is not Waymark's to write into:"
              + " choose another folder");
    }
    OptionalLong version = root.whole("version");
    if (version.isPresent() && version.getAsLong() > VERSION) {
      throw new NotOurFolderException(
          shown + " was written by a newer Waymark: use that one, or choose another folder");
    }
    Optional<SortedMap<SitePath, Entry>> files = root.get("files").flatMap(Manifest::entries);
    Optional<SortedMap<SitePath, Entry>> previous =
        root.get("previous").map(Manifest::entries).orElse(Optional.of(new TreeMap<>()));
    if (!version.equals(OptionalLong.of(VERSION)) || files.isEmpty() || previous.isEmpty()) {
      throw new NotOurFolderException(
          shown
              + " is damaged, so it cannot be told which files are Waymark's:"
              + " choose another folder, or delete this one");
    }
    return new Manifest(files.get(), previous.get());
  }

  private static Optional<SortedMap<SitePath, Entry>> entries(JsonValue value) {
    if (!(value instanceof JsonValue.Members members)) {
      return Optional.empty();
    }
    SortedMap<SitePath, Entry> entries = new TreeMap<>();
    for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
      Optional<SitePath> path = path(member.getKey());
      Optional<Entry> entry = entry(member.getValue());
      if (path.isEmpty() || entry.isEmpty()) {
        return Optional.empty();
      }
      entries.put(path.get(), entry.get());
    }
    return Optional.of(entries);
  }

  private static Optional<Entry> entry(JsonValue value) {
    if (!(value instanceof JsonValue.Members json)) {
      return Optional.empty();
    }
    Optional<Role> role = json.text("role").flatMap(Manifest::role);
    Optional<String> sha256 = json.text("sha256").filter(Fingerprint::isSha256);
    OptionalLong size = json.whole("size");
    return role.isEmpty() || sha256.isEmpty() || size.isEmpty() || size.getAsLong() < 0
        ? Optional.empty()
        : Optional.of(new Entry(role.get(), new Fingerprint(sha256.get(), size.getAsLong())));
  }

  /** A path of a file that Waymark could have written; nothing else may ever be removed. */
  static Optional<SitePath> path(String text) {
    try {
      return Optional.of(new SitePath(text)).filter(path -> !OutputTree.isReserved(path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Role> role(String name) {
    for (Role role : Role.values()) {
      if (name(role).equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
