package dev.waymark.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered, what is private, and what is said of failures. */
final class ExternalPartsTest {
  private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir private Path folder;

  @Test
  void theMemoryIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("below/links.json");
    RememberedLinks memory = RememberedLinks.none();
    memory.remember("https://b.example/", NOW);
    memory.remember("https://a.example/?q=%22", NOW);
    memory.remember("https://old.example/", NOW.minus(WEEK));
    memory.write(file, NOW, WEEK);
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
        Files.readString(file));
    RememberedLinks read = RememberedLinks.read(file);
    assertTrue(read.isAlive("https://b.example/", NOW, WEEK));
    assertFalse(read.isAlive("https://c.example/", NOW, WEEK));
    assertTrue(read.notice().isEmpty());
    read.write(file, NOW, WEEK);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
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
        "fec0::1"
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
        "2002:808:808::"
      })
  void otherAddressesArePublic(String address) throws UnknownHostException {
    assertFalse(PrivateAddresses.contains(InetAddress.getByName(address)));
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
