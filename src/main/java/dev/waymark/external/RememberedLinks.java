package dev.waymark.external;

import dev.waymark.json.JsonReader;
import dev.waymark.json.JsonResult;
import dev.waymark.json.JsonText;
import dev.waymark.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Addresses that were there when they were last asked for, in a file:
 *
 * <pre>{@code
 * {"version": 1, "alive": {"https://example.org/": "2026-07-01T09:00:00Z"}}
 * }</pre>
 *
 * <p>Only good answers are remembered: what was wrong is asked for again each time, so that a
 * message goes away as soon as its cause has.
 */
public final class RememberedLinks {
  private static final long VERSION = 1;
  private static final long MAX_BYTES = 16 << 20;

  private final TreeMap<String, Instant> alive;
  private final Optional<String> notice;

  private RememberedLinks(Map<String, Instant> alive, Optional<String> notice) {
    this.alive = new TreeMap<>(alive);
    this.notice = notice;
  }

  /** Nothing is remembered. */
  public static RememberedLinks none() {
    return new RememberedLinks(Map.of(), Optional.empty());
  }

  /** Reads the file; one that is not there, or is broken, remembers nothing. */
  public static RememberedLinks read(Path file) {
    if (!Files.exists(file)) {
      return none();
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        return broken("it is too large");
      }
      return switch (JsonReader.read(Files.readAllBytes(file))) {
        case JsonResult.Malformed malformed -> broken(malformed.reason());
        case JsonResult.Parsed parsed -> of(parsed.value());
      };
    } catch (IOException e) {
      return broken("it cannot be read");
    }
  }

  private static RememberedLinks of(JsonValue value) {
    if (!(value instanceof JsonValue.Members file)
        || file.whole("version").orElse(0) != VERSION
        || !(file.get("alive").orElse(null) instanceof JsonValue.Members links)) {
      return broken("another program wrote it, or another Waymark");
    }
    Map<String, Instant> alive = new TreeMap<>();
    for (String address : links.values().keySet()) {
      try {
        links.text(address).map(Instant::parse).ifPresent(at -> alive.put(address, at));
      } catch (DateTimeException e) {
        return broken("it has a date that is none");
      }
    }
    return new RememberedLinks(alive, Optional.empty());
  }

  private static RememberedLinks broken(String reason) {
    return new RememberedLinks(Map.of(), Optional.of(reason));
  }

  /** Why the file was not used, if it was not. */
  public Optional<String> notice() {
    return notice;
  }

  /** Whether the address was there no longer ago than that. */
  boolean isAlive(String address, Instant now, Duration age) {
    Instant at = alive.get(address);
    // A date to come is that of a clock that was wrong.
    return at != null && !at.isAfter(now) && at.plus(age).isAfter(now);
  }

  void remember(String address, Instant at) {
    alive.put(address, at);
  }

  void forget(String address) {
    alive.remove(address);
  }

  /** What the file is to hold: all but what is older than that. */
  public String text(Instant now, Duration age) {
    return JsonText.object(all ->
        all.put("version", VERSION)
            .object(
                "alive",
                links ->
                    alive.forEach((address, at) -> {
                      if (isAlive(address, now, age)) {
                        links.put(address, at.toString());
                      }
                    })));
  }
}
