package dev.waymark.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * One problem in the content, the configuration or the theme, told so that an editor can mend it.
 *
 * <p>Printed, the parts stand like this:
 *
 * <pre>
 * LOCATION: SEVERITY CODE: MESSAGE
 *    18 | the source line
 *       |     ^^^^ DETAIL
 *       help: HELP
 * </pre>
 *
 * @param message what is wrong, in plain English, lower case, without a full stop
 * @param detail what was looked for or found at that place, or empty
 * @param help the way out, as a sentence to act on, or empty
 * @param suggestion the text to put at the location instead, or empty when there is no near match
 */
public record Diagnostic(
    Code code, Location location, String message, String detail, String help, String suggestion) {
  /** By file, line and column; the rest only makes the order total. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message)
          .thenComparing(Diagnostic::detail);

  public Diagnostic {
    Objects.requireNonNull(code);
    Objects.requireNonNull(location);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(help);
    Objects.requireNonNull(suggestion);
    if (message.isBlank()) {
      throw new IllegalArgumentException("a diagnostic without a message: " + code);
    }
  }

  /** A diagnostic with the usual message of its code. */
  public static Diagnostic of(Code code, Location location) {
    return new Diagnostic(code, location, code.message(), "", "", "");
  }

  public Diagnostic withMessage(String newMessage) {
    return new Diagnostic(code, location, newMessage, detail, help, suggestion);
  }

  public Diagnostic withDetail(String newDetail) {
    return new Diagnostic(code, location, message, newDetail, help, suggestion);
  }

  public Diagnostic withHelp(String newHelp) {
    return new Diagnostic(code, location, message, detail, newHelp, suggestion);
  }

  /** Adds the replacement text, and says it as help when there is no other. */
  public Diagnostic withSuggestion(String newSuggestion) {
    String said =
        help.isEmpty() && !newSuggestion.isEmpty() ? "did you mean " + newSuggestion + " ?" : help;
    return new Diagnostic(code, location, message, detail, said, newSuggestion);
  }

  public Severity severity() {
    return code.severity();
  }
}
