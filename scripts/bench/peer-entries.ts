import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCatalogue } from '../../src/catalogue/catalogue.ts';
import type { ListedPaper } from '../../src/catalogue/catalogue.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { readEntries, readTopics } from '../content-folder.ts';

/**
 * Write the entries of a content directory as other generators read them: one Markdown file a paper with title, topics
 * and related papers in its front matter (JSON, which is YAML as well), the abstract below. What ours derives while it
 * builds, they are given.
 */
export function writePeerEntries(content: string, folder: string): void {
  const { papers } = makeCatalogue(readEntries(content).output, readTopics(content).output);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const paper of papers) {
    const matter = JSON.stringify({
      title: paper.title,
      topics: paper.tags.map(({ topic }) => topic.label),
      related: neighbours(paper).map(({ slug, title }) => ({ slug, title })),
    });
    writeFileSync(join(folder, `${paper.slug}.md`), `---\n${matter}\n---\n${splitFrontMatter(paper.text ?? '')?.body ?? ''}`);
  }
}

/** Three papers of its first topic: as many links as ours has, whichever they are. */
function neighbours(paper: ListedPaper): ListedPaper[] {
  const core = paper.tags[0]?.topic.core ?? [];
  const at = Math.max(0, core.indexOf(paper));
  return [1, 2, 3].flatMap((step) => core[(at + step) % core.length] ?? []).filter((other) => other !== paper);
}
