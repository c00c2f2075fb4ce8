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

interface FrameParts extends FrameOptions {
  stub: string;
  app: string;
}

/** The bridge that runs in the frame before the app's code does. */
export async function bundleStub(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(__dirname, 'stub.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

/** A page that runs the app's code and can reach nothing but the page around it and the app's translations. */
export function framePage({ clockOffset, language, translations, stub, app }: FrameParts): Response {
  const scripts = [stub, app].map(inline);
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>App</title>
<script type="application/json" id="frame-config">${JSON.stringify({ offset: clockOffset })}</script>
${scripts.map((script) => `<script>${script}</script>\n`).join('')}`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox allow-scripts; default-src 'none'; script-src ${scripts.map(hashOf).join(' ')}; connect-src ${translations}`,
      'cache-control': 'no-store',
    },
  });
}

/** Keeps text in a script from ending the script, and ends its lines as a browser reads them. */
function inline(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').replaceAll(/\r\n?/g, '\n');
}

/** Only a script with this hash runs. A browser that knows the script need not read it again, as it must with a nonce. */
function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
