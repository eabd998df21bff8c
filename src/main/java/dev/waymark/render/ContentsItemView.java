package dev.waymark.render;

import java.util.List;

/**
 * One entry of the contents list of a page: a second-level heading with the third-level ones below
 * it.
 *
 * @param href {@code #anchor}
 */
record ContentsItemView(String href, String title, List<LinkView> children) {}
