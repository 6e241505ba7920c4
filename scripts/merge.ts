/** `npm run merge -- DIR …`: join the parts that `npm run build -- --shard i/n` built into one site, with its search index. `--content DIR`, `--out DIR`. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeHeaders } from '../src/integrations/headers.ts';
import { indexSite } from '../src/integrations/search-index.ts';
import { readBase, readMergeArguments } from './arguments.ts';
import { filesIn } from './digest.ts';
import { PART_FILE, problemsOf } from './parts.ts';
import { showProgress } from './progress.ts';
import { replaceWhole } from './replace-whole.ts';

const { content, out, folders } = readMergeArguments();
const problems = problemsOf(folders);
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\nNothing was merged: ${out} is as it was.`);
  process.exit(1);
}

const progress = showProgress();
await replaceWhole(out, async (whole) => {
  for (const folder of folders) cpSync(folder, whole, { recursive: true });
  rmSync(join(whole, PART_FILE));
  const dir = pathToFileURL(`${whole}/`);
  await indexSite(dir, progress.show);
  await writeHeaders(dir, readBase(content));
});
progress.clear();
console.log(
  `${filesIn(out).filter((file) => file.endsWith('.html')).length} pages and their search index in ${out}, from ${folders.length} parts`,
);
