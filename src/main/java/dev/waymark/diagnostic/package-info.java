/**
 * What is wrong and where. {@link dev.waymark.diagnostic.Diagnostic} is a value: every pass returns
 * those it found together with its product, as a {@link dev.waymark.diagnostic.Checked}; nothing is
 * printed or thrown on the way.
 */
@NullMarked
package dev.waymark.diagnostic;

import org.jspecify.annotations.NullMarked;
