package dev.waymark.render;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.render.TemplateTokens.Kind;
import dev.waymark.render.TemplateTokens.Token;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what Pebble threw in words that an editor of a template can act on, at the place where the
 * cure is.
 */
final class TemplateErrors {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern CLASS = Pattern.compile("of \\[([\\w.$]+)\\] does not exist");
  private static final Map<String, String> ENDS =
      Map.of(
          "if",
          "endif",
          "for",
          "endfor",
          "block",
          "endblock",
          "macro",
          "endmacro",
          "filter",
          "endfilter",
          "verbatim",
          "endverbatim");
  private static final String READ_PEBBLE =
      "a tag is written {% … %}, a value {{ … }}; see https://pebbletemplates.io";

  private final Map<String, TemplateTokens> templates;
  private final TemplateNames names;

  TemplateErrors(Map<String, TemplateTokens> templates, TemplateNames names) {
    this.templates = templates;
    this.names = names;
  }

  /** Why a template cannot be read. */
  Diagnostic syntax(TemplateTokens template, RuntimeException thrown) {
    Optional<Diagnostic> unpaired = unpaired(template);
    if (unpaired.isPresent()) {
      return unpaired.get();
    }
    String said = thrown instanceof PebbleException e ? e.getPebbleMessage() : "";
    int line =
        thrown instanceof PebbleException e && e.getLineNumber() != null ? e.getLineNumber() : 1;
    Diagnostic diagnostic =
        Diagnostic.of(Code.TEMPLATE_SYNTAX, placeOf(template, line, said)).withDetail(plain(said));
    if (said.startsWith("Unexpected tag name")) {
      String tag = quoted(said, 1);
      diagnostic = diagnostic.withDetail("there is no tag \"" + tag + "\"");
      Collection<String> tags =
          List.of(
              "block",
              "else",
              "elseif",
              "endblock",
              "endfor",
              "endif",
              "endmacro",
              "extends",
              "filter",
              "for",
              "from",
              "if",
              "import",
              "include",
              "macro",
              "set",
              "verbatim");
      return diagnostic.withSuggestion(
          Spelling.nearest(tag, tags).filter(near -> !near.equals(tag)).orElse(""));
    }
    return diagnostic.withHelp(READ_PEBBLE);
  }

  /** A template whose parts stand so deep in each other that Pebble gives up. */
  Diagnostic tooDeep(TemplateTokens template) {
    return Diagnostic.of(Code.TEMPLATE_SYNTAX, template.file().start())
        .withDetail("its parts are nested too deeply");
  }

  private static Location placeOf(TemplateTokens template, int line, String said) {
    String word = quoted(said, 1);
    return template.tokens().stream()
        .filter(
            token -> template.line(token) == line && !word.isEmpty() && token.text().equals(word))
        .reduce((first, second) -> second)
        .map(template::place)
        .orElseGet(() -> template.wholeLine(line));
  }

  /** A mark or tag that is opened and not closed; Pebble would only name the last line. */
  private static Optional<Diagnostic> unpaired(TemplateTokens template) {
    Deque<Token> open = new ArrayDeque<>();
    Token mark = null;
    for (int i = 0; i < template.size(); i++) {
      Token token = template.get(i);
      if (token.kind() == Kind.OPEN) {
        mark = token;
      } else if (token.kind() == Kind.CLOSE) {
        mark = null;
      } else if (token.kind() == Kind.NAME && template.get(i - 1).is(Kind.OPEN, "{%")) {
        if (ENDS.containsKey(token.text())) {
          open.push(token);
        } else if (ENDS.containsValue(token.text())) {
          Token opened = open.poll();
          if (opened == null) {
            return Optional.of(
                syntax(
                    template, token, "nothing that {% " + token.text() + " %} could end is open"));
          }
          if (!ENDS.get(opened.text()).equals(token.text())) {
            return Optional.of(unended(template, opened));
          }
        }
      }
    }
    if (mark != null) {
      String close = mark.text().equals("{{") ? "}}" : "%}";
      return Optional.of(syntax(template, mark, "there is no " + close + " to end it"));
    }
    return Optional.ofNullable(open.poll()).map(opened -> unended(template, opened));
  }

  private static Diagnostic unended(TemplateTokens template, Token opened) {
    return syntax(template, opened, "there is no {% " + ENDS.get(opened.text()) + " %} to end it");
  }

  private static Diagnostic syntax(TemplateTokens template, Token token, String detail) {
    return Diagnostic.of(Code.TEMPLATE_SYNTAX, template.place(token))
        .withDetail(detail)
        .withHelp(READ_PEBBLE);
  }

