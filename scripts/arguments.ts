import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSite } from '../src/model/site.ts';

export interface SiteArguments {
  /** The catalogue's folder. Default: `content`. */
  content: string;
  /** Where the site stands. Default: `dist`. */
  out: string;
  /** Default: 4321. 0 is any free one. */
  port: number;
}

/** Read `--content DIR --out DIR --port N`. Wrong usage ends the program with a line that says what is right, and exit code 2. */
export function readSiteArguments(): SiteArguments {
  try {
    const { values } = parseArgs({
      options: {
        content: { type: 'string', default: 'content' },
        out: { type: 'string', default: 'dist' },
        port: { type: 'string', default: '4321' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
    if (!existsSync(values.content)) throw new Error(`There is no folder "${values.content}".`);
    return { content: values.content, out: values.out, port: Number(values.port) };
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: [--content DIR] [--out DIR] [--port N]`);
    process.exit(2);
  }
}

/** Path that the site of a content directory is served under, with both slashes. */
export function readBase(content: string): string {
  const file = join(content, 'site.yaml');
  return readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined, file).output.base;
}
