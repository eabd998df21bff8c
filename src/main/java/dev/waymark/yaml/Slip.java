package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import java.util.List;

/**
 * What the library complains of, in plain words where it is one of the usual slips.
 *
 * @param atItsStart whether the place to show is where the broken thing starts, and not where the
 *     library gave up
 */
record Slip(String detail, String help, boolean atItsStart) {
  private static final String QUOTE = "put the whole value between quotation marks";

  /** The first whose words stand in the complaint counts. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "mapping values are not allowed",
              "this colon starts a key where none can be",
              "put the value in quotes: a colon with a space after it starts a new key"),
          new Known("TAB", "there is a tab here", "use spaces, not tabs, at the start of a line"),
          new Known("'\\t'", "there is a tab here", "use spaces, not tabs, at the start of a line"),
          new Known(
                  "expected ':'",
                  "there is no colon after the key",
                  "write key: value, with a colon and a space")
              .fromItsStart(),
          new Known(
                  "unexpected end of stream",
                  "this is not closed",
                  "close the quotation mark or bracket")
              .fromItsStart(),
          new Known(
                  "expected ',' or",
                  "this bracket is not closed",
                  "put commas between the entries, and the closing bracket behind the last")
              .fromItsStart(),
          new Known("cannot start any token", "no value starts with this character", QUOTE),
          new Known("expected the node content", "no value starts with this character", QUOTE),
          new Known(
                  "expected a comment or a line break",
                  "no value starts with this character",
                  QUOTE)
              .fromItsStart(),
          new Known("unexpected character found", "no value starts with this character", QUOTE)
              .fromItsStart(),
          new Known(
              "sequence entries are not allowed",
              "no list can start here",
              "put each entry on a line of its own below the key, or the value in quotes"),
          new Known(
              "unknown escape character",
              "a backslash between double quotation marks stands for something else",
              "write two backslashes, or use single quotation marks"),
          new Known(
              "Expected a property name",
              "a key is a plain word",
              "put a value that starts with a bracket between quotation marks"),
          new Known("but found '<scalar>'", "there is text behind the end of the value", QUOTE),
          new Known(
              "but found ':'",
              "there is no key before this colon",
              "write a key, a colon, a space and the value"),
          new Known(
              "expected '<document start>'",
              "the text has ended above, at the line with three dots",
              "take that line out"),
          new Known(
              "expected <block end>",
              "this line does not line up with those above",
              "start all lines that belong together in the same column"));

  private record Known(String complaint, Slip slip) {
    Known(String complaint, String detail, String help) {
      this(complaint, new Slip(detail, help, false));
    }

    Known fromItsStart() {
      return new Known(complaint, new Slip(slip.detail, slip.help, true));
    }
  }

  /** What this complaint of the library means. */
  static Slip of(String complaint) {
    return KNOWN.stream()
        .filter(known -> complaint.contains(known.complaint))
        .findFirst()
        .map(Known::slip)
        .orElseGet(() ->
            new Slip(
                complaint,
                "look at the colons, quotation marks and spaces of this line and the one above",
                false));
  }

  Diagnostic at(Location place) {
    return Diagnostic.of(Code.YAML_SYNTAX, place).withDetail(detail).withHelp(help);
  }
}
