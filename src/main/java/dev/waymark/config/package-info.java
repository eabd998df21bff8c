/**
 * The settings of a site. {@link dev.waymark.config.ConfigReader} reads {@code site.yaml} and
 * {@code glossary.yaml} once into {@link dev.waymark.config.SiteConfig} and {@link
 * dev.waymark.config.Glossary}; every default stands there.
 */
@NullMarked
package dev.waymark.config;

import org.jspecify.annotations.NullMarked;
