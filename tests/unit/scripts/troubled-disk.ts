import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs before the import does. From the n-th time on that something is to be written the disk is full, or the process
 * is killed or stopped by Ctrl-C at that moment; half of what was to be written is there. `WROTE` counts the times.
 */
const TROUBLE = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { writeFileSync: write } = fs;
  let times = 0;
  for (const name of ['writeFileSync', 'mkdirSync', 'renameSync', 'linkSync', 'copyFileSync', 'rmSync', 'rmdirSync']) {
    const real = fs[name];
    fs[name] = (path, ...rest) => {
      // A full disk still lets files be deleted.
      if (name.startsWith('rm') && process.env.TROUBLE === 'full') return real(path, ...rest);
      times += 1;
      write(process.env.WROTE, String(times));
      if (times < Number(process.env.AT)) return real(path, ...rest);
      if (name === 'writeFileSync') try { write(path, String(rest[0]).slice(0, 10)); } catch {}
      if (process.env.TROUBLE !== 'full') process.kill(process.pid, process.env.TROUBLE);
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', path: String(path) });
    };
  }
  syncBuiltinESMExports();
`)}`;

/** Import with a disk that is full, or a process that gets a signal, at the n-th time that something is written. */
export function importWithTrouble(
  content: string,
  trouble: 'full' | 'SIGKILL' | 'SIGINT',
  at: number,
): SpawnSyncReturns<string> & { times: number; isDecided: boolean } {
  const wrote = join(content, '..', 'wrote');
  writeFileSync(wrote, '0');
  const run = spawnSync(process.execPath, ['--import', TROUBLE, 'scripts/import.ts', '--content', content], {
    encoding: 'utf8',
    env: { ...process.env, TROUBLE: trouble, AT: String(at), WROTE: wrote },
  });
  const isDecided = existsSync(join(content, '.import/decided.json'));
  return { ...run, times: Number(readFileSync(wrote, 'utf8')), isDecided };
}
