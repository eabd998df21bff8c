package dev.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplatesTest {
  private static final String ROOT = "../../";

  private static String render(Templates templates, SampleViews.Builder page) {
    return templates.render(ROOT, SampleViews.site(ROOT), page.build());
  }

  private static List<String> found(Templates templates) {
    return templates.diagnostics().stream().map(TestTheme::line).toList();
  }

  /** What is said of one partial of the user's, after every layout has been rendered. */
  private static List<String> saidOf(String path, String text) {
    Templates templates = Templates.of(TestTheme.with(Map.of(path, text)));
    ThemeGallery.pages().values().forEach(page -> render(templates, page));
    return found(templates);
  }

  @Test
  void packedThemeRendersEveryLayoutWithoutADiagnostic() {
    Templates templates = Templates.of(TestTheme.packed());
    ThemeGallery.pages()
        .values()
        .forEach(page -> assertTrue(render(templates, page).contains("<h1")));
    assertEquals(List.of(), templates.diagnostics());
  }

  @Test
  void onePartialOfTheUserKeepsTheRest() {
    String packed = render(Templates.of(TestTheme.packed()), SampleViews.guide());
    Templates templates =
        Templates.of(TestTheme.with(Map.of("partials/notice.peb", "<p class=\"ours\">Ours</p>\n")));
    String html = render(templates, SampleViews.guide());

    assertEquals(List.of(), templates.diagnostics());
    assertEquals(
        packed.replaceFirst("<p class=\"notice\">.*</p>\n", "<p class=\"ours\">Ours</p>\n"), html);
  }

  @Test
  void theWordsOfTheSearchAreThemeFilesLikeAnyOther() {
    Templates templates =
        Templates.of(
            TestTheme.with(
                Map.of(
                    "partials/search-box.peb", "<p>Ours at {{ site.searchHref }}</p>\n",
                    "partials/search-result.peb", "<li data-say=\"result\">Ours</li>\n")));
    String page = render(templates, SampleViews.guide());
    String results = render(templates, SampleViews.search());

    assertEquals(List.of(), templates.diagnostics());
    assertTrue(page.contains("<p>Ours at ../../search.html</p>"));
    assertFalse(page.contains("wm.search-form"));
    assertEquals(2, results.split("<p>Ours at", -1).length, "on the page of results once, too");
    assertTrue(results.contains("<li data-say=\"result\">Ours</li>"));
  }

  @Test
  void everyPageHasTheBoxAndThePageOfResultsHasItsFilters() {
    Templates templates = Templates.of(TestTheme.packed());
    ThemeGallery.pages()
        .values()
        .forEach(
            page -> assertEquals(2, render(templates, page).split("id=\"wm.search\"", -1).length));
    String results = render(templates, SampleViews.search());
    assertTrue(
        results.contains(
            "<label><input type=\"checkbox\" form=\"wm.search-form\" name=\"audience\""
                + " value=\"adult\"> Adults</label>"));
    assertTrue(results.contains("<span class=\"kind\" data-kind=\"glossary\">Glossary</span>"));
  }

  @Test
  void aSiteWithoutAPageOfResultsHasNoBox() {
    SiteView site = SampleViews.site("");
    SiteView without =
        new SiteView(
            site.title(),
            site.description(),
            site.language(),
            site.notice(),
            site.homeHref(),
            site.logoHref(),
            "",
            site.indexHref(),
            site.contentSecurityPolicy(),
            site.navigation(),
            site.footer(),
            site.searchScript(),
            site.checkByScript(),
            site.generator());
    String html =
        Templates.of(TestTheme.packed()).render("", without, SampleViews.notFound().build());
    assertFalse(html.contains("wm.search"));
  }

  @Test
  void aUsersLayoutAndNewPartialWork() {
    Templates templates =
        Templates.of(
            TestTheme.with(
                Map.of(
                    "layouts/guide.peb",
                    "{% extends \"layouts/base.peb\" %}\n"
                        + "{% block text %}{% include \"partials/mine.peb\" with {\"words\":"
                        + " page.title} %}{% endblock %}\n",
                    "partials/mine.peb",
                    "<p>Mine: {{ words }}</p>\n")));

    assertTrue(render(templates, SampleViews.guide()).contains("<p>Mine: When to share</p>"));
    assertEquals(List.of(), templates.diagnostics());
  }

  @Test
  void filesOutsideTheThreeFoldersAreNoPartOfTheTheme() {
    assertEquals(List.of(), saidOf("notes/draft.peb", "{% if %}"));
  }

  @Test
  void textIsEscapedAndHtmlOfOursIsNot() {
    SampleViews.Builder page = SampleViews.guide();
    page.title = "<script>alert(\"1\")</script> & 'more'";
    page.summary = "\" onload=\"alert(1)";
    page.heading = "Fish &amp; <em>chips</em>";
    String html = render(Templates.of(TestTheme.packed()), page);

    assertTrue(
        html.contains(
            "<title>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39; – "));
    assertTrue(
        html.contains("<meta name=\"description\" content=\"&quot; onload=&quot;alert(1)\">"));
    assertTrue(html.contains("<h1>Fish &amp; <em>chips</em></h1>"));
    assertFalse(html.contains("<script>"));
  }

  @Test
  void textIsEscapedOnceWhereverItIsPrinted() {
    SampleViews.Builder page = SampleViews.guide();
    page.title = "<b>";
    Templates templates =
        Templates.of(
            TestTheme.with(
                Map.of(
                    "partials/notice.peb",
                    "{% macro m(a) %}{{ a }}{% endmacro %}[{{ m(page.title) }}|{{ true ? page.title"
                        + " : \"\" }}|{{ page.title | upper }}|{{ page.title ~ \"<i>\" }}|{{"
                        + " page.title | escape }}|{% filter upper %}{{ page.title }}{% endfilter"
                        + " %}|{{ \"<hr>\" }}|{{ 1 + 1 }}|{% set t = page.title %}{{ t }}|{{"
                        + " [page.title] | join(\"\") }}]")));
    String html = render(templates, page);

    assertEquals(List.of(), templates.diagnostics());
    assertTrue(
        html.contains(
            "[&lt;b&gt;|&lt;b&gt;|&lt;B&gt;|&lt;b&gt;&lt;i&gt;|&lt;b&gt;|&lt;B&gt;|<hr>|2|&lt;b&gt;|&lt;b&gt;]"),
        html.substring(html.indexOf('['), html.indexOf(']') + 1));
  }

  @Test
  void viewsHandOutEveryPartTheyHave() throws Exception {
    for (Object view :
        List.of(
            SampleViews.site(""), SampleViews.guide().build(), SampleViews.review(true, false))) {
      for (RecordComponent component : view.getClass().getRecordComponents()) {
        assertSame(
            component.getAccessor().invoke(view),
            ((View) view).part(component.getName()),
            component::toString);
      }
    }
  }

  /**
   * A part that is missing in the switch of a view is read by reflection, which is right but slow.
   */
  @Test
  void noViewForgetsAPart() throws Exception {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(SiteView.class, PageView.class));
    Set<Class<?>> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Class<?> view = open.pop();
      String source =
          Files.readString(
              Path.of("src/main/java/dev/waymark/render", view.getSimpleName() + ".java"));
      for (String part : TemplateNames.componentsOf(view)) {
        assertTrue(source.contains("case \"" + part + "\" ->"), view.getSimpleName() + "." + part);
      }
      for (RecordComponent component : view.getRecordComponents()) {
        Type type = component.getGenericType();
        Type element =
            type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        if (element instanceof Class<?> next && next.isRecord() && seen.add(next)) {
          open.push(next);
        }
      }
    }
    assertTrue(seen.size() > 15);
  }

  @Test
  void linksToThemeFilesAreRelativeToThePage() {
    Templates templates = Templates.of(TestTheme.packed());
    for (String root : List.of("", "../", "../../", "/toolkit/")) {
      String html = templates.render(root, SampleViews.site(root), SampleViews.notFound().build());
      assertTrue(
          html.matches("(?s).* href=\"" + root + "assets/site\\.[0-9a-f]{8}\\.css\".*"), root);
    }
  }

  @Test
  void unstyledPagesNameNoThemeFile() {
    Templates templates = Templates.of(TestTheme.packed());
    String missing =
        templates.renderUnstyled(SampleViews.site("/"), SampleViews.notFound().build());
    String moved = templates.renderUnstyled(SampleViews.site(""), SampleViews.redirect().build());

    assertFalse(missing.contains("assets/"));
    assertTrue(missing.contains("<a href=\"/index.html\">"));
    assertFalse(moved.contains("assets/"));
    assertTrue(
        moved.contains(
            "<meta http-equiv=\"refresh\" content=\"0; url=parts/part-5/page-2.html\">"));
    assertTrue(moved.contains("<link rel=\"canonical\" href=\"parts/part-5/page-2.html\">"));
  }

  @Test
  void aFullPageHasLittleChrome() {
    SampleViews.Builder page = SampleViews.page("guide");
    page.siblings = SampleViews.siblings(1);
    page.section = new LinkView("index.html", "Part 5");
    page.body = "";
    int chrome = render(Templates.of(TestTheme.packed()), page).length();

    assertTrue(chrome < 4800, () -> "chrome is " + chrome);
  }

  @Test
  void anyNumberOfThreadsGivesTheSamePagesAndDiagnostics() throws Exception {
    Map<String, String> broken =
        Map.of(
            "partials/heading.peb", "<h1>{{ page.section.href }}</h1>\n",
            "partials/summary.peb", "{{ page.titel }}");
    Templates alone = Templates.of(TestTheme.with(broken));
    List<PageView> pages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ThemeGallery.pages().values().forEach(page -> pages.add(page.build()));
    }
    List<String> expected =
        pages.stream().map(page -> alone.render(ROOT, SampleViews.site(ROOT), page)).toList();
    Templates shared = Templates.of(TestTheme.with(broken));
    List<String> actual = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> tasks =
          pages.reversed().stream()
              .map(page ->
                  (Callable<String>) () -> shared.render(ROOT, SampleViews.site(ROOT), page))
              .toList();
      for (Future<String> html : threads.invokeAll(tasks)) {
        actual.addFirst(html.get());
      }
    }

    assertEquals(expected, actual);
    assertEquals(found(alone), found(shared));
    assertEquals(2, shared.diagnostics().size());
  }

  @Test
  void aWrongNameIsFoundInABranchThatNoPageTakes() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:9-2:14 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | page has no \"titel\" | did you mean title ?"),
        saidOf("partials/notice.peb", "{% if false %}\n{{ page.titel }}\n{% endif %}\n"));
  }

  @Test
  void aWrongNameIsFoundInAPartialThatNothingIncludes() {
    assertEquals(
        List.of(
            "my-theme/partials/unused.peb:1:4-1:8 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | there is nothing called \"pgae\" here | did you mean page ?"),
        saidOf("partials/unused.peb", "{{ pgae.title }}"));
  }

  @Test
  void namesOfLoopVariablesAreKnownByTheirType() {
    assertEquals(
        List.of(
            "my-theme/partials/section.peb:2:27-2:30 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | item has no \"hrf\" | did you mean href ?"),
        saidOf(
            "partials/section.peb",
            "{% for item in page.siblings %}\r\n"
                + "<b>{{ loop.index }}{{item.hrf}}</b>\r\n"
                + "{% endfor %}\r\n"));
  }

  @Test
  void marksThatTakeAwayWhiteSpaceAreNoNames() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:10-2:15 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | page has no \"titel\" | did you mean title ?"),
        saidOf("partials/notice.peb", "{%- if false -%}\n{{- page.titel -}}\n{%- endif -%}\n"));
  }

  @Test
  void aNameWithoutNeighbourListsWhatThereIs() {
    assertEquals(
        List.of(
            "my-theme/partials/review.peb:1:38-1:44 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | page.excerpt has no \"wombat\" | there are: theme, title,"
                + " publisher, published, url, licence"),
        saidOf("partials/review.peb", "{% if false %}a{{ 1 }}{{page.excerpt.wombat}}{% endif %}"));
  }

  @Test
  void unknownFiltersFunctionsAndTestsAreFound() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:17-1:23 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | there is no filter \"upperr\" | did you mean upper ?",
            "my-theme/partials/notice.peb:2:4-2:9 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | there is no function \"asett\" | did you mean asset ?",
            "my-theme/partials/notice.peb:3:20-3:25 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | there is no test \"emtpy\" | did you mean empty ?"),
        saidOf(
            "partials/notice.peb",
            "{{ page.title | upperr }}\n"
                + "{{ asett(\"site.css\") }}\n"
                + "{% if page.body is emtpy %}{% endif %}\n"));
  }

  @Test
  void whatTheTemplateAsksForItselfIsNoMistake() {
    assertEquals(
        List.of(),
        saidOf(
            "partials/notice.peb",
            "{% if later is defined %}x{% endif %}{{ later | default(\"\") }}{% macro m(a) %}{{"
                + " a.title }}{% endmacro %}{% set s = page.title %}{{ s }}{{ m(page) is null }}{#"
                + " {{ nothing }} #}{% verbatim %}{{ nothing }}{% endverbatim %}{{ 1L + 2 }}{{"
                + " \"a\" ~ 'b' }}"));
  }

  @Test
  void aMissingPartialIsNamedWithTheNearest() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:12-2:32 TEMPLATE_MISSING: this template is not there"
                + " | the theme has no partials/heder.peb | did you mean partials/header.peb ?"),
        saidOf("partials/notice.peb", "<p>\n{% include \"partials/heder.peb\" %}\n</p>"));
  }

  @Test
  void aMissingPartialOfAComputedNameIsFoundWhenItIsAskedFor() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:4-1:11 TEMPLATE_MISSING: this template is not there"
                + " | the theme has no partials/excerpt.peb",
            "my-theme/partials/notice.peb:1:4-1:11 TEMPLATE_MISSING: this template is not there"
                + " | the theme has no partials/guide.peb",
            "my-theme/partials/notice.peb:1:4-1:11 TEMPLATE_MISSING: this template is not there |"
                + " the theme has no partials/principle.peb | did you mean partials/principles.peb"
                + " ?"),
        saidOf("partials/notice.peb", "{% include \"partials/\" ~ page.kind ~ \".peb\" %}"));
  }

  @Test
  void anUnknownAssetIsNamedWithTheNearest() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:20-1:29 THEME_FILE_MISSING: the theme has no such file"
                + " | the theme's assets folder has no site.cs | did you mean site.css ?"),
        saidOf("partials/notice.peb", "<img src=\"{{ asset(\"site.cs\") }}\">"));
  }

  @Test
  void aBlockThatTheParentDoesNotHaveIsFound() {
    assertEquals(
        List.of(
            "my-theme/layouts/guide.peb:2:10-2:14 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | layouts/base.peb has no block \"tetx\" | did you mean text ?"),
        saidOf(
            "layouts/guide.peb",
            "{% extends \"layouts/base.peb\" %}\n{% block tetx %}x{% endblock %}\n"));
  }

  @Test
  void aListAloneIsNoCondition() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:7-1:20 TEMPLATE_FAILED: this condition is neither true"
                + " nor false | page.siblings is a list | did you mean page.siblings is not empty"
                + " ?",
            "my-theme/partials/notice.peb:2:7-2:20 TEMPLATE_FAILED: this condition is neither true"
                + " nor false | page.next is a group of values | did you mean page.next is null ?"),
        saidOf(
            "partials/notice.peb",
            "{% if page.siblings %}a{% endif %}\n{% if not page.next %}a{% endif %}\n"));
  }

  @Test
  void aPartOfNothingIsExplained() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:13-1:25 TEMPLATE_FAILED: this value is empty on some"
                + " pages | page.section is empty, and the template asks for a part of it | put {%"
                + " if page.section is not null %} … {% endif %} around it"),
        saidOf("partials/notice.peb", "<a title=\"{{page.section.title}}\"></a>"));
  }

  @Test
  void aWrongNameOfUnknownTypeIsFoundWhenItIsAskedFor() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:27-1:32 TEMPLATE_NAME: this template uses a name that"
                + " does not exist | x has no \"titel\" | did you mean title ?"),
        saidOf(
            "partials/notice.peb",
            "{% set x = page %}{% if x.titel == \"a\" %}{% endif %}{{ 1 }}"));
  }

  @Test
  void anythingElseIsOneMessageToo() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:1-2:23 TEMPLATE_FAILED: this template failed"
                + " | could not perform multiplication"),
        saidOf("partials/notice.peb", "\n{{ page.title * \"x\" }}\n"));
  }

  @Test
  void aTemplateThatIncludesItselfIsStopped() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:4-2:11 TEMPLATE_FAILED: this template failed"
                + " | templates include one another without end"),
        saidOf("partials/notice.peb", "\n{% include \"partials/notice.peb\" %}"));
  }

  @Test
  void aMacroThatCallsItselfIsStopped() {
    List<String> said =
        saidOf("partials/notice.peb", "{% macro m(a) %}{{ m(a) }}{% endmacro %}{{ m(\"x\") }}");
    assertTrue(
        said.getFirst().endsWith("a macro or block calls itself without end"), said::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% if page.title %}\n<p>\n",
        "{{ page.title",
        "{% for x in page.tags %}{% endif %}",
        "{% endfor %}",
        "{{ }}",
        "{% %}",
        "{%",
        "{{ \"abc\\",
        "{{ 'a }}",
        "{% block %}",
        "{# not closed",
        "{{ page. }}",
        "{% if %}{% endif %}",
        "{{ page.title | }}",
        "{% cache \"x\" %}{% endcache %}",
        "{{ 1 + }}",
        "{{ (1 }}",
        "{% verbatim %}",
        "{% include %}",
        "{% set page %}",
        "{{ '\\u0000' ~ @ }}",
        "{% extends %}",
        "{% for in %}{% endfor %}",
        "{% include \"partials/header.peb\" with page %}",
        "{% macro %}",
        "{% parallel %}{% endparallel %}",
        "{% autoescape false %}{{ page.title }}{% endautoescape %}",
        "{% embed \"partials/header.peb\" %}{% endembed %}"
      })
  void whatCannotBeReadIsOneMessageAndThePackedTemplateStandsIn(String text) {
    Templates templates = Templates.of(TestTheme.with(Map.of("partials/notice.peb", text)));
    String html = render(templates, SampleViews.guide());

    assertEquals(1, templates.diagnostics().size(), () -> found(templates).toString());
    assertEquals(
        "my-theme/partials/notice.peb", templates.diagnostics().getFirst().location().file());
    assertEquals(render(Templates.of(TestTheme.packed()), SampleViews.guide()), html);
    assertFalse(found(templates).toString().contains("io.pebble"));
  }

  @Test
  void aTemplateNestedWithoutReasonIsOneMessage() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:1:1-1:1 TEMPLATE_SYNTAX: this template cannot be read"
                + " | its parts are nested too deeply"),
        saidOf(
            "partials/notice.peb",
            "{{ " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + " }}"));
  }

  @Test
  void anUnclosedTagIsShownWhereItOpens() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:4-2:6 TEMPLATE_SYNTAX: this template cannot be read"
                + " | there is no {% endif %} to end it"
                + " | a tag is written {% … %}, a value {{ … }}; see https://pebbletemplates.io"),
        saidOf("partials/notice.peb", "<p>\n{% if page.title %}\n</p>\n"));
  }

  @Test
  void anUnknownTagIsNamedWithTheNearest() {
    assertEquals(
        List.of(
            "my-theme/partials/notice.peb:2:4-2:11 TEMPLATE_SYNTAX: this template cannot be read"
                + " | there is no tag \"incldue\" | did you mean include ?"),
        saidOf("partials/notice.peb", "<p>\n{% incldue \"partials/header.peb\" %}\n</p>\n"));
  }

  @Test
  void everyMistakeOfAFileIsSaidAndEveryFile() {
    Map<String, String> files = new TreeMap<>();
    files.put("partials/notice.peb", "{{ page.titel }}{{ site.titel }}");
    files.put("partials/header.peb", "{{ site.hrf }}");
    files.put("partials/footer.peb", "{% if %}");
    Templates templates = Templates.of(TestTheme.with(files));
    render(templates, SampleViews.guide());

    assertEquals(4, templates.diagnostics().size());
  }

  @Test
  void aBrokenPartialOfTheUsersOwnIsSaidOnce() {
    Templates templates =
        Templates.of(
            TestTheme.with(
                Map.of(
                    "partials/notice.peb", "{% include \"partials/own.peb\" %}",
                    "partials/own.peb", "{{ page.titel }}")));
    String html = render(templates, SampleViews.guide());

    assertEquals(1, templates.diagnostics().size(), () -> found(templates).toString());
    assertTrue(html.contains("Demonstration content"));
  }

  @Test
  void aPageThatATemplateFailsOnIsRenderedWithThePackedTheme() {
    Templates templates =
        Templates.of(
            TestTheme.with(Map.of("partials/notice.peb", "<p>{{ page.section.title }}</p>\n")));

    assertTrue(
        render(templates, SampleViews.guide()).contains("<p>Part 5: Sharing information</p>"));
    assertEquals(
        render(Templates.of(TestTheme.packed()), SampleViews.home()),
        render(templates, SampleViews.home()));
  }
}
