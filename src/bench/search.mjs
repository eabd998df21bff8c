// Sums up one run of search.sh: bytes and times, and whether the browser answers as Lucene does.
//   search.mjs TOOLS SITE QUERIES HITS STATS
// HITS is what `waymark search --format tsv --totals` printed. Ends with 1 when an answer differs.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const LIMIT = 100;
const [tools, site, queryFile, hitFile, statsFile] = process.argv.slice(2);
const inTools = (file) => import(pathToFileURL(path.join(tools, file)).href);
const { chromiumPath, CHROMIUM_ARGS, tsv } = await inTools('lib/util.mjs');
const { serve } = await inTools('lib/serve.mjs');
const { chromium } = createRequire(path.join(tools, 'run_site.mjs'))('playwright-core');

const stats = JSON.parse(fs.readFileSync(statsFile, 'utf8'));
for (const mode of ['http', 'file']) {
  const { bytes, latencyMs, results } = stats[mode];
  const kB = ({ sent }) => (sent / 1000).toFixed(1);
  console.log(
    `${mode}: first answer ${kB(bytes.beforeFirstResult)} kB, a later one ${kB(bytes.laterQuery)} kB; ` +
      `p50 ${latencyMs.p50} ms, p95 ${latencyMs.p95} ms; ${results.empty} without a result`
  );
}

/** The address and score of each hit, and the total, by query. */
const expected = new Map();
for (const [id, rank, url, score] of tsv(hitFile)) {
  if (!expected.has(id)) {
    expected.set(id, { total: 0, hits: [] });
  }
  if (rank === 'total') {
    expected.get(id).total = Number(url);
  } else {
    expected.get(id).hits.push([url, Number(score)]);
  }
}

const queries = tsv(queryFile);
const server = await serve(site, {});
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
try {
  for (const root of [server.url + '/', pathToFileURL(path.resolve(site)).href + '/']) {
    const page = await browser.newPage();
    await page.goto(root + 'index.html');
    const answers = await page.evaluate(
      async ([texts, limit]) => {
        const engine = await window.waymark.search.open();
        const found = [];
        for (const text of texts) {
          const { total, hits } = await engine.query(text, { limit });
          found.push({ total, hits: hits.map(({ url, score }) => [url, score]) });
        }
        return found;
      },
      [queries.map(([, text]) => text), LIMIT]
    );
    let same = 0;
    let worst = 0;
    queries.forEach(([id, text], i) => {
      const { total, hits } = expected.get(id) ?? { total: 0, hits: [] };
      const found = answers[i];
      const isSame =
        found.total === total &&
        found.hits.length === hits.length &&
        hits.every(([url], rank) => url === found.hits[rank][0]);
      if (isSame) {
        same++;
        hits.forEach(([, score], rank) => {
          worst = Math.max(worst, Math.abs(Math.fround(score) - found.hits[rank][1]));
        });
      } else {
        console.log(`differs from Lucene: ${id} ${text}`);
      }
    });
    console.log(
      `${root.split(':')[0]}: ${same} of ${queries.length} queries answered as by Lucene ` +
        `(top ${LIMIT}, order, total), scores within ${worst}`
    );
    if (same < queries.length || worst > 1e-4) {
      process.exitCode = 1;
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
