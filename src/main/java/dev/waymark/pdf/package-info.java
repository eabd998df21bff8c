/**
 * The site as one PDF. {@link dev.waymark.pdf.PdfWriter} sets a {@link dev.waymark.pdf.Book}, whose
 * text is HTML, as a tagged document with bookmarks, contents and page numbers.
 *
 * <p>The look is its own: {@code book.css} and the fonts beside it, and flowcharts drawn from their
 * SVG by {@link dev.waymark.pdf.FlowDrawing}, since the library knows neither custom properties nor
 * SVG. None of its classes is loaded unless a PDF is asked for.
 */
@NullMarked
package dev.waymark.pdf;

import org.jspecify.annotations.NullMarked;
