import { expect, test } from 'vitest';
import { examineBrowser } from '../../src/print/examine.ts';
import { scriptFor, worldWith } from './support.ts';

test('a computer with a browser is told which one prints', async () => {
  const found = await examineBrowser(worldWith());
  expect(found.diagnostics).toEqual([]);
  expect(found.prints).toBe(true);
  expect(found.browser?.version).toMatch(/Chrome\/\d+/);
  expect(found.tried.length).toBeGreaterThan(2);
});

test('a computer without one is told where was looked and what to do', async () => {
  const found = await examineBrowser(
    worldWith({ SCRUTINEER_BROWSER: '', SCRUTINEER_NO_EMBEDDED: '1', PATH: '' }),
  );
  expect(found).toMatchObject({ browser: undefined, prints: false });
  expect(found.diagnostics).toMatchObject([{ rule: 'print/no-browser' }]);
  expect(found.tried.join()).toContain('turned off by SCRUTINEER_NO_EMBEDDED');
});

test('a browser that does not start is told', async () => {
  const found = await examineBrowser(worldWith(), scriptFor('exit 1'));
  expect(found).toMatchObject({ browser: undefined, prints: false });
  expect(found.diagnostics).toMatchObject([{ rule: 'print/browser-does-not-start' }]);
});
