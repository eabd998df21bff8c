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
   * @param wholeHost whether no other page of the host will answer either
   */
  record Silent(String reason, boolean wholeHost) implements Outcome {}

  /** A person may get the page, but a program cannot tell. */
  record Untold(String reason) implements Outcome {}
}
