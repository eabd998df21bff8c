package dev.waymark.cli;

final class Main {
  public static void main(String[] args) {}
}
