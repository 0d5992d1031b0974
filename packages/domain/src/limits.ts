/** Longest texts and largest files, in characters and bytes: hints in the forms, enforced by the API. */
export const LIMITS = {
  name: 100,
  title: 300,
  text: 5_000,
  longText: 20_000,
  reason: 1_000,
  opinion: 500,
  /** What the public may write on an item. */
  comment: 1_000,
  login: 40,
  password: 200,
  passwordMin: 10,
  documentNumber: 60,
  /** The last place in an order of findings, departments, posts. */
  ordinal: 9_999,
  /** The largest count of an indicator: what GraphQL's Int holds. */
  count: 2_000_000_000,
  fileName: 200,
  fileBytes: 50 * 1024 * 1024,
  reportBytes: 10 * 1024 * 1024,
  /** Above this a file takes longer to be read than people like to wait: the console leaves it to a job. */
  waitedForBytes: 512 * 1024,
  batch: 100,
  pageSize: 25,
  pageSizeMax: 100,
  /** The largest sum one entry may carry: 10 billion yuan in fen; far below what JSON and bigint can hold. */
  fen: 1_000_000_000_000n,
} as const;
