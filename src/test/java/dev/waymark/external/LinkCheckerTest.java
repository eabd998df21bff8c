package dev.waymark.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.diagnostic.Location;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are checked on a server of this machine; time passes only where the test says so. */
final class LinkCheckerTest {
  private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> agents = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().substring(1);
    String method = exchange.getRequestMethod();
    agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    long before = requests.stream().filter(line -> line.endsWith(" " + path)).count();
    requests.add(method + " " + path);
    if (path.equals("slow")) {
      await();
    }
    int status =
        switch (path) {
          case "one", "two", "three", "loop-a", "loop-b", "out", "bad" -> 301;
          case "gone" -> 410;
          case "busy" -> before == 0 ? 429 : 200;
          case "long-busy" -> 429;
          case "tired" -> before == 0 ? 503 : 200;
          case "broken" -> 500;
          case "closed" -> 403;
          case "get-only" -> method.equals("HEAD") ? 405 : 200;
          default -> path.startsWith("missing") ? 404 : path.startsWith("far") ? 302 : 200;
        };
    String to =
        switch (path) {
          case "one" -> "/two";
          case "two" -> root + "three#part";
          case "three" -> "fine";
          case "loop-a" -> "loop-b";
          case "loop-b" -> "loop-a";
          case "out" -> "file:///etc/passwd";
          case "bad" -> "http://";
          default -> path.startsWith("far") ? path + "r" : "";
        };
    if (!to.isEmpty()) {
      exchange.getResponseHeaders().set("Location", to);
    }
    if (path.equals("busy")) {
      exchange.getResponseHeaders().set("Retry-After", "30");
    } else if (path.equals("long-busy")) {
      exchange.getResponseHeaders().set("Retry-After", "3600");
    } else if (path.equals("tired")) {
      exchange.getResponseHeaders().set("Retry-After", "Wed, 01 Jul 2026 09:00:12 GMT");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Located<String> link(String address, int line) {
    return new Located<>(address, Location.onLine("content/a.md", line, 5, address.length()));
  }

  private List<Located<String>> links(String... paths) {
    List<Located<String>> links = new ArrayList<>();
    for (String path : paths) {
      links.add(link(root + path, links.size() + 1));
    }
    return links;
  }

  private LinkChecker checker(Transport transport) {
    return new LinkChecker(transport, () -> NOW, pauses::add, WEEK);
  }

  private LinkChecker.Result check(List<Located<String>> links) throws InterruptedException {
    return check(links, RememberedLinks.none());
  }

  private LinkChecker.Result check(List<Located<String>> links, RememberedLinks memory)
      throws InterruptedException {
    try (HttpTransport transport = new HttpTransport("waymark/1 (link checker)", true)) {
      return checker(transport).check(links, memory);
    }
  }

  /** {@code 3: WM701 answers 404}. */
  private List<String> said(LinkChecker.Result result) {
    return result.diagnostics().stream()
        .map(found ->
            "%s: %s %s"
                .formatted(
                    found.location().line(),
                    found.code().id(),
                    found.detail().replaceFirst("^\\S+ ", "")))
        .toList();
  }

  @Test
  void aPageThatIsThereIsAskedForOnceHoweverOftenItIsLinkedTo() throws Exception {
    LinkChecker.Result result =
        check(links("fine", "fine#a", "fine#b", "fine", "fine", "fine#c", "fine", "fine"));
    assertEquals(List.of(), result.diagnostics());
    assertEquals(List.of("HEAD fine"), requests);
    assertEquals(List.of("waymark/1 (link checker)"), agents);
    assertEquals(1, result.asked());
  }

  @Test
  void whatIsGoneIsSaidAtEachLinkToIt() throws Exception {
    LinkChecker.Result result = check(links("missing", "fine", "gone", "missing#part"));
    assertEquals(
        List.of("1: WM701 answers 404", "3: WM701 answers 410", "4: WM701 answers 404"),
        said(result));
    Diagnostic first = result.diagnostics().getFirst();
    assertEquals(Code.EXTERNAL_GONE, first.code());
    assertEquals("content/a.md", first.location().file());
    assertEquals(5, first.location().column());
    assertEquals(root + "missing answers 404", first.detail());
    assertEquals(List.of("HEAD missing", "GET missing", "HEAD fine", "HEAD gone"), requests);
  }

  @Test
  void redirectsAreFollowedToTheirEnd() throws Exception {
    assertEquals(List.of(), said(check(links("one"))));
    assertEquals(List.of("HEAD one", "HEAD two", "HEAD three", "HEAD fine"), requests);
  }

  @Test
  void redirectsWithoutAnEndAreSaid() throws Exception {
    assertEquals(
        List.of(
            "1: WM702 it leads round in a circle",
            "2: WM702 it leads on more than 5 times",
            "3: WM702 it leads on to an address that is none",
            "4: WM702 it leads on to an address that is none"),
        said(check(links("loop-a", "far", "out", "bad"))));
    assertEquals(6, requests.stream().filter(line -> line.contains("far")).count());
  }

  @Test
  void theServerSaysWhenToAskAgain() throws Exception {
    assertEquals(List.of(), said(check(links("busy", "tired"))));
    assertEquals(List.of(Duration.ofSeconds(30), Duration.ofSeconds(12)), pauses);
    assertEquals(List.of("HEAD busy", "GET busy", "HEAD tired", "GET tired"), requests);
  }

  @Test
  void nobodyWaitsAnHourForALink() throws Exception {
    LinkChecker.Result result = check(links("long-busy"));
    assertEquals(List.of(), result.diagnostics());
    assertEquals(Map.of(root + "long-busy", "it answers 429: too many questions"), result.untold());
    assertEquals(List.of(), pauses);
  }

  @Test
  void errorsOfTheServerAreAskedAboutThreeTimesWithLongerPauses() throws Exception {
    assertEquals(
        List.of("1: WM702 it answers 500: an error of its own"), said(check(links("broken"))));
    assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), pauses);
    assertEquals(List.of("HEAD broken", "GET broken", "GET broken"), requests);
  }

  @Test
  void whereHeadIsRefusedThePageIsAskedFor() throws Exception {
    assertEquals(List.of(), said(check(links("get-only"))));
    assertEquals(List.of("HEAD get-only", "GET get-only"), requests);
  }

  @Test
  void whatIsClosedToProgramsIsNotCalledDead() throws Exception {
    LinkChecker.Result result = check(links("closed"));
    assertEquals(List.of(), result.diagnostics());
    assertEquals(
        Map.of(root + "closed", "it answers 403, perhaps to programs only"), result.untold());
  }

  /** Two hosts lead on to a third at once; whoever comes there second must wait outside. */
  @Test
  void oneHostIsAskedOneQuestionAtATime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Set<Thread> ledOn = ConcurrentHashMap.newKeySet();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger crowd = new AtomicInteger();
    Transport network =
        (method, address) -> {
          if (!address.getHost().equals("third.example")) {
            both.countDown();
            assertTrue(both.await(30, TimeUnit.SECONDS));
            ledOn.add(Thread.currentThread());
            return redirect("https://third.example" + address.getPath());
          }
          crowd.accumulateAndGet(inside.incrementAndGet(), Math::max);
          long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
          while (inside.get() < 2 && !isOtherWaiting(ledOn) && System.nanoTime() < patience) {
            Thread.onSpinWait();
          }
          inside.decrementAndGet();
          return Transport.Answer.of(200);
        };
    LinkChecker.Result result =
        checker(network)
            .check(
                List.of(link("https://a.example/1", 1), link("https://b.example/2", 2)),
                RememberedLinks.none());
    assertEquals(2, result.asked());
    assertEquals(List.of(), result.diagnostics());
    assertEquals(1, crowd.get());
  }

  private static boolean isOtherWaiting(Set<Thread> threads) {
    return threads.size() == 2
        && threads.stream()
            .filter(each -> each != Thread.currentThread())
            .allMatch(each ->
                each.getState() == Thread.State.WAITING
                    || each.getState() == Thread.State.TERMINATED);
  }

  private static Transport.Answer redirect(String to) {
    return new Transport.Answer(302, Optional.of(to), Optional.empty());
  }

  @Test
  void aServerThatIsSlowIsNotWaitedFor() throws Exception {
    try (HttpTransport transport = new HttpTransport("waymark", true, Duration.ofMillis(200))) {
      LinkChecker.Result result = checker(transport).check(links("slow"), RememberedLinks.none());
      assertEquals(List.of("1: WM702 it did not answer within 20 seconds"), said(result));
    }
    assertEquals(2, pauses.size());
  }

  @Test
  void aServerThatBreaksOffIsSaidAndLeftInPeace() throws Exception {
    int asked;
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> {
        while (true) {
          try (Socket call = socket.accept()) {
            calls.incrementAndGet();
            // Closes with a reset once it was asked.
            var _ = call.getInputStream().read();
            call.setSoLinger(true, 0);
          } catch (IOException e) {
            return;
          }
        }
      });
      String address = "http://127.0.0.1:" + socket.getLocalPort() + "/";
      LinkChecker.Result result =
          check(List.of(link(address + "1", 1), link(address + "2", 2), link(address + "3", 3)));
      assertEquals(
          List.of(
              "1: WM702 the connection broke off",
              "2: WM702 the connection broke off",
              "3: WM702 the connection broke off"),
          said(result));
      asked = result.asked();
    }
    assertEquals(4, pauses.size(), "the third was not asked for");
    assertEquals(2, asked);
    assertTrue(calls.get() >= 6, calls::toString);
  }

  @Test
  void addressesOfPrivateNetworksAreNotAskedFor() throws Exception {
    try (HttpTransport transport = new HttpTransport("waymark", false)) {
      LinkChecker.Result result = checker(transport).check(links("fine"), RememberedLinks.none());
      assertEquals(List.of(), result.diagnostics());
      assertEquals(
          Map.of(root + "fine", "it is inside a private network, which is asked on request only"),
          result.untold());
      assertEquals(0, result.asked());
    }
    assertEquals(List.of(), requests);
  }

  @Test
  void aRedirectIntoAPrivateNetworkIsNotFollowed() throws Exception {
    List<URI> asked = new ArrayList<>();
    Transport outside =
        (method, address) -> {
          if (address.getHost().equals("127.0.0.1")) {
            throw new Transport.PrivateAddressException(address.getHost());
          }
          asked.add(address);
          return redirect(root + "fine");
        };
    LinkChecker.Result result =
        checker(outside).check(List.of(link("https://a.example/", 1)), RememberedLinks.none());
    assertEquals(1, result.untold().size());
    assertEquals(List.of(URI.create("https://a.example/")), asked);
  }

  @Test
  void hostsAreAskedBesideEachOtherAndOtherSchemesNotAtAll() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Map<String, Integer> asked = new TreeMap<>();
    Transport network =
        (method, address) -> {
          both.countDown();
          assertTrue(both.await(30, TimeUnit.SECONDS));
          synchronized (asked) {
            asked.merge(address.getHost(), 1, Integer::sum);
          }
          throw new UnknownHostException(address.getHost());
        };
    LinkChecker.Result result =
        checker(network)
            .check(
                List.of(
                    link("https://a.example/", 1),
                    link("HTTPS://b.example", 2),
                    link("mailto:a@b.example", 3),
                    link("https://", 4)),
                RememberedLinks.none());
    assertEquals(List.of(), said(result));
    assertEquals(2, result.unreached());
    assertEquals(Map.of("a.example", 1, "b.example", 1), asked);
    assertEquals(
        Map.of(
            "https://a.example/", "there is no server of this name",
            "HTTPS://b.example", "there is no server of this name",
            "https://", "it is no address that can be asked for"),
        result.untold());
  }

  @Test
  void whatWasThereIsNotAskedForAgainForAWeek() throws Exception {
    RememberedLinks memory = RememberedLinks.none();
    check(links("fine", "missing"), memory);
    requests.clear();
    LinkChecker.Result again = check(links("fine", "missing"), memory);
    assertEquals(List.of("HEAD missing", "GET missing"), requests);
    assertEquals(1, again.remembered());
    assertTrue(memory.isAlive(root + "fine", NOW.plus(WEEK).minusSeconds(1), WEEK));
    assertEquals(false, memory.isAlive(root + "fine", NOW.plus(WEEK), WEEK));
    assertEquals(false, memory.isAlive(root + "fine", NOW.minusSeconds(1), WEEK), "not yet asked");
  }

  private static Transport without(String... dead) {
    return (method, address) -> {
      if (List.of(dead).contains(address.getHost())) {
        throw new UnknownHostException(address.getHost());
      }
      return Transport.Answer.of(200);
    };
  }

  @Test
  void twoDeadSitesAreSaidAgainThoughAllOthersAreRemembered() throws Exception {
    List<Located<String>> links =
        List.of(
            link("https://fine.example/", 1),
            link("https://a.example/", 2),
            link("https://b.example/", 3));
    RememberedLinks memory = RememberedLinks.none();
    for (int run = 1; run <= 2; run++) {
      LinkChecker.Result result = checker(without("a.example", "b.example")).check(links, memory);
      assertEquals(
          List.of(
              "2: WM702 there is no server of this name",
              "3: WM702 there is no server of this name"),
          said(result));
      assertEquals(0, result.unreached());
      assertEquals(3, result.asked());
      assertEquals(0, result.remembered());
    }
    LinkChecker.Result offline =
        checker(without("a.example", "b.example", "fine.example")).check(links, memory);
    assertEquals(List.of(), said(offline));
    assertEquals(3, offline.unreached());
    assertEquals(Set.of("https://a.example/", "https://b.example/"), offline.untold().keySet());
    assertTrue(memory.isAlive("https://fine.example/", NOW, WEEK));
  }

  @Test
  void aCertificateThatIsNotValidIsAnAnswer() throws Exception {
    Transport network =
        (method, address) -> {
          throw new SSLHandshakeException("PKIX path building failed");
        };
    LinkChecker.Result result =
        checker(network)
            .check(
                List.of(link("https://a.example/", 1), link("https://b.example/", 2)),
                RememberedLinks.none());
    assertEquals(0, result.unreached());
    assertEquals(2, result.diagnostics().size());
  }

  @Test
  void whoLeadsToADeadSiteIsNotDeadItself() throws Exception {
    Transport network =
        (method, address) -> {
          if (address.getHost().equals("dead.example")) {
            throw new ConnectException();
          }
          return address.getPath().startsWith("/old")
              ? redirect("https://dead.example" + address.getPath())
              : Transport.Answer.of(200);
        };
    LinkChecker.Result result =
        checker(network)
            .check(
                List.of(
                    link("https://a.example/old-1", 1),
                    link("https://a.example/old-2", 2),
                    link("https://a.example/fine", 3)),
                RememberedLinks.none());
    String reason = "WM702 it leads on to dead.example: no server can be reached there";
    assertEquals(List.of("1: " + reason, "2: " + reason), said(result));
    assertEquals(3, result.asked());
  }

  private static List<Located<String>> pages(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> link("https://a.example/" + i, i))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aHostWithoutTimeIsLeftInPeace(int status) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Transport busy =
        (method, address) -> {
          requests.incrementAndGet();
          return new Transport.Answer(status, Optional.empty(), Optional.of("60"));
        };
    LinkChecker.Result result = checker(busy).check(pages(50), RememberedLinks.none());
    assertEquals(6, requests.get());
    assertEquals(2, result.asked());
    assertEquals(status == 503 ? 2 : 0, result.diagnostics().size());
    assertEquals(status == 503 ? 48 : 50, result.untold().size());
    assertEquals(
        "its site had no time for the questions before",
        result.untold().get("https://a.example/3"));
  }

  @Test
  void aRunEndsAndKeepsWhatItLearnt() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    Transport slow =
        (method, address) -> {
          now.updateAndGet(time -> time.plusSeconds(60));
          return Transport.Answer.of(200);
        };
    RememberedLinks memory = RememberedLinks.none();
    LinkChecker checker = new LinkChecker(slow, now::get, pauses::add, WEEK);
    LinkChecker.Result first = checker.check(pages(20), memory);
    assertEquals(15, first.asked());
    assertEquals(5, first.untold().size());
    assertEquals("the 15 minutes of a run were over", first.untold().get("https://a.example/16"));
    LinkChecker.Result second = checker.check(pages(20), memory);
    assertEquals(15, second.remembered());
    assertEquals(Map.of(), second.untold());
  }

  @Test
  void nobodyWaitsBeyondTheEndOfARun() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    // Every second question is answered, so that the host does not count as busy.
    AtomicInteger asked = new AtomicInteger();
    Transport tired =
        (method, address) ->
            new Transport.Answer(
                asked.incrementAndGet() % 2 == 1 ? 429 : 200, Optional.empty(), Optional.of("55"));
    LinkChecker checker =
        new LinkChecker(
            tired, now::get, time -> now.updateAndGet(before -> before.plus(time)), WEEK);
    LinkChecker.Result result = checker.check(pages(100), RememberedLinks.none());
    assertEquals(NOW.plusSeconds(16 * 55), now.get());
    assertEquals(100, result.asked());
    assertEquals(42, result.untold().size(), "every second page after the sixteenth");
  }

  @Test
  void aRunThatIsStoppedKeepsWhatItLearnt() throws Exception {
    RememberedLinks memory = RememberedLinks.none();
    Thread here = Thread.currentThread();
    Transport network =
        (method, address) -> {
          if (address.getPath().equals("/2")) {
            here.interrupt();
            over.await();
          }
          return Transport.Answer.of(200);
        };
    assertThrows(InterruptedException.class, () -> checker(network).check(pages(3), memory));
    assertTrue(memory.isAlive("https://a.example/1", NOW, WEEK));
    assertEquals(false, memory.isAlive("https://a.example/3", NOW, WEEK));
  }
}
