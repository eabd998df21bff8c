package dev.waymark.site;

import dev.waymark.link.LinkTarget;
import dev.waymark.link.SitePath;
import dev.waymark.page.Page;
import dev.waymark.source.SourceFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the paths below the content folder mean. A page can be named by its file ({@code
 * parts/consent.md}) or by its address ({@code parts/consent.html}), a folder with or without the
 * slash at its end. Thread-safe once made.
 */
final class Targets {
  /** The endings of what browsers show as an image. */
  private static final Pattern IMAGE =
      Pattern.compile("\\.(apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)$", Pattern.CASE_INSENSITIVE);

  private final AddressBook book;
  private final Map<SitePath, GeneratedPage> generated;
  private final Aliases aliases;

  /** Every path that can be named, by its lower-case form. */
  private final Map<String, String> folded = new HashMap<>();

  /** The files of pages that are not published, by each lower-case path that would name them. */
  private final Map<String, String> drafts = new HashMap<>();

  /** A page that the site makes itself. */
  record GeneratedPage(String title, Set<String> anchors) {}

  /**
   * @param generated the pages that the site makes itself
   * @param drafts pages that are not published
   */
  Targets(
      AddressBook book,
      Map<SitePath, GeneratedPage> generated,
      Aliases aliases,
      Collection<Page> drafts) {
    this.book = book;
    this.generated = generated;
    this.aliases = aliases;
    // The order settles which one counts where two differ in case alone.
    new TreeSet<>(book.sources()).forEach(this::fold);
    book.pages().keySet().forEach(path -> fold(path.value()));
    new TreeSet<>(generated.keySet()).forEach(path -> fold(path.value()));
    book.folders().forEach(this::fold);
    drafts.forEach(this::addDraft);
  }

  private void fold(String path) {
    folded.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
  }

  private void addDraft(Page page) {
    String file = page.source().value();
    String folder = page.source().folder().toLowerCase(Locale.ROOT);
    drafts.putIfAbsent(file.toLowerCase(Locale.ROOT), file);
    drafts.putIfAbsent(page.source().withoutEnding().toLowerCase(Locale.ROOT) + ".html", file);
    if (page.isFolderPage()) {
      drafts.putIfAbsent(folder + "index.html", file);
      drafts.putIfAbsent(folder, file);
    }
  }

  /**
   * What a path means, or empty.
   *
   * @param suffix what followed it, which goes to files that are not pages
   */
  Optional<LinkTarget> find(String path, String suffix) {
    if (path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    Optional<SitePath> source = book.bySource(path);
    if (source.isPresent()) {
      return target(source.get(), suffix);
    }
    String folder = asFolder(path);
    if (book.folders().contains(folder)) {
      return target(new SitePath(folder + "index.html"), suffix);
    }
    return folder.equals(path) ? Optional.empty() : address(new SitePath(path));
  }

  /** The page that stands now for what was once at this path. */
  Optional<SitePath> moved(String path) {
    return path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0
        ? Optional.empty()
        : aliases.find(path);
  }

  private static String asFolder(String path) {
    return path.isEmpty() || path.endsWith("/") ? path : path + "/";
  }

  /** Whether this is the path of a folder with pages in it. */
  boolean isFolder(String path) {
    return book.folders().contains(asFolder(path));
  }

  private Optional<LinkTarget> address(SitePath path) {
    return book.pages().containsKey(path) || generated.containsKey(path)
        ? target(path, "")
        : Optional.empty();
  }

  private Optional<LinkTarget> target(SitePath path, String suffix) {
    Page page = book.pages().get(path);
    if (page != null) {
      return Optional.of(new LinkTarget.Page(path, "", ShortText.title(page.title())));
    }
    GeneratedPage made = generated.get(path);
    if (made != null) {
      return Optional.of(new LinkTarget.Page(path, "", made.title()));
    }
    return book.assets().containsKey(path)
        ? Optional.of(new LinkTarget.File(path, suffix))
        : Optional.empty();
  }

  /** The path that this one differs from in upper and lower case only. */
  Optional<String> inOtherCase(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(folded.get(lower))
        .or(() ->
            Optional.ofNullable(folded.get(asFolder(lower)))
                .map(folder -> folder.substring(0, folder.length() - 1)));
  }

  /** The file of the unpublished page that this path would mean. */
  Optional<String> draft(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(drafts.get(lower))
        .or(() -> Optional.ofNullable(drafts.get(asFolder(lower))));
  }

  /** Everything in the page at this address that a link can point at. */
  Set<String> anchors(SitePath path) {
    Page page = book.pages().get(path);
    if (page != null) {
      return page.document().anchors();
    }
    GeneratedPage made = generated.get(path);
    return made == null ? Set.of() : made.anchors();
  }

  /** The page of the content at this address. */
  Optional<Page> page(SitePath path) {
    return Optional.ofNullable(book.pages().get(path));
  }

  /**
   * The page at an address as its editors know it: its file, or the address of a generated page.
   */
  String name(SitePath path) {
    return page(path).map(page -> page.start().file()).orElseGet(path::value);
  }

  /** The file of the page at this address, below the content folder. */
  String source(SitePath path) {
    return page(path).map(page -> page.source().value()).orElseGet(path::value);
  }

  /** Everything that a link can name, for suggestions. */
  Set<String> names() {
    TreeSet<String> names = new TreeSet<>(book.sources());
    generated.keySet().forEach(path -> names.add(path.value()));
    return names;
  }

  /** What of {@link #names} can be shown as an image. */
  Set<String> images() {
    TreeSet<String> names = new TreeSet<>();
    for (SourceFile file : book.assets().values()) {
      if (IMAGE.matcher(file.path().name()).find()) {
        names.add(file.path().value());
      }
    }
    return names;
  }
}
