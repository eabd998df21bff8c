package dev.waymark.cli;

import dev.waymark.diagnostic.Severity;

/** How marked words look: with the colours that every terminal has, or plain. */
enum Style {
  PLAIN("", "", "", ""),
  COLOURS("\u001b[1;31m", "\u001b[1;33m", "\u001b[1m", "\u001b[0m");

  private final String error;
  private final String warning;
  private final String bold;
  private final String reset;

  Style(String error, String warning, String bold, String reset) {
    this.error = error;
    this.warning = warning;
    this.bold = bold;
    this.reset = reset;
  }

  String severity(Severity severity, String text) {
    return (severity == Severity.ERROR ? error : warning) + text + reset;
  }

  String bold(String text) {
    return bold + text + reset;
  }
}
