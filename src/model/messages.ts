import { VFileMessage } from 'vfile-message';

interface Rule<Args extends unknown[]> {
  /** An error stops the run and nothing is written; a warning is about one record or file; an info asks for nothing. */
  severity: 'error' | 'warning' | 'info';
  /** What is wrong, and why it was seen as wrong. */
  reason: (...args: Args) => string;
  /** What to do about it, as a command to the reader; a function where that depends on what was found. */
  action: string | ((...args: Args) => string);
  /** True where a record gives no entry: such messages are counted as `reported`. */
  givesNoEntry?: boolean;
}

const rule = <Args extends unknown[]>(row: Rule<Args>): Rule<Args> => row;

/** `1 place`, `2 places`. */
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WHY_UNREADABLE: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  EACCES: 'You have no right to read this file.',
  ELOOP: 'This is a symbolic link that leads to itself.',
  DANGLING: 'This is a symbolic link to a file that is not there.',
  EILSEQ: 'Its name is not UTF-8, so that it cannot be opened.',
  ENOTDIR: 'A part of its path is a file, not a folder.',
};

const WHY_UNWRITABLE: Record<string, string> = {
  ENOENT: 'There is no such folder.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your share of the disk is full.',
  EACCES: 'You have no right to write here.',
  EPERM: 'You have no right to write here.',
  EROFS: 'This disk can only be read.',
  EEXIST: 'A file stands where a folder is needed.',
  ENOTDIR: 'A file stands where a folder is needed.',
};

/** Of two papers that may be one: the later one's slug, and the other's. */
interface Slugs {
  slug: string;
  other: string;
}

const ifOnePaper = ({ slug, other }: Slugs) =>
  `If they are one paper, move papers/${slug}.mdx to redirects/${slug}.mdx, and leave in it its title and to: ${other}`;

