/**
 * What a field takes although it looks odd, and why: `mutation field: what | reason`. Whatever stands here was looked at; the
 * test refuses to let anything else through.
 */
const TABLE = `
`;

export const ACCEPTED = new Set(
  TABLE.split('\n').flatMap((line) => (line.includes('|') ? [(line.split('|')[0] ?? '').trim()] : [])),
);
