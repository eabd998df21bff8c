// Sums up one run of search.sh: bytes and times, whether the browser answers as Lucene does, and
// what misses its bar.
//   search.mjs TOOLS SITE QUERIES RUN SET PAGES
// RUN is where run_site.mjs has written, with -lucene-hits.tsv of `waymark search --format tsv
// --totals` and -scores.json of evaluate.py beside it; SET names the queries; PAGES is how many
// pages the site has, if it is not the collection's. Ends with 1 when something misses its bar.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const LIMIT = 100;
const TOLERANCE = 1e-4;

/** What each set of queries of the collection must reach, in the browser. */
const LEAST = {
  queries: { 'nDCG@10': 0.519 },
  'q-typo': { 'nDCG@10': 0.51 },
  'q-prefix': { 'nDCG@10': 0.5 },
  'q-kw3': { 'nDCG@10': 0.363 },
  'q-kw3typo': { 'nDCG@10': 0.335 },
  'ki-shorttypo': { 'S@10': 0.99, 'MRR@10': 0.9 },
  'ki-shortprefix': { 'S@10': 0.99, 'MRR@10': 0.9 },
};

/** Bytes on the wire for three words: to the first answer, by the pages of the site; and later. */
const COLLECTION_FIRST = 60_000;
const FIRST = [
  [1_100, 70_000],
  [11_000, 100_000],
];
const LATER = 30_000;
/** Bytes on disk of the index of at most so many pages. */
const DISK = [11_000, 25_000_000];

const [tools, site, queryFile, run, set, pageCount] = process.argv.slice(2);
const pages = Number(pageCount);
const inTools = (file) => import(pathToFileURL(path.join(tools, file)).href);
const { chromiumPath, CHROMIUM_ARGS, quantile, tsv } = await inTools('lib/util.mjs');
const { serve } = await inTools('lib/serve.mjs');
const { chromium } = createRequire(path.join(tools, 'run_site.mjs'))('playwright-core');

const missed = [];
const stats = JSON.parse(fs.readFileSync(run + '-stats.json', 'utf8'));
for (const mode of ['http', 'file']) {
  const { bytes, latencyMs, results } = stats[mode];
  const kB = ({ sent }) => (sent / 1000).toFixed(1);
  console.log(
    `${mode}: first answer ${kB(bytes.beforeFirstResult)} kB, a later one ${kB(bytes.laterQuery)} kB; ` +
      `p50 ${latencyMs.p50} ms, p95 ${latencyMs.p95} ms; ${results.empty} without a result`
  );
  if (results.empty || results.failed) {
    missed.push(`${mode}: ${results.empty + results.failed} queries without a result, not 0`);
  }
  if (mode === 'http' && (pages || set === 'q-kw3')) {
    const first = pages ? FIRST.find(([most]) => pages <= most)?.[1] : COLLECTION_FIRST;
    if (bytes.beforeFirstResult.sent >= first) {
      missed.push(`${kB(bytes.beforeFirstResult)} kB to the first answer, not under ${first / 1000}`);
    }
    if (bytes.laterQuery.sent >= LATER) {
      missed.push(`${kB(bytes.laterQuery)} kB for a later answer, not under ${LATER / 1000}`);
    }
  }
}

if (pages) {
  const folder = path.join(site, 'search');
  const disk = fs
    .readdirSync(folder, { recursive: true })
    .map((name) => fs.statSync(path.join(folder, name)))
    .filter((file) => file.isFile())
    .reduce((sum, { size }) => sum + size, 0);
  console.log(`index on disk: ${(disk / 1e6).toFixed(2)} MB`);
  if (pages <= DISK[0] && disk >= DISK[1]) {
    missed.push(`${(disk / 1e6).toFixed(2)} MB on disk, not under ${DISK[1] / 1e6}`);
  }
}

