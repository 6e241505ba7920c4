import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { readPlainBody } from '../model/body.ts';
import { readEntry } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import { message } from '../model/messages.ts';
import { nearest } from '../model/nearest.ts';
import type { Entry } from '../model/paper.ts';
import type { Site } from '../model/site.ts';
import { readSite } from '../model/site.ts';
import type { Staged } from '../model/staged.ts';
import { readTopic } from '../model/topic-file.ts';
import type { Topic } from '../model/topic.ts';
import type { Catalogue } from './catalogue.ts';
import { makeCatalogue } from './catalogue.ts';
import { FolderReader } from './folder-reader.ts';

/** All that pages are made from. */
export interface Content {
  catalogue: Catalogue;
  site: Site;
}

/**
 * Reads a content directory: once for a build, again and again while a person edits it.
 *
 * Astro's own store would hold every text as one string, twice, and hand out copies: 4 GB and 100 s at 100,000 papers.
 */
export class ContentReader {
  readonly #folder: string;
  readonly #shownAs: string;
  readonly #papers: FolderReader<Entry>;
  readonly #topics: FolderReader<Topic>;
  #content: Content | undefined;

  /** @param isWatched  Whether files may change while it is in use; else what was read first stands. */
  constructor(folder: string, shownAs: string, isWatched = false) {
    this.#folder = folder;
    this.#shownAs = shownAs;
    this.#papers = new FolderReader({
      folder: join(folder, 'papers'),
      shownAs: `${shownAs}/papers`,
      read: readForPages,
      isWatched,
    });
    this.#topics = new FolderReader({ folder: join(folder, 'topics'), shownAs: `${shownAs}/topics`, read: readTopic, isWatched });
  }

  /** The content as it stands. Reports every problem, then throws once when one of them is an error. */
  read(): Content {
    const { content, errors } = this.#readAll();
    if (errors.length > 0) throw new Error(`${tally(errors)} of ${this.#shownAs}.`);
    return content;
  }

  /** The content as it stands, the same object while nothing changes; a file that is broken is reported and left as it was. */
  readAgain(): Content {
    return this.#readAll().content;
  }

  #readAll(): { content: Content; errors: VFileMessage[] } {
    const papers = this.#papers.read();
    const topics = this.#topics.read();
    if (this.#content && !papers.isNew && !topics.isNew) return { content: this.#content, errors: [] };
    const messages = [...papers.messages, ...topics.messages, ...unknownTopics(papers.output, topics.output, this.#shownAs)];
    report(messages);
    this.#content = { catalogue: makeCatalogue(papers.output, topics.output), site: this.#readSite() };
    return { content: this.#content, errors: messages.filter(({ fatal }) => fatal) };
  }

  /** Wrong settings stop scripts/build.ts and astro.config.mjs before this. */
  #readSite(): Site {
    const file = join(this.#folder, 'site.yaml');
    return readSite(existsSync(file) ? readFileSync(file, 'utf8') : undefined, `${this.#shownAs}/site.yaml`).output;
  }
}

/** An entry as pages need it: the file's text is kept only where the abstract does not say it all. */
function readForPages(slug: string, text: string, file: string): Staged<Entry | undefined> {
  const { output, messages } = readEntry(slug, text, file);
  const isPlain = output && readPlainBody(splitFrontMatter(text)?.body ?? '') !== undefined;
  return { output: isPlain ? { ...output, text: undefined } : output, messages };
}

function unknownTopics(entries: Entry[], topics: Topic[], shownAs: string): VFileMessage[] {
  const known = new Set(topics.map(({ slug }) => slug));
  return entries.flatMap(({ slug, topics: tags }) =>
    tags
      .filter((tag) => !known.has(tag.slug))
      .map((tag) => message('unknown-topic', { file: `${shownAs}/papers/${slug}.mdx` }, tag.slug, nearest(tag.slug, known))),
  );
}

/** As the import prints them, past Astro's logger, which has a form of its own. */
function report(messages: VFileMessage[]): void {
  for (const { file, line, column, fatal, ruleId, reason, note } of messages) {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    process.stderr.write(`${place}  ${fatal ? 'error' : 'warning'}  ${ruleId}\n  ${reason}\n  ${note}\n`);
  }
}

/** `2 problems in 1 file`. */
function tally(errors: VFileMessage[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `${count(errors.length, 'problem')} in ${count(new Set(errors.map(({ file }) => file)).size, 'file')}`;
}
