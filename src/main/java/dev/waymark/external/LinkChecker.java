package dev.waymark.external;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.external.Outcome.Scope;
import dev.waymark.link.Percent;
import java.net.IDN;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for each address once, however often it is linked to, and says which are dead. One request
 * at a time goes to a host, and to {@value #HOSTS} hosts at once. A host that did not answer for
 * {@value #TRIES} addresses, or had no time for them, is left in peace; and {@link #LIMIT} after
 * the start nothing more is asked.
 */
public final class LinkChecker {
  static final int HOSTS = 8;
  static final int TRIES = 2;

  /** How many addresses that are known to be there tell whether there is a network. */
  static final int CONTROLS = 3;

  /** How long all questions may take, but for those that are under way then. */
  static final Duration LIMIT = Duration.ofMinutes(15);

  // http: and https: with or without the two slashes, which people forget.
  private static final Pattern WEB = Pattern.compile("https?:", Pattern.CASE_INSENSITIVE);
  private static final Pattern WITH_HOST =
      Pattern.compile("((?:[a-z][a-z0-9+.-]*:)?//)([^/?]*)(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile("((?:[^@]*@)?)((?:\\[|%5B)[^@]*?(?:\\]|%5D)|[^@:]*)((?::[0-9]*)?)");

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
   * @param asked how many addresses were asked for, in truth
   * @param remembered how many were known to be alive, and were not asked for
   * @param untold addresses of which nothing is known, each with the reason
   * @param unreached how many sites were asked, if none of several answered, so that the network
   *     seems not to be there and nothing is known of any of their pages; else 0
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
   * @param memory takes what is alive, also where the thread is interrupted
   */
  public Result check(List<Located<String>> links, RememberedLinks memory)
      throws InterruptedException {
    Round round = new Round(memory, clock.instant());
    links.forEach(round::add);
    try {
      round.ask();
    } finally {
      round.remember();
    }
    return round.result();
  }

  /** An address without its fragment, which no server sees; empty where there is none to ask. */
  static Optional<URI> address(URI base, String written) {
    int hash = written.indexOf('#');
    String text = Percent.encode((hash < 0 ? written : written.substring(0, hash)).strip());
    try {
      Matcher parts = WITH_HOST.matcher(text);
      if (parts.matches()) {
        text = parts.group(1) + ascii(parts.group(2)) + parts.group(3);
      }
      URI found = resolve(base, text);
      return found.getHost() != null
              && WEB.matcher(found.toString()).lookingAt()
              && (found.getPort() == -1 || (found.getPort() > 0 && found.getPort() <= 0xffff))
          ? Optional.of(found)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** By RFC 3986, 5.2, which differs from Java where the path of either is empty. */
  private static URI resolve(URI base, String text) {
    if (base.getHost() == null || text.isEmpty()) {
      return base.resolve(text);
    }
    String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
    URI whole = URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
    return text.startsWith("?") ? URI.create(whole + text) : whole.resolve(text);
  }

  /** Host and port as DNS knows them: {@code m%C3%BCnchen.example:80} has a name of its own. */
  private static String ascii(String authority) {
    Matcher parts = HOST.matcher(authority);
    if (!parts.matches()) {
      throw new IllegalArgumentException(authority);
    }
    String host = Percent.decode(parts.group(2));
    if (host.matches(".*[/?#@\\\\\\s].*")) {
      throw new IllegalArgumentException(host);
    }
    return parts.group(1)
        + (host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED))
        + parts.group(3);
  }

  private static String host(URI address) {
    int port = address.getPort();
    if (port == -1) {
      port = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
    return (address.getHost() + ":" + port).toLowerCase(Locale.ROOT);
  }

  /** One run over all links. */
  private final class Round {
    private final RememberedLinks memory;
    private final Instant end;
    private final Map<URI, List<Located<String>>> places = new LinkedHashMap<>();
    private final Map<String, List<URI>> byHost = new LinkedHashMap<>();
    private final Map<String, URI> alive = new LinkedHashMap<>();
    private final Map<URI, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, String> untold = new TreeMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private int remembered;
    private int unreached;

    Round(RememberedLinks memory, Instant start) {
      this.memory = memory;
      this.end = start.plus(LIMIT);
    }

    void add(Located<String> link) {
      if (!WEB.matcher(link.value()).lookingAt()) {
        return;
      }
      Optional<URI> found = address(URI.create(""), link.value());
      if (found.isEmpty()) {
        untold.put(link.value(), "it is no address that can be asked for");
        return;
      }
      URI address = found.get();
      List<Located<String>> same = places.computeIfAbsent(address, each -> new ArrayList<>());
      same.add(link);
      if (same.size() > 1) {
        return;
      }
      if (memory.isAlive(address.toString(), clock.instant(), age)) {
        remembered++;
        alive.putIfAbsent(host(address), address);
      } else {
        byHost.computeIfAbsent(host(address), each -> new ArrayList<>()).add(address);
      }
    }

    void ask() throws InterruptedException {
      if (byHost.isEmpty()) {
        return;
      }
      List<Callable<Boolean>> work = new ArrayList<>();
      byHost.values().forEach(addresses -> work.add(() -> askHost(addresses)));
      ExecutorService threads =
          Executors.newFixedThreadPool(
              Math.min(HOSTS, work.size()), Thread.ofPlatform().daemon().name("links").factory());
      try {
        for (Future<Boolean> done : threads.invokeAll(work)) {
          done.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("a link could not be checked", e.getCause());
      } finally {
        threads.shutdownNow();
      }
      if (noneAnswered()) {
        unreached = withoutNetwork();
      }
    }

    private boolean noneAnswered() {
      return outcomes.values().stream()
          .allMatch(each -> each instanceof Outcome.Unasked || each.concerns() == Scope.NETWORK);
    }

    private boolean askHost(List<URI> addresses) throws InterruptedException {
      Request request = new Request(transport, clock, sleeper, end);
      int silent = 0;
      int busy = 0;
      Outcome last = new Outcome.Alive();
      for (URI address : addresses) {
        if (silent >= TRIES) {
          outcomes.put(address, last);
        } else if (busy >= TRIES) {
          outcomes.put(
              address, new Outcome.Unasked("its site had no time for the questions before"));
        } else if (isOver()) {
          outcomes.put(
              address,
              new Outcome.Unasked(
                  "the %s minutes of a run were over".formatted(LIMIT.toMinutes())));
        } else {
          last = ask(request, address);
          boolean isSilent = last.concerns() == Scope.HOST || last.concerns() == Scope.NETWORK;
          silent = isSilent ? silent + 1 : 0;
          busy = last.concerns() == Scope.BUSY_HOST ? busy + 1 : 0;
        }
      }
      return true;
    }

    private Outcome ask(Request request, URI address) throws InterruptedException {
      Outcome outcome = request.run(address);
      outcomes.put(address, outcome);
      if (!(outcome instanceof Outcome.Unasked)) {
        asked.incrementAndGet();
      }
      return outcome;
    }

    private boolean isOver() {
      return !clock.instant().isBefore(end);
    }

    /**
     * Asks sites that were there lately, since a run that remembers most pages asks for hardly any
     * but the dead.
     *
     * @return how many sites are silent, if none answers and there are several; else 0
     */
    private int withoutNetwork() throws InterruptedException {
      Request request = new Request(transport, clock, sleeper, end);
      List<URI> controls =
          alive.entrySet().stream()
              .filter(each -> !byHost.containsKey(each.getKey()))
              .map(Map.Entry::getValue)
              .limit(CONTROLS)
              .toList();
      for (URI control : controls) {
        if (isOver()) {
          break;
        }
        remembered--;
        if (ask(request, control).concerns() != Scope.NETWORK) {
          return 0;
        }
      }
      long silent =
          outcomes.entrySet().stream()
              .filter(each -> each.getValue().concerns() == Scope.NETWORK)
              .map(each -> host(each.getKey()))
              .distinct()
              .count();
      if (silent < 2) {
        return 0;
      }
      // Of these the memory knows better.
      controls.forEach(outcomes::remove);
      return (int) silent;
    }

    void remember() {
      if (unreached > 0) {
        return;
      }
      outcomes.forEach((address, outcome) -> {
        if (outcome instanceof Outcome.Alive) {
          memory.remember(address.toString(), clock.instant());
        } else {
          memory.forget(address.toString());
        }
      });
    }

    Result result() {
      List<Diagnostic> diagnostics = new ArrayList<>();
      outcomes.forEach((address, outcome) -> {
        String url = address.toString();
        switch (outcome) {
          case Outcome.Alive _ -> {}
          case Outcome.Untold(String reason, _) -> untold.put(url, reason);
          case Outcome.Unasked(String reason) -> untold.put(url, reason);
          case Outcome.Silent(String reason, _) when unreached > 0 -> untold.put(url, reason);
          case Outcome.Gone(int status) ->
              report(
                  address,
                  Code.EXTERNAL_GONE,
                  " answers " + status,
                  "look for its new address on that site and put it here, or take the link out",
                  diagnostics);
          case Outcome.Silent(String reason, _) ->
              report(
                  address,
                  Code.EXTERNAL_SILENT,
                  ": " + reason,
                  "open the link in a browser; if it works there, check again later, if not,"
                      + " replace it or take it out",
                  diagnostics);
        }
      });
      diagnostics.sort(Diagnostic.ORDER);
      return new Result(diagnostics, asked.get(), remembered, untold, unreached);
    }

    /** Reports every link to an address, as it is written there. */
    private void report(
        URI address, Code code, String detail, String help, List<Diagnostic> diagnostics) {
      for (Located<String> link : places.getOrDefault(address, List.of())) {
        diagnostics.add(
            Diagnostic.of(code, link.location()).withDetail(link.value() + detail).withHelp(help));
      }
    }
  }
}
