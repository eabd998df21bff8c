package dev.waymark.json;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON text. Members stand in the order in which they are put:
 *
 * <pre>{@code
 * JsonText.object(it -> it.put("version", 1).array("tags", tags -> tags.add("a").add("b")))
 *
 * {
 *   "version": 1,
 *   "tags": [
 *     "a",
 *     "b"
 *   ]
 * }
 * }</pre>
 *
 * <p>Text ends with LF and holds no other line ends than LF. Characters outside ASCII stand as they
 * are; half of a surrogate pair, which UTF-8 cannot say, becomes U+FFFD. Thread-safe.
 */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final ObjectWriteContext INDENTED = new Indented();

  private JsonText() {}

  /**
   * An object, indented.
   *
   * @throws IllegalArgumentException if a name is put twice, here or further in
   */
  public static String object(Consumer<JsonMembers> members) {
    return text(INDENTED, json -> JsonMembers.write(json, members));
  }

  /** An array, indented; the exception is that of {@link #object}. */
  public static String array(Consumer<JsonItems> items) {
    return text(INDENTED, json -> JsonItems.write(json, items));
  }

  /**
   * An object on one line, for files that hold one JSON text a line; the exception is that of
   * {@link #object}.
   */
  public static String line(Consumer<JsonMembers> members) {
    return text(ObjectWriteContext.empty(), json -> JsonMembers.write(json, members));
  }

  private static String text(ObjectWriteContext layout, Consumer<JsonGenerator> root) {
    // Through characters, not bytes: the byte generator refuses half of a surrogate pair.
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(layout, text)) {
      root.accept(json);
    } catch (StreamWriteException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
    return text.append('\n').toString();
  }

  /** The same text, with U+FFFD for each half of a surrogate pair that stands alone. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(point ->
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                    ? 0xfffd
                    : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static final class Indented extends ObjectWriteContext.Base {
    private static final DefaultPrettyPrinter PRINTER =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public PrettyPrinter getPrettyPrinter() {
      // A printer counts levels, so each text needs its own.
      return PRINTER.createInstance();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
