package dev.waymark.search;

/**
 * How a query is read.
 *
 * @param typing whether the end of its text may be half a word
 * @param correct whether words that the index lacks stand for those near them
 */
public record QueryOptions(boolean typing, boolean correct) {
  /** A query that somebody has finished. */
  public static final QueryOptions DEFAULT = new QueryOptions(false, true);

  /** A query that somebody is at. */
  public static final QueryOptions TYPING = new QueryOptions(true, true);
}
