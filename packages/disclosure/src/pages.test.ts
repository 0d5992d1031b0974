import { describe, expect, it } from 'vitest';
import { listPage, plainPage } from './list-page.ts';
import type { Links } from './frame.ts';
import { itemPage } from './item-page.ts';
import { LOOK, LOOK_HASH } from './look.ts';
import { publicationPage } from './publication-page.ts';
import { sampleSnapshot } from './sample.ts';
import { beginning, printed } from './words.ts';

const LINKS: Links = {
  list: '/public/',
  publication: '/public/kexie',
  item: (number) => `/public/kexie/${number}`,
  circular: null,
};
const pageOf = (snapshot = sampleSnapshot(40)): string =>
  publicationPage({ snapshot, publishedOn: '2026-11-22' }, LINKS);

describe('a public page', () => {
  it('tells text, figures with what they count, items, contact and the hotline', () => {
    const page = pageOf();
    for (const words of [
      '<html lang="zh-CN">',
      '<h1>市科协党组关于巡察整改进展情况的通报</h1>',
      '<h3>一、聚焦党的理论和路线方针政策方面</h3>',
      '2026年3月18日',
      '98.71%',
      '台账中的问题数。',
      'href="/public/kexie/40"',
      'href="tel:09994225555"',
      'href="tel:12388"',
    ])
      expect(page).toContain(words);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const number of [1, 40]) expect(itemPage(sampleSnapshot(40), number, LINKS)).toContain('12388');
  });

  it('of forty findings is at most 120 KB, each item too', () => {
    const snapshot = sampleSnapshot(40);
    const sizes = [pageOf(snapshot), ...snapshot.items.map(({ number }) => itemPage(snapshot, number, LINKS)!)].map(
      (page) => Buffer.byteLength(page),
    );
    // Each finding of the sample is longer than those of the longest known report (40 KB, 33 findings).
    expect(Buffer.byteLength(JSON.stringify(snapshot.passages))).toBeGreaterThan(45_000);
    expect(Math.max(...sizes)).toBeLessThan(120_000);
  });

  it('holds no script, no handler and no address of elsewhere', () => {
    for (const page of [pageOf(), itemPage(sampleSnapshot(3), 2, LINKS)!, listPage([]), plainPage('a', 'b', '/')])
      expect(page).not.toMatch(/<script|\son\w+=|javascript:|https?:|url\(|@import|<img|<link/i);
  });

  it('prints whatever stands in a value as text', () => {
    const evil = `"><script>alert(1)</script>'&`;
    const snapshot = sampleSnapshot(2, evil);
    for (const page of [
      pageOf(snapshot),
      itemPage(snapshot, 1, LINKS)!,
      listPage([{ href: '/public/x', bodyName: evil, title: evil, publishedOn: '2026-11-22' }]),
    ]) {
      expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page).not.toMatch(/<script/);
      expect(page).not.toContain(evil);
    }
  });

  it('carries its own style, whose hash the policy names', async () => {
    const inPage = /<style>([\s\S]*?)<\/style>/.exec(pageOf())![1]!;
    expect(inPage).toBe(LOOK);
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inPage));
    expect(LOOK_HASH).toBe(`sha256-${Buffer.from(hash).toString('base64')}`);
  });

  it('says nothing of what is withheld, and of an item that is not public there is no page', () => {
    const snapshot = sampleSnapshot(2);
    snapshot.items[0] = { number: 1, question: '问题。', done: null, state: null };
    const page = itemPage(snapshot, 1, LINKS)!;
    expect(page).not.toContain('整改结果');
    expect(page).toContain('反馈问题');
    expect(itemPage(snapshot, 3, LINKS)).toBeNull();
    expect(pageOf({ ...snapshot, items: [] })).not.toContain('问题清单');
  });

  it('leads from item to item', () => {
    const [first, middle, last] = [1, 2, 3].map((number) => itemPage(sampleSnapshot(3), number, LINKS)!);
    expect([first, middle, last].map((page) => /rel="prev"/.test(page!))).toEqual([false, true, true]);
    expect([first, middle, last].map((page) => /rel="next"/.test(page!))).toEqual([true, true, false]);
  });
});

it.each([
  ['RATE', 10000, '100.00%'],
  ['RATE', null, '—'],
  ['FINDINGS', 0, '0'],
] as const)('%s of %s is printed as %s', (code, value, words) => {
  expect(printed({ code, value })).toBe(words);
});

it.each([
  ['5.学习不够。', 64, '学习不够。'],
  ['（3）学习\n不够。', 64, '学习 不够。'],
  ['𠮷𠮷𠮷', 2, '𠮷𠮷…'],
])('the beginning of %j', (question, length, words) => {
  expect(beginning(question, length)).toBe(words);
});
