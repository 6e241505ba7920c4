import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCatalogue } from '../../src/catalogue/catalogue.ts';
import { relatedPapers } from '../../src/catalogue/related.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { readEntries, readTopics } from '../content-folder.ts';

/**
 * Write the entries of a content directory as other generators read them: one Markdown file a paper with title, topics
 * and related papers in its front matter (JSON, which is YAML as well), the abstract below. What ours derives while it
 * builds, they are given.
 */
export function writePeerEntries(content: string, folder: string): void {
  const { papers } = makeCatalogue(readEntries(content).output, readTopics(content).output);
  const related = relatedPapers(papers);
  const titles = new Map(papers.map(({ slug, title }) => [slug, title]));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const paper of papers) {
    const matter = JSON.stringify({
      title: paper.title,
      topics: paper.tags.map(({ topic }) => topic.label),
      related: related.get(paper.slug)?.map(({ slug }) => ({ slug, title: titles.get(slug) })) ?? [],
    });
    writeFileSync(join(folder, `${paper.slug}.md`), `---\n${matter}\n---\n${splitFrontMatter(paper.text ?? '')?.body ?? ''}`);
  }
}
