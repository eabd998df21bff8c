package dev.waymark.external;

/** What became of asking for an address. */
sealed interface Outcome {
  /** There is a page. */
  record Alive() implements Outcome {}

  /**
   * The server says that there is none.
   *
   * @param status 404 or 410
   */
  record Gone(int status) implements Outcome {}

  /**
   * Nobody gets a page there now.
   *
   * @param reason a clause such as {@code it did not answer within 20 seconds}
   */
  record Silent(String reason, Scope scope) implements Outcome {}

  /** A person may get the page, but a program cannot tell. */
  record Untold(String reason, Scope scope) implements Outcome {}

  /** Nobody was asked. */
  record Unasked(String reason) implements Outcome {}

  /** What follows from the outcome for other addresses. */
  enum Scope {
    /** Nothing. */
    PAGE,

    /** The host has no time for more questions. */
    BUSY_HOST,

    /** No other page of the host will answer either; but something answered. */
    HOST,

    /** The same, and nothing came back: perhaps there is no network. */
    NETWORK
  }

  /** What follows from it for other addresses. */
  default Scope concerns() {
    return switch (this) {
      case Silent(_, Scope scope) -> scope;
      case Untold(_, Scope scope) -> scope;
      case Alive _, Gone _, Unasked _ -> Scope.PAGE;
    };
  }
}
