package dev.waymark.pdf;

import dev.waymark.link.Percent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text of a book as the library takes it: a title page, contents, bookmarks, and the pages of
 * the site without what paper cannot do.
 */
final class BookHtml {
  /** The widest and highest picture that fits on a page, in pixels. */
  private static final double MAX_WIDTH = 640;

  private static final double MAX_HEIGHT = 880;
  private static final double MAX_SCALE = 0.9;

  private static final Pattern OUTSIDE = Pattern.compile("(https?|mailto|tel):");

  private final Book book;
  private final Predicate<String> isPicture;
  private final List<Element> drawings = new ArrayList<>();

  BookHtml(Book book, Predicate<String> isPicture) {
    this.book = book;
    this.isPicture = isPicture;
  }

  /** The pictures of flowcharts, by the number in the {@code data-drawing} of their places. */
  List<Element> drawings() {
    return drawings;
  }

  Document document() {
    Document document = Jsoup.parse(book.html());
    document.title(book.title());
    document.select("html").attr("lang", book.language());
    Element head = document.head();
    if (!book.description().isEmpty()) {
      head.appendElement("meta").attr("name", "description").attr("content", book.description());
    }
    head.appendElement("style").appendChild(new DataNode(styles()));
    head.appendChild(bookmarks());
    Element text = document.body();
    drawings(text);
    pictures(text);
    text.prependChild(contents());
    text.prependChild(titlePage());
    if (!book.notice().isEmpty()) {
      text.prependElement("div").attr("class", "running-notice").text(book.notice());
    }
    links(text);
    text.select("script, template").remove();
    return document;
  }

  private static String styles() {
    try (InputStream in = BookHtml.class.getResourceAsStream("book.css")) {
      if (in == null) {
        throw new IllegalStateException("the tool lacks book.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Element titlePage() {
    Element page = new Element("div").addClass("title-page");
    page.appendElement("p").addClass("book-title").text(book.title());
    if (!book.description().isEmpty()) {
      page.appendElement("p").addClass("book-description").text(book.description());
    }
    if (!book.asAt().isEmpty()) {
      page.appendElement("p").addClass("book-date").text("As at " + book.asAt());
    }
    if (!book.notice().isEmpty()) {
      page.appendElement("p").addClass("book-notice").text(book.notice());
    }
    return page;
  }

  private Element contents() {
    Element contents = new Element("div").addClass("book-contents");
    contents.appendElement("p").addClass("contents-title").text("Contents");
    List<Element> lists = new ArrayList<>(List.of(contents.appendElement("ul")));
    for (Book.Chapter chapter : book.chapters()) {
      int level = Math.min(chapter.level(), lists.size() + 1);
      while (lists.size() > level) {
        lists.removeLast();
      }
      if (lists.size() < level) {
        Element above = lists.getLast();
        Element chapterAbove =
            above.childrenSize() == 0 ? above.appendElement("li") : above.children().getLast();
        lists.add(chapterAbove.appendElement("ul"));
      }
      lists
          .getLast()
          .appendElement("li")
          .appendElement("a")
          .attr("href", "#" + chapter.id())
          .text(chapter.title());
    }
    return contents;
  }

  private Element bookmarks() {
    Element root = new Element("bookmarks");
    List<Element> above = new ArrayList<>(List.of(root));
    for (Book.Chapter chapter : book.chapters()) {
      int level = Math.min(chapter.level(), above.size());
      while (above.size() > level) {
        above.removeLast();
      }
      above.add(
          above
              .getLast()
              .appendElement("bookmark")
              .attr("name", chapter.title())
              .attr("href", "#" + chapter.id()));
    }
    return root;
  }

  private void drawings(Element text) {
    for (Element svg : text.select("svg.flow")) {
      double width = Double.parseDouble(svg.attr("width"));
      double height = Double.parseDouble(svg.attr("height"));
      double scale = Math.min(MAX_SCALE, Math.min(MAX_WIDTH / width, MAX_HEIGHT / height));
      Element place =
          new Element("object")
              .attr("data-drawing", Integer.toString(drawings.size()))
              .attr("alt", String.join(". ", svg.select("> title, > desc").eachText()))
              .attr(
                  "style",
                  String.format(
                      Locale.ROOT, "width:%.1fpx;height:%.1fpx", width * scale, height * scale));
      drawings.add(svg);
      svg.replaceWith(place);
    }
  }

  /** Pictures that the library cannot draw are told in their words. */
  private void pictures(Element text) {
    for (Element picture : text.select("img")) {
      if (isPicture.test(picture.attr("src"))) {
        if (picture.attr("alt").isEmpty()) {
          picture.attr("alt", "Picture");
        }
      } else {
        picture.replaceWith(new Element("span").text(picture.attr("alt")));
      }
    }
    text.select("svg").remove();
  }

  /** A link that leads nowhere in a single file becomes words; every other one says where to. */
  private static void links(Element text) {
    Set<String> ids = new HashSet<>(text.select("[id]").eachAttr("id"));
    for (Element link : text.select("a")) {
      String href = link.attr("href");
      boolean inside = href.startsWith("#") && ids.contains(Percent.decode(href.substring(1)));
      boolean outside = OUTSIDE.matcher(href).lookingAt();
      if (!inside && !outside) {
        link.tagName("span").clearAttributes();
        continue;
      }
      if (inside) {
        link.attr("href", "#" + Percent.decode(href.substring(1)));
      }
      String meaning = link.attr("title");
      link.attr("title", meaning.isEmpty() ? link.text() : link.text() + ": " + meaning);
    }
  }
}
