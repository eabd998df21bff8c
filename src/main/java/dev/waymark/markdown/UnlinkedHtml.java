package dev.waymark.markdown;

import dev.waymark.link.LinkReference;
import dev.waymark.link.LinkTarget;
import dev.waymark.link.Percent;
import dev.waymark.link.SitePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * HTML in which the links are still open: where they lead is known only once every page has been
 * read.
 *
 * <p>It is a string and a list of slots in it, sorted by offset. So a page is parsed once, its
 * syntax tree is let go at once (it is some ten times as large), and linking a page again after
 * another one changed is a copy of its text.
 */
public final class UnlinkedHtml {
  /** No HTML at all. */
  public static final UnlinkedHtml EMPTY = new Builder().build();

  private static final int FIELDS = 3;

  /** UTF-8, which takes half the memory of a string with one typographic quote in it. */
  private final byte[] utf8;

  /**
   * Four numbers a slot: offset and length of its literal in {@code html}, kind, index of its link.
   */
  private final int[] slots;

  private final Slot[] kinds;

  private UnlinkedHtml(String html, int[] slots, Slot[] kinds) {
    this.utf8 = html.getBytes(StandardCharsets.UTF_8);
    this.slots = slots;
    this.kinds = kinds;
  }

  enum Slot {
    /** The start of a link; the literal holds attributes besides {@code href}. */
    OPEN,
    /** The end of a link. */
    CLOSE,
    /** A whole link that takes its words from its target. */
    TITLED,
    /** An image; the literal holds attributes besides {@code src}. */
    IMAGE,
    /** A run of text in which glossary terms may be marked. */
    TEXT,
    /** A block that an image of its own makes; the literal holds attributes besides {@code src}. */
    EMBED,
    /** A fence; the literal is its source as code. */
    FENCE
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return utf8.length == 0 && slots.length == 0;
  }

  /**
   * Closes the links.
   *
   * @param from the page that the HTML is for; internal links become relative to it
   * @param links the links of the document
   * @param targets what each of them means, in the same order
   */
  public String link(
      SitePath from,
      List<LinkReference> links,
      List<LinkTarget> targets,
      TermMarker terms,
      Embedder embedder) {
    String html = new String(utf8, StandardCharsets.UTF_8);
    StringBuilder linked = new StringBuilder(html.length() + 40 * links.size());
    int at = 0;
    for (int i = 0; i < slots.length; i += FIELDS) {
      int start = slots[i];
      int end = start + slots[i + 1];
      linked.append(html, at, start);
      at = end;
      Slot kind = kinds[i / FIELDS];
      if (kind == Slot.TEXT) {
        terms.mark(html, start, end, linked);
        continue;
      }
      if (kind == Slot.FENCE) {
        String fence = embedder.fence(slots[i + 2]);
        linked.append(fence.isEmpty() ? html.substring(start, end) : fence);
        continue;
      }
      LinkReference link = links.get(slots[i + 2]);
      LinkTarget target = targets.get(slots[i + 2]);
      switch (kind) {
        case OPEN -> open(from, target, html.substring(start, end), linked);
        case CLOSE -> close(target, linked);
        case TITLED -> titled(from, link, target, linked);
        case IMAGE -> image(from, link, target, html.substring(start, end), linked);
        case EMBED -> embed(from, link, target, html.substring(start, end), embedder, linked);
        default -> throw new IllegalStateException("slot " + kind);
      }
    }
    return linked.append(html, at, html.length()).toString();
  }

  /**
   * The plain text by section; links by id fill their words in.
   *
   * @param headings those of the document, its title apart
   * @param targets what each of the links means, in the same order
   */
  List<SectionText> sections(
      List<Heading> headings, List<LinkReference> links, List<LinkTarget> targets) {
    String html = new String(utf8, StandardCharsets.UTF_8);
    SectionReader reader = new SectionReader(headings);
    int at = 0;
    for (int i = 0; i < slots.length; i += FIELDS) {
      int start = slots[i];
      int end = start + slots[i + 1];
      switch (kinds[i / FIELDS]) {
        // A diagram is found by the words of its source.
        case TEXT, CLOSE, FENCE -> {}
        case OPEN -> {
          reader.html(html, at, start);
          at = end;
        }
        case TITLED -> {
          reader.html(html, at, start);
          at = end;
          LinkTarget target = targets.get(slots[i + 2]);
          reader.words(
              target instanceof LinkTarget.Page page
                  ? page.title()
                  : links.get(slots[i + 2]).destination());
        }
        case IMAGE -> {
          reader.html(html, at, start);
          at = end;
          reader.words(links.get(slots[i + 2]).label());
        }
        case EMBED -> {
          reader.html(html, at, start);
          at = end;
          reader.html("<p>", 0, 3);
          reader.words(links.get(slots[i + 2]).label());
          reader.html("</p>", 0, 4);
        }
      }
    }
    reader.html(html, at, html.length());
    return reader.sections();
  }

