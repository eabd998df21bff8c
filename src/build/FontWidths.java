import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes the table of character widths that flowcharts are measured with: what the {@code hmtx} and
 * {@code cmap} tables of a TrueType font say, in thousandths of the size of the letters, rounded
 * up, and by how much the bold letters are wider at most.
 *
 * <p>{@code java src/build/FontWidths.java DejaVuSans.ttf DejaVuSans-Bold.ttf >
 * src/main/resources/dev/waymark/flowchart/svg/widths.txt}
 */
final class FontWidths {
  /** Latin, Greek, Cyrillic, Welsh and other accents, punctuation, currency, arrows, marks. */
  private static final int[][] RANGES = {
    {0x20, 0x7e}, {0xa0, 0x24f}, {0x370, 0x3ff}, {0x400, 0x45f}, {0x1e00, 0x1eff},
    {0x2010, 0x205e}, {0x20a0, 0x20bf}, {0x2100, 0x214f}, {0x2190, 0x21ff}, {0x2200, 0x22ff},
    {0x25a0, 0x25ff}, {0x2600, 0x26ff}, {0x2700, 0x27bf}
  };

  private static final int PER_LINE = 32;

  private final ByteBuffer font;
  private final int unitsPerEm;
  private final int metrics;
  private final int hmtx;
  private final int cmap;

  private FontWidths(byte[] bytes) {
    font = ByteBuffer.wrap(bytes);
    unitsPerEm = u16(table("head") + 18);
    metrics = u16(table("hhea") + 34);
    hmtx = table("hmtx");
    cmap = format4();
  }

  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    FontWidths regular = new FontWidths(bytes);
    FontWidths bold = new FontWidths(Files.readAllBytes(Path.of(args[1])));
    StringBuilder out = new StringBuilder();
    out.append(
        "# Widths of characters in thousandths of the letter size, rounded up. Each line has\n");
    out.append(
        "# the first code point, in hexadecimal, and the widths from there on; 0 is unknown.\n");
    out.append("# Font: ")
        .append(regular.name(4))
        .append(", ")
        .append(regular.name(5))
        .append('\n');
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    out.append("# SHA-256 of its file: ").append(hash).append('\n');
    out.append("# Made by src/build/FontWidths.java.\n");
    out.append("bold ").append(regular.boldest(bold)).append('\n');
    for (int[] range : RANGES) {
      for (int first = range[0]; first <= range[1]; first += PER_LINE) {
        List<String> line = new ArrayList<>();
        for (int c = first; c <= Math.min(range[1], first + PER_LINE - 1); c++) {
          line.add(Integer.toString(regular.width(c)));
        }
        if (line.stream().anyMatch(width -> !width.equals("0"))) {
          out.append(String.format(Locale.ROOT, "%x ", first));
          out.append(String.join(" ", line)).append('\n');
        }
      }
    }
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /** The most that a bold letter or digit is wider, in thousandths. */
  private int boldest(FontWidths bold) {
    int most = 1000;
    for (int c = 0x21; c <= 0x7e; c++) {
      if (Character.isLetterOrDigit(c)) {
        most = Math.max(most, -Math.floorDiv(-bold.width(c) * 1000, width(c)));
      }
    }
    return most;
  }

  private int width(int c) {
    int glyph = glyph(c);
    if (glyph == 0) {
      return 0;
    }
    int advance = u16(hmtx + 4 * Math.min(glyph, metrics - 1));
    return -Math.floorDiv(-advance * 1000, unitsPerEm);
  }

  private int glyph(int c) {
    int segments = u16(cmap + 6) / 2;
    for (int i = 0; i < segments; i++) {
      int end = u16(cmap + 14 + 2 * i);
      int startAt = cmap + 16 + 2 * segments + 2 * i;
      int start = u16(startAt);
      if (c <= end) {
        if (c < start) {
          return 0;
        }
        int delta = u16(startAt + 2 * segments);
        int rangeAt = startAt + 4 * segments;
        int range = u16(rangeAt);
        if (range == 0) {
          return c + delta & 0xffff;
        }
        int glyph = u16(rangeAt + range + 2 * (c - start));
        return glyph == 0 ? 0 : glyph + delta & 0xffff;
      }
    }
    return 0;
  }

  private int format4() {
    int at = table("cmap");
    for (int i = 0; i < u16(at + 2); i++) {
      int record = at + 4 + 8 * i;
      int subtable = at + font.getInt(record + 4);
      if (u16(record) == 3 && u16(record + 2) == 1 && u16(subtable) == 4) {
        return subtable;
      }
    }
    throw new IllegalArgumentException("no table of Unicode characters in this font");
  }

  private String name(int id) {
    int at = table("name");
    for (int i = 0; i < u16(at + 2); i++) {
      int record = at + 6 + 12 * i;
      if (u16(record) == 3 && u16(record + 6) == id) {
        byte[] text = new byte[u16(record + 8)];
        font.get(at + u16(at + 4) + u16(record + 10), text);
        return new String(text, StandardCharsets.UTF_16BE);
      }
    }
    return "?";
  }

  private int table(String tag) {
    for (int i = 0; i < u16(4); i++) {
      int record = 12 + 16 * i;
      byte[] name = new byte[4];
      font.get(record, name);
      if (new String(name, StandardCharsets.US_ASCII).equals(tag)) {
        return font.getInt(record + 8);
      }
    }
    throw new IllegalArgumentException("no table " + tag + " in this font");
  }

  private int u16(int at) {
    return font.getShort(at) & 0xffff;
  }
}
