/**
 * The packaged tool and the site it makes, as readers meet them: in a browser, over HTTP and from a
 * folder.
 */
package dev.waymark.browser;
