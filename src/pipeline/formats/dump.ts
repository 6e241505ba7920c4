import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import { ownCopy } from '../../model/own-copy.ts';
import type { RawRecord } from '../../model/record.ts';
import type { Staged } from '../../model/staged.ts';
import type { Dump } from '../import-dumps.ts';
import { labelBlocks } from './dump/alternation.ts';
import type { Role } from './dump/alternation.ts';
import { splitBlocks } from './dump/blocks.ts';
import type { Block } from './dump/line.ts';

/** Read a pasted page: title and abstract in turn, page boilerplate anywhere between them (content/dumps/README.md). */
export function readDump(dump: Dump): Staged<RawRecord[]> {
  const blocks = splitBlocks(dump.text);
  const roles = labelBlocks(blocks);
  const papers = gatherPapers(blocks, roles);
  return {
    output: papers.filter((paper) => paper.title.length > 0).map((paper) => toRecord(paper, dump.name)),
    messages: [...reportFile(blocks, roles, dump.name), ...papers.flatMap((paper) => reportPaper(paper, dump.name))],
  };
}

/** The blocks of one paper; `title` is empty for an abstract whose title is missing. */
interface FoundPaper {
  title: Block[];
  abstract: Block[];
  listed: string | undefined;
}

function gatherPapers(blocks: Block[], roles: Role[]): FoundPaper[] {
  const papers: FoundPaper[] = [];
  let listed: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const role = roles[index];
    const open = papers.at(-1);
    if (block.furniture?.certain && block.furniture.date !== undefined) listed = block.furniture.date;
    if (role === 'title') papers.push({ title: [block], abstract: [], listed });
    if (role === 'orphan') papers.push({ title: [], abstract: [block], listed });
    if (role === 'title-goes-on') open?.title.push(block);
    if (role === 'abstract' || role === 'paragraph') open?.abstract.push(block);
  }
  return papers;
}

function toRecord(paper: FoundPaper, dump: string): RawRecord {
  return {
    dump,
    line: paper.title[0]?.line ?? 1,
    title: ownCopy(paper.title.map((block) => block.text).join(' ')),
    abstract: ownCopy(joinParagraphs(paper.abstract)),
    listed: paper.listed,
  };
}

/** Paragraphs parted by a blank line; one that breaks off within a sentence is put together again with a space. */
function joinParagraphs(blocks: Block[]): string {
  return blocks.reduce((text, block) => {
    if (text === '') return block.text;
    return text + (/[\p{L}\p{N},;-]$/u.test(text) && /^\p{Ll}/u.test(block.text) ? ' ' : '\n\n') + block.text;
  }, '');
}

function reportFile(blocks: Block[], roles: Role[], file: string): VFileMessage[] {
  const borders = blocks.filter((block, index) => !block.spaced && BORDERS.has(roles[index] ?? 'furniture'));
  const first = borders[0];
  const passed = blocks.filter(({ furniture }, index) => roles[index] === 'furniture' && furniture?.certain === false);
  const examples = [...new Set(passed.map(({ text }) => opening(text)))].slice(0, MOST_EXAMPLES);
  return [
    ...(first === undefined ? [] : [message('missing-blank-lines', { file, line: first.line }, borders.length)]),
    ...(passed[0] === undefined ? [] : [message('page-lines', { file, line: passed[0].line }, passed.length, examples)]),
    ...(roles.every((role) => role === 'furniture') ? [message('empty-dump', { file })] : []),
  ];
}

const MOST_EXAMPLES = 5;

const BORDERS = new Set<Role>(['title', 'abstract', 'orphan']);

function reportPaper(paper: FoundPaper, file: string): VFileMessage[] {
  const first = paper.title[0] ?? paper.abstract[0];
  const title = paper.title.map((block) => block.text).join(' ');
  const messages: VFileMessage[] = [];
  if (paper.title.length === 0)
    messages.push(message('missing-title', { file, line: first?.line }, opening(paper.abstract[0]?.text ?? '')));
  if (paper.abstract.length === 0) messages.push(message('missing-abstract', { file, line: first?.line }, opening(title)));
  if (paper.title.length > 1) messages.push(message('split-title', { file, line: paper.title[1]?.line }, opening(title)));
  if (paper.abstract.length > 1 && paper.title.length > 0)
    messages.push(message('split-abstract', { file, line: paper.abstract[1]?.line }, opening(title), paper.abstract.length));
  return messages;
}

/** Enough of a text to know it by. */
function opening(text: string): string {
  const most = 120;
  return text.length <= most
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', most) > most / 2 ? text.lastIndexOf(' ', most) : most)}…`;
}
