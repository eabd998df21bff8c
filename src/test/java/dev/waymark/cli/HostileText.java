package dev.waymark.cli;

import java.util.Random;

/** Text that breaks what is written carelessly: marks of every form, control characters, halves. */
final class HostileText {
  private static final String[] PARTS = {
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\u0000",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ufffe",
    "\uffff",
    "\ud83d",
    "\ude00",
    "😀",
    "%",
    "%0A",
    "%3A",
    "::",
    "::error::x",
    "\n::error::x",
    "##[error]",
    ",",
    ":",
    "]]>",
    "<![CDATA[",
    "</failure>",
    "<!--",
    "&",
    "&amp;",
    "\"",
    "'",
    "{0}",
    "{{",
    "[a](b)",
    "[",
    "](",
    "\\",
    "/",
    "é",
    "文",
    " ",
    "x",
    "--"
  };

  private HostileText() {}

  /** The same text for the same seed. */
  static String of(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
