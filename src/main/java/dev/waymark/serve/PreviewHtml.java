package dev.waymark.serve;

import dev.waymark.link.SitePath;
import java.nio.charset.StandardCharsets;

/**
 * Adds to a page, on its way out, what makes it a preview: one script of the preview's own, and the
 * leave to connect to where the page came from.
 */
final class PreviewHtml {
  private static final String POLICY = "http-equiv=\"Content-Security-Policy\" content=\"";
  private static final String HEAD_END = "</head>";
  private static final SitePath ROOT_PAGE = new SitePath("index.html");

  private PreviewHtml() {}

  /**
   * @param path that the page is looked for under
   * @param version of the page, see {@link Tree#version}
   */
  static byte[] of(byte[] page, SitePath path, String version) {
    StringBuilder html = new StringBuilder(new String(page, StandardCharsets.UTF_8));
    int policy = html.indexOf(POLICY);
    if (policy >= 0) {
      html.insert(policy + POLICY.length(), "connect-src &#39;self&#39;; ");
    }
    int end = html.indexOf(HEAD_END);
    html.insert(Math.max(end, 0), script(path, version));
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String script(SitePath path, String version) {
    String encoded = ROOT_PAGE.linkTo(path).replace("&", "&amp;").replace("'", "%27");
    return "<script src=\"%s\" data-page=\"%s\" data-version=\"%s\" defer></script>\n"
        .formatted(SiteServer.SCRIPT, encoded, version);
  }
}
