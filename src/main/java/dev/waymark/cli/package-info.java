/**
 * The commands. {@link dev.waymark.cli.Program} goes from arguments to an exit code and is the only
 * code that prints; {@code Main} is the only code that exits.
 *
 * <p>Diagnostics are what a command is run for, so they go to standard output, as text or as JSON.
 * Everything else that is said, the summary, the progress bar and what stopped the program, goes to
 * standard error.
 */
@NullMarked
package dev.waymark.cli;

import org.jspecify.annotations.NullMarked;
