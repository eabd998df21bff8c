package dev.waymark.cli;

import dev.waymark.build.Parallel;
import dev.waymark.cli.Invocation.Folder;
import dev.waymark.cli.Invocation.Site;
import dev.waymark.diagnostic.Checked;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceFolder;
import dev.waymark.source.SourceReader;
import dev.waymark.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that a site is read from. They exist, and none of them is the one that is written.
 *
 * @param templates the folder given, else {@code site-templates} in the working folder if there is
 *     one
 * @param output is not read, should it lie in one of the others
 */
record InputFolders(Folder content, Optional<Folder> templates, Folder output) {

  static InputFolders find(Site site, Path workingFolder) throws IOException, UsageException {
    if (!Files.isDirectory(site.content().path())) {
      throw new UsageException(
          "there is no folder '%s' to read".formatted(site.content().name()),
          "name the folder of your Markdown: -c DIR");
    }
    Optional<Folder> templates = site.templates();
    if (templates.isPresent() && !Files.isDirectory(templates.get().path())) {
      throw new UsageException(
          "there is no folder '%s' with templates".formatted(templates.get().name()),
          "leave -t out to use the templates that come with Waymark");
    }
    Folder usual = Folder.of(workingFolder, workingFolder.resolve("site-templates"));
    if (templates.isEmpty() && Files.isDirectory(usual.path())) {
      templates = Optional.of(usual);
    }
    refuseSame(site.content(), site.output());
    if (templates.isPresent()) {
      refuseSame(templates.get(), site.output());
    }
    return new InputFolders(site.content(), templates, site.output());
  }

  private static void refuseSame(Folder input, Folder output) throws IOException, UsageException {
    if (Files.exists(output.path()) && Files.isSameFile(input.path(), output.path())) {
      throw new UsageException(
          "'%s' cannot be read and written at once".formatted(input.name()),
          "give another folder to write: -o DIR");
    }
  }

  /**
   * Reads the folders.
   *
   * @param written files that the run will write, which are no content
   */
  Sources read(int jobs, List<Path> written) throws IOException {
    try (Parallel parallel = new Parallel(jobs)) {
      SourceReader reader =
          new SourceReader(tasks -> parallel.map(tasks, SourceReader.ReadTask::read));
      return read(reader, written);
    }
  }

  /** The content, to be read again and again. */
  SourceFolder watchedContent(SourceReader reader) {
    List<Path> noContent = new ArrayList<>(List.of(output.path()));
    templates.ifPresent(folder -> noContent.add(folder.path()));
    return new SourceFolder(reader, content.path(), content.name(), noContent);
  }

  /** The templates, likewise. */
  Optional<SourceFolder> watchedTemplates(SourceReader reader) {
    return templates.map(
        folder -> new SourceFolder(reader, folder.path(), folder.name(), List.of(output.path())));
  }

  private Sources read(SourceReader reader, List<Path> written) throws IOException {
    List<Path> noContent = new ArrayList<>(List.of(output.path()));
    Checked<SourceTree> theme = Checked.of(SourceTree.of("", List.of()));
    if (templates.isPresent()) {
      Folder folder = templates.get();
      noContent.add(folder.path());
      theme = reader.read(folder.path(), folder.name(), List.of(output.path()));
    }
    Checked<SourceTree> read = reader.read(content.path(), content.name(), noContent);
    return new Sources(written.isEmpty() ? read : without(written, read), theme);
  }

  // With `-c .` the report or archive of the run before lies among the content.
  private static Checked<SourceTree> without(List<Path> written, Checked<SourceTree> content) {
    SourceTree tree = content.value();
    List<SourceFile> files =
        tree.files().values().stream()
            .filter(file -> written.stream().noneMatch(path -> isAt(path, file)))
            .toList();
    return files.size() == tree.files().size()
        ? content
        : new Checked<>(SourceTree.of(tree.displayName(), files), content.diagnostics());
  }

  private static boolean isAt(Path written, SourceFile file) {
    try {
      return file instanceof SourceFile.Binary copied
          && copied.origin().endsWith(written.getFileName())
          && Files.exists(written)
          && Files.isSameFile(copied.origin(), written);
    } catch (IOException e) {
      return false;
    }
  }
}
