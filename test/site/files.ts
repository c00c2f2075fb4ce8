import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file of `folder` by its path in a URL; 404 if it does not exist or lies outside the folder. */
export async function serveFile(folder: string, urlPath: string): Promise<Response> {
  try {
    const file = path.resolve(folder, decodeURIComponent(urlPath));
    if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error('outside of the folder');
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const headers = new Headers({ 'content-type': type });
    // The bundler puts a hash of what is in the file into its name.
    if (urlPath.startsWith('assets/')) headers.set('cache-control', 'public, max-age=31536000, immutable');
    return new Response(new Uint8Array(await readFile(file)), { headers });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
