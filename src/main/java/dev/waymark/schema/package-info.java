/**
 * JSON Schemas of the YAML that Waymark reads, for editors that complete and check it. In go the
 * shapes that the readers give of themselves, out comes one {@link
 * dev.waymark.schema.SchemaWriter#write text} for each {@link dev.waymark.schema.SchemaKind}.
 */
@NullMarked
package dev.waymark.schema;

import org.jspecify.annotations.NullMarked;
