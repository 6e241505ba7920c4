import { splitFrontMatter } from './front-matter.ts';

/** Whether an entry's file may hold JSX, expressions or ESM: false of most, true of all that do and of a few more. */
export function mayHoldJsx(text: string): boolean {
  return /(?<!\\)[{<]|^(?:import|export)\b/m.test(splitFrontMatter(text)?.body ?? '');
}
