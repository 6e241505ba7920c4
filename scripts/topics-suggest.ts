/** `npm run topics:suggest`: propose topics that the papers speak of, as files to look over, and accept them. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suggestTopics, type Suggestion } from '../src/pipeline/suggest-topics.ts';
import { writeTopic } from '../src/pipeline/write-topic.ts';
import { readEntries, readTopics } from './content-folder.ts';
import { toText } from './reporters/terminal.ts';

const USAGE = 'Usage: npm run topics:suggest -- [--content DIR] [--accept SLUG … | --accept-all]';
const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;
const SHOWN_PAPERS = 5;

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  let args: { content: string; accept: string[]; acceptsAll: boolean };
  try {
    args = readArguments(argv);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return WRONG_USAGE;
  }
  const { content, accept, acceptsAll } = args;
  const entries = readEntries(content);
  const topics = readTopics(content);
  for (const message of [...entries.messages, ...topics.messages]) process.stderr.write(toText(message));
  if (entries.output.length === 0) {
    console.error(
      `There are no papers in ${join(content, 'papers')} to find topics in. Import some first: npm run import -- --content ${content}`,
    );
    return FAILED;
  }

  const suggestions = suggestTopics(entries.output, topics.output);
  const proposed = join(content, 'topics-suggested');
  if (accept.length === 0 && !acceptsAll) {
    propose(suggestions, proposed);
    console.log(toOverview(suggestions, new Map(entries.output.map(({ slug, title }) => [slug, title]))));
    console.log(
      `${suggestions.length} topics proposed in ${proposed}, beside the ${topics.output.length} of ${join(content, 'topics')}. ` +
        'Look them over, then accept some (--accept SLUG …) or all (--accept-all), and import again.',
    );
    return DONE;
  }

  const known = new Set(suggestions.map(({ topic }) => topic.slug));
  const unknown = accept.filter((slug) => !known.has(slug) && !existsSync(join(proposed, `${slug}.mdx`)));
  if (unknown.length > 0) {
    console.error(`No topic is proposed as ${unknown.join(', ')}. Nothing was accepted; npm run topics:suggest lists what is.`);
    return FAILED;
  }
  const slugs = acceptsAll ? suggestions.map(({ topic }) => topic.slug) : accept;
  const written = accepted(slugs, suggestions, content, proposed);
  console.log(
    `${written} topics accepted into ${join(content, 'topics')}. They are given to papers by the next import: npm run import -- --content ${content}`,
  );
  return DONE;
}

function readArguments(argv: string[]): { content: string; accept: string[]; acceptsAll: boolean } {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      content: { type: 'string', default: 'content' },
      accept: { type: 'string', multiple: true, default: [] },
      'accept-all': { type: 'boolean', default: false },
    },
  });
  const accept = [...values.accept, ...positionals];
  if (positionals.length > 0 && values.accept.length === 0)
    throw new Error(`What is "${positionals[0]}" for? Write --accept before slugs.`);
  if (accept.length > 0 && values['accept-all']) throw new Error('Write --accept with slugs, or --accept-all, not both.');
  if (!existsSync(values.content)) throw new Error(`There is no folder "${values.content}".`);
  return { content: values.content, accept, acceptsAll: values['accept-all'] };
}

/** One file each, as it would stand in DIR/topics. What was proposed before is replaced. */
function propose(suggestions: Suggestion[], folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { topic } of suggestions) writeFileSync(join(folder, `${topic.slug}.mdx`), writeTopic(topic).text);
}

/** A proposal that a person has edited is accepted as it stands. */
function accepted(slugs: string[], suggestions: Suggestion[], content: string, proposed: string): number {
  const topics = join(content, 'topics');
  mkdirSync(topics, { recursive: true });
  const bySlug = new Map(suggestions.map(({ topic }) => [topic.slug, topic]));
  for (const slug of new Set(slugs)) {
    const proposal = join(proposed, `${slug}.mdx`);
    const topic = bySlug.get(slug);
    const text = existsSync(proposal) ? readFileSync(proposal, 'utf8') : writeTopic(topic!).text;
    const path = join(topics, `${slug}.mdx`);
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
    rmSync(proposal, { force: true });
  }
  return new Set(slugs).size;
}

function toOverview(suggestions: Suggestion[], titles: Map<string, string>): string {
  return suggestions
    .map(({ topic, papers }) => {
      const aliases = topic.aliases.length > 0 ? ` (${topic.aliases.join(', ')})` : '';
      const shown = papers.slice(0, SHOWN_PAPERS).map((slug) => `    ${titles.get(slug)}`);
      const more = papers.length > SHOWN_PAPERS ? [`    and ${papers.length - SHOWN_PAPERS} more`] : [];
      return [`${topic.slug}  ${topic.label}${aliases}: ${papers.length} papers`, ...shown, ...more].join('\n');
    })
    .join('\n');
}
