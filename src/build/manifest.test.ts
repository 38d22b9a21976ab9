import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { narrowManifest } from './manifest.mjs';

const source = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
const narrow = (target: 'chrome' | 'firefox', dev = false) => narrowManifest(source, { target, dev, version: '1.2.3' });

describe('narrowManifest', () => {
  test('merges objects, joins lists, replaces the rest, and drops the sections', () => {
    const tiny = {
      name: 'x',
      list: [1],
      nested: { a: 1, b: 1 },
      chrome: { list: [2], nested: { b: 2 } },
      firefox: { name: 'y' },
      dev: { list: [3], chrome: { key: 'k' }, firefox: { key: 'never' } },
    };
    const options = { target: 'chrome', dev: true, version: '1' } as const;
    expect(narrowManifest(tiny, options)).toEqual({ name: 'x', version: '1', list: [1, 2, 3], nested: { a: 1, b: 2 }, key: 'k' });
    expect(narrowManifest(tiny, { ...options, target: 'firefox', dev: false })).toEqual({
      name: 'y',
      version: '1',
      list: [1],
      nested: { a: 1, b: 1 },
    });
  });

  test('leaves its source as it was', () => {
    const before = JSON.stringify(source);
    narrow('chrome', true);
    expect(JSON.stringify(source)).toBe(before);
  });
});

describe('the manifest', () => {
  test.each(['chrome', 'firefox'] as const)('of a release for %s asks for no site and no tabs', (target) => {
    const manifest = narrow(target);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('key');
    expect(manifest).toHaveProperty('permissions', [
      'storage',
      'scripting',
      'activeTab',
      ...(target === 'chrome' ? ['sidePanel'] : []),
    ]);
  });

  test.each(['chrome', 'firefox'] as const)('for %s lets no page connect, load or run anything from elsewhere', (target) => {
    expect(narrow(target)).toHaveProperty('content_security_policy', {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'",
    });
    expect(narrow(target)).not.toHaveProperty('web_accessible_resources');
    expect(narrow(target)).not.toHaveProperty('externally_connectable');
  });

  test('names what only one browser knows to that browser alone', () => {
    expect(narrow('chrome')).not.toHaveProperty('sidebar_action');
    expect(narrow('chrome')).not.toHaveProperty('browser_specific_settings');
    expect(narrow('chrome')).toHaveProperty('background', { type: 'module', service_worker: 'background.js' });
    expect(narrow('firefox')).not.toHaveProperty('side_panel');
    expect(narrow('firefox')).not.toHaveProperty('minimum_chrome_version');
    expect(narrow('firefox')).toHaveProperty('background', { type: 'module', scripts: ['background.js'] });
  });

  test('of a development build reads localhost, and has a fixed id in Chromium only', () => {
    expect(narrow('chrome', true)).toHaveProperty('host_permissions', ['http://localhost/*', 'http://127.0.0.1/*']);
    expect(narrow('chrome', true)).toHaveProperty('key');
    expect(narrow('firefox', true)).not.toHaveProperty('key');
  });
});