const scores = fs.readFileSync(run + '-scores.json', 'utf8');
for (const [name, measures] of Object.entries(scores ? JSON.parse(scores) : {})) {
  for (const [measure, least] of Object.entries(LEAST[set] ?? {})) {
    if (!name.endsWith('-lucene.tsv') && measures[measure] < least) {
      missed.push(`${measure} ${measures[measure]} in ${name}, not at least ${least}`);
    }
  }
}

/** The address and score of each hit, the total and the corrected query, by query. */
const expected = new Map();
for (const [id, rank, value, last] of tsv(run + '-lucene-hits.tsv')) {
  if (!expected.has(id)) {
    expected.set(id, { total: 0, corrected: undefined, hits: [] });
  }
  if (rank === 'total') {
    expected.get(id).total = Number(value);
    expected.get(id).corrected = last;
  } else {
    expected.get(id).hits.push([value, Number(last)]);
  }
}

/** What runs in the page: asks for ten results each and notes the scripts, those asked for together
 * in one list. */
async function ask(texts) {
  const engine = await window.waymark.search.open();
  const { search } = window.waymark;
  const load = search.load;
  let waves = [];
  let isNew = true;
  search.load = (name) => {
    if (isNew) {
      waves.push([]);
      isNew = false;
    }
    waves.at(-1).push(name);
    return load(name).then((done) => {
      isNew = true;
      return done;
    });
  };
  const asked = [];
  for (const text of texts) {
    waves = [];
    isNew = true;
    const start = performance.now();
    await engine.query(text, { limit: 10 });
    asked.push({ ms: performance.now() - start, waves });
  }
  return asked;
}

/** What runs in the page: loads the same scripts, list after list, and reads none of them. */
async function loadAlone(all) {
  const { search } = window.waymark;
  await search.open();
  search.shard = () => {};
  const times = [];
  for (const waves of all) {
    const start = performance.now();
    for (const names of waves) {
      await Promise.all(names.map((name) => search.load(name)));
    }
    times.push(performance.now() - start);
  }
  return times;
}

/** How long ten results take, and how much of that any reader would take that loads these scripts. */
async function firstTen(root) {
  const inPage = async (work, argument) => {
    const page = await browser.newPage();
    await page.goto(root + 'index.html');
    const result = await page.evaluate(work, argument);
    await page.close();
    return result;
  };
  const asked = await inPage(ask, queries.map(([, text]) => text));
  const alone = await inPage(loadAlone, asked.map(({ waves }) => waves));
  const scripts = asked.reduce((sum, { waves }) => sum + waves.flat().length, 0);
  const say = (times) => `p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`;
  return (
    `ten results ${say(asked.map(({ ms }) => ms))}; ` +
    `to load their scripts alone, ${(scripts / asked.length).toFixed(1)} a query, ${say(alone)}`
  );
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
          const { total, hits, corrected } = await engine.query(text, { limit });
          found.push({ total, corrected, hits: hits.map(({ url, score }) => [url, score]) });
        }
        return found;
      },
      [queries.map(([, text]) => text), LIMIT]
    );
    let same = 0;
    let worst = 0;
    queries.forEach(([id, text], i) => {
      const { total, corrected, hits } = expected.get(id) ?? { total: 0, hits: [] };
      const found = answers[i];
      const isSame =
        found.total === total &&
        (found.corrected ?? undefined) === corrected &&
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
    const mode = root.split(':')[0];
    console.log(
      `${mode}: ${same} of ${queries.length} queries answered as by Lucene ` +
        `(top ${LIMIT}, order, total, correction), scores within ${worst}`
    );
    if (same < queries.length || worst > TOLERANCE) {
      missed.push(`${mode}: ${same} of ${queries.length} as Lucene, scores within ${worst}`);
    }
    await page.close();
    console.log(`${mode}: ${await firstTen(root)}`);
  }
} finally {
  await browser.close();
  await server.close();
}
missed.forEach((line) => console.log('missed: ' + line));
process.exitCode = missed.length ? 1 : 0;
