package dev.waymark.output;

import dev.waymark.link.SitePath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the steps of a plan. One publisher takes one plan. */
final class Publisher {
  private final FileOperations files;
  private final FolderView view;
  private final ContentIo io;
  private final Journal journal;
  private final String shown;
  private final OutputTree tree;
  private final Plan plan;
  private final Optional<byte[]> manifestBefore;

  private final String temporaryName = Journal.temporaryName();
  private final Set<String> folders = new HashSet<>();
  private final SortedMap<SitePath, Manifest.Entry> published;
  private final Map<String, SitePath> treeByFoldedName = new HashMap<>();
  private int written;
  private int removed;

  Publisher(
      FileOperations files,
      FolderView view,
      ContentIo io,
      Journal journal,
      String shown,
      OutputTree tree,
      Plan plan,
      Optional<byte[]> manifestBefore) {
    this.files = files;
    this.view = view;
    this.io = io;
    this.journal = journal;
    this.shown = shown;
    this.tree = tree;
    this.plan = plan;
    this.manifestBefore = manifestBefore;
    this.published = new TreeMap<>(plan.unchanged());
  }

  WriteSummary publish(OutputWriter.Progress progress) throws IOException {
    sweep();
    if (!plan.changesNothing() || !isCurrent(manifest())) {
      journal.begin(plan.announced(), plan.unreached());
      List<Step> steps = plan.steps();
      for (int i = 0; i < steps.size(); i++) {
        progress.at(i, steps.size());
        take(steps.get(i));
      }
      progress.at(steps.size(), steps.size());
    }
    journal.finish();
    return new WriteSummary(written, plan.unchanged().size(), removed);
  }

  /** Removes the temporary files of interrupted builds. */
  private void sweep() throws IOException {
    for (Path leftover : view.leftovers()) {
      if (!files.at(leftover).is(Standing.Kind.FOLDER)) {
        files.delete(leftover);
      }
    }
  }

  private void take(Step step) throws IOException {
    switch (step) {
      case Step.Write(OutputFile file) -> {
        Fingerprint content = replace(file.path(), file.content());
        published.put(file.path(), new Manifest.Entry(file.role(), content));
        written++;
      }
      case Step.Remove(SitePath path) -> remove(path);
      case Step.RemoveFolder(String folder) -> removeFolder(folder);
      case Step.MarkReached() -> journal.reached(plan.stillUnreached());
      case Step.WriteManifest() -> {
        byte[] bytes = manifest();
        if (!isCurrent(bytes)) {
          replace(new SitePath(Manifest.NAME), new OutputFile.Content.Bytes(bytes));
        }
      }
    }
  }

  private byte[] manifest() {
    return new Manifest(published, plan.kept()).bytes();
  }

  private boolean isCurrent(byte[] manifest) {
    return manifestBefore.isPresent() && Arrays.equals(manifestBefore.get(), manifest);
  }

  private Fingerprint replace(SitePath path, OutputFile.Content content) throws IOException {
    try {
      makeFolder(path.folder());
      Path temporary = view.folder(path.folder()).resolve(temporaryName);
      try {
        Fingerprint fingerprint = io.write(content, temporary);
        files.move(temporary, view.place(path));
        return fingerprint;
      } catch (IOException e) {
        discard(temporary, e);
        throw e;
      }
    } catch (IOException e) {
      throw IoFailure.sentence("cannot write " + shown(path), e);
    }
  }

  private void discard(Path temporary, IOException reason) {
    try {
      files.delete(temporary);
    } catch (NoSuchFileException e) {
      // It was never made.
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private void makeFolder(String folder) throws IOException {
    if (folder.isEmpty() || !folders.add(folder)) {
      return;
    }
    if (view.atFolder(folder).is(Standing.Kind.FOLDER)) {
      return;
    }
    makeFolder(FolderView.asFile(folder).folder());
    Path place = view.folder(folder);
    try {
      files.createFolder(place);
    } catch (FileAlreadyExistsException e) {
      if (!files.at(place).is(Standing.Kind.FOLDER)) {
        throw e;
      }
    }
  }

  private void remove(SitePath path) throws IOException {
    try {
      Path place = view.place(path);
      Optional<SitePath> renamed = sameFileInTree(path);
      if (renamed.isPresent()) {
        // Only upper and lower case differ, and to this file system that is no difference: it is
        // the new file.
        files.move(place, view.place(renamed.get()));
      } else {
        files.delete(place);
        removed++;
      }
    } catch (NoSuchFileException e) {
      // Somebody else removed it.
    } catch (IOException e) {
      throw IoFailure.sentence("cannot remove " + shown(path), e);
    }
  }

  private Optional<SitePath> sameFileInTree(SitePath path) throws IOException {
    if (treeByFoldedName.isEmpty()) {
      tree.files().keySet().forEach(known -> treeByFoldedName.put(known.folded(), known));
    }
    SitePath other = treeByFoldedName.get(path.folded());
    return other != null && files.sameFile(view.place(path), view.place(other))
        ? Optional.of(other)
        : Optional.empty();
  }

  private void removeFolder(String folder) throws IOException {
    try {
      files.delete(view.folder(folder));
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // What is in it is not ours, or somebody else was quicker.
    } catch (IOException e) {
      throw IoFailure.sentence("cannot remove " + shown(FolderView.asFile(folder)), e);
    }
  }

  private String shown(SitePath path) {
    return shown + "/" + path;
  }
}
