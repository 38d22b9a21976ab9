import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from './serve.mjs';

type Answer = { readonly status: number; readonly type: string; readonly body: string };

let base = '';
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'composure-serve-'));
  const root = join(base, 'site');
  await mkdir(join(root, 'sub'), { recursive: true });
  await mkdir(join(base, 'site-secrets'));
  await writeFile(join(base, 'secret.txt'), 'secret');
  await writeFile(join(base, 'site-secrets', 'key.txt'), 'secret');
  await writeFile(join(root, 'index.html'), '<h1>home</h1>');
  await writeFile(join(root, 'demo.js'), 'export {};');
  await writeFile(join(root, 'sub', 'index.html'), 'sub');
  await writeFile(join(root, 'a b.css'), 'a{}');
  await symlink(join(base, 'secret.txt'), join(root, 'way-out.txt'));
  server = await serve(root);
});

afterAll(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

/** Sends the path as it stands: `fetch` would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => {
        body += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }));
    })
      .on('error', fail)
      .end();
  });
}

describe('what is inside the folder', () => {
  test('is given out with its type', async () => {
    expect(await ask('/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '<h1>home</h1>' });
    expect(await ask('/demo.js?v=1')).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' });
    expect(await ask('/sub/')).toMatchObject({ status: 200, body: 'sub' });
    expect(await ask('/a%20b.css')).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' });
  });

  test('is told about without its body when only the head is asked for', async () => {
    expect(await ask('/demo.js', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });
});

describe('what is outside', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/../../secret.txt',
    '//../secret.txt',
    '/..%5csecret.txt',
    '/../site-secrets/key.txt',
    '/way-out.txt',
    '/..',
  ])('is not, by %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

test('a path that cannot be decoded is refused', async () => {
  expect(await ask('/%E0%A4%A')).toMatchObject({ status: 400 });
  expect(await ask('/index.html%00.png')).toMatchObject({ status: 400 });
});

test('nothing can be written', async () => {
  expect(await ask('/demo.js', 'PUT')).toMatchObject({ status: 405 });
});

test('a port that is taken is a failure, not silence', async () => {
  await expect(serve(join(base, 'site'), { port: server.port })).rejects.toThrow(/EADDRINUSE/);
});
