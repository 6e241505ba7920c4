import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';
import { entryLoader, topicLoader } from './catalogue/entry-loader.ts';
import { contentFolder } from './catalogue/folders.ts';
import type { Entry } from './model/paper.ts';
import type { Topic } from './model/topic.ts';

const { path, shownAs } = contentFolder(process.env);

// The loaders read by the schemas of src/model, so these only give the types.
export const collections = {
  papers: defineCollection({ loader: entryLoader(path, shownAs), schema: z.custom<Entry>() }),
  topics: defineCollection({ loader: topicLoader(path, shownAs), schema: z.custom<Topic>() }),
};
