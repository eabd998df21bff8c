package dev.waymark.render;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.extension.escaper.EscaperExtension;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.extension.i18n.I18nExtension;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.IncludeNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.MapExpression;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What templates can do here beyond, and not as, in any Pebble. Thread-safe. */
final class TemplateExtension extends AbstractExtension {
  /** How deep templates may include one another. */
  static final int MAX_DEPTH = 50;

  /**
   * Tags that would make a page depend on which one came first, or let text through unescaped: what
   * stands in an embed tag, Pebble's own escaper does not see either.
   */
  private static final Set<String> LEFT_OUT =
      Set.of("cache", "parallel", "flush", "autoescape", "embed");

  private final ThemeAssets assets;

  /** How far a thread is; not in the context, for macros do not see that. */
  private final ThreadLocal<Progress> thread = ThreadLocal.withInitial(Progress::new);

  private static final class Progress {
    private String root = "";
    private int depth;
  }

  TemplateExtension(ThemeAssets assets) {
    this.assets = assets;
  }

  /** A file that a template asks for and the theme does not have. */
  static final class MissingAssetException extends PebbleException {
    private static final long serialVersionUID = 1L;

    final String asset;

    MissingAssetException(String asset, int line, String template) {
      super(null, "no asset " + asset, line, template);
      this.asset = asset;
    }
  }

  /** A template that another one includes and the theme does not have. */
  static final class MissingTemplateException extends PebbleException {
    private static final long serialVersionUID = 1L;

    final String missing;

    MissingTemplateException(String missing, int line, String template) {
      super(null, "no template " + missing, line, template);
      this.missing = missing;
    }
  }

  /** Templates that include one another without an end. */
  static final class EndlessIncludeException extends PebbleException {
    private static final long serialVersionUID = 1L;

    EndlessIncludeException(int line, String template) {
      super(null, "included without end", line, template);
    }
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("asset", new AssetFunction());
  }

  @Override
  public List<AttributeResolver> getAttributeResolver() {
    return List.of(new TemplateParts());
  }

  @Override
  public List<TokenParser> getTokenParsers() {
    return List.of(new IncludeParser());
  }

  /** Pebble's own parts without what makes pages depend on each other or on the machine. */
  static ExtensionCustomizer restrict(Extension extension) {
    return new ExtensionCustomizer(extension) {
      @Override
      public @Nullable List<TokenParser> getTokenParsers() {
        List<TokenParser> all = super.getTokenParsers();
        return all == null
            ? null
            : all.stream().filter(parser -> !LEFT_OUT.contains(parser.getTag())).toList();
      }

      @Override
      public @Nullable List<NodeVisitorFactory> getNodeVisitors() {
        return extension instanceof EscaperExtension
            ? List.of(template -> new TemplateEscaper((PebbleTemplateImpl) template))
            : super.getNodeVisitors();
      }

      @Override
      public @Nullable Map<String, Function> getFunctions() {
        return extension instanceof I18nExtension ? null : super.getFunctions();
      }
    };
  }

  /** The names of all filters, those of the version of Pebble in use. */
  static Set<String> filters() {
    Set<String> names = new TreeSet<>(new CoreExtension().getFilters().keySet());
    names.addAll(List.of("escape", "raw"));
    return names;
  }

  /** The names of all functions but those of the templates themselves. */
  static Set<String> functions() {
    Set<String> names = new TreeSet<>(new CoreExtension().getFunctions().keySet());
    names.add("asset");
    return names;
  }

  /** The names of all tests. */
  static Set<String> tests() {
    return new TreeSet<>(new CoreExtension().getTests().keySet());
  }

  /** Sets what leads from the page that this thread is about to render to the root of the site. */
  void startPage(String root) {
    Progress progress = thread.get();
    progress.root = root;
    progress.depth = 0;
  }

  /** {@code asset("site.css")}: the link to a published theme file. */
  private final class AssetFunction implements Function {
    @Override
    public List<String> getArgumentNames() {
      return List.of("name");
    }

    @Override
    public Object execute(
        Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
      String name = String.valueOf(arguments.get("name"));
      String link =
          assets
              .link(name)
              .orElseThrow(() -> new MissingAssetException(name, line, self.getName()));
      return new SafeString(thread.get().root + link.replace("&", "&amp;"));
    }
  }

  /** Pebble's include tag, which says where it stands and when to stop. */
  private final class IncludeParser implements TokenParser {
    @Override
    public String getTag() {
      return "include";
    }

    @Override
    public RenderableNode parse(Token tag, Parser parser) {
      parser.getStream().next();
      Expression<?> name = parser.getExpressionParser().parseExpression();
      MapExpression with = null;
      Token next = parser.getStream().current();
      if (next.test(Token.Type.NAME, "with")) {
        parser.getStream().next();
        int line = next.getLineNumber();
        if (!(parser.getExpressionParser().parseExpression() instanceof MapExpression map)) {
          throw new PebbleException(
              null,
              "After \"with\" stand names and values, as in { \"title\": page.title }.",
              line,
              parser.getStream().getFilename());
        }
        with = map;
      }
      parser.getStream().expect(Token.Type.EXECUTE_END);
      return new Include(tag.getLineNumber(), name, with);
    }
  }

  private final class Include extends IncludeNode {
    Include(int line, Expression<?> name, @Nullable MapExpression with) {
      super(line, name, with);
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context)
        throws IOException {
      Progress progress = thread.get();
      if (progress.depth == MAX_DEPTH) {
        throw new EndlessIncludeException(getLineNumber(), self.getName());
      }
      progress.depth++;
      try {
        super.render(self, writer, context);
      } catch (LoaderException e) {
        throw new MissingTemplateException(e.getPebbleMessage(), getLineNumber(), self.getName());
      } finally {
        progress.depth--;
      }
    }
  }
}
