import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../forge/manifest';
import { textFor } from '../../forge/translations';
import { startSite } from '../../site';
import { copyWith, startNoticeboard } from './noticeboard';

const GERMAN = 'static/locales/de-DE.json';

/** The title of the app's module in the side bar, and the language it is in. */
async function titleFor(locale: string): Promise<unknown[]> {
  const { door } = await startNoticeboard();
  const { body } = await door('GET', `/site/app?locale=${locale}`);
  const { language, modules } = body as { language: string; modules: { key: string; title: string }[] };
  return [language, modules.find(({ key }) => key === 'tally')?.title];
}

describe('a title of the manifest', () => {
  it('is shown in the user’s language', async () => {
    expect(await titleFor('de-DE')).toEqual(['de-DE', 'Aushänge']);
    expect(await titleFor('en-US')).toEqual(['en-US', 'Notices']);
  });

  it('falls back to the languages that the manifest names, and to the default in the end', async () => {
    expect(await titleFor('nl-NL')).toEqual(['de-DE', 'Aushänge']);
    expect(await titleFor('xx-XX')).toEqual(['en-US', 'Notices']);
  });

  it('is in the default language where the user’s lacks it, and the app is named in the default', () => {
    const folder = copyWith((text) => text.replace('title: Noticeboard', 'title: { i18n: tally.title }'));
    writeFileSync(path.join(folder, GERMAN), '{ "tally.count": "Aushänge an" }');
    const manifest = readManifest(folder);
    expect(manifest.name).toBe('Notices');
    expect(textFor(manifest, { i18n: 'tally.title' }, 'de-DE')).toBe('Notices');
    expect(textFor(manifest, { i18n: 'tally.count' }, 'de-DE')).toBe('Aushänge an');
  });
});

it('a frame finds the app’s translations beside itself, from the opaque origin that it has', async () => {
  const { site } = await startNoticeboard();
  const beside = async (name: string) => {
    const answer = await fetch(new URL(`./__LOCALES__/${name}`, `${site.url}/frame/tally`));
    return { status: answer.status, readers: answer.headers.get('access-control-allow-origin'), answer };
  };
  const info = await beside('i18n-info.json');
  expect(info).toMatchObject({ status: 200, readers: '*' });
  expect(await info.answer.json()).toMatchObject({
    config: { locales: ['en-US', 'de-DE'], fallback: { default: 'en-US', 'nl-NL': ['de-DE'] } },
  });
  const german = await beside('de-DE.json');
  expect(await german.answer.json()).toEqual({ tally: { title: 'Aushänge', count: 'Aushänge an' } });
  expect((await beside('fr-FR.json')).status).toBe(404);
  expect((await beside('..%2f..%2fmanifest.yml')).status).toBe(404);
});

it('the frame’s document is in the user’s language', async () => {
  const { site } = await startNoticeboard();
  const frame = async (query: string) => (await fetch(`${site.url}/frame/tally${query}`)).text();
  expect(await frame('?locale=de-DE')).toContain('<html lang="de-DE">');
  expect(await frame('?locale="><script>')).toContain('<html lang="en-US">');
});

it('the context of a module names the user’s language', async () => {
  const { door } = await startNoticeboard();
  const at = '/site/context?module=tally&as=agent&issue=HELP-1';
  expect((await door('GET', at)).body).toMatchObject({ locale: 'en-US' });
  expect((await door('GET', `${at}&locale=de-DE`)).body).toMatchObject({ locale: 'de-DE' });
});

describe('a manifest is rejected', () => {
  const hosting = async (folder: string) => {
    const site = await startSite({ app: folder });
    await site.close();
  };

  it('with a language that Forge does not know', () => {
    const folder = copyWith((text) => text.replace('key: de-DE', 'key: de-AT'));
    expect(() => readManifest(folder)).toThrow(/manifest\.yml:\d+: translations\.resources\.1\.key: /);
  });

  it('with a key that the default language lacks, as soon as it lacks it', async () => {
    const folder = copyWith((text) => text);
    await expect(hosting(folder)).resolves.toBeUndefined();
    const english = path.join(folder, 'static/locales/en-US.json');
    writeFileSync(english, readFileSync(english, 'utf8').replace('tally.title', 'tally.heading'));
    await expect(hosting(folder)).rejects.toThrow("i18n key 'tally.title' could not be found");
  });

  it('with a fallback to a language that it does not have', async () => {
    const folder = copyWith((text) => text.replace('nl-NL: [de-DE]', 'nl-NL: [fr-FR]'));
    await expect(hosting(folder)).rejects.toThrow('fr-FR');
  });
});
