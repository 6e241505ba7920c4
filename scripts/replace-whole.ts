import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { filesIn } from './digest.ts';

/** Fills a folder with files; those that it names to `keep`, by their paths below the site's folder, stay as they stand. */
export type Fill = (folder: string, keep: (file: string) => void) => Promise<void>;

/**
 * Put what `fill` makes in the place of `out`: of what stood there only that stays which it keeps.
 *
 * A build that fails, is killed or is stopped by Ctrl-C leaves `out` as it was. Where most files are kept, the others
 * are moved into their places when all of them are there, new ones first; else a new folder takes the place of the old
 * one in two renames. One that is killed in the middle of that is finished, or put right, when the next begins.
 */
export async function replaceWhole(out: string, fill: Fill): Promise<void> {
  const places = placesOf(out);
  recover(places);
  const stop = () => {
    clear(places);
    console.error(`\nStopped. ${out} is as it was.`);
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const kept = new Set<string>();
    await fill(places.unfinished, (file) => kept.add(file));
    // All of this at one go, so that Ctrl-C waits until it is done.
    const made = kept.size > 0 ? filesBelow(places.unfinished) : [];
    if (kept.size > made.length) replaceFiles(places, made, kept);
    else replaceFolder(places, kept);
  } catch (error) {
    clear(places);
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
  clear(places);
}

/** The site's folder, and what lies beside it while it is built. */
interface Places {
  out: string;
  /** What is being made. */
  unfinished: string;
  /** The old folder, until it is gone. */
  replaced: string;
  /** What is to be moved and removed, once that is decided. */
  decided: string;
}

function placesOf(out: string): Places {
  const beside = (what: string) => join(dirname(resolve(out)), `.${basename(resolve(out))}.${what}`);
  return { out, unfinished: beside('unfinished'), replaced: beside('replaced'), decided: beside('decided.json') };
}

/** Finish or put right what a killed build left. */
function recover(places: Places): void {
  const { out, replaced, decided } = places;
  if (existsSync(decided)) carryOut(places);
  else if (existsSync(replaced) && !existsSync(out)) renameSync(replaced, out);
  clear(places);
}

function clear({ unfinished, replaced, decided }: Places): void {
  rmSync(decided, { force: true });
  rmSync(`${decided}.tmp`, { force: true });
  for (const folder of [unfinished, replaced]) rmSync(folder, { recursive: true, force: true });
}

function replaceFolder({ out, unfinished, replaced }: Places, kept: Set<string>): void {
  for (const file of kept) takeOver(join(out, file), join(unfinished, file));
  if (existsSync(out)) renameSync(out, replaced);
  renameSync(unfinished, out);
}

/** The old name goes with the old folder: nothing ever writes into a file that two sites share. */
function takeOver(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // a disk without links
  }
}

/** Paths below the site's folder. */
interface Decision {
  moved: string[];
  removed: string[];
}

function replaceFiles(places: Places, made: string[], kept: Set<string>): void {
  const standing = filesBelow(places.out);
  const [old, wanted] = [new Set(standing), new Set(made)];
  const decision: Decision = {
    // First what nobody knows of yet: a page never names a file that is not there.
    moved: [...made.filter((file) => !old.has(file)), ...made.filter((file) => old.has(file))],
    removed: standing.filter((file) => !wanted.has(file) && !kept.has(file)),
  };
  writeFileSync(`${places.decided}.tmp`, JSON.stringify(decision));
  renameSync(`${places.decided}.tmp`, places.decided);
  carryOut(places);
}

/** Do what was decided, from wherever a killed build got to. */
function carryOut({ out, unfinished, decided }: Places): void {
  const { moved, removed } = JSON.parse(readFileSync(decided, 'utf8')) as Decision;
  for (const file of moved) {
    const from = join(unfinished, file);
    if (!existsSync(from)) continue; // moved already
    mkdirSync(dirname(join(out, file)), { recursive: true });
    renameSync(from, join(out, file));
  }
  for (const file of removed) rmSync(join(out, file), { force: true });
  for (const folder of new Set(removed.map((file) => dirname(file)))) removeEmpty(out, folder);
}

/** Take away a folder that has become empty, and those above it that have. */
function removeEmpty(out: string, folder: string): void {
  for (let each = folder; each !== '.'; each = dirname(each)) {
    try {
      rmdirSync(join(out, each));
    } catch {
      return; // not empty, or gone
    }
  }
}

function filesBelow(folder: string): string[] {
  return filesIn(folder).map((file) => relative(folder, file));
}
