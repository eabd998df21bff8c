package dev.waymark.cli;

import java.util.List;

/** Where the launcher enters. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Program.in(Environment.ofProcess()).run(List.of(args)));
  }
}