/** Every problem that Offprint can report. Ids are permanent; texts may be reworded. One table, however long: no id twice. */
export const RULES = {
  'missing-abstract': rule({
    severity: 'warning',
    reason: (title: string) => `“${title}” has no abstract.`,
    action: 'Paste the abstract below the title, or delete the title. Until then its entry has no text.',
  }),
  'missing-title': rule({
    severity: 'warning',
    reason: (words: string) => `This abstract has no title above it: “${words}”`,
    action: 'Put the title on a line of its own above the abstract. No entry was made.',
    givesNoEntry: true,
  }),
  'unreadable-record': rule({
    severity: 'warning',
    reason: () => 'This is no JSON object with a title and an abstract.',
    action: 'Correct it, or delete it: {"title": "…", "abstract": "…"}. No entry was made.',
    givesNoEntry: true,
  }),
  'unread-format': rule({
    severity: 'error',
    reason: (format: string) => `This is ${format}, from which titles and abstracts are not read.`,
    action: 'Copy them from it into a text file, or save them as JSON Lines: {"title": "…", "abstract": "…"} a line.',
  }),
  'empty-title': rule({
    severity: 'warning',
    reason: (words: string) => `Nothing that can be read is in the title above this abstract: “${words}”`,
    action: 'Write the title on the line above the abstract. No entry was made.',
    givesNoEntry: true,
  }),
  'split-title': rule({
    severity: 'warning',
    reason: (title: string) => `The title “${title}” stands on two lines or more; they were joined.`,
    action: 'If they are two titles, paste the abstract of the first below it; else put the title on one line.',
  }),
  'split-abstract': rule({
    severity: 'warning',
    reason: (title: string, paragraphs: number) =>
      `The abstract of “${title}” stands in ${paragraphs} paragraphs; all were kept.`,
    action: 'If one of them belongs to another paper, put the title of that paper above it.',
  }),
  'missing-blank-lines': rule({
    severity: 'warning',
    reason: (borders: number) =>
      `${borders === 1 ? 'A title or abstract follows' : `${borders} titles and abstracts follow`} the line above without a blank line, here first; the shape of the text showed the border.`,
    action: 'Look whether the titles are right. A blank line above each title and each abstract makes the border certain.',
  }),
  'empty-dump': rule({
    severity: 'warning',
    reason: () => 'There is no paper in this file.',
    action: 'Paste titles and abstracts into it, as content/dumps/README.md shows, or delete it.',
  }),
  'page-lines': rule({
    severity: 'info',
    reason: (count: number, examples: string[]) =>
      `${count === 1 ? '1 line was' : `${count} lines were`} taken for the page’s own and passed over, here first: ${examples.map((line) => `“${line}”`).join(', ')}${count > examples.length ? ', …' : ''}`,
    action: 'Nothing. If one of them is a title, put its abstract below it.',
  }),
  'lost-characters': rule({
    severity: 'warning',
    reason: (title: string) => `“${title}” has characters that stand for nothing: they were lost on the way.`,
    action: 'Write the right ones into its entry.',
  }),
  'raw-tex': rule({
    severity: 'warning',
    reason: (title: string) => `“${title}” has TeX commands outside of $…$ that were left as they stand.`,
    action: 'Write into its entry what they should say.',
  }),
  'run-together': rule({
    severity: 'warning',
    reason: (title: string) => `In “${title}” words seem to have run together.`,
    action: 'Part them in its entry.',
  }),
  'truncated-abstract': rule({
    severity: 'warning',
    reason: (title: string) => `The abstract of “${title}” seems to end too early.`,
    action: 'Paste the rest of it into its entry.',
  }),
  'file-too-large': rule({
    severity: 'error',
    reason: (megabytes: number) => `The file has ${megabytes} MB; at most 500 can be read at once.`,
    action: 'Cut it into several files between two papers.',
  }),
  'binary-file': rule({
    severity: 'error',
    reason: (kind: string) => `The file is not text: it is ${kind}.`,
    action: 'Open it, and paste its titles and abstracts into a text file.',
  }),
  'unknown-encoding': rule({
    severity: 'error',
    reason: () => 'The file is text in an encoding that is neither UTF-8 nor UTF-16.',
    action: 'Open it in an editor that shows it rightly, and save it as UTF-8.',
  }),
  'windows-1252': rule({
    severity: 'warning',
    reason: () => 'The file is not UTF-8; it was read as Windows-1252, the old encoding of western Europe.',
    action: 'Look whether the accents are right, and save the file as UTF-8.',
  }),
  'invalid-utf8': rule({
    severity: 'warning',
    reason: (places: number) =>
      `${counted(places, 'place')} of the file cannot be read as characters, here first; there stands \ufffd now.`,
    action: 'Type what should stand there, and save the file as UTF-8.',
  }),
  'control-characters': rule({
    severity: 'warning',
    reason: (count: number, names: string) => `${counted(count, 'control character')} left out, here first: ${names}.`,
    action: 'Look whether a letter is missing there, and type it.',
  }),
  'direction-overrides': rule({
    severity: 'warning',
    reason: (count: number, names: string) =>
      `${counted(count, 'character')} that turned the direction of writing left out, here first: ${names}.`,
    action: 'Look whether the text reads rightly: they can make it look like another.',
  }),
  'invisible-characters': rule({
    severity: 'warning',
    reason: (count: number, names: string) => `${counted(count, 'invisible character')} left out, here first: ${names}.`,
    action: 'Nothing needs to be done; look whether words that they parted are parted still.',
  }),
  'no-front-matter': rule({
    severity: 'error',
    reason: () => 'The file does not begin with front matter.',
    action: 'Begin the file with a line ---, then its keys, then a line --- again.',
  }),
  'invalid-yaml': rule({
    severity: 'error',
    reason: (problem: string) => `The front matter is not YAML: ${problem.replace(/[.\s]+$/, '')}.`,
    action: 'Correct the line. Text with a colon, a quote or a # in it stands in double quotes.',
  }),
  'unknown-key': rule({
    severity: 'error',
    reason: (key: string, _near: string | undefined, _example: string) => `There is no key ${key}.`,
    action: (_key: string, near: string | undefined, example: string) =>
      near === undefined ? `Write ${example}.` : `Did you mean ${near}?`,
  }),
  'invalid-value': rule({
    severity: 'error',
    reason: (key: string, value: unknown, _example: string) =>
      value === undefined ? `${key} is missing.` : `${key} is ${JSON.stringify(value)}.`,
    action: (_key: string, _value: unknown, example: string) => `Write ${example}.`,
  }),
  'invalid-mdx': rule({
    severity: 'error',
    reason: (problem: string) => `The text is not MDX: ${problem.replace(/[.\s]+$/, '')}.`,
    action: 'Correct the text. A { or < that is meant as itself stands after a backslash.',
  }),
  'same-title': rule({
    severity: 'warning',
    reason: (title: string, _other: string, _slugs: Slugs) =>
      `Another paper with another abstract is called “${title}” too. Each has an entry of its own.`,
    action: (_title: string, _other: string, slugs: Slugs) => ifOnePaper(slugs),
  }),
  'near-duplicate': rule({
    severity: 'warning',
    reason: (title: string, other: string, _slugs: Slugs) => `“${title}” has nearly the same abstract as “${other}”.`,
    action: (_title: string, _other: string, slugs: Slugs) => ifOnePaper(slugs),
  }),
  'kept-edit': rule({
    severity: 'info',
    reason: (field: string, kept: string, ours: string) =>
      `${field} was edited by hand and is kept: “${kept}”. The dump says: “${ours}”.`,
    action: 'Nothing: the edit stays.',
  }),
  'conflicting-edit': rule({
    severity: 'warning',
    reason: (field: string, kept: string, ours: string) =>
      `${field} was edited by hand and is kept: “${kept}”. The import would now write: “${ours}”.`,
    action: 'Leave it as it is, or write what the import would write.',
  }),
  'removed-paper': rule({
    severity: 'info',
    reason: (title: string) => `“${title}” was removed: a file in redirects says so, and leads to no other paper.`,
    action: 'Nothing. To have the paper back, delete that file.',
    givesNoEntry: true,
  }),
  'vanished-entry': rule({
    severity: 'warning',
    reason: (title: string, _slug: string) => `“${title}” had an entry here, and is in no dump any more. It is told as removed.`,
    action: (title: string, slug: string) =>
      `Write redirects/${slug}.mdx with title: ${JSON.stringify(title)}, and to: with the slug of the paper that stands for it, if there is one.`,
  }),
  'lost-redirect': rule({
    severity: 'warning',
    reason: (to: string) => `It leads to ${to}, where no paper stands. Its page says that the paper was removed.`,
    action: 'Write the slug of the paper that stands for it now, or delete the line that begins with to.',
  }),
  'needless-redirect': rule({
    severity: 'warning',
    reason: () => 'A paper stands at this address, so it is not led away.',
    action: 'Delete this file, or the paper.',
  }),
  'invalid-ledger': rule({
    severity: 'error',
    reason: (line: string) => `This line is no change of a paper: ${line}`,
    action: 'Take the file from the last commit: only the import writes it.',
  }),
  'invalid-accuracy': rule({
    severity: 'error',
    reason: (problem: string) => `The measured accuracy cannot be read: ${problem.replace(/[.\s]+$/, '')}.`,
    action: 'Measure again: npm run eval:topics -- --write. Or delete the file.',
  }),
  'unreadable-file': rule({
    severity: 'error',
    reason: (code: string) => WHY_UNREADABLE[code] ?? `The file cannot be read (${code}).`,
    action: (code: string) =>
      code === 'EISDIR'
        ? 'Name the files in it: npm run import -- FOLDER/*.txt'
        : 'Correct the name, or give yourself the right to read it.',
  }),
  'not-a-folder': rule({
    severity: 'error',
    reason: () => 'A file stands where a folder is needed.',
    action: 'Move the file away, then import again.',
  }),
  'not-a-file': rule({
    severity: 'error',
    reason: () => 'A folder stands where a file is needed.',
    action: 'Move the folder away, then try again.',
  }),
  'skipped-folder': rule({
    severity: 'warning',
    reason: () => 'This is a folder, and only files are read from among the dumps.',
    action: 'Move its files up, or name them: npm run import -- FOLDER/*.txt',
  }),
  'skipped-device': rule({
    severity: 'warning',
    reason: () => 'This is no file but a pipe, a socket or a device, and only files are read from among the dumps.',
    action: 'Move it away, or name it: npm run import -- FILE',
  }),
  'no-dumps': rule({
    severity: 'warning',
    reason: () => 'There is no dump here to import.',
    action: 'Paste titles and abstracts into a file in this folder, or name a file: npm run import -- FILE',
  }),
  'import-running': rule({
    severity: 'error',
    reason: (pid: number, host: string) => `Another import, process ${pid} on ${host}, is writing here.`,
    action: 'Wait until it has ended. If there is none, delete this file.',
  }),
  'import-finished': rule({
    severity: 'info',
    reason: () => 'An earlier import was stopped half-way; what it had decided to write has been written.',
    action: 'Nothing: this import went on from there.',
  }),
  'import-unfinished': rule({
    severity: 'warning',
    reason: () => 'An earlier import was stopped half-way; some of what it had decided to write is not in its place yet.',
    action: 'Import again without --check: that finishes it first.',
  }),
  'cannot-write': rule({
    severity: 'error',
    reason: (code: string) => WHY_UNWRITABLE[code] ?? `Nothing can be written here (${code}).`,
    action: 'Make room or give yourself the right to write there, then import again.',
  }),
  'site-unreadable': rule({
    severity: 'error',
    reason: (why: string) => `The settings cannot be read. ${why}`,
    action: 'Write one key and its value on each line, as in name: Papers of our group.',
  }),
  'site-unknown-key': rule({
    severity: 'error',
    reason: (key: string, _near: string | undefined, _known: string[]) => `There is no setting “${key}”.`,
    action: (_key: string, near: string | undefined, known: string[]) =>
      near === undefined ? `There are ${known.join(', ')}.` : `Did you mean ${near}?`,
  }),
  'site-value': rule({
    severity: 'error',
    reason: (key: string, value: unknown, _fix: string) => `${key} is ${JSON.stringify(value)}.`,
    action: (_key: string, _value: unknown, fix: string) => fix,
  }),
  'unknown-topic': rule({
    severity: 'warning',
    reason: (slug: string, _near: string | undefined) =>
      `There is no topic “${slug}” in content/topics. The paper is shown without it.`,
    action: (_slug: string, near: string | undefined) =>
      near === undefined ? 'Take the topic away, or write its file.' : `Did you mean ${near}?`,
  }),
} as const satisfies Record<string, Rule<never[]>>;

