/** Options of every property test: many runs in CI, fewer at the desk, where speed counts. */
export const RUNS = { numRuns: process.env['CI'] ? 10_000 : 300 };
