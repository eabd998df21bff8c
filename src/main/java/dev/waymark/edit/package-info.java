/**
 * Changes to the content itself, for editors. {@link dev.waymark.edit.ContentCreator} writes the
 * first version of a page or a flowchart: in goes a {@link dev.waymark.edit.ContentKind} and a
 * path, out come a file that has no errors and a {@link dev.waymark.edit.Created} that says what to
 * do next. {@link dev.waymark.edit.ContentMover} renames a file or folder: in go two paths, out
 * comes a {@link dev.waymark.edit.Move}, which is every change of every file, and can be shown or
 * made.
 */
@NullMarked
package dev.waymark.edit;

import org.jspecify.annotations.NullMarked;
