/**
 * Site to search index files; the only door to Lucene.
 *
 * <h2>What goes through</h2>
 *
 * <p>{@link dev.waymark.search.IndexBuilder} takes the linked {@link dev.waymark.site.Site} and
 * makes a {@link dev.waymark.search.SearchIndex}: an index of Lucene's, in memory, and beside it
 * what results show. From it come three things:
 *
 * <ul>
 *   <li>{@link dev.waymark.search.SearchFiles} exports it as files that a browser reads, also from
 *       a folder on a shared drive. Their form is written down in {@code docs/search-format.md}.
 *   <li>{@link dev.waymark.search.ReferenceSearch} answers queries on it by Lucene's own {@code
 *       IndexSearcher}. The browser must give the same documents in the same order, so no scoring
 *       code of ours stands here.
 *   <li>{@link dev.waymark.search.RelatedPages} finds for each page the pages most like it.
 * </ul>
 *
 * <h2>Text to terms</h2>
 *
 * <p>A document is a section of a page or a term of the glossary ({@code SiteDocuments}). Its
 * title, headings and body are cut into tokens by {@code TokenPattern} and go through the filters
 * of {@code Analysis}, all of them Lucene's. {@code WordReader} runs each different token through
 * them once and remembers the outcome; {@code SectionTokens} hands the terms and the stop words of
 * one reading to two fields, so that phrases keep their places and stop words out of the scores.
 *
 * <h2>Terms to shards</h2>
 *
 * <p>Each thread writes the documents of neighbouring pages to an index of its own. Read one after
 * the other they are one index in which a document's number is its place in the site, whatever the
 * number of threads; so nothing is merged. {@code TermShards} reads postings, positions and norms
 * back through the leaf readers and cuts them into blocks, {@code WordShards} the vocabulary,
 * {@code StoreShards} what results show. In all of them documents have the numbers of {@code
 * DocumentOrder}: by length, then by text, then by place.
 *
 * <p>For a site that changes, {@code IndexUpdater} keeps an index for each group of neighbouring
 * pages. What is made of one state of the site is kept for the next: {@code KeptTerms} writes a
 * term with its new document numbers ({@code Renumbering}), {@code DeflatedShards} a shard that has
 * not changed.
 *
 * <h2>Query to ranking</h2>
 *
 * <p>{@code QueryText} takes a query apart, {@code QueryBuilder} makes of it one of Lucene's: BM25F
 * over the fields ({@code CombinedFieldQuery}) for each word, the best of its alternatives ({@code
 * DisjunctionMaxQuery}) where it has any, intervals for phrases. What the alternatives are is read
 * from {@code WordIndex}, the vocabulary in Lucene's own terms dictionary and under its Levenshtein
 * automata.
 */
@NullMarked
package dev.waymark.search;

import org.jspecify.annotations.NullMarked;
