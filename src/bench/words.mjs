// Compares the analysis of a list of words in the browser with that of Lucene: words.mjs TOOLS WORDS,
// where WORDS is what Words.java printed. Ends with 1 when one differs, or when there are too few.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const LEAST = 100_000;
const SHOWN = 20;
const [tools, wordFile] = process.argv.slice(2);
const inTools = (file) => import(pathToFileURL(path.join(tools, file)).href);
const { chromiumPath, CHROMIUM_ARGS } = await inTools('lib/util.mjs');
const { serve } = await inTools('lib/serve.mjs');
const { chromium } = createRequire(path.join(tools, 'run_site.mjs'))('playwright-core');

const [stops, foldings, ...lines] = fs.readFileSync(wordFile, 'utf8').trimEnd().split('\n');
const rows = lines.map((line) => line.split('\t'));
// The client as it is written: the bundle has no names to call.
const server = await serve(fileURLToPath(new URL('../main/web', import.meta.url)));
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  await page.goto(server.url + '/search/text.js');
  const found = await page.evaluate(
    async ([texts, stopWords, exceptions]) => {
      const { Analyser } = await import('/search/text.js');
      const analyser = new Analyser(stopWords, exceptions);
      return texts.map((text) =>
        analyser.tokens(text.normalize('NFC')).map(({ word, key }) => word + '/' + key).join(' ')
      );
    },
    [rows.map(([word]) => word), stops.split(' '), foldings]
  );
  const different = rows.flatMap(([word, tokens], i) =>
    tokens === found[i] ? [] : [`${word}: ${tokens} in Lucene, ${found[i]} in the browser`]
  );
  different.slice(0, SHOWN).forEach((line) => console.log(line));
  console.log(`${different.length} of ${rows.length} words are analysed otherwise than by Lucene`);
  if (rows.length < LEAST) {
    console.log(`missed: ${rows.length} words, not ${LEAST}`);
  }
  if (different.length) {
    console.log(`missed: ${different.length} words analysed otherwise, not 0`);
  }
  process.exitCode = different.length || rows.length < LEAST ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
}
