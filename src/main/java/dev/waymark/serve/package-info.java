/**
 * The preview for people who write: {@link dev.waymark.serve.Preview} watches the folders of a
 * site, builds what changes and serves it from memory, on the loopback address alone. Browsers are
 * told when the page that they show has changed.
 */
@NullMarked
package dev.waymark.serve;

import org.jspecify.annotations.NullMarked;
