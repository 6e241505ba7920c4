import { VFileMessage } from 'vfile-message';

interface Rule<Args extends unknown[]> {
  /** An error stops the run and nothing is written; a warning is about one record or file. */
  severity: 'error' | 'warning';
  /** What is wrong, and why it was seen as wrong. */
  reason: (...args: Args) => string;
  /** What to do about it, as a command to the reader. */
  action: string;
}

const rule = <Args extends unknown[]>(row: Rule<Args>): Rule<Args> => row;

/** Every problem that Offprint can report. Ids are permanent; texts may be reworded. */
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
  }),
} as const satisfies Record<string, Rule<never[]>>;

export type RuleId = keyof typeof RULES;

/** A place in a file that a person wrote or pasted. */
export interface Place {
  /** Path as the person knows it: `content/dumps/hf-papers.txt`, or the dump's name. */
  file: string;
  /** Counted from 1. */
  line?: number | undefined;
  column?: number | undefined;
}

/** One problem as data: `ruleId`, `fatal` (true: error, false: warning), `reason`, `note` (the action), `file`, `place`. */
export function message<Id extends RuleId>(id: Id, place: Place, ...args: Parameters<(typeof RULES)[Id]['reason']>): VFileMessage {
  const { severity, reason, action } = RULES[id];
  const built = new VFileMessage((reason as (...values: unknown[]) => string)(...args), {
    ruleId: id,
    source: 'offprint',
    ...(place.line === undefined ? {} : { place: { line: place.line, column: place.column ?? 1 } }),
  });
  built.file = place.file;
  built.fatal = severity === 'error';
  built.note = action;
  return built;
}
