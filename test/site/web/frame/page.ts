import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import path from 'node:path';

/** What a frame is to know when it starts. */
export interface FrameOptions {
  /** Milliseconds that the site's clock is ahead. */
  clockOffset: number;
  /** The user's, such as `de-DE`. */
  language: string;
  /** The address below which the frame may read the app's translations. */
  translations: string;
}

/** A script as it stands in a frame's page, and the source expression of a Content Security Policy that lets it run. */
export interface FrameScript {
  text: string;
  hash: string;
}

/** The bridge that runs in the frame before the app's code does. */
export async function bundleStub(): Promise<FrameScript> {
  const result = await build({
    entryPoints: [path.join(__dirname, 'stub.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return frameScript(result.outputFiles[0]?.text ?? '');
}

/**
 * Made once for all pages that have the script. Only a script with this hash runs: a browser that knows the script need
 * not read it again, as it must with a nonce.
 */
export function frameScript(source: string): FrameScript {
  const text = inline(source);
  return { text, hash: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}

/** A page that runs the scripts in their order and can reach nothing but the page around it and the app's translations. */
export function framePage(
  { clockOffset, language, translations }: FrameOptions,
  scripts: FrameScript[],
): Response {
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>App</title>
<script type="application/json" id="frame-config">${JSON.stringify({ offset: clockOffset })}</script>
${scripts.map(({ text }) => `<script>${text}</script>\n`).join('')}`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox allow-scripts; default-src 'none'; script-src ${scripts.map(({ hash }) => hash).join(' ')}; connect-src ${translations}`,
      'cache-control': 'no-store',
    },
  });
}

/** Keeps text in a script from ending the script, and ends its lines as a browser reads them. */
function inline(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').replaceAll(/\r\n?/g, '\n');
}
