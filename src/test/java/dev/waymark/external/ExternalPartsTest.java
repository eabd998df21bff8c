package dev.waymark.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, what is private, and what is said of failures. */
final class ExternalPartsTest {
  private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path folder;

  @Test
  void theMemoryIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("links.json");
    RememberedLinks memory = RememberedLinks.none();
    memory.remember("https://b.example/", NOW);
    memory.remember("https://a.example/?q=%22", NOW);
    memory.remember("https://old.example/", NOW.minus(WEEK));
    String text = memory.text(NOW, WEEK);
    assertEquals(
        """
        {
          "version": 1,
          "alive": {
            "https://a.example/?q=%22": "2026-07-01T09:00:00Z",
            "https://b.example/": "2026-07-01T09:00:00Z"
          }
        }
        """,
        text);
    RememberedLinks read = RememberedLinks.read(Files.writeString(file, text));
    assertTrue(read.isAlive("https://b.example/", NOW, WEEK));
    assertFalse(read.isAlive("https://c.example/", NOW, WEEK));
    assertTrue(read.notice().isEmpty());
    assertEquals(text, read.text(NOW, WEEK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"version\": 2, \"alive\": {}}",
        "{\"version\": 1}",
        "{\"version\": 1, \"alive\": {\"https://a.example/\": \"yesterday\"}}"
      })
  void aBrokenMemoryIsNotUsed(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("links.json"), text);
    RememberedLinks read = RememberedLinks.read(file);
    assertTrue(read.notice().isPresent());
    assertFalse(read.isAlive("https://a.example/", NOW, WEEK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "::7f00:1",
        "fec0::1",
        "168.63.129.16",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::808:808",
        "2001:db8::1",
        "3fff::1",
        "3fff:fff::1"
      })
  void addressesOfPrivateNetworksAreKnown(String address) throws UnknownHostException {
    assertTrue(PrivateAddresses.contains(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "192.167.1.1",
        "198.17.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:808:808::",
        "168.63.129.15",
        "100:0:0:1::1",
        "2001:200::1",
        "2001:4860:4860::8888",
        "3fff:1000::1"
      })
  void otherAddressesArePublic(String address) throws UnknownHostException {
    assertFalse(PrivateAddresses.contains(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://a.example/x/y?q#z       | https://a.example/x/y?q
          https://a.example:65535/        | https://a.example:65535/
          https://a.example:99999/        | none
          https://a.example:0/            | none
          https://a_b.example/            | none
          https:a.example                 | none
          file:///etc/passwd              | none
          http://[::1]:80/[a]             | http://[::1]:80/%5Ba%5D
          https://m\u00fcnchen.example/\u00e4 b   | https://xn--mnchen-3ya.example/%C3%A4%20b
          https://m%C3%BCnchen.example:80 | https://xn--mnchen-3ya.example:80
          https://a%2Fb.example/          | none
          //b.example/                    | https://b.example/
          next page                       | https://a.example/one/next%20page
          ?lang=en                        | https://a.example/one/two?lang=en
          /c%20d?e=%5Bf                   | https://a.example/c%20d?e=%5Bf
          """)
  void addressesAreWrittenFreelyAndAskedForExactly(String written, String asked) {
    assertEquals(
        asked.equals("none") ? Optional.empty() : Optional.of(URI.create(asked)),
        LinkChecker.address(URI.create("https://a.example/one/two?three"), written));
    // A bar cannot stand in the table.
    assertEquals(
        Optional.of(URI.create("https://a.example/a%7Cb")),
        LinkChecker.address(URI.create("https://a.example"), "a|b"));
  }

  @Test
  void aLocationInBytesBecomesAnAddress() {
    assertEquals("/caf\u00e9", HttpTransport.location("/caf\u00c3\u00a9"));
    assertEquals("/caf%E9", HttpTransport.location("/caf\u00e9"));
    assertEquals("/cafe", HttpTransport.location("/cafe"));
  }

  @Test
  void whatTheClientRefusesIsAFailureAndNoBug() {
    try (HttpTransport transport = new HttpTransport("waymark", true)) {
      assertThrows(
          IOException.class,
          () -> transport.send(Transport.Method.HEAD, URI.create("http://127.0.0.1:99999/")));
    }
  }

  @Test
  void failuresAreSaidInPlainWords() {
    assertEquals(
        "there is no server of this name", Request.reason(new UnknownHostException("a.example")));
    assertEquals(
        "its certificate is not valid, so browsers warn of it",
        Request.reason(new SSLHandshakeException("PKIX path building failed")));
    assertEquals(
        "it did not answer within 20 seconds", Request.reason(new HttpTimeoutException("x")));
    assertEquals("no server can be reached there", Request.reason(new ConnectException()));
    assertEquals("the connection broke off", Request.reason(new IOException("reset")));
  }
}
