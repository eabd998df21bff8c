package dev.waymark.yaml;

import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A mapping that holds nothing and notes what it is asked for; see {@link Shape}. */
final class KeyRecorder extends MappingReader {
  private static final Location NOWHERE = Location.startOf("");

  /** Stands for every key that an author would choose. */
  private static final String ANY = "*";

  private static final YamlNode.Mapping NOTHING = new YamlNode.Mapping(List.of(), NOWHERE, true);

  private final Map<String, Shape> keys = new LinkedHashMap<>();
  private final Map<String, KeyRecorder> inner = new LinkedHashMap<>();
  private final Map<String, KeyRecorder> items = new LinkedHashMap<>();

  /** Lists whose items may be text, too. */
  private final Set<String> lists = new HashSet<>();

  private final Set<String> noText = new HashSet<>();
  private final Set<String> needed = new TreeSet<>();

  KeyRecorder() {
    super(NOTHING, new ArrayList<>());
  }

  Shape.Mapping shape() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    keys.forEach((key, shape) -> {
      KeyRecorder below = inner.get(key);
      KeyRecorder each = items.get(key);
      if (below != null) {
        shapes.put(key, below.shape());
      } else if (lists.contains(key)) {
        List<Shape> forms = new ArrayList<>();
        if (!noText.contains(key)) {
          forms.add(new Shape.Text());
        }
        if (each != null) {
          forms.add(each.shape());
        }
        shapes.put(
            key, new Shape.ListOf(forms.size() == 1 ? forms.getFirst() : new Shape.Either(forms)));
      } else {
        shapes.put(key, shape);
      }
    });
    Optional<Shape> others = Optional.ofNullable(shapes.remove(ANY));
    return new Shape.Mapping(shapes, needed, others);
  }

  private void note(String key, Shape shape) {
    keys.putIfAbsent(key, shape);
  }

  @Override
  public Optional<Located<String>> text(String key) {
    note(key, new Shape.Text());
    return Optional.empty();
  }

  @Override
  public Optional<Located<String>> url(String key) {
    note(key, new Shape.Url());
    return Optional.empty();
  }

  @Override
  public Optional<Located<String>> neededText(String key, String help) {
    needed.add(key);
    return text(key);
  }

  @Override
  public Optional<LocalDate> date(String key) {
    note(key, new Shape.Date());
    return Optional.empty();
  }

  @Override
  public Optional<Integer> integer(String key) {
    note(key, new Shape.WholeNumber());
    return Optional.empty();
  }

  @Override
  public boolean isGiven(String key) {
    return false;
  }

  @Override
  public Optional<Boolean> bool(String key) {
    note(key, new Shape.TrueOrFalse());
    return Optional.empty();
  }

  @Override
  public <T> Optional<T> choice(String key, Map<String, T> choices) {
    note(key, words(choices));
    return Optional.empty();
  }

  @Override
  public <T> List<T> choices(String key, Map<String, T> choices) {
    note(key, new Shape.ListOf(words(choices)));
    return List.of();
  }

  /** In an order of their own: some maps have none. */
  private static Shape words(Map<String, ?> choices) {
    boolean ordered = choices instanceof LinkedHashMap;
    return new Shape.Choice(
        List.copyOf(ordered ? choices.keySet() : new TreeSet<>(choices.keySet())));
  }

  @Override
  public List<Located<String>> texts(String key) {
    note(key, new Shape.ListOf(new Shape.Text()));
    return List.of();
  }

  @Override
  public Optional<MappingReader> mapping(String key) {
    note(key, new Shape.Text());
    return Optional.of(inner.computeIfAbsent(key, any -> new KeyRecorder()));
  }

  @Override
  public Optional<MappingReader> neededMapping(String key, String help) {
    needed.add(key);
    return mapping(key);
  }

  @Override
  public List<MappingReader> mappings(String key) {
    noText.add(key);
    note(key, new Shape.Text());
    lists.add(key);
    return List.of(items.computeIfAbsent(key, any -> new KeyRecorder()));
  }

  @Override
  public Optional<MappingReader> mapping(YamlNode item, String key) {
    if (item instanceof YamlNode.Scalar) {
      noText.add(key);
      return Optional.empty();
    }
    return Optional.of(items.computeIfAbsent(key, any -> new KeyRecorder()));
  }

  @Override
  public List<YamlNode> items(String key) {
    note(key, new Shape.Text());
    lists.add(key);
    return List.of(new YamlNode.Scalar("", NOWHERE), NOTHING);
  }

  @Override
  public List<YamlNode.Entry> entries() {
    return List.of(new YamlNode.Entry(new Located<>(ANY, NOWHERE), NOTHING));
  }

  @Override
  public void finish() {
    // Nothing is unknown here.
  }
}
