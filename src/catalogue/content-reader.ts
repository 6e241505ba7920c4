import { join } from 'node:path';
import type { VFileMessage } from 'vfile-message';
import { readAccuracy, type Accuracy } from '../model/accuracy.ts';
import { readPlainBody } from '../model/body.ts';
import { readEntry } from '../model/entry.ts';
import { splitFrontMatter } from '../model/front-matter.ts';
import { readLedger, type Change } from '../model/ledger.ts';
import { message } from '../model/messages.ts';
import { nearest } from '../model/nearest.ts';
import { ownCopy } from '../model/own-copy.ts';
import type { Entry } from '../model/paper.ts';
import { readRedirect, type Redirect } from '../model/redirect.ts';
import type { Site } from '../model/site.ts';
import { readSite } from '../model/site.ts';
import type { Staged } from '../model/staged.ts';
import { readTopic } from '../model/topic-file.ts';
import type { Topic } from '../model/topic.ts';
import type { Catalogue } from './catalogue.ts';
import { makeCatalogue } from './catalogue.ts';
import { FileReader, FolderReader } from './folder-reader.ts';
import { resolveRedirects, type ResolvedRedirect } from './upkeep/redirects.ts';

/** All that pages are made from. */
export interface Content {
  catalogue: Catalogue;
  /** Old addresses of papers, by slug. */
  redirects: ResolvedRedirect[];
  /** What happened to the papers, the first import first. */
  ledger: Change[];
  /** How often topics are right, where that was measured for this vocabulary. */
  accuracy: Accuracy | undefined;
  site: Site;
}

/**
 * Reads a content directory: once for a build, again and again while a person edits it.
 *
 * Astro's own store would hold every text as one string, twice, and hand out copies: 4 GB and 100 s at 100,000 papers.
 */
export class ContentReader {
  readonly #shownAs: string;
  readonly #papers: FolderReader<Entry>;
  readonly #topics: FolderReader<Topic>;
  readonly #redirects: FolderReader<Redirect>;
  readonly #ledger: FileReader<Change[]>;
  readonly #accuracy: FileReader<Accuracy | undefined>;
  readonly #site: FileReader<Site>;
  #content: Content | undefined;

  /** @param isWatched  Whether files may change while it is in use; else what was read first stands. */
  constructor(folder: string, shownAs: string, isWatched = false) {
    const mdx = <T>(part: string, read: (slug: string, text: string, file: string) => Staged<T | undefined>) =>
      new FolderReader({ folder: join(folder, part), shownAs: `${shownAs}/${part}`, read, isWatched });
    const file = <T>(part: string, read: (text: string | undefined, file: string) => Staged<T>) =>
      new FileReader(join(folder, part), (text) => read(text, `${shownAs}/${part}`));
    this.#shownAs = shownAs;
    this.#papers = mdx('papers', readForPages);
    this.#topics = mdx('topics', readTopic);
    this.#redirects = mdx('redirects', readRedirect);
    this.#ledger = file('ledger.jsonl', readLedger);
    this.#accuracy = file('learned/accuracy.json', readAccuracy);
    this.#site = file('site.yaml', readSite);
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
    const redirects = this.#redirects.read();
    const ledger = this.#ledger.read();
    const accuracy = this.#accuracy.read();
    const site = this.#site.read();
    const parts = [papers, topics, redirects, ledger, accuracy, site];
    if (this.#content && !parts.some(({ isNew }) => isNew)) return { content: this.#content, errors: [] };
    const catalogue = makeCatalogue(papers.output, topics.output);
    const resolved = resolveRedirects(redirects.output, ledger.output, catalogue, `${this.#shownAs}/redirects`);
    const messages = [
      ...parts.flatMap((part) => part.messages),
      ...unknownTopics(papers.output, topics.output, this.#shownAs),
      ...resolved.messages,
    ];
    report(messages);
    this.#content = {
      catalogue,
      redirects: resolved.output,
      ledger: ledger.output,
      accuracy: accuracy.output,
      site: site.output,
    };
    return { content: this.#content, errors: messages.filter(({ fatal }) => fatal) };
  }
}

/** An entry as pages need it: the file's text is kept only where the abstract does not say it all. */
function readForPages(slug: string, text: string, file: string): Staged<Entry | undefined> {
  const { output, messages } = readEntry(slug, text, file);
  const isPlain = output && readPlainBody(splitFrontMatter(text)?.body ?? '') !== undefined;
  return { output: isPlain ? ownCopy({ ...output, text: undefined }) : output, messages };
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
