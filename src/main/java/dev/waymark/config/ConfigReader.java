package dev.waymark.config;

import dev.waymark.diagnostic.Checked;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Located;
import dev.waymark.source.SourceText;
import dev.waymark.yaml.MappingReader;
import dev.waymark.yaml.Shape;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code site.yaml} and {@code glossary.yaml}. Thread-safe. */
public final class ConfigReader {
  /** The file with the settings, at the root of the content. */
  public static final String SITE_FILE = "site.yaml";

  /** The file with the glossary, at the root of the content. */
  public static final String GLOSSARY_FILE = "glossary.yaml";

  private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");

  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  private final YamlReader yaml;
  private final Set<String> allowableHtml;

  /**
   * @param allowableHtml the elements of raw HTML that a site may allow
   */
  public ConfigReader(YamlReader yaml, Set<String> allowableHtml) {
    this.yaml = yaml;
    this.allowableHtml = allowableHtml;
  }

  /** Reads the settings; what is absent or wrong gets its default. */
  public Checked<SiteConfig> readSite(SourceText source) {
    Checked<YamlNode.Mapping> mapping = yaml.readMapping(source);
    List<Diagnostic> diagnostics = new ArrayList<>(mapping.diagnostics());
    MappingReader site = new MappingReader(mapping.value(), diagnostics);
    SiteConfig config = readSite(site, diagnostics);
    site.finish();
    return new Checked<>(config, diagnostics);
  }

  private SiteConfig readSite(MappingReader site, List<Diagnostic> diagnostics) {
    SiteConfig defaults = SiteConfig.defaults();
    return new SiteConfig(
        site.text("title").map(Located::value),
        site.text("description").map(Located::value).orElse(defaults.description()),
        language(site, diagnostics).orElse(defaults.language()),
        site.text("notice").map(Located::value).orElse(defaults.notice()),
        navigation(site),
        owners(site),
        review(site, defaults.review(), diagnostics),
        site.url("edit-link").map(Located::value).orElse(""),
        site.url("feedback-link").map(Located::value).orElse(""),
        site.bool("glossary").orElse(defaults.marksTerms()),
        html(site),
        site.bool("print").orElse(defaults.printPages()),
        searchWeights(site, defaults.searchWeights(), diagnostics),
        site.text("logo"),
        advice(site),
        unchecked(site, diagnostics));
  }

  /** What {@code site.yaml} may hold. */
  public Shape.Mapping siteShape() {
    return Shape.of(site -> {
      var _ = readSite(site, new ArrayList<>());
    });
  }

  /** What {@code glossary.yaml} may hold. */
  public static Shape.Mapping glossaryShape() {
    return Shape.of(file -> file.mappings("terms").forEach(ConfigReader::term));
  }

  private static Optional<String> language(MappingReader site, List<Diagnostic> diagnostics) {
    return site.text("language")
        .filter(tag -> {
          Locale locale = Locale.forLanguageTag(tag.value());
          // A longer word for the language is well formed, but nobody has registered one.
          if (locale.getLanguage().length() <= 3
              && locale.toLanguageTag().equalsIgnoreCase(tag.value())) {
            return true;
          }
          diagnostics.add(
              Diagnostic.of(Code.UNKNOWN_VALUE, tag.location())
                  .withDetail("this is not the code of a language")
                  .withHelp("write en-GB for British English, cy for Welsh"));
          return false;
        })
        .map(Located::value);
  }

  /** A text is short for a mapping with {@code page:} alone. */
  private static Optional<List<SiteConfig.NavigationEntry>> navigation(MappingReader site) {
    List<YamlNode> items = site.items("navigation");
    List<SiteConfig.NavigationEntry> entries = new ArrayList<>();
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Scalar scalar) {
        Located<String> page = new Located<>(scalar.text(), scalar.location());
        entries.add(new SiteConfig.NavigationEntry(page, Optional.empty()));
        continue;
      }
      site.mapping(item, "navigation")
          .ifPresent(entry -> {
            Optional<String> title = entry.text("title").map(Located::value);
            entry
                .neededText("page", "write page: and the path of the page")
                .ifPresent(page -> entries.add(new SiteConfig.NavigationEntry(page, title)));
            entry.finish();
          });
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private static Map<String, String> owners(MappingReader site) {
    Map<String, String> owners = new LinkedHashMap<>();
    site.mapping("owners")
        .ifPresent(all -> {
          for (YamlNode.Entry entry : all.entries()) {
            String id = entry.key().value();
            all.mapping(id)
                .ifPresent(owner -> {
                  owners.put(
                      id,
                      owner
                          .neededText("name", "write name: and what the role is called")
                          .map(Located::value)
                          .orElse(id));
                  owner.finish();
                });
          }
        });
    return owners;
  }

  private static ReviewPolicy review(
      MappingReader site, ReviewPolicy defaults, List<Diagnostic> diagnostics) {
    return site.mapping("review")
        .map(review -> {
          ReviewPolicy policy =
              new ReviewPolicy(
                  review.integer("due-soon").orElse(defaults.dueSoonDays()),
                  review.date("check-by"),
                  checkAfterDays(review, diagnostics).orElse(defaults.checkAfterDays()));
          review.finish();
          return policy;
        })
        .orElse(defaults);
  }

