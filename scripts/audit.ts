/**
 * `npm run audit`: Lighthouse on a page of each kind of the site in `dist`, as phones see it; the middle of three runs.
 * Ends with 1 where a page has less than 100 in performance, accessibility, best practices or SEO, and tells what cost it.
 * `--runs N`, `--page PATH` for one page, `--content DIR`, `--out DIR`.
 *
 * Lighthouse is some 240 MB, so npm fetches it here and nowhere else, in the version that is named below.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBase } from './arguments.ts';
import { ensureChromium } from './chromium.ts';
import { serve } from './serve.ts';
import { readCount, readOrExit } from './usage.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Audit {
  id: string;
  score: number | null;
  title: string;
  displayValue?: string;
}

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

const { values, runs } = readOrExit('npm run audit -- [--runs N] [--page PATH] [--content DIR] [--out DIR]', () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
      runs: { type: 'string', default: '3' },
      page: { type: 'string' },
    },
  });
  return { values, runs: readCount('--runs', values.runs) };
});
if (!existsSync(join(values.out, 'index.html'))) {
  console.error(`No site is built in ${values.out}: run npm run build first.`);
  process.exit(1);
}
const site = await serve(values.out, { base: readBase(values.content), port: 0 });
const folder = mkdtempSync(join(tmpdir(), 'offprint-audit-'));
const pages = values.page === undefined ? onePageOfEachKind(values.out) : [values.page];
let isPerfect = true;

console.log(`${'page'.padEnd(24)} ${CATEGORIES.map((category) => category.padStart(14)).join('')}`);
for (const page of pages) {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) reports.push(await lighthouse(site.address + page));
  const scores = CATEGORIES.map((category) => median(reports.map((report) => scoreOf(report, category))));
  console.log(`${(page || 'home').slice(0, 24).padEnd(24)} ${scores.map((score) => String(score).padStart(14)).join('')}`);
  for (const line of reports[0] && scores.some((score) => score < 100) ? lost(reports[0]) : []) console.log(`  ${line}`);
  isPerfect &&= scores.every((score) => score === 100);
}
await site.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = isPerfect ? 0 : 1;

function onePageOfEachKind(out: string): string[] {
  const [paper, topic] = ['papers', 'topics'].map((kind) => {
    const folders = readdirSync(join(out, kind), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && /\D/.test(entry.name),
    );
    const slug = folders.map(({ name }) => name).sort()[0];
    return slug === undefined ? [] : [`${kind}/${slug}/`];
  });
  return ['', ...(paper ?? []), ...(topic ?? []), 'search/', 'search/?q=learning'];
}

/** One run, on a browser of its own. Not waited for synchronously: this very process serves the page. */
async function lighthouse(url: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const flags = [
    `--only-categories=${CATEGORIES.join(',')}`,
    '--output=json',
    `--output-path=${file}`,
    '--chrome-flags=--headless=new --no-sandbox',
    '--quiet',
  ];
  const child = spawn('npm', ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse', url, ...flags], {
    env: { ...process.env, CHROME_PATH: ensureChromium(), LH_NO_ERROR_REPORTING: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${LIGHTHOUSE} ended with ${String(code)} on ${url}:\n${said}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function scoreOf(report: Report, category: string): number {
  return Math.round((report.categories[category]?.score ?? 0) * 100);
}

/** What cost points, the dearest first. */
function lost({ categories, audits }: Report): string[] {
  return CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ id }) => `${id}: ${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
