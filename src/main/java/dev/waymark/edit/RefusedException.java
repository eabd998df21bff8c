package dev.waymark.edit;

/**
 * Something that an editor asked for is not done, and nothing was changed; the message says why.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String help;

  RefusedException(String message, String help) {
    super(message);
    this.help = help;
  }

  /** The way out, or empty. */
  public String help() {
    return help;
  }
}
