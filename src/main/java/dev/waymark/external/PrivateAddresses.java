package dev.waymark.external;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of this machine and of private networks: the
 * blocks of the special-purpose registries of IANA (RFC 6890) that are not reachable from
 * everywhere, multicast, and the address under which the machines of one cloud reach its services
 * (168.63.129.16, Azure). An address of version 4 inside one of version 6 counts as that one.
 */
final class PrivateAddresses {
  private PrivateAddresses() {}

  static boolean contains(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    return switch (address) {
      case Inet4Address four -> isPrivate4(four.getAddress(), 0);
      case Inet6Address six -> isPrivate6(six.getAddress());
      default -> true;
    };
  }

  private static boolean isPrivate4(byte[] bytes, int from) {
    int a = bytes[from] & 0xff;
    int b = bytes[from + 1] & 0xff;
    int c = bytes[from + 2] & 0xff;
    int d = bytes[from + 3] & 0xff;
    return switch (a) {
      case 0, 10, 127 -> true;
      case 100 -> b >= 64 && b < 128;
      case 168 -> b == 63 && c == 129 && d == 16;
      case 169 -> b == 254;
      case 172 -> b >= 16 && b < 32;
      case 192 -> b == 168 || (b == 0 && (c == 0 || c == 2));
      case 198 -> b == 18 || b == 19 || (b == 51 && c == 100);
      case 203 -> b == 0 && c == 113;
      default -> a >= 224;
    };
  }

  private static boolean isPrivate6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    int third = ((bytes[4] & 0xff) << 8) | (bytes[5] & 0xff);
    int fourth = ((bytes[6] & 0xff) << 8) | (bytes[7] & 0xff);
    // An address of version 4 may be written inside one of version 6 in three ways: as such, for
    // NAT64 (64:ff9b::/96), and for 6to4 (2002::/16).
    if (first == 0x64 && second == 0xff9b) {
      // 64:ff9b:1::/48 is NAT64 within one network (RFC 8215).
      return third == 1 || isPrivate4(bytes, 12);
    }
    if (first == 0x2002) {
      return isPrivate4(bytes, 2);
    }
    if (first == 0 && second == 0) {
      return isPrivate4(bytes, 12);
    }
    return switch (first) {
      // Only discarded (RFC 6666).
      case 0x100 -> second == 0 && third == 0 && fourth == 0;
      // For protocols, Teredo (2001::/32) among them; and for documentation.
      case 0x2001 -> (second & 0xfe00) == 0 || second == 0xdb8;
      // For documentation (RFC 9637).
      case 0x3fff -> (second & 0xf000) == 0;
      default -> (first & 0xfe00) == 0xfc00;
    };
  }
}
