/** @module-tag slow */
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { I18nProvider } from 'react-aria-components';
import { expect, it } from 'vitest';
import { Gallery } from './Gallery.tsx';

/** Colours are judged in a real browser (`npm run pictures`); here names, roles, states and structure. */
async function violations() {
  const result = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return result.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`);
}

it.each([null, 'dialog', 'drawer'])('has no accessibility violation with %s open', async (open) => {
  render(
    <I18nProvider locale="zh-CN">
      <Gallery open={open} />
    </I18nProvider>,
  );
  expect(await violations()).toEqual([]);
});
