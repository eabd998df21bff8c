package dev.waymark.output;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
public final class Sha256 {
  private Sha256() {}

  /** A digest to be filled. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The 32 bytes of these bytes. */
  public static byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }

  /**
   * The first digits of the hash of these bytes, in lower-case hexadecimal.
   *
   * @param digits how many, at most 64
   */
  public static String hex(byte[] bytes, int digits) {
    return HexFormat.of().formatHex(of(bytes)).substring(0, digits);
  }
}
