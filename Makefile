# The commands of Waymark, for people and CI alike. Needs a JDK 25 or later, Maven and make.

TOOL := target/waymark/bin/waymark
# What the packaged tool is made of.
PARTS := pom.xml LICENSE src/main src/build $(wildcard site-templates docs/diagnostics)
STAMP := target/.tool

.DEFAULT_GOAL := site
.PHONY: help site serve tool test format format-check dist bench search-bench serve-bench kill-check serve-check golden axe pictures clean

help:
	@echo 'make [site]        builds the tool, and the site in content/ into public/'
	@echo 'make serve         shows the site in content/ in a browser while you write; Ctrl-C ends it'
	@echo 'make tool          builds the tool alone: $(TOOL)'
	@echo 'make test          checks the formatting and runs every test'
	@echo 'make format        formats the Java sources'
	@echo 'make format-check  says which Java sources make format would change'
	@echo 'make dist          packs the tool: target/waymark-VERSION.zip'
	@echo 'make golden        rewrites the expectations of the golden sites and flowcharts and of docs/diagnostics'
	@echo 'make axe           checks every page of the site with axe in every look'
	@echo 'make pictures      takes the pictures in docs/pictures'
	@echo 'make bench BENCH=DIR'
	@echo '                   times whole builds beside other tools, with the benchmark in DIR'
	@echo 'make search-bench SEARCHBENCH=DIR COLLECTION=DIR'
	@echo '                   measures the search beside Lucene itself, with the tools and the collection given;'
	@echo '                   SITE=DIR [QUERIES=FILE] measures a folder of Markdown, WORDS=FILE compares the'
	@echo '                   analysis of a list of words. Fails when something misses its bar'
	@echo 'make serve-bench [CONTENT=DIR PAGE=FILE]'
	@echo '                   measures from a save to the new page and to the search, on a copy of the content'
	@echo 'make kill-check    kills 200 builds at random moments and checks what they leave'
	@echo 'make serve-check   compares 500 random sequences of edits with clean builds, and saves 1,000 times in a row'
	@echo 'make clean         removes what was built'

site: tool
	@$(TOOL) build

serve: tool
	@$(TOOL) serve

# Builds only when a part is newer than the last build; a folder is newer when a file left it.
tool:
	@if [ ! -x $(TOOL) ] || [ ! -f $(STAMP) ] || \
	    [ -n "$$(find $(PARTS) -newer $(STAMP) | head -n 1)" ]; then \
	  mkdir -p target && touch $(STAMP).started && \
	  sh src/build/mvn.sh -q -Dmaven.test.skip=true package && \
	  mv $(STAMP).started $(STAMP); \
	fi

test: format-check
	@chromium=$$(sh src/build/chromium.sh) && \
	  WAYMARK_CHROMIUM="$$chromium" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
	  sh src/build/mvn.sh verify

format:
	@sh src/build/format.sh --replace

format-check:
	@sh src/build/format.sh --dry-run --set-exit-if-changed

dist:
	@sh src/build/mvn.sh -q -Dmaven.test.skip=true package assembly:single@dist

# The editors' guide takes its examples from docs/diagnostics, so its turn comes last.
golden:
	@sh src/build/mvn.sh test -Dtest='GoldenSiteTest,DiagnosticExamplesTest,OutlineTest,DiagramRendererTest,AnalysisTest' -Dwaymark.golden=rewrite
	@sh src/build/mvn.sh test -Dtest=UsualProblemsTest -Dwaymark.golden=rewrite

# One browser test class, and no other test.
BROWSER_TEST = chromium=$$(sh src/build/chromium.sh) && \
	  WAYMARK_CHROMIUM="$$chromium" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 \
	  sh src/build/mvn.sh -q verify -Dsurefire.failIfNoSpecifiedTests=false -Dtest=none

axe:
	@$(BROWSER_TEST) -Dit.test='SiteIT#everyKindOfPageIsAccessibleInEveryLook' -Dwaymark.axe=all

pictures:
	@$(BROWSER_TEST) -Dit.test=Pictures

ifdef BENCH
bench: tool
	@sh src/bench/run.sh "$(BENCH)"
else
bench:
	@echo 'Say where the benchmark is: make bench BENCH=DIR, where DIR holds bench.py and make_corpus.py.' >&2; exit 2
endif

serve-bench: tool
	@sh src/bench/serve.sh $(CONTENT) $(PAGE)

kill-check:
	@sh src/bench/kill-check.sh 200

serve-check:
	@sh src/build/mvn.sh test -Dtest='IncrementalBuildTest,AbuseTest' -Dwaymark.scripts=500 -Dwaymark.saves=1000

ifneq ($(and $(SEARCHBENCH),$(COLLECTION)$(SITE)$(WORDS)),)
search-bench: tool
	@COLLECTION="$(COLLECTION)" SITE="$(SITE)" QUERIES="$(QUERIES)" WORDS="$(WORDS)" SETS="$(SETS)" \
	  sh src/bench/search.sh "$(SEARCHBENCH)"
else
search-bench:
	@echo 'Say where the tools are, and what to measure: make search-bench SEARCHBENCH=DIR COLLECTION=DIR, where SEARCHBENCH holds run_site.mjs and COLLECTION queries.tsv. SITE=DIR, a folder of Markdown, measures that; WORDS=FILE compares how words are analysed.' >&2; exit 2
endif

clean:
	@rm -rf target public
