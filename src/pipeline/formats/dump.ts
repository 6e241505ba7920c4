import type { VFileMessage } from 'vfile-message';
import { message } from '../../model/messages.ts';
import type { RawRecord } from '../../model/record.ts';
import type { Staged } from '../../model/staged.ts';
import type { Dump } from '../import-dumps.ts';

/** Read a pasted page: title and abstract in turn, page boilerplate anywhere between them. */
export function readDump(dump: Dump): Staged<RawRecord[]> {
  const output: RawRecord[] = [];
  const messages: VFileMessage[] = [];
  let listed: string | undefined;
  let open: RawRecord | undefined;
  for (const [index, raw] of dump.text.split(/\r\n|\n|\r/).entries()) {
    const text = raw.trim();
    if (text === '' || BOILERPLATE.test(text)) continue;
    if (LISTING_DATE.test(text)) {
      listed = text;
    } else if (open === undefined) {
      open = { dump: dump.name, line: index + 1, title: text, abstract: '', listed };
      output.push(open);
    } else {
      open.abstract = text;
      open = undefined;
    }
  }
  for (const record of output) {
    if (record.abstract === '') messages.push(message('missing-abstract', { file: dump.name, line: record.line }, record.title));
  }
  return { output, messages };
}

const BOILERPLATE = /^(?:new|subscribe|get trending papers in your email inbox!|by\s?AK and the research community)$/iu;
const LISTING_DATE = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}$/u;
