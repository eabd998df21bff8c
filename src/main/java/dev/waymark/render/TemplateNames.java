package dev.waymark.render;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.diagnostic.Spelling;
import dev.waymark.render.TemplateTokens.Kind;
import dev.waymark.render.TemplateTokens.Token;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the names in templates that lead nowhere, in the branches too that no page of this site
 * takes.
 *
 * <p>It follows the types of the view records: in {@code {% for item in page.siblings %}} it knows
 * what {@code item} has. Where a type cannot be known (a name bound by {@code set}, {@code with} or
 * a macro) it says nothing, and the evaluation of the template will.
 */
final class TemplateNames {
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "is",
          "contains",
          "equals",
          "in",
          "with",
          "as",
          "true",
          "false",
          "null",
          "none",
          "TRUE",
          "FALSE",
          "NULL",
          "NONE");

  private static final Set<String> LOADING_TAGS = Set.of("include", "extends", "import", "from");

  /** What a name stands for when nothing more is known of it. */
  private static final Type UNKNOWN = Object.class;

  /** The names that are the same in every template, and what the theme has. */
  record Known(
      Map<String, Type> variables,
      Set<String> functions,
      Set<String> filters,
      Set<String> tests,
      Set<String> assets) {}

  private final Known known;
  private final Map<String, TemplateTokens> templates;
  private final Set<String> boundSomewhere = new HashSet<>();
  private final Set<String> macros = new HashSet<>();

  private TemplateTokens tokens;
  private final Deque<Map<String, Type>> scopes = new ArrayDeque<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int blockDepth;

  /**
   * @param templates every template of the theme, by its path
   */
  TemplateNames(Known known, Map<String, TemplateTokens> templates) {
    this.known = known;
    this.templates = templates;
    templates.values().forEach(this::collectBound);
  }

  /**
   * What templates may ask of a view, in the order of its declaration; empty for any other type.
   */
  static List<String> componentsOf(Type type) {
    return List.copyOf(partsOf(type).keySet());
  }

  private static Map<String, Type> partsOf(Type type) {
    Map<String, Type> parts = new LinkedHashMap<>();
    if (type instanceof Class<?> c && c.isRecord()) {
      for (RecordComponent component : c.getRecordComponents()) {
        parts.put(component.getName(), component.getGenericType());
      }
      Arrays.stream(c.getDeclaredMethods())
          .filter(
              method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
          .filter(method -> !Set.of("hashCode", "toString").contains(method.getName()))
          .sorted(Comparator.comparing(Method::getName))
          .forEach(method -> parts.putIfAbsent(method.getName(), method.getGenericReturnType()));
    }
    return parts;
  }

  /** Checks one template. */
  List<Diagnostic> check(TemplateTokens template) {
    tokens = template;
    diagnostics.clear();
    blockDepth = 0;
    scopes.clear();
    scopes.push(new HashMap<>(known.variables()));
    for (String name : known.variables().keySet()) {
      if (boundSomewhere.contains(name)) {
        scopes.peek().put(name, UNKNOWN);
      }
    }
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      at = token.kind() == Kind.OPEN ? region(at) : at + 1;
    }
    return List.copyOf(diagnostics);
  }

  private void collectBound(TemplateTokens template) {
    List<Token> all = template.tokens();
    for (int i = 1; i < all.size(); i++) {
      Token before = all.get(i - 1);
      Token token = all.get(i);
      if (before.kind() == Kind.NAME && token.kind() == Kind.NAME) {
        switch (before.text()) {
          case "for", "set" -> boundSomewhere.add(token.text());
          case "as", "import" -> {
            boundSomewhere.add(token.text());
            macros.add(token.text());
          }
          case "macro" -> {
            macros.add(token.text());
            collectArguments(all, i + 2);
          }
          default -> {}
        }
      } else if (token.isMark(":") && before.kind() == Kind.STRING) {
        boundSomewhere.add(before.text());
      }
    }
  }

  private void collectArguments(List<Token> all, int from) {
    for (int i = from; i < all.size() && all.get(i).kind() != Kind.CLOSE; i++) {
      if (all.get(i).kind() == Kind.NAME) {
        boundSomewhere.add(all.get(i).text());
      }
    }
  }

  /** Reads from an opening mark to the token after its closing one. */
  private int region(int open) {
    int end = open + 1;
    while (end < tokens.size() && tokens.get(end).kind() != Kind.CLOSE) {
      end++;
    }
    boolean tag =
        tokens.get(open).text().equals("{%")
            && open + 1 < end
            && tokens.get(open + 1).kind() == Kind.NAME;
    if (tag) {
      tag(tokens.get(open + 1).text(), open + 2, end);
    } else {
      expression(open + 1, end);
    }
    return end + 1;
  }

  private void tag(String name, int from, int end) {
    switch (name) {
      case "for" -> loop(from, end);
      case "endfor", "endmacro" -> {
        if (scopes.size() > 1) {
          scopes.pop();
        }
      }
      case "macro" -> scopes.push(new HashMap<>());
      case "set" -> {
        expression(from + 2, end);
        bind(from, UNKNOWN);
      }
      case "block" -> block(from);
      case "endblock" -> blockDepth--;
      case "verbatim", "endverbatim" -> {}
      case "if", "elseif" -> {
        condition(from, end);
        expression(from, end);
      }
      case "from" -> loaded(from, Math.min(from + 1, end));
      case "filter" -> {
        if (from < end) {
          oneOf(tokens.get(from), "filter", known.filters());
        }
        expression(from + 1, end);
      }
      default -> {
        if (LOADING_TAGS.contains(name)) {
          loaded(from, end);
        }
        expression(from, end);
      }
    }
  }

  private void loop(int from, int end) {
    int in = from + 1;
    expression(in, end);
    Type type = in + 1 < end ? wholeChain(in + 1, end) : UNKNOWN;
    scopes.push(new HashMap<>());
    bind(from, elementOf(type));
    scopes.peek().put("loop", UNKNOWN);
  }

  private void bind(int at, Type type) {
    if (at < tokens.size() && tokens.get(at).kind() == Kind.NAME) {
      scopes.peek().put(tokens.get(at).text(), type);
    }
  }

  /** A test of a list or a record alone is a mistake that Pebble makes only when it gets there. */
  private void condition(int from, int end) {
    int start = from < end && tokens.get(from).is(Kind.NAME, "not") ? from + 1 : from;
    Type type = start < end ? wholeChain(start, end) : UNKNOWN;
    boolean list = type instanceof ParameterizedType;
    if (list || !componentsOf(type).isEmpty()) {
      String chain = words(start, end);
      String positive = list ? " is not empty" : " is not null";
      String negative = list ? " is empty" : " is null";
      String written = chain + (start > from ? negative : positive);
      diagnostics.add(
          Diagnostic.of(
                  Code.TEMPLATE_FAILED,
                  tokens.place(tokens.get(from).start(), tokens.get(end - 1).end()))
              .withMessage("this condition is neither true nor false")
              .withDetail(chain + (list ? " is a list" : " is a group of values"))
              .withSuggestion(written));
    }
  }

  private String words(int from, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < end; i++) {
      words.append(tokens.get(i).text());
    }
    return words.toString();
  }

  /**
   * The type of the tokens when they are one chain such as {@code page.siblings}, else unknown;
   * reports nothing.
   */
  private Type wholeChain(int from, int end) {
    Type type = typeOf(tokens.get(from).text());
    int at = from + 1;
    while (at + 1 < end && tokens.get(at).isMark(".") && tokens.get(at + 1).kind() == Kind.NAME) {
      type = componentType(type, tokens.get(at + 1).text());
      at += 2;
    }
    return at == end && tokens.get(from).kind() == Kind.NAME ? type : UNKNOWN;
  }

  private Type typeOf(String name) {
    for (Map<String, Type> scope : scopes) {
      if (scope.containsKey(name)) {
        return scope.get(name);
      }
    }
    return UNKNOWN;
  }

  private boolean isBound(String name) {
    return scopes.stream().anyMatch(scope -> scope.containsKey(name))
        || boundSomewhere.contains(name);
  }

  private void loaded(int from, int end) {
    boolean literal =
        from < end
            && tokens.get(from).kind() == Kind.STRING
            && !tokens.get(from).text().contains("#{")
            && (from + 1 == end || tokens.get(from + 1).kind() == Kind.NAME);
    if (literal && !templates.containsKey(tokens.get(from).text())) {
      diagnostics.add(missing(tokens, tokens.get(from), tokens.get(from).text()));
    }
  }

  /** What to say of a template that is not there, named at {@code token}. */
  Diagnostic missing(TemplateTokens where, Token token, String name) {
    return Diagnostic.of(Code.TEMPLATE_MISSING, where.place(token))
        .withDetail("the theme has no " + name)
        .withSuggestion(nearestPath(name, templates.keySet()));
  }

  private void expression(int from, int end) {
    for (int at = from; at < end; at++) {
      Token token = tokens.get(at);
      if (token.kind() != Kind.NAME || isKey(at, end)) {
        continue;
      }
      Token before = tokens.get(at - 1);
      boolean call = at + 1 < end && tokens.get(at + 1).isMark("(");
      if (before.isMark("|")) {
        oneOf(token, "filter", known.filters());
      } else if (isTest(at)) {
        oneOf(token, "test", known.tests());
      } else if (!before.isMark(".") && !WORDS.contains(token.text())) {
        if (call) {
          call(at, end);
        } else {
          chain(at, end);
        }
      }
    }
  }

  /** Whether the name is that of an argument: {@code asset(name="site.css")}. */
  private boolean isKey(int at, int end) {
    return at + 2 < end && tokens.get(at + 1).isMark("=") && !tokens.get(at + 2).isMark("=");
  }

  private boolean isTest(int at) {
    Token before = tokens.get(at - 1);
    return !tokens.get(at).is(Kind.NAME, "not")
        && (before.is(Kind.NAME, "is")
            || (before.is(Kind.NAME, "not") && at >= 2 && tokens.get(at - 2).is(Kind.NAME, "is")));
  }

  private void oneOf(Token token, String what, Collection<String> names) {
    if (!names.contains(token.text())) {
      diagnostics.add(
          name(tokens, token, "there is no %s \"%s\"".formatted(what, token.text()), names));
    }
  }

  private void call(int at, int end) {
    Token token = tokens.get(at);
    Set<String> callable = new TreeSet<>(known.functions());
    callable.addAll(macros);
    callable.addAll(List.of("block", "parent"));
    oneOf(token, "function", callable);
    boolean literal =
        at + 3 < end && tokens.get(at + 2).kind() == Kind.STRING && tokens.get(at + 3).isMark(")");
    if (token.text().equals("asset")
        && literal
        && !known.assets().contains(tokens.get(at + 2).text())) {
      diagnostics.add(missingAsset(tokens, tokens.get(at + 2), tokens.get(at + 2).text()));
    }
  }

  /** What to say of a file that the theme does not have, named at {@code token}. */
  Diagnostic missingAsset(TemplateTokens where, Token token, String name) {
    return missingAsset(where.place(token), name, known.assets());
  }

  /** The same, at a place in any file of the theme. */
  static Diagnostic missingAsset(Location place, String name, Collection<String> assets) {
    Diagnostic missing =
        Diagnostic.of(Code.THEME_FILE_MISSING, place)
            .withDetail("the theme's assets folder has no " + name);
    String near = nearestPath(name, assets);
    return near.isEmpty()
        ? missing.withHelp("put the file into the theme's assets folder, or mend the name")
        : missing.withSuggestion(near);
  }

  /**
   * The path whose file name is nearest, in the folder named; where there is no such folder,
   * anywhere; else empty.
   */
  static String nearestPath(String written, Collection<String> paths) {
    String folder = written.substring(0, written.lastIndexOf('/') + 1);
    boolean anywhere =
        folder.isEmpty() || paths.stream().noneMatch(path -> path.startsWith(folder));
    Map<String, String> stems = new TreeMap<>();
    paths.stream()
        .filter(path -> anywhere || path.startsWith(folder))
        .forEach(path -> stems.putIfAbsent(stem(path), path));
    return Spelling.nearest(stem(written), stems.keySet()).map(stems::get).orElse("");
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private void chain(int from, int end) {
    Token root = tokens.get(from);
    if (isOptional(from, end)) {
      return;
    }
    if (!isBound(root.text())) {
      Set<String> names = new TreeSet<>(known.variables().keySet());
      scopes.forEach(scope -> names.addAll(scope.keySet()));
      diagnostics.add(
          name(tokens, root, "there is nothing called \"%s\" here".formatted(root.text()), names));
      return;
    }
    Type type = typeOf(root.text());
    String owner = root.text();
    for (int at = from + 1;
        at + 1 < end && tokens.get(at).isMark(".") && tokens.get(at + 1).kind() == Kind.NAME;
        at += 2) {
      Token part = tokens.get(at + 1);
      List<String> components = componentsOf(type);
      if (!components.isEmpty() && !components.contains(part.text())) {
        diagnostics.add(
            name(tokens, part, "%s has no \"%s\"".formatted(owner, part.text()), components));
        return;
      }
      type = componentType(type, part.text());
      owner += "." + part.text();
    }
  }

  /**
   * Whether the template itself asks if the name is there: {@code x is defined}, {@code x |
   * default("y")}.
   */
  private boolean isOptional(int from, int end) {
    int at = from + 1;
    while (at + 1 < end && tokens.get(at).isMark(".") && tokens.get(at + 1).kind() == Kind.NAME) {
      at += 2;
    }
    if (at + 1 >= end) {
      return false;
    }
    if (tokens.get(at).isMark("|")) {
      return tokens.get(at + 1).is(Kind.NAME, "default");
    }
    int test = tokens.get(at + 1).is(Kind.NAME, "not") ? at + 2 : at + 1;
    return tokens.get(at).is(Kind.NAME, "is")
        && test < end
        && tokens.get(test).is(Kind.NAME, "defined");
  }

  /** What to say of a name that does not exist, when these are the names there are. */
  static Diagnostic name(
      TemplateTokens where, Token token, String detail, Collection<String> names) {
    Diagnostic diagnostic =
        Diagnostic.of(Code.TEMPLATE_NAME, where.place(token)).withDetail(detail);
    return Spelling.nearest(token.text(), names)
        .map(diagnostic::withSuggestion)
        .orElseGet(() ->
            names.isEmpty()
                ? diagnostic
                : diagnostic.withHelp("there are: " + String.join(", ", names)));
  }

  private static Type componentType(Type type, String name) {
    return partsOf(type).getOrDefault(name, UNKNOWN);
  }

  private static Type elementOf(Type type) {
    return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : UNKNOWN;
  }

  /** A block that fills none of the template above would be shown nowhere. */
  private void block(int at) {
    blockDepth++;
    Optional<String> parent = parentOf(tokens);
    if (blockDepth > 1 || parent.isEmpty() || at >= tokens.size()) {
      return;
    }
    Set<String> blocks = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Optional<String> above = parent;
    while (above.isPresent() && seen.add(above.get())) {
      TemplateTokens template = templates.get(above.get());
      if (template == null) {
        return;
      }
      collectBlocks(template, blocks);
      above = parentOf(template);
    }
    Token name = tokens.get(at);
    if (!blocks.contains(name.text())) {
      String detail = "%s has no block \"%s\"".formatted(parent.get(), name.text());
      diagnostics.add(name(tokens, name, detail, blocks));
    }
  }

  private static Optional<String> parentOf(TemplateTokens template) {
    for (int i = 1; i + 1 < template.size(); i++) {
      if (isTag(template, i, "extends")) {
        Token named = template.get(i + 1);
        return named.kind() == Kind.STRING ? Optional.of(named.text()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static void collectBlocks(TemplateTokens template, Set<String> into) {
    for (int i = 1; i + 1 < template.size(); i++) {
      if (isTag(template, i, "block")) {
        into.add(template.get(i + 1).text());
      }
    }
  }

  private static boolean isTag(TemplateTokens template, int at, String name) {
    return template.get(at - 1).is(Kind.OPEN, "{%") && template.get(at).is(Kind.NAME, name);
  }
}
