package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of {@code docs/diagnostics}, one for each code, as Markdown. */
interface Explanations {
  String of(Code code);

  /**
   * The pages packed with these classes; a code whose page was not packed is told by its message.
   */
  static Explanations packed() {
    return code -> {
      try (InputStream in =
          Explanations.class.getResourceAsStream("diagnostics/" + code.id() + ".md")) {
        return in == null
            ? "# %s: %s\n\nSeverity: %s\n"
                .formatted(code.id(), code.message(), code.severity().word())
            : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
