/** Index the pages of a part in the folder named: what `npm run build` does after them, as a process of its own to be measured. */
import { pathToFileURL } from 'node:url';
import { indexSite } from '../../src/integrations/search-index.ts';

await indexSite(pathToFileURL(`${process.argv[2] ?? '.'}/`), () => undefined);
