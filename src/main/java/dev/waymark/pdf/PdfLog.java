package dev.waymark.pdf;

import com.openhtmltopdf.util.XRLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The libraries tell programmers much on standard error that readers of our output cannot use. */
final class PdfLog {
  /** Held here, since the log manager forgets a logger that nobody holds, and its level with it. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  private PdfLog() {}

  static void silence() {
    XRLog.setLoggingEnabled(false);
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
