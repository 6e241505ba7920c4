import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseShard, WHOLE, type Shard } from '../model/shard.ts';

/** The content directory that this build reads: OFFPRINT_CONTENT, as scripts/build.ts sets it, or `content`. */
export function contentFolder(env: NodeJS.ProcessEnv): ContentFolder {
  const path = resolve(env.OFFPRINT_CONTENT ?? 'content');
  const fromHere = relative('.', path);
  const isOutside = fromHere.startsWith('..') || isAbsolute(fromHere);
  return isOutside
    ? { path, shownAs: path, inProject: undefined }
    : { path, shownAs: fromHere, inProject: fromHere.split(sep).join('/') };
}

interface ContentFolder {
  path: string;
  /** As the person knows it who builds the site. */
  shownAs: string;
  /** Its path in the project, and so in the project's repository; undefined where it lies elsewhere. */
  inProject: string | undefined;
}

/** Where the built site goes: OFFPRINT_OUT, or `dist`. */
export function outFolder(env: NodeJS.ProcessEnv): string {
  return resolve(env.OFFPRINT_OUT ?? 'dist');
}

/** What names this build on its pages: OFFPRINT_BUILD, as scripts/build.ts sets it; undefined while `npm run dev` runs. */
export function buildDigest(env: NodeJS.ProcessEnv): string | undefined {
  return env.OFFPRINT_BUILD;
}

/** The part of the site that this build makes: OFFPRINT_SHARD, as scripts/build.ts sets it, or the whole. */
export function shard(env: NodeJS.ProcessEnv): Shard {
  return parseShard(env.OFFPRINT_SHARD ?? '') ?? WHOLE;
}
