package dev.waymark.output;

/** The SHA-256, in lower-case hexadecimal digits, and the size of a file. */
record Fingerprint(String sha256, long size) {
  static boolean isSha256(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
