package dev.waymark.external;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Sends one request and follows nothing. */
public interface Transport extends AutoCloseable {
  /**
   * Asks for an address.
   *
   * @param address http or https, with a host and without a fragment
   * @throws PrivateAddressException if the address must not be asked for
   * @throws IOException if there is no answer
   */
  Answer send(Method method, URI address) throws IOException, InterruptedException;

  /** Lets go of the network. */
  @Override
  default void close() {}

  /** How to ask. */
  enum Method {
    HEAD,
    GET
  }

  /**
   * What came back, without its body.
   *
   * @param location where a redirect leads, as the server wrote it
   * @param retryAfter when to ask again, as the server wrote it
   */
  record Answer(int status, Optional<String> location, Optional<String> retryAfter) {
    public Answer {
      Objects.requireNonNull(location);
      Objects.requireNonNull(retryAfter);
    }

    /** An answer that says no more than how it stands. */
    public static Answer of(int status) {
      return new Answer(status, Optional.empty(), Optional.empty());
    }
  }

  /** The address lies inside a private network or on this machine. */
  final class PrivateAddressException extends IOException {
    public PrivateAddressException(String host) {
      super(host + " is inside a private network");
    }
  }
}
