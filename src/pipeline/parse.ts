import type { RawRecord } from '../model/record.ts';
import type { Staged } from '../model/staged.ts';
import { readDump } from './formats/dump.ts';
import type { Dump } from './import-dumps.ts';

/**
 * Read the records out of a dump, in its order, every one with a title.
 *
 * A title without abstract gives a record with an empty one and `missing-abstract`; an abstract without title
 * gives no record but the message `missing-title`, which stands for it in the tally.
 */
export function parse(dump: Dump): Staged<RawRecord[]> {
  return readDump(dump);
}
