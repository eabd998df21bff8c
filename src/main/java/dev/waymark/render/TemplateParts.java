package dev.waymark.render;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import org.jspecify.annotations.Nullable;

/** Asks a view for its parts. Thread-safe. */
final class TemplateParts implements AttributeResolver {
  @Override
  public @Nullable ResolvedAttribute resolve(
      Object instance,
      Object name,
      Object @Nullable [] values,
      @Nullable ArgumentsNode arguments,
      EvaluationContextImpl context,
      String template,
      int line) {
    if (instance instanceof View view && name instanceof String part && values == null) {
      Object found = view.part(part);
      return View.NONE.equals(found) ? null : new ResolvedAttribute(found);
    }
    return null;
  }
}
