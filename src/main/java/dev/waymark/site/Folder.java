package dev.waymark.site;

import dev.waymark.link.SitePath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A folder of the site.
 *
 * @param path with a slash at its end; empty for the root
 * @param address of the page that stands for it: its own, or a generated list
 * @param page its own page, from {@code index.md} or {@code README.md}
 * @param children its other pages and its sub-folders, in reading order
 */
public record Folder(
    String path, SitePath address, String title, Optional<SitePage> page, List<Child> children) {
  public Folder {
    Objects.requireNonNull(path);
    Objects.requireNonNull(address);
    Objects.requireNonNull(title);
    Objects.requireNonNull(page);
    children = List.copyOf(children);
  }

  /** Something in a folder: a page or a folder. */
  public sealed interface Child {
    SitePath address();

    String title();

    /** A page. */
    record OfPage(SitePage page) implements Child {
      @Override
      public SitePath address() {
        return page.path();
      }

      @Override
      public String title() {
        return page.title();
      }
    }

    /** A folder. */
    record OfFolder(Folder folder) implements Child {
      @Override
      public SitePath address() {
        return folder.address();
      }

      @Override
      public String title() {
        return folder.title();
      }
    }
  }
}
