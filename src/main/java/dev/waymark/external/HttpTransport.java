package dev.waymark.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Asks over the network: no cookies, no credentials, no redirects, and the body is not read.
 * Thread-safe.
 *
 * <p>Unless it is told otherwise it asks no address of this machine or of a private network, so
 * that a link in a text cannot make a build server ask the servers beside it. The name is looked up
 * here and once more by the client, within the time that Java remembers names.
 */
public final class HttpTransport implements Transport {
  /** How long a connection may take. */
  static final Duration CONNECT = Duration.ofSeconds(10);

  /** How long an answer may take, connection and all. */
  static final Duration ANSWER = Duration.ofSeconds(20);

  private final HttpClient client;
  private final String agent;
  private final boolean allowsPrivate;
  private final Duration timeout;

  /**
   * @param agent what servers are told of who asks
   * @param allowsPrivate whether addresses of this machine and of private networks are asked, too
   */
  public HttpTransport(String agent, boolean allowsPrivate) {
    this(agent, allowsPrivate, ANSWER);
  }

  HttpTransport(String agent, boolean allowsPrivate, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    this.agent = agent;
    this.allowsPrivate = allowsPrivate;
    this.timeout = timeout;
  }

  @Override
  public Answer send(Method method, URI address) throws IOException, InterruptedException {
    if (!allowsPrivate) {
      for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
        if (PrivateAddresses.contains(each)) {
          throw new PrivateAddressException(address.getHost());
        }
      }
    }
    HttpResponse<Boolean> response;
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .method(method.name(), BodyPublishers.noBody())
              .timeout(timeout)
              .header("User-Agent", agent)
              .header("Accept", "*/*")
              .build();
      response = client.send(request, info -> new Unread());
    } catch (IllegalArgumentException e) {
      // The client is stricter than java.net.URI, about ports for one.
      throw new IOException("%s cannot be asked for".formatted(address), e);
    }
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Location").map(HttpTransport::location),
        response.headers().firstValue("Retry-After"));
  }

  /**
   * The client takes each byte of a header for a character. Mostly they are UTF-8; what is not goes
   * back to its server as the bytes that came.
   */
  static String location(String header) {
    byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      StringBuilder encoded = new StringBuilder();
      for (byte each : bytes) {
        if (each < 0) {
          encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        } else {
          encoded.append((char) each);
        }
      }
      return encoded.toString();
    }
  }

  /** Lets the body go before any of it is read. */
  private static final class Unread implements BodySubscriber<Boolean> {
    @Override
    public CompletionStage<Boolean> getBody() {
      return CompletableFuture.completedFuture(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {}

    @Override
    public void onError(Throwable throwable) {}

    @Override
    public void onComplete() {}
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
