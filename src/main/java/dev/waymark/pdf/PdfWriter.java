package dev.waymark.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Sets a book as a tagged PDF (PDF/UA-1). The same book gives the same bytes: no clock is read, and
 * the file's identity is that of its content.
 */
public final class PdfWriter {
  private static final String PRODUCER = "Waymark";

  /** A comment behind the document, by which a later build knows it for its own. */
  private static final String MARK = "%Made with Waymark\n";

  /** Where the library asks for pictures; nothing is fetched from anywhere else. */
  private static final String BASE = "waymark:/";

  private final Function<String, Optional<byte[]>> pictures;

  /**
   * @param pictures gives the bytes of a picture by its address in the site
   */
  public PdfWriter(Function<String, Optional<byte[]>> pictures) {
    this.pictures = pictures;
  }

  /** Writes the document, and leaves the stream open. */
  public void write(Book book, OutputStream to) throws IOException {
    PdfLog.silence();
    BookHtml html = new BookHtml(book, this::isPicture);
    Document document = html.document();
    FlowDrawing drawing = new FlowDrawing(Fonts.outlines(false), Fonts.outlines(true));
    PdfRendererBuilder builder = new PdfRendererBuilder();
    Fonts.addTo(builder);
    builder
        .usePdfUaAccessibility(true)
        .withProducer(PRODUCER)
        .useReplacementText("\u25a1")
        .useUriResolver((base, uri) -> uri.startsWith(BASE) ? uri : BASE + uri)
        .useProtocolsStreamImplementation(uri -> new Picture(picture(uri)), "waymark")
        .useObjectDrawerFactory(new Drawings(html.drawings(), drawing))
        .withW3cDocument(new W3CDom().namespaceAware(false).fromJsoup(document), BASE);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument made = renderer.createPDFKeepOpen()) {
      describe(book, made);
      made.save(to, CompressParameters.DEFAULT_COMPRESSION);
      to.write(MARK.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private boolean isPicture(String address) {
    String name = address.toLowerCase(Locale.ROOT);
    return (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"))
        && pictures.apply(address).isPresent();
  }

  private byte[] picture(String uri) {
    return pictures.apply(uri.substring(BASE.length())).orElse(new byte[0]);
  }

  private static void describe(Book book, PDDocument made) {
    PDDocumentInformation about = made.getDocumentInformation();
    about.setTitle(book.title());
    about.setProducer(PRODUCER);
    Calendar date = book.date().map(PdfWriter::midnight).orElse(null);
    about.setCreationDate(date);
    about.setModificationDate(date);
    // What is hashed into the identity of the file in place of the time of day.
    made.setDocumentId((long) book.html().hashCode());
  }

  private static Calendar midnight(LocalDate date) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    return calendar;
  }

  /** A picture as the library reads it. */
  private record Picture(byte[] bytes) implements FSStream {
    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }

  /** Draws what {@link BookHtml} left a place for. */
  private record Drawings(List<Element> svgs, FlowDrawing drawing)
      implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(org.w3c.dom.Element place) {
      Element svg = svgs.get(Integer.parseInt(place.getAttribute("data-drawing")));
      double natural = Double.parseDouble(svg.attr("width"));
      return (element, x, y, width, height, device, context, dotsPerPixel) -> {
        float across = (float) (width / dotsPerPixel);
        device.drawWithGraphics(
            (float) x,
            (float) y,
            across,
            (float) (height / dotsPerPixel),
            page -> drawing.draw(svg, across / natural, page));
        return null;
      };
    }

    @Override
    public boolean isReplacedObject(org.w3c.dom.Element element) {
      return element.hasAttribute("data-drawing");
    }
  }
}
