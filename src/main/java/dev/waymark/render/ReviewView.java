package dev.waymark.render;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the review of a page.
 *
 * @param status {@code draft}, {@code in-review}, {@code reviewed} or empty; a class name
 * @param statusText {@code Draft}, or empty
 * @param owner the role that keeps the page, or empty
 * @param dueFrom the ISO date from which on the review is due soon; empty without one to review by
 * @param overdue whether the date to review by has passed at the date of the build
 * @param dueSoon whether it comes soon
 */
record ReviewView(
    String status,
    String statusText,
    String owner,
    @Nullable DateView reviewed,
    @Nullable DateView reviewBy,
    @Nullable DateView factsAsAt,
    String dueFrom,
    boolean overdue,
    boolean dueSoon)
    implements View {
  @Override
  public @Nullable Object part(String name) {
    return switch (name) {
      case "status" -> status;
      case "statusText" -> statusText;
      case "owner" -> owner;
      case "reviewed" -> reviewed;
      case "reviewBy" -> reviewBy;
      case "factsAsAt" -> factsAsAt;
      case "dueFrom" -> dueFrom;
      case "overdue" -> overdue;
      case "dueSoon" -> dueSoon;
      default -> NONE;
    };
  }
}
