import { parseArgs } from 'node:util';

export interface ImportArguments {
  /** Files to read; none means all of DIR/dumps. */
  files: string[];
  /** True for `-`: read standard input, and keep it as a new dump. */
  readsInput: boolean;
  /** The catalogue's folder. Default: `content`. */
  content: string;
  /** Write nothing; say what would change. */
  check: boolean;
  /** Where the report goes as JSON. */
  report: string | undefined;
}

export const USAGE = 'Usage: npm run import -- [FILE … | -] [--content DIR] [--check] [--report FILE.json]';

/** Read the command line. Throws an Error that says what is wrong with it. */
export function readArguments(args: string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string', default: 'content' },
      check: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  });
  if (positionals.includes('-') && positionals.length > 1) throw new Error('- stands alone: standard input is read by itself.');
  if (positionals.includes('')) throw new Error('A file has an empty name.');
  if (values.content === '') throw new Error('--content takes a folder.');
  if (values.report === '') throw new Error('--report takes a file.');
  const readsInput = positionals[0] === '-';
  return { ...values, files: readsInput ? [] : positionals, readsInput, report: values.report };
}
