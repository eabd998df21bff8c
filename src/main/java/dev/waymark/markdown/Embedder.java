package dev.waymark.markdown;

import dev.waymark.link.SitePath;

/** Makes the HTML of what Markdown names and is no Markdown. Asked in the order of the page. */
public interface Embedder {
  /** Embeds nothing. */
  Embedder NONE =
      new Embedder() {
        @Override
        public String image(SitePath target, String caption) {
          return "";
        }

        @Override
        public String fence(int index) {
          return "";
        }
      };

  /**
   * What stands in place of an image that names a page of the site; empty for a link to it.
   *
   * @param caption the alternative text, or empty
   */
  String image(SitePath target, String caption);

  /**
   * What stands in place of a fence; empty for its source as code.
   *
   * @param index in the fences of the document
   */
  String fence(int index);
}
