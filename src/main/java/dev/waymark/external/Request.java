package dev.waymark.external;

import dev.waymark.external.Outcome.Scope;
import dev.waymark.external.Transport.Answer;
import dev.waymark.external.Transport.Method;
import dev.waymark.external.Transport.PrivateAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Asks for one address until its outcome is known: redirects, retries and all. */
final class Request {
  /** How often an address is asked for at most. */
  static final int ATTEMPTS = 3;

  /** How many redirects are followed. */
  static final int REDIRECTS = 5;

  /** Longer than this nobody waits for one link. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Transport transport;
  private final InstantSource clock;
  private final LinkChecker.Sleeper sleeper;
  private final Instant end;

  /**
   * @param end when nobody waits any longer
   */
  Request(Transport transport, InstantSource clock, LinkChecker.Sleeper sleeper, Instant end) {
    this.end = end;
    this.transport = transport;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  Outcome run(URI address) throws InterruptedException {
    // Some servers refuse HEAD, or answer it wrongly.
    Method method = Method.HEAD;
    for (int attempt = 1; ; attempt++) {
      Attempt made = attempt(method, address);
      if (method == Method.HEAD && made.again() == Again.WITH_GET) {
        method = Method.GET;
        made = attempt(method, address);
      }
      if (made.again() != Again.LATER || attempt == ATTEMPTS) {
        return made.outcome();
      }
      Duration pause = made.pause().orElse(Duration.ofSeconds(1L << (attempt - 1)));
      if (pause.compareTo(PATIENCE) > 0 || clock.instant().plus(pause).isAfter(end)) {
        return made.outcome();
      }
      sleeper.sleep(pause);
      method = Method.GET;
    }
  }

  private enum Again {
    NEVER,
    WITH_GET,
    LATER
  }

  /**
   * @param pause that the server asks for
   */
  private record Attempt(Outcome outcome, Again again, Optional<Duration> pause) {
    static Attempt last(Outcome outcome) {
      return new Attempt(outcome, Again.NEVER, Optional.empty());
    }
  }

  private Attempt attempt(Method method, URI address) throws InterruptedException {
    Set<URI> seen = new HashSet<>(Set.of(address));
    URI current = address;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      Answer answer;
      try {
        answer = transport.send(method, current);
      } catch (PrivateAddressException e) {
        return Attempt.last(
            hop == 0
                ? new Outcome.Unasked(
                    "it is inside a private network, which is asked on request only")
                : untold("it leads on into a private network, which is asked on request only"));
      } catch (IOException e) {
        return failed(e, current, hop);
      }
      Optional<String> location = answer.location().filter(to -> isRedirect(answer.status()));
      if (location.isEmpty()) {
        return judge(answer, hop);
      }
      Optional<URI> next = LinkChecker.address(current, location.get());
      if (next.isEmpty()) {
        return Attempt.last(silent("it leads on to an address that is none"));
      }
      current = next.get();
      if (!seen.add(current)) {
        return Attempt.last(silent("it leads round in a circle"));
      }
    }
    return Attempt.last(silent("it leads on more than %s times".formatted(REDIRECTS)));
  }

  /** What another host leaves unanswered says nothing of the one that leads there. */
  private static Attempt failed(IOException failure, URI address, int hop) {
    Scope scope = failure instanceof SSLException ? Scope.HOST : Scope.NETWORK;
    Outcome outcome =
        hop == 0
            ? new Outcome.Silent(reason(failure), scope)
            : silent("it leads on to %s: %s".formatted(address.getHost(), reason(failure)));
    boolean helpless = failure instanceof UnknownHostException || failure instanceof SSLException;
    return new Attempt(outcome, helpless ? Again.NEVER : Again.LATER, Optional.empty());
  }

  private static Outcome silent(String reason) {
    return new Outcome.Silent(reason, Scope.PAGE);
  }

  private static Outcome untold(String reason) {
    return new Outcome.Untold(reason, Scope.PAGE);
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private Attempt judge(Answer answer, int hop) {
    int status = answer.status();
    Scope busy = hop == 0 ? Scope.BUSY_HOST : Scope.PAGE;
    Outcome outcome;
    Again again = Again.WITH_GET;
    if (status < 400) {
      return Attempt.last(new Outcome.Alive());
    } else if (status == 410) {
      return Attempt.last(new Outcome.Gone(status));
    } else if (status == 404) {
      outcome = new Outcome.Gone(status);
    } else if (status == 429) {
      outcome = new Outcome.Untold("it answers 429: too many questions", busy);
      again = Again.LATER;
    } else if (status == 501) {
      outcome = silent("it answers 501: an error of its own");
    } else if (status == 503) {
      outcome = new Outcome.Silent("it answers 503: an error of its own", busy);
      again = Again.LATER;
    } else if (status >= 500 && status < 600) {
      outcome = silent("it answers %s: an error of its own".formatted(status));
      again = Again.LATER;
    } else {
      outcome = untold("it answers %s, perhaps to programs only".formatted(status));
    }
    return new Attempt(outcome, again, answer.retryAfter().flatMap(this::pause));
  }

  /** RFC 9110, 10.2.3: a number of seconds, or a date. */
  private Optional<Duration> pause(String written) {
    String text = written.strip();
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime at =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
      Duration pause = Duration.between(clock.instant(), at.toInstant());
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Says to an editor why there was no answer. */
  static String reason(IOException failure) {
    return switch (failure) {
      case UnknownHostException e -> "there is no server of this name";
      case HttpTimeoutException e ->
          "it did not answer within %s seconds".formatted(HttpTransport.ANSWER.toSeconds());
      case SSLException e -> "its certificate is not valid, so browsers warn of it";
      case ConnectException e -> "no server can be reached there";
      default -> "the connection broke off";
    };
  }
}
