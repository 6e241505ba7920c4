import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { entryLoader } from './catalogue/entry-loader.ts';
import { contentFolder } from './catalogue/environment.ts';

/** Entries to be compiled. Pages read all of them, and the topics, through src/catalogue/load.ts. */
export const collections = {
  papers: defineCollection({ loader: entryLoader(contentFolder(process.env).path), schema: z.object({}) }),
};