  private static Optional<Integer> checkAfterDays(
      MappingReader review, List<Diagnostic> diagnostics) {
    return review
        .integer("check-after")
        .filter(days -> {
          if (days >= 0) {
            return true;
          }
          review
              .text("check-after")
              .ifPresent(written ->
                  diagnostics.add(
                      Diagnostic.of(Code.UNKNOWN_VALUE, written.location())
                          .withDetail("this is less than no days")
                          .withHelp("write a number of days, such as 365, or 0 for never")));
          return false;
        });
  }

  private static SearchWeights searchWeights(
      MappingReader site, SearchWeights defaults, List<Diagnostic> diagnostics) {
    return site.mapping("search")
        .map(search -> {
          SearchWeights weights =
              new SearchWeights(
                  weight(search, "title", diagnostics).orElse(defaults.title()),
                  weight(search, "heading", diagnostics).orElse(defaults.heading()),
                  weight(search, "body", diagnostics).orElse(defaults.body()));
          search.finish();
          return weights;
        })
        .orElse(defaults);
  }

  private static Optional<Float> weight(
      MappingReader search, String key, List<Diagnostic> diagnostics) {
    return search
        .text(key)
        .flatMap(written -> {
          String text = written.value();
          if (WEIGHT.matcher(text).matches() && SearchWeights.isValid(Double.parseDouble(text))) {
            return Optional.of(Float.valueOf(text));
          }
          diagnostics.add(
              Diagnostic.of(Code.UNKNOWN_VALUE, written.location())
                  .withDetail("a weight is a number from 1 to 16, in steps of a quarter")
                  .withHelp("write 2, or 1.5, or leave the line out"));
          return Optional.empty();
        });
  }

  /** All advice but what is switched off. A folder without settings gets none: it is on trial. */
  private static Set<Code> advice(MappingReader site) {
    Map<String, Code> codes = new LinkedHashMap<>();
    for (Code code : Code.values()) {
      if (code.isAdvice()) {
        codes.put(code.id(), code);
      }
    }
    Set<Code> given = new HashSet<>(codes.values());
    site.mapping("advice")
        .ifPresent(advice -> {
          advice.choices("off", codes).forEach(given::remove);
          advice.finish();
        });
    return given;
  }

  private static List<String> unchecked(MappingReader site, List<Diagnostic> diagnostics) {
    List<String> unchecked = new ArrayList<>();
    site.mapping("external-links")
        .ifPresent(links -> {
          for (Located<String> start : links.texts("ignore")) {
            if (WEB.matcher(start.value()).lookingAt()) {
              unchecked.add(start.value());
            } else {
              diagnostics.add(
                  Diagnostic.of(Code.LINK_SCHEME, start.location())
                      .withDetail("ignore: takes the beginnings of web addresses")
                      .withHelp("start it with https:// or http://"));
            }
          }
          links.finish();
        });
    return unchecked;
  }

  private Set<String> html(MappingReader site) {
    Map<String, String> choices = new HashMap<>();
    allowableHtml.forEach(element -> choices.put(element, element));
    return new HashSet<>(site.choices("html", choices));
  }

  /** Reads the glossary; a term without a definition is left out. */
  public Checked<Glossary> readGlossary(SourceText source) {
    Checked<YamlNode.Mapping> mapping = yaml.readMapping(source);
    List<Diagnostic> diagnostics = new ArrayList<>(mapping.diagnostics());
    MappingReader file = new MappingReader(mapping.value(), diagnostics);
    Map<String, Glossary.Term> terms = new LinkedHashMap<>();
    for (MappingReader entry : file.mappings("terms")) {
      term(entry)
          .ifPresent(term -> {
            Glossary.Term first = terms.putIfAbsent(term.anchor(), term);
            if (first != null) {
              diagnostics.add(
                  Diagnostic.of(Code.DUPLICATE_ID, term.term().location())
                      .withMessage("this term is in the glossary already")
                      .withDetail("the first is on line " + first.term().location().line())
                      .withHelp("make one entry of the two"));
            }
          });
    }
    file.finish();
    List<Glossary.Term> sorted = new ArrayList<>(terms.values());
    sorted.sort(
        Comparator.comparing((Glossary.Term term) -> term.term().value().toLowerCase(Locale.ROOT))
            .thenComparing(Glossary.Term::anchor));
    return new Checked<>(new Glossary(sorted), diagnostics);
  }

  private static Optional<Glossary.Term> term(MappingReader entry) {
    Optional<Located<String>> term = entry.neededText("term", "write term: and the word itself");
    Optional<Located<String>> definition =
        entry.neededText("definition", "write definition: and what the word means");
    String expansion = entry.text("expansion").map(Located::value).orElse("");
    List<String> synonyms = entry.texts("synonyms").stream().map(Located::value).toList();
    boolean marked = entry.bool("mark").orElse(true);
    List<Located<String>> see = entry.texts("see");
    entry.finish();
    return term.isEmpty() || definition.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Glossary.Term(
                term.get(), expansion, definition.get().value(), synonyms, marked, see));
  }
}
