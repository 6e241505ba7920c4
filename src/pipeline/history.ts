import { z } from 'astro/zod';
import { changeSchema } from '../model/ledger.ts';
import { FIELDS } from './edits/fields.ts';

/** A line of content/ledger.jsonl as the import writes it: what pages tell, and what only the next import needs. */
const lineSchema = changeSchema.extend({
  /** Place of an added paper among those of its import, so that an entry that was lost comes back where it stood. */
  place: z.int().optional(),
  /** Hashes of the fields that were edited, as they are after that. */
  hashes: z.partialRecord(z.enum(FIELDS), z.string().optional()).optional(),
  /** Slugs of all topics that readers see after a change of them. */
  tags: z.array(z.string()).optional(),
});

/** A line to be written; what is left out is as good as empty. */
export type LedgerLine = z.input<typeof lineSchema>;

/** What the ledger knows of a paper. */
export interface Remembered {
  title: string;
  run: number;
  place: number | undefined;
  isRemoved: boolean;
  isWithdrawn: boolean;
  /** Of fields as they were when a change of them was told last. */
  hashes: NonNullable<LedgerLine['hashes']>;
  /** Likewise, slugs of the topics that readers saw. */
  tags: string[] | undefined;
}

/** What the ledger knows. */
export interface History {
  /** The last import that told anything; 0 before the first. */
  lastRun: number;
  papers: Map<string, Remembered>;
}

/** Read the ledger as the import remembers by it. Lines that are none are passed over: `readLedger` reports them. */
export function readHistory(ledger: string): History {
  const papers = new Map<string, Remembered>();
  let lastRun = 0;
  for (const text of ledger.split('\n')) {
    const line = text === '' ? undefined : parseLine(text);
    if (!line) continue;
    lastRun = Math.max(lastRun, line.run);
    papers.set(line.paper, follow(papers.get(line.paper), line));
  }
  return { lastRun, papers };
}

/** The ledger with more lines at its end. */
export function appendLines(ledger: string, lines: LedgerLine[]): string {
  const end = ledger === '' || ledger.endsWith('\n') ? '' : '\n';
  return lines.length === 0 ? ledger : `${ledger}${end}${lines.map(writeLine).join('')}`;
}

function writeLine({ run, change, paper, title, fields, gained, lost, to, by, place, hashes, tags }: LedgerLine): string {
  return `${JSON.stringify({ run, change, paper, title, fields, gained, lost, to, by, place, hashes, tags })}\n`;
}

function follow(before: Remembered | undefined, line: z.infer<typeof lineSchema>): Remembered {
  const { run, change, title, place, hashes, tags } = line;
  const isNew = before === undefined || change === 'added';
  return {
    title,
    run: isNew ? run : before.run,
    place: isNew ? place : before.place,
    isRemoved: change === 'removed',
    isWithdrawn: change === 'withdrawn' || (before?.isWithdrawn === true && !isNew),
    hashes: { ...(isNew ? {} : before.hashes), ...hashes },
    tags: tags ?? (isNew ? undefined : before.tags),
  };
}

function parseLine(text: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
