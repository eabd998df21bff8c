package dev.waymark.edit;

import dev.waymark.flowchart.Flowchart;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something new goes: below the content folder, under a name that a build reads and that
 * every computer can store.
 *
 * @param path below the content folder, its ending added
 */
record Place(SourcePath path) {
  private static final Pattern UNFIT = Pattern.compile("[<>:\"|?*\\\\\\p{Cntrl}]|[. ]$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_ENDING =
      Pattern.compile(
          ".*\\.(md|markdown|yaml|yml|html?|txt|docx?|odt|pdf|rtf|json)", Pattern.CASE_INSENSITIVE);

  /**
   * @param given as the user wrote it: from the working folder, or from the content folder
   */
  static Place of(
      Path content, String contentName, Path workingFolder, Path given, ContentKind kind)
      throws IOException, RefusedException {
    Path root = content.normalize();
    Path fromHere = workingFolder.resolve(given).normalize();
    Path target = fromHere.startsWith(root) ? fromHere : root.resolve(given).normalize();
    if (!target.startsWith(root) || target.equals(root)) {
      throw new RefusedException(
          "'%s' is not in the folder '%s'".formatted(given, contentName),
          "give a place in it, such as parts/asking-for-consent");
    }
    Path below = root.relativize(target);
    for (Path name : below) {
      checkName(name.toString());
    }
    String slashed = below.toString().replace(below.getFileSystem().getSeparator(), "/");
    SourcePath path = new SourcePath(withEnding(slashed, kind));
    if (kind == ContentKind.FLOWCHART && !Flowchart.isFlowchart(path)) {
      throw new RefusedException(
          "a flowchart stands in a folder that is named flowcharts",
          "did you mean " + amongFlowcharts(path) + " ?");
    }
    checkFolders(root, path, contentName);
    return new Place(path);
  }

  private static String amongFlowcharts(SourcePath path) {
    String folder = path.folder().replaceFirst("(?i)(^|/)flowcharts/$", "$1");
    return folder + "flowcharts/" + path.name();
  }

  /** Refuses a name that a build does not read or that some computers cannot store. */
  static void checkName(String name) throws RefusedException {
    if (UNFIT.matcher(name).find() || DEVICE.matcher(name).matches()) {
      throw new RefusedException(
          "the name '%s' does not work on every computer".formatted(name),
          "use small letters, digits and hyphens");
    }
    if (SourceReader.isIgnored(name)) {
      throw new RefusedException(
          "'%s' would be left out of the site, because of its name".formatted(name),
          "use small letters, digits and hyphens");
    }
  }

  private static String withEnding(String path, ContentKind kind) throws RefusedException {
    boolean chart = kind == ContentKind.FLOWCHART;
    String lower = path.toLowerCase(Locale.ROOT);
    boolean fits =
        chart ? lower.endsWith(".yaml") || lower.endsWith(".yml") : PageReader.isPage(path);
    if (!fits && OTHER_ENDING.matcher(path).matches()) {
      throw new RefusedException(
          "every %s is a file that ends in %s".formatted(kind.word(), kind.ending()),
          "leave the ending out, and it is added");
    }
    return fits ? path : path + kind.ending();
  }

  /** A link to a folder elsewhere would lead the new file out of the content folder. */
  static void checkFolders(Path root, SourcePath path, String contentName)
      throws IOException, RefusedException {
    Path real = root.toRealPath();
    Path folder = root;
    for (String name : path.folder().split("/")) {
      folder = folder.resolve(name);
      if (Files.isDirectory(folder)) {
        if (!folder.toRealPath().startsWith(real)) {
          throw new RefusedException(
              "'%s' leads out of the folder '%s'".formatted(name, contentName),
              "give a place in it, such as parts/asking-for-consent");
        }
      } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new RefusedException(
            "'%s' is a file, not a folder".formatted(name), "give another folder");
      }
    }
  }

  /** The folder that lists the new page; empty for the home page. */
  Optional<String> listedIn() {
    return isFolderPage() ? ExistingContent.parent(path.folder()) : Optional.of(path.folder());
  }

  boolean isFolderPage() {
    return path.stem().equalsIgnoreCase("index") || path.stem().equalsIgnoreCase("readme");
  }

  /** The word that the title is made of: the name of the file, or of the folder that it is for. */
  String word() {
    String folder = path.folder();
    return isFolderPage() && !folder.isEmpty()
        ? folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1)
        : path.stem();
  }
}
