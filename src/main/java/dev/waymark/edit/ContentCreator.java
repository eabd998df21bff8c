package dev.waymark.edit;

import dev.waymark.page.Page;
import dev.waymark.page.PageReader;
import dev.waymark.source.SourcePath;
import dev.waymark.source.SourceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes the first version of a page, principle, excerpt or flowchart: front matter that is valid,
 * with a comment at each key, and {@code TO WRITE} where the editor's words go. It never
 * overwrites.
 */
public final class ContentCreator {
  /** Pages that a site has without a file for them. */
  private static final Set<String> MADE_BY_WAYMARK =
      Set.of("404.html", "a-z.html", "glossary.html", "search.html");

  private final Path content;
  private final String contentName;
  private final Path workingFolder;

  /**
   * @param content the content folder, absolute
   * @param contentName what the user calls it, with forward slashes
   * @param workingFolder where relative paths start, absolute
   */
  public ContentCreator(Path content, String contentName, Path workingFolder) {
    this.content = content;
    this.contentName = contentName;
    this.workingFolder = workingFolder;
  }

  /**
   * Writes a new file, and its folder where there is none.
   *
   * @param given where to, from the working folder or from the content folder; the ending may be
   *     left out
   * @throws RefusedException if something is there already or the place will not do
   */
  public Created create(ContentKind kind, Path given) throws IOException, RefusedException {
    if (!Files.isDirectory(content)) {
      throw new RefusedException(
          "there is no folder '%s' to write to".formatted(contentName),
          "make it first, or name the folder of your Markdown: -c DIR");
    }
    Place place = Place.of(content, contentName, workingFolder, given, kind);
    ExistingContent existing =
        new ExistingContent(
            SourceReader.sequential().read(content, contentName, List.of()).value());
    refuseTaken(place, existing);

    String title = title(place, kind);
    Optional<String> id = id(place, kind, existing);
    OptionalInt order =
        place.listedIn().isEmpty()
            ? OptionalInt.empty()
            : existing.nextOrder(place.listedIn().get());
    Skeleton skeleton = new Skeleton(title, id, order, existing.anyPrinciple());
    write(place, skeleton.text(kind), existing);
    return created(kind, place, title, id, existing);
  }

  private void refuseTaken(Place place, ExistingContent existing) throws RefusedException {
    SourcePath path = place.path();
    String name = existing.displayName(path);
    Optional<String> otherCase = existing.otherCase(path.folder());
    if (otherCase.isPresent()) {
      throw new RefusedException(
          "there is a folder '%s' already, which differs in upper and lower case only"
              .formatted(withoutSlash(otherCase.get())),
          "did you mean " + otherCase.get() + path.name() + " ?");
    }
    if (Files.exists(content.resolve(path.value()))) {
      throw taken(name);
    }
    String address = ExistingContent.address(path);
    Optional<SourcePath> same = existing.at(address);
    if (same.isPresent()) {
      throw taken(existing.displayName(same.get()));
    }
    if (place.isFolderPage()) {
      Optional<Page> page = existing.folderPage(path.folder());
      if (page.isPresent()) {
        throw taken(existing.displayName(page.get().source()));
      }
    }
    if (MADE_BY_WAYMARK.contains(address.toLowerCase(Locale.ROOT))) {
      throw new RefusedException(
          "the name '%s' is kept for a page that Waymark makes".formatted(path.name()),
          "give it another name");
    }
    Optional<Page> alias = existing.aliased(address);
    if (alias.isPresent()) {
      throw new RefusedException(
          "%s is an old address of %s, which readers are sent on to"
              .formatted(name, existing.displayName(alias.get().source())),
          "give it another name, or take the line out of aliases: there");
    }
  }

  private static RefusedException taken(String name) {
    return new RefusedException(
        "%s is there already, and nothing was changed".formatted(name), "give it another name");
  }

  private static String withoutSlash(String folder) {
    return folder.substring(0, folder.length() - 1);
  }

  /** {@code e5-leaving-home} gives {@code Leaving home}: the number is for the eyes of editors. */
  private static String title(Place place, ContentKind kind) {
    String word = place.word();
    String bare =
        switch (kind) {
          case PRINCIPLE, EXCERPT -> word.replaceFirst("^[A-Za-z][0-9]+[-_ ]+(?=.)", "");
          case PAGE, FLOWCHART -> word;
        };
    return Page.titleOf(bare);
  }

  private static Optional<String> id(Place place, ContentKind kind, ExistingContent existing) {
    String stem = place.path().stem();
    return switch (kind) {
      // The name of its file serves, as long as no other page has the same.
      case PAGE -> Optional.empty();
      case PRINCIPLE ->
          Optional.of(
              stem.matches("p[0-9]{1,6}") && !existing.hasId(stem)
                  ? stem
                  : existing.nextPrincipleId());
      case EXCERPT ->
          place.isFolderPage() || existing.hasId(stem) || !stem.matches("[A-Za-z0-9-]+")
              ? Optional.empty()
              : Optional.of(stem);
      case FLOWCHART -> Optional.of(chartId(stem, existing));
    };
  }

  /** Small letters, digits and single hyphens, for the id is part of addresses. */
  private static String chartId(String stem, ExistingContent existing) {
    String plain = Normalizer.normalize(stem, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = slug.isEmpty() ? "flowchart" : slug;
    String id = base;
    for (int number = 2; existing.hasId(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private void write(Place place, String text, ExistingContent existing)
      throws IOException, RefusedException {
    Path file = content.resolve(place.path().value());
    Files.createDirectories(file.getParent());
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw taken(existing.displayName(place.path()));
    }
  }

  private static Created created(
      ContentKind kind, Place place, String title, Optional<String> id, ExistingContent existing) {
    Optional<Page> from = Optional.empty();
    for (Optional<String> folder = place.listedIn();
        folder.isPresent() && from.isEmpty();
        folder = ExistingContent.parent(folder.get())) {
      from =
          existing.folderPage(folder.get()).filter(page -> PageReader.isPage(page.source().name()));
    }
    String path = place.path().value();
    String href =
        inLink(from.map(page -> path.substring(page.source().folder().length())).orElse(path));
    String destination = href.matches("[^\\s()<>]*") ? href : "<" + href + ">";
    String label = title.replaceAll("[\\\\\\[\\]]", "\\\\$0");
    String link =
        (kind == ContentKind.FLOWCHART ? "!" : "") + "[" + label + "](" + destination + ")";
    return new Created(
        kind,
        existing.displayName(place.path()),
        title,
        id,
        from.map(page -> existing.displayName(page.source())),
        link);
  }

  /** The path with those of its characters encoded that mean something else in a link. */
  private static String inLink(String path) {
    return path.replace("%", "%25").replace("#", "%23").replaceAll("&(?=\\w+;)", "%26");
  }
}
