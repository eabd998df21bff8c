package dev.waymark.render;

import io.pebbletemplates.pebble.extension.AbstractNodeVisitor;
import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.expression.BlockFunctionExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.ParentFunctionExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import org.jspecify.annotations.Nullable;

/**
 * Escapes every value that a template prints, unless it is a {@link SafeString}: HTML that we made.
 * The rules are those of Pebble's own visitor; that one goes through a filter, its map of arguments
 * and the tables of a library for every value, which was a third of the time of a page.
 */
final class TemplateEscaper extends AbstractNodeVisitor {
  TemplateEscaper(PebbleTemplateImpl template) {
    super(template);
  }

  /** The text with the characters that mean something in HTML replaced. */
  static String escape(String text) {
    TemplateWriter escaped = new TemplateWriter(text.length() + 32);
    escaped.writeEscaped(text);
    return escaped.toString();
  }

  /**
   * A value on its way to the page; the writer of pages escapes it as it copies it, any other takes
   * its text.
   */
  record Unsafe(String text) {
    @Override
    public String toString() {
      return escape(text);
    }
  }

  @Override
  public void visit(PrintNode node) {
    Expression<?> printed = node.getExpression();
    if (printed instanceof TernaryExpression choice) {
      choice.setExpression2(escaped(choice.getExpression2()));
      choice.setExpression3(escaped(choice.getExpression3()));
    } else {
      node.setExpression(escaped(printed));
    }
  }

  private static Expression<?> escaped(Expression<?> expression) {
    boolean safe =
        expression instanceof LiteralStringExpression
            || expression instanceof ParentFunctionExpression
            || expression instanceof BlockFunctionExpression;
    return safe ? expression : new Escaped(expression);
  }

  private record Escaped(Expression<?> inner) implements Expression<Object> {
    @Override
    public @Nullable Object evaluate(PebbleTemplateImpl self, EvaluationContextImpl context) {
      Object value = inner.evaluate(self, context);
      if (value == null || value instanceof SafeString) {
        return value;
      }
      return new Unsafe(value.toString());
    }

    @Override
    public int getLineNumber() {
      return inner.getLineNumber();
    }

    @Override
    public void accept(NodeVisitor visitor) {
      inner.accept(visitor);
    }
  }
}