export type RuleId = keyof typeof RULES;

/** True for a message that stands for a record without entry. */
export function givesNoEntry({ ruleId }: VFileMessage): boolean {
  const rules: Record<string, Rule<never[]>> = RULES;
  return rules[ruleId ?? '']?.givesNoEntry === true;
}

/** A place in a file that a person wrote or pasted. */
export interface Place {
  /** Path as the person knows it: `content/dumps/hf-papers.txt`, or the dump's name. */
  file: string;
  /** Counted from 1. */
  line?: number | undefined;
  column?: number | undefined;
}

/** As vfile says it. */
const FATAL = { error: true, warning: false, info: undefined };

/** One problem as data: `ruleId`, `fatal` (true: error, false: warning, undefined: info), `reason`, `note` (the action), `file`, `place`. */
export function message<Id extends RuleId>(
  id: Id,
  place: Place,
  ...args: Parameters<(typeof RULES)[Id]['reason']>
): VFileMessage {
  const { severity, reason, action } = RULES[id];
  const built = new VFileMessage((reason as (...values: unknown[]) => string)(...args), {
    ruleId: id,
    source: 'offprint',
    ...(place.line === undefined ? {} : { place: { line: place.line, column: place.column ?? 1 } }),
  });
  built.file = place.file;
  built.fatal = FATAL[severity];
  built.note = typeof action === 'string' ? action : (action as (...values: unknown[]) => string)(...args);
  return built;
}
