package dev.waymark.external;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks for each address once, however often it is linked to, and says which are dead. One request
 * at a time goes to a host, and to {@value #HOSTS} hosts at once. A host that did not answer for
 * {@value #TRIES} addresses is left in peace.
 */
public final class LinkChecker {
  static final int HOSTS = 8;
  static final int TRIES = 2;

  private final Transport transport;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Duration age;
  private final Map<String, ReentrantLock> hosts = new ConcurrentHashMap<>();

  /** Waits. */
  public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * What was found.
   *
   * @param diagnostics one for each link to what is dead, sorted
   * @param asked how many addresses were asked for
   * @param remembered how many were known to be alive
   * @param untold addresses of which a program cannot tell, each with the reason
   * @param unreached how many sites were asked, if none of several answered; else 0
   */
  public record Result(
      List<Diagnostic> diagnostics,
      int asked,
      int remembered,
      Map<String, String> untold,
      int unreached) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
      untold = Collections.unmodifiableMap(new TreeMap<>(untold));
    }
  }

  /**
   * @param clock for what is remembered, and for dates that servers name
   * @param age how long an address is believed to be alive
   */
  public LinkChecker(Transport transport, InstantSource clock, Sleeper sleeper, Duration age) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.age = age;
    this.transport =
        (method, address) -> {
          ReentrantLock one = hosts.computeIfAbsent(host(address), host -> new ReentrantLock());
          one.lockInterruptibly();
          try {
            return transport.send(method, address);
          } finally {
            one.unlock();
          }
        };
  }

  /**
   * Checks addresses of http and https; others are left out.
   *
   * @param links percent-encoded, in any order, as often as they are linked to
   * @param memory takes what is alive
   */
  public Result check(List<Located<String>> links, RememberedLinks memory)
      throws InterruptedException {
    Map<URI, List<Located<String>>> places = new LinkedHashMap<>();
    Map<URI, Outcome> outcomes = new HashMap<>();
    Map<String, List<URI>> byHost = new LinkedHashMap<>();
    int remembered = 0;
    for (Located<String> link : links) {
      if (!isHttp(link.value())) {
        continue;
      }
      URI address = address(URI.create(""), link.value()).orElse(null);
      if (address == null) {
        continue;
      }
      List<Located<String>> same = places.computeIfAbsent(address, each -> new ArrayList<>());
      same.add(link);
      if (same.size() > 1) {
        continue;
      }
      if (memory.isAlive(address.toString(), clock.instant(), age)) {
        remembered++;
      } else {
        byHost.computeIfAbsent(host(address), each -> new ArrayList<>()).add(address);
      }
    }
    ask(byHost, outcomes);
    if (byHost.size() > 1 && outcomes.values().stream().allMatch(LinkChecker::isHostSilent)) {
      return new Result(List.of(), outcomes.size(), remembered, Map.of(), byHost.size());
    }
    return result(places, outcomes, remembered, memory);
  }

  private static boolean isHostSilent(Outcome outcome) {
    return outcome instanceof Outcome.Silent(_, boolean wholeHost) && wholeHost;
  }

  private static boolean isHttp(String link) {
    String lower = link.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /** An address without its fragment, which no server sees; empty where there is none to ask. */
  static Optional<URI> address(URI base, String written) {
    try {
      int hash = written.indexOf('#');
      URI found = base.resolve(hash < 0 ? written : written.substring(0, hash));
      return found.getHost() != null && isHttp(found.toString())
          ? Optional.of(found)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String host(URI address) {
    return (address.getHost() + ":" + address.getPort()).toLowerCase(Locale.ROOT);
  }

  private void ask(Map<String, List<URI>> byHost, Map<URI, Outcome> outcomes)
      throws InterruptedException {
    if (byHost.isEmpty()) {
      return;
    }
    List<Callable<Map<URI, Outcome>>> work = new ArrayList<>();
    byHost.values().forEach(addresses -> work.add(() -> askHost(addresses)));
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(HOSTS, work.size()), Thread.ofPlatform().daemon().name("links").factory());
    try {
      for (Future<Map<URI, Outcome>> done : threads.invokeAll(work)) {
        outcomes.putAll(done.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a link could not be checked", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<URI, Outcome> askHost(List<URI> addresses) throws InterruptedException {
    Request request = new Request(transport, clock, sleeper);
    Map<URI, Outcome> outcomes = new HashMap<>();
    int silent = 0;
    Outcome last = new Outcome.Alive();
    for (URI address : addresses) {
      if (silent < TRIES) {
        last = request.run(address);
        silent = isHostSilent(last) ? silent + 1 : 0;
      }
      outcomes.put(address, last);
    }
    return outcomes;
  }

  private Result result(
      Map<URI, List<Located<String>>> places,
      Map<URI, Outcome> outcomes,
      int remembered,
      RememberedLinks memory) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Map<String, String> untold = new TreeMap<>();
    outcomes.forEach((address, outcome) -> {
      String url = address.toString();
      memory.forget(url);
      switch (outcome) {
        case Outcome.Alive _ -> memory.remember(url, clock.instant());
        case Outcome.Untold(String reason) -> untold.put(url, reason);
        case Outcome.Gone(int status) ->
            places
                .getOrDefault(address, List.of())
                .forEach(link ->
                    diagnostics.add(
                        Diagnostic.of(Code.EXTERNAL_GONE, link.location())
                            .withDetail("%s answers %s".formatted(link.value(), status))
                            .withHelp(
                                "look for its new address on that site and put it here, or take the"
                                    + " link out")));
        case Outcome.Silent(String reason, _) ->
            places
                .getOrDefault(address, List.of())
                .forEach(link ->
                    diagnostics.add(
                        Diagnostic.of(Code.EXTERNAL_SILENT, link.location())
                            .withDetail("%s: %s".formatted(link.value(), reason))
                            .withHelp(
                                "open the link in a browser; if it works there, check again later,"
                                    + " if not, replace it or take it out")));
      }
    });
    diagnostics.sort(Diagnostic.ORDER);
    return new Result(diagnostics, outcomes.size(), remembered, untold, 0);
  }
}
