package dev.waymark.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of addresses. */
public final class Percent {
  private Percent() {}

  /** Encodes what an address may not hold, and leaves alone what is encoded already. */
  public static String encode(String url) {
    StringBuilder encoded = null;
    byte[] bytes = null;
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '%' ? !isEncoded(url, i) : !isAllowed(c)) {
        encoded = new StringBuilder(url.length() + 16);
        bytes = url.getBytes(StandardCharsets.UTF_8);
        break;
      }
    }
    if (encoded == null || bytes == null) {
      return url;
    }
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean kept =
          c == '%'
              ? i + 2 < bytes.length && isHex((char) bytes[i + 1]) && isHex((char) bytes[i + 2])
              : c < 0x80 && isAllowed(c);
      if (kept) {
        encoded.append(c);
      } else {
        append(c, encoded);
      }
    }
    return encoded.toString();
  }

  /** Decodes {@code %41}; what is not well-formed stays as it is. */
  public static String decode(String url) {
    if (url.indexOf('%') < 0) {
      return url;
    }
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(url.length());
    byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%'
          && i + 2 < bytes.length
          && isHex((char) bytes[i + 1])
          && isHex((char) bytes[i + 2])) {
        decoded.write(Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        decoded.write(bytes[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /** Appends {@code %XX} for the byte in {@code c}. */
  static void append(char c, StringBuilder into) {
    into.append('%')
        .append("0123456789ABCDEF".charAt(c >> 4))
        .append("0123456789ABCDEF".charAt(c & 15));
  }

  private static boolean isEncoded(String url, int percent) {
    return percent + 2 < url.length()
        && isHex(url.charAt(percent + 1))
        && isHex(url.charAt(percent + 2));
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_.+!*'(),;:@&=$/?#~".indexOf(c) >= 0;
  }
}
