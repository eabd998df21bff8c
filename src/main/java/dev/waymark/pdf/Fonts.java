package dev.waymark.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts that come with the tool: DejaVu, by whose widths flowcharts are laid out, too. Only the
 * letters that a document uses go into it.
 */
final class Fonts {
  private static final String REGULAR = "DejaVuSans.ttf";
  private static final String BOLD = "DejaVuSans-Bold.ttf";

  private Fonts() {}

  static void addTo(PdfRendererBuilder builder) {
    builder
        .useFont(() -> open(REGULAR), "DejaVu Sans", 400, FontStyle.NORMAL, true)
        .useFont(() -> open(BOLD), "DejaVu Sans", 700, FontStyle.NORMAL, true)
        .useFont(() -> open("DejaVuSans-Oblique.ttf"), "DejaVu Sans", 400, FontStyle.ITALIC, true)
        .useFont(() -> open("DejaVuSansMono.ttf"), "DejaVu Sans Mono", 400, FontStyle.NORMAL, true);
  }

  /** The font for pictures, whose letters are drawn as outlines. */
  static TrueTypeFont outlines(boolean bold) throws IOException {
    try (InputStream in = open(bold ? BOLD : REGULAR)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }
  }

  private static InputStream open(String name) {
    InputStream in = Fonts.class.getResourceAsStream("fonts/" + name);
    if (in == null) {
      throw new UncheckedIOException(new IOException("the tool lacks the font " + name));
    }
    return in;
  }
}
