package dev.waymark.render;

import io.pebbletemplates.pebble.extension.writer.SpecializedWriter;
import java.io.Writer;
import java.util.Arrays;

/**
 * Gathers the text of one page; quicker than a StringWriter, which locks and copies twice. Not
 * thread-safe.
 */
final class TemplateWriter extends Writer implements SpecializedWriter {
  /** Has a bit set for each character below 64 that means something in HTML. */
  private static final long MARKUP = 1L << '<' | 1L << '>' | 1L << '&' | 1L << '"' | 1L << '\'';

  private char[] text;
  private int length;

  TemplateWriter(int room) {
    text = new char[room];
  }

  /** Forgets what was written and keeps the room for it. */
  void clear() {
    length = 0;
  }

  private void reserve(int more) {
    if (text.length - length < more) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
    }
  }

  @Override
  public void write(char[] from, int offset, int count) {
    reserve(count);
    System.arraycopy(from, offset, text, length, count);
    length += count;
  }

  @Override
  public void write(char[] from) {
    write(from, 0, from.length);
  }

  @Override
  public void write(String value) {
    int count = value.length();
    reserve(count);
    value.getChars(0, count, text, length);
    length += count;
  }

  /** Writes the text with the characters that mean something in HTML replaced. */
  void writeEscaped(String value) {
    int start = length;
    write(value);
    char[] copied = text;
    for (int i = start; i < length; i++) {
      if (isMarkup(copied[i])) {
        length = i;
        escapeFrom(i - start, value);
        return;
      }
    }
  }

  private static boolean isMarkup(char c) {
    return c < 64 && (MARKUP >>> c & 1) != 0;
  }

  private void escapeFrom(int first, String value) {
    for (int i = first; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isMarkup(c)) {
        write(
            switch (c) {
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              case '&' -> "&amp;";
              case '"' -> "&quot;";
              default -> "&#39;";
            });
      } else {
        write((int) c);
      }
    }
  }

  @Override
  public void write(int c) {
    reserve(1);
    text[length++] = (char) c;
  }

  @Override
  public void write(Object value) {
    if (value instanceof TemplateEscaper.Unsafe unsafe) {
      writeEscaped(unsafe.text());
    } else {
      write(value.toString());
    }
  }

  @Override
  public void writeSpecialized(String value) {
    write(value);
  }

  @Override
  public void writeSpecialized(int value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(long value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(double value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(float value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(short value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(byte value) {
    write(String.valueOf(value));
  }

  @Override
  public void writeSpecialized(char value) {
    write((int) value);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return new String(text, 0, length);
  }
}