  private static void open(
      SitePath from, LinkTarget target, String attributes, StringBuilder linked) {
    if (target instanceof LinkTarget.Broken) {
      linked.append("<span class=\"broken-link\">");
    } else {
      linked.append("<a href=\"");
      Html.escape(href(from, target), linked);
      linked.append('"');
      if (isOnWeb(target)) {
        linked.append(" rel=\"noreferrer\"");
      }
      linked.append(attributes).append('>');
    }
  }

  private static void close(LinkTarget target, StringBuilder linked) {
    linked.append(target instanceof LinkTarget.Broken ? "</span>" : "</a>");
  }

  private void titled(SitePath from, LinkReference link, LinkTarget target, StringBuilder linked) {
    open(from, target, "", linked);
    Html.escape(target instanceof LinkTarget.Page page ? page.title() : link.destination(), linked);
    close(target, linked);
  }

  private void embed(
      SitePath from,
      LinkReference link,
      LinkTarget target,
      String attributes,
      Embedder embedder,
      StringBuilder linked) {
    String embedded =
        target instanceof LinkTarget.Page page ? embedder.image(page.path(), link.label()) : "";
    if (embedded.isEmpty()) {
      linked.append("<p>");
      image(from, link, target, attributes, linked);
      linked.append("</p>\n");
    } else {
      linked.append(embedded);
    }
  }

  private void image(
      SitePath from,
      LinkReference link,
      LinkTarget target,
      String attributes,
      StringBuilder linked) {
    switch (target) {
      case LinkTarget.File file -> {
        linked.append("<img src=\"");
        Html.escape(from.linkTo(file.path()), linked);
        linked.append('"').append(attributes).append('>');
      }
      case LinkTarget.Broken broken -> {
        linked.append("<span class=\"broken-link\">");
        Html.escape(link.label().isEmpty() ? link.destination() : link.label(), linked);
        linked.append("</span>");
      }
      // A picture from elsewhere would be a request to elsewhere: the reader decides.
      case LinkTarget.Page page -> words(from, link, target, linked);
      case LinkTarget.External external -> words(from, link, target, linked);
    }
  }

  private void words(SitePath from, LinkReference link, LinkTarget target, StringBuilder linked) {
    open(from, target, "", linked);
    Html.escape(link.label().isEmpty() ? link.destination() : link.label(), linked);
    close(target, linked);
  }

  private static boolean isOnWeb(LinkTarget target) {
    return target instanceof LinkTarget.External external && external.url().startsWith("http");
  }

  private static String href(SitePath from, LinkTarget target) {
    return switch (target) {
      case LinkTarget.Page page ->
          page.anchor().isEmpty()
              ? from.linkTo(page.path())
              : (page.path().equals(from) ? "" : from.linkTo(page.path()))
                  + "#"
                  + Percent.encode(page.anchor());
      case LinkTarget.File file -> from.linkTo(file.path()) + Percent.encode(file.suffix());
      case LinkTarget.External external -> external.url();
      case LinkTarget.Broken broken -> throw new IllegalStateException("a broken link has no href");
    };
  }

  /** Takes HTML piece by piece and notes where the slots are. */
  static final class Builder implements Appendable {
    private final StringBuilder html = new StringBuilder(512);
    private final List<Slot> kinds = new ArrayList<>();
    private int[] slots = new int[48];
    private int used;

    int length() {
      return html.length();
    }

    /** Makes what was written since {@code start} the literal of a slot. */
    void slot(Slot kind, int start, int link) {
      kinds.add(kind);
      if (used == slots.length) {
        slots = Arrays.copyOf(slots, used * 2);
      }
      slots[used++] = start;
      slots[used++] = html.length() - start;
      slots[used++] = link;
    }

    @Override
    public Builder append(CharSequence text) {
      html.append(text);
      return this;
    }

    @Override
    public Builder append(CharSequence text, int start, int end) {
      html.append(text, start, end);
      return this;
    }

    @Override
    public Builder append(char c) {
      html.append(c);
      return this;
    }

    UnlinkedHtml build() {
      return new UnlinkedHtml(
          html.toString(), Arrays.copyOf(slots, used), kinds.toArray(Slot[]::new));
    }
  }
}
