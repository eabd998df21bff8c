package dev.waymark.cli;

/** The command line or a setting is wrong; the message is a sentence for the user. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String help;

  UsageException(String message, String help) {
    super(message);
    this.help = help;
  }

  /** The way out, or empty. */
  String help() {
    return help;
  }
}
