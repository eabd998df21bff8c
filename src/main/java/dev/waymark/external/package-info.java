/**
 * Whether the addresses outside the site that its pages link to are still there. {@link
 * dev.waymark.external.LinkChecker} holds the rules and asks through a {@link
 * dev.waymark.external.Transport}; {@link dev.waymark.external.HttpTransport} is the one that
 * reaches the network, and nothing else in Waymark does.
 */
@NullMarked
package dev.waymark.external;

import org.jspecify.annotations.NullMarked;
