// A static file server for one folder, for this machine only. Gives out what is inside the folder and nothing else.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** @type {ReadonlyMap<string, string>} */
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Serves `folder` on 127.0.0.1. `port` 0: any free one.
 * Out: the address (`http://localhost:PORT/`) and how to stop. Throws where the port is taken.
 * @param {string} folder
 * @param {{ port?: number }} [options]
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0 } = {}) {
  const root = await realpath(resolve(folder));
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => refuse(response, 500));
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://localhost:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(request.url ?? '/');
  if (path === null) return refuse(response, 400);
  const file = await findFile(root, path);
  if (file === null) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': TYPES.get(extname(file.path).toLowerCase()) ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * The path a request names, decoded; null where it cannot be decoded.
 * @param {string} target
 */
function pathOf(target) {
  try {
    const path = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '/');
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/**
 * The file for a path, after links are followed; null for what is missing or outside the root.
 * @param {string} root
 * @param {string} path
 */
async function findFile(root, path) {
  try {
    const asked = resolve(root, `.${sep}${path}`);
    const folder = await stat(asked);
    const real = await realpath(folder.isDirectory() ? join(asked, 'index.html') : asked);
    if (!real.startsWith(root + sep)) return null;
    const file = await stat(real);
    return file.isFile() ? { path: real, size: file.size } : null;
  } catch {
    return null;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(String(status));
}
