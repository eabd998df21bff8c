/**
 * YAML. {@link dev.waymark.yaml.YamlReader} turns text into a {@link dev.waymark.yaml.YamlNode}
 * tree in which every node knows its place; {@link dev.waymark.yaml.MappingReader} takes typed
 * values out of a mapping and says what is wrong with the others. The only door to Jackson.
 */
@NullMarked
package dev.waymark.yaml;

import org.jspecify.annotations.NullMarked;
