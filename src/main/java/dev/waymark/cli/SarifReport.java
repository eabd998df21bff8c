package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Location;
import dev.waymark.json.JsonMembers;
import dev.waymark.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Diagnostics as SARIF 2.1.0, which code scanning and editors read. All diagnostics in their order;
 * the rules are the codes that occur. Regions count as {@link Location} does: from 1, in UTF-16
 * units, the end exclusive. A suggestion is a fix that replaces the region.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final String ROOT = "%SRCROOT%";

  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  /** What a reader would take for a link within a message, and for the place of an argument. */
  private static final Pattern LINK = Pattern.compile("\\[(?=[^\\[\\]]*\\]\\()");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)\\}");

  private final CheckoutPaths paths;
  private final Explanations explanations;
  private final String version;

  /**
   * @param version of the tool
   */
  SarifReport(CheckoutPaths paths, Explanations explanations, String version) {
    this.paths = paths;
    this.explanations = explanations;
    this.version = version;
  }

  byte[] of(List<Diagnostic> diagnostics) {
    List<Code> rules = diagnostics.stream().map(Diagnostic::code).distinct().sorted().toList();
    return JsonText.object(log ->
            log.put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .array("runs", runs -> runs.object(run -> writeRun(diagnostics, rules, run))))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void writeRun(List<Diagnostic> diagnostics, List<Code> rules, JsonMembers run) {
    run.object("tool", tool -> tool.object("driver", driver -> writeDriver(rules, driver)))
        // Where that is differs from machine to machine, so its address is left to the reader.
        .object(
            "originalUriBaseIds",
            bases ->
                bases.object(
                    ROOT, base -> writeText("description", "The root of the checkout.", base)))
        .put("columnKind", "utf16CodeUnits")
        .array(
            "results",
            results ->
                diagnostics.forEach(found ->
                    results.object(
                        result -> writeResult(found, rules.indexOf(found.code()), result))));
  }

  private void writeDriver(List<Code> rules, JsonMembers driver) {
    driver.put("name", "Waymark").put("version", version);
    if (SEMANTIC_VERSION.matcher(version).matches()) {
      driver.put("semanticVersion", version);
    }
    driver.array("rules", all -> rules.forEach(code -> all.object(rule -> writeRule(code, rule))));
  }

  private void writeRule(Code code, JsonMembers rule) {
    String page = explanations.of(code);
    rule.put("id", code.id());
    writeText("shortDescription", code.message(), rule);
    writeText("fullDescription", code.message(), rule);
    // The pages are Markdown that reads well as plain text.
    rule.object("help", help -> help.put("text", page).put("markdown", page))
        .object("defaultConfiguration", standard -> standard.put("level", code.severity().word()));
  }

  private void writeResult(Diagnostic found, int rule, JsonMembers result) {
    String help = found.help();
    String text = JsonReport.message(found) + (help.isEmpty() ? "" : "\nhelp: " + help);
    result
        .put("ruleId", found.code().id())
        .put("ruleIndex", rule)
        .put("level", found.severity().word());
    writeText("message", literal(text), result);
    result.array(
        "locations",
        places ->
            places.object(place ->
                place.object(
                    "physicalLocation",
                    physical -> {
                      writeArtifact(found.location(), physical);
                      writeRegion("region", found.location(), physical);
                    })));
    if (!found.suggestion().isEmpty()) {
      result.array("fixes", fixes -> fixes.object(fix -> writeFix(found, fix)));
    }
  }

  private void writeFix(Diagnostic found, JsonMembers fix) {
    writeText("description", literal("Replace it with " + found.suggestion()), fix);
    fix.array(
        "artifactChanges",
        changes ->
            changes.object(change -> {
              writeArtifact(found.location(), change);
              change.array(
                  "replacements",
                  replacements ->
                      replacements.object(replacement -> {
                        writeRegion("deletedRegion", found.location(), replacement);
                        writeText("insertedContent", found.suggestion(), replacement);
                      }));
            }));
  }

  private void writeArtifact(Location location, JsonMembers owner) {
    String file = paths.of(location.file());
    owner.object(
        "artifactLocation",
        artifact -> {
          if (CheckoutPaths.isAbsolute(file)) {
            String rooted = file.startsWith("/") ? file : "/" + file;
            artifact.put("uri", "file://" + uri(rooted));
          } else {
            artifact.put("uri", uri(file)).put("uriBaseId", ROOT);
          }
        });
  }

  private static void writeRegion(String name, Location location, JsonMembers owner) {
    owner.object(
        name,
        region ->
            region
                .put("startLine", location.line())
                .put("startColumn", location.column())
                .put("endLine", location.endLine())
                .put("endColumn", location.endColumn()));
  }

  private static void writeText(String name, String text, JsonMembers owner) {
    owner.object(name, message -> message.put("text", text));
  }

  /**
   * The text as a message that says just that. Braces round a number would stand for an argument
   * and are doubled; a bracket that would begin a link gets a backslash (3.11.5 and 3.11.6 of the
   * standard). Other braces stay single, against the letter of 3.11.5: readers show them as they
   * are.
   */
  private static String literal(String text) {
    String unlinked = LINK.matcher(text).replaceAll("\\\\[");
    return PLACEHOLDER.matcher(unlinked).replaceAll("{{$1}}");
  }

  /** A path as a reference; a colon in it would make a scheme of what stands before. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      boolean kept =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      if (kept) {
        uri.append(c);
      } else {
        uri.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return uri.toString();
  }
}
