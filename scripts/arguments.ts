import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseShard, type Shard } from '../src/model/shard.ts';
import { readSite } from '../src/model/site.ts';
import { readOrExit } from './usage.ts';

export interface SiteArguments {
  /** The catalogue's folder. Default: `content`. */
  content: string;
  /** Where the site stands. Default: `dist`. */
  out: string;
  /** Default: 4321. 0 is any free one. */
  port: number;
}

/**
 * Read `--content DIR --out DIR --port N`. Wrong usage ends the program with a line that says what is right, and exit code 2.
 *
 * @param command  As a person writes it: `npm run dev`.
 */
export function readSiteArguments(command: string): SiteArguments {
  return readOrExit(`${command} -- [--content DIR] [--out DIR] [--port N]`, () => {
    const { values } = parseArgs({ options: { ...FOLDERS, port: { type: 'string', default: '4321' } } });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
    return { ...existing(values), port: Number(values.port) };
  });
}

export interface BuildArguments extends Omit<SiteArguments, 'port'> {
  /** The part to build; the whole site when there is none. */
  shard: Shard | undefined;
  /** Have Astro render every page itself, for the test that compares the two. */
  byAstro: boolean;
}

/** Read `--content DIR --out DIR --shard i/n`, as `readSiteArguments` does. */
export function readBuildArguments(): BuildArguments {
  return readOrExit('npm run build -- [--content DIR] [--out DIR] [--shard i/n]', () => {
    const { values } = parseArgs({
      options: { ...FOLDERS, shard: { type: 'string' }, 'by-astro': { type: 'boolean', default: false } },
    });
    const shard = values.shard === undefined ? undefined : parseShard(values.shard);
    if (values.shard !== undefined && !shard) throw new Error(`--shard takes a part such as 2/4, not "${values.shard}".`);
    return { ...existing(values), shard, byAstro: values['by-astro'] };
  });
}

/** Read `DIR … --content DIR --out DIR`, as `readSiteArguments` does. */
export function readMergeArguments(): Omit<SiteArguments, 'port'> & { folders: string[] } {
  return readOrExit('npm run merge -- DIR … [--content DIR] [--out DIR]', () => {
    const { values, positionals } = parseArgs({ options: FOLDERS, allowPositionals: true });
    if (positionals.length === 0) throw new Error('Name the folders of the parts.');
    return { ...existing(values), folders: positionals };
  });
}

const FOLDERS = { content: { type: 'string', default: 'content' }, out: { type: 'string', default: 'dist' } } as const;

function existing({ content, out }: { content: string; out: string }): { content: string; out: string } {
  if (!existsSync(content)) throw new Error(`There is no folder "${content}".`);
  return { content, out };
}

/** Path that the site of a content directory is served under, with both slashes. */
export function readBase(content: string): string {
  const file = join(content, 'site.yaml');
  return readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined, file).output.base;
}
