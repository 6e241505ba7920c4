/** The peer: Eleventy, rendering the same entries to pages with the same content. */
export default function (config) {
  config.addCollection('topicPages', (api) => {
    const topics = Map.groupBy(
      api.getFilteredByGlob('papers/*.md').flatMap((paper) => (paper.data.topics ?? []).map((topic) => ({ topic, paper }))),
      ({ topic }) => topic,
    );
    return [...topics].flatMap(([topic, all]) => {
      const pages = Math.ceil(all.length / 50);
      return Array.from({ length: pages }, (_, index) => ({
        topic,
        number: index + 1,
        pages,
        count: all.length,
        papers: all
          .slice(index * 50, index * 50 + 50)
          .map(({ paper }) => ({ url: paper.url, data: { title: paper.data.title, topics: paper.data.topics } })),
      }));
    });
  });
  config.setTemplateFormats(['md', 'njk']);
  return { markdownTemplateEngine: false, dir: { includes: 'layouts' } };
}
