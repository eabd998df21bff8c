package dev.waymark.config;

import dev.waymark.diagnostic.Located;
import dev.waymark.link.Slug;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code glossary.yaml} says, sorted by term. */
public record Glossary(List<Term> terms) {
  public Glossary {
    terms = List.copyOf(terms);
  }

  /** No terms. */
  public static Glossary empty() {
    return new Glossary(List.of());
  }

  /** The term with this anchor. */
  public Optional<Term> find(String anchor) {
    return terms.stream().filter(term -> term.anchor().equals(anchor)).findFirst();
  }

  /**
   * A term.
   *
   * @param term as it is written, such as {@code MASH}
   * @param expansion what it is short for, or empty
   * @param synonyms what people also type when they look for it
   * @param marked whether its first use on a page is marked; no for terms that are everyday words
   * @param see ids of pages, or {@code glossary:} and the anchor of another term
   */
  public record Term(
      Located<String> term,
      String expansion,
      String definition,
      List<String> synonyms,
      boolean marked,
      List<Located<String>> see) {
    public Term {
      Objects.requireNonNull(term);
      Objects.requireNonNull(expansion);
      Objects.requireNonNull(definition);
      synonyms = List.copyOf(synonyms);
      see = List.copyOf(see);
    }

    /** Its anchor on the glossary page. */
    public String anchor() {
      return Slug.of(term.value());
    }
  }
}
