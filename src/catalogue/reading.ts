import type { ListedPaper } from './catalogue.ts';
import { ContentReader, type Content } from './content-reader.ts';
import { contentFolder, shard } from './environment.ts';
import { RelatedFinder, type RelatedPaper } from './related-finder.ts';

/*
 * What is read of the content directory, kept between calls, for every page asks. scripts/build.ts asks first, while Astro
 * compiles the pages: they are given this module as it is here, not a copy (scripts/build/compile.ts).
 */
const { path, shownAs } = contentFolder(process.env);
const finder = new RelatedFinder(shard(process.env));
let reader: ContentReader | undefined;
let builtFrom: Content | undefined;

/** The content for a build: always the same objects. Throws where an error was found in it, when all are reported. */
export function readOnce(): Content {
  builtFrom ??= new ContentReader(path, shownAs).read();
  finder.find(builtFrom.catalogue);
  return builtFrom;
}

/** The content for one who edits it: as it stands, the same objects while nothing changes. */
export function readAgain(): Content {
  reader ??= new ContentReader(path, shownAs, true);
  const content = reader.readAgain();
  finder.find(content.catalogue);
  return content;
}

/** The papers nearest to one of what was read, nearest first. */
export function findRelated(paper: ListedPaper): Promise<RelatedPaper[]> {
  return finder.relatedTo(paper);
}

/** The same for one who edits, and does not wait for long. */
export function findLastRelated(paper: ListedPaper): Promise<RelatedPaper[]> {
  return finder.lastRelatedTo(paper, PATIENCE_MS);
}

/** Those of a few thousand papers are found in less; of more, the first pages come without, rather than late. */
const PATIENCE_MS = 500;