  /**
   * Why a template failed on a page.
   *
   * @param layout the path of the layout, for failures that do not say where they happened
   */
  Diagnostic failure(String layout, Throwable thrown) {
    PebbleException cause = innermost(thrown);
    String path = cause == null || cause.getFileName() == null ? layout : cause.getFileName();
    TemplateTokens template =
        Objects.requireNonNull(templates.getOrDefault(path, templates.get(layout)));
    int line = cause == null || cause.getLineNumber() == null ? 1 : cause.getLineNumber();
    if (thrown instanceof StackOverflowError) {
      return failed(template.file().start(), "a macro or block calls itself without end");
    }
    return switch (cause) {
      case null -> failed(template.wholeLine(line), "");
      case TemplateExtension.MissingTemplateException e ->
          names.missing(template, tagOn(template, line, "include", e.missing), e.missing);
      case TemplateExtension.MissingAssetException e ->
          names.missingAsset(template, tagOn(template, line, "asset", e.asset), e.asset);
      case TemplateExtension.EndlessIncludeException e ->
          failed(
              template.place(tagOn(template, line, "include", "")),
              "templates include one another without end");
      case RootAttributeNotFoundException e -> root(template, line, e);
      case AttributeNotFoundException e -> attribute(template, line, e);
      default -> failed(template.wholeLine(line), plain(cause.getPebbleMessage()));
    };
  }

  /**
   * The exception nearest to the cause that says where it was: tags around it wrap it, IfNode loses
   * its message.
   */
  private static @Nullable PebbleException innermost(Throwable thrown) {
    PebbleException found = null;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof PebbleException e && (found == null || e.getLineNumber() != null)) {
        found = e;
      }
    }
    return found;
  }

  private static Diagnostic failed(Location place, String detail) {
    return Diagnostic.of(Code.TEMPLATE_FAILED, place).withDetail(detail);
  }

  private Diagnostic root(TemplateTokens template, int line, RootAttributeNotFoundException e) {
    String name = e.getAttributeName();
    int at = find(template, line, i -> template.get(i).is(Kind.NAME, name));
    if (at < 0) {
      return failed(template.wholeLine(line), plain(e.getPebbleMessage()));
    }
    if (template.get(at - 1).isMark(".")) {
      return empty(template, chainStart(template, at), at - 1);
    }
    boolean parent = at + 1 < template.size() && template.get(at + 1).isMark(".");
    if (parent && Templates.VARIABLES.containsKey(name)) {
      return empty(template, at, at + 1);
    }
    return TemplateNames.name(
        template,
        template.get(at),
        "there is nothing called \"%s\" here".formatted(name),
        List.of("page", "site"));
  }

  /**
   * Something was asked of a value that this page does not have, such as {@code page.section.href}.
   */
  private static Diagnostic empty(TemplateTokens template, int from, int to) {
    StringBuilder chain = new StringBuilder();
    for (int i = from; i < to; i++) {
      chain.append(template.get(i).text());
    }
    Location place = template.place(template.get(from).start(), template.get(to - 1).end());
    return Diagnostic.of(Code.TEMPLATE_FAILED, place)
        .withMessage("this value is empty on some pages")
        .withDetail(chain + " is empty, and the template asks for a part of it")
        .withHelp("put {%% if %s is not null %%} … {%% endif %%} around it".formatted(chain));
  }

  private static int chainStart(TemplateTokens template, int at) {
    int start = at;
    while (start >= 2
        && template.get(start - 1).isMark(".")
        && template.get(start - 2).kind() == Kind.NAME) {
      start -= 2;
    }
    return start;
  }

  private static Diagnostic attribute(
      TemplateTokens template, int line, AttributeNotFoundException e) {
    String name = e.getAttributeName();
    int at =
        find(
            template,
            line,
            i -> template.get(i).is(Kind.NAME, name) && template.get(i - 1).isMark("."));
    if (at < 0) {
      return Diagnostic.of(Code.TEMPLATE_NAME, template.wholeLine(line))
          .withDetail("there is no \"%s\"".formatted(name));
    }
    String owner =
        at >= 2 && template.get(at - 2).kind() == Kind.NAME ? template.get(at - 2).text() : "this";
    return TemplateNames.name(
        template,
        template.get(at),
        "%s has no \"%s\"".formatted(owner, name),
        components(e.getPebbleMessage()));
  }

  private static List<String> components(String message) {
    Matcher named = CLASS.matcher(message);
    if (!named.find() || !named.group(1).startsWith(TemplateErrors.class.getPackageName() + ".")) {
      return List.of();
    }
    try {
      return TemplateNames.componentsOf(Class.forName(named.group(1)));
    } catch (ClassNotFoundException e) {
      return List.of();
    }
  }

  /**
   * The first string that says {@code value} on the line, else the word {@code tag} there, else the
   * first word.
   */
  private static Token tagOn(TemplateTokens template, int line, String tag, String value) {
    int at = find(template, line, i -> !value.isEmpty() && template.get(i).is(Kind.STRING, value));
    if (at < 0) {
      at = find(template, line, i -> template.get(i).is(Kind.NAME, tag));
    }
    return template.get(Math.max(at, 0));
  }

  private static int find(TemplateTokens template, int line, Predicate<Integer> wanted) {
    for (int i = 1; i < template.size(); i++) {
      if (template.line(template.get(i)) == line && wanted.test(i)) {
        return i;
      }
    }
    return -1;
  }

  private static String quoted(String said, int group) {
    Matcher quoted = QUOTED.matcher(said);
    return quoted.find() ? quoted.group(group) : "";
  }

  /** Pebble's words without the names of Java classes, in our form: lower case, no full stop. */
  private static String plain(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return "";
    }
    String words = said.replaceAll("(?:[a-z_]\\w*\\.)+([A-Z]\\w*)", "$1").strip();
    if (words.endsWith(".")) {
      words = words.substring(0, words.length() - 1);
    }
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
