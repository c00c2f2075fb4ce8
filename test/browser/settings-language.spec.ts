import { translated } from '../support/translations';
import { complaints } from './complaints';
import { cutOff, narrow } from './cut-off';
import { expect, test } from './fixtures';
import { LocalizedAdministrator } from './localized-administrator';

for (const [locale, colorScheme, date] of [
  ['de-DE', 'light', /^\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/],
  ['ja-JP', 'dark', /^\d{4}\/\d{2}\/\d{2} \d{1,2}:\d{2}/],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ colorScheme });

    test('a mistake is told, a setting is saved and listed, and axe finds nothing', async ({
      context,
      site,
    }) => {
      const admin = await LocalizedAdministrator.opens(context, site, locale);
      await admin.goesTo('verification');
      await admin.field('settings.name.linkValidityMinutes').fill('61');
      await admin.clicks('settings.save.submit');
      await admin.sees('settings.save.failed.title');
      await expect(
        admin.page.getByText(admin.text('settings.field.number', { least: 5, most: 60 })),
      ).toBeVisible();
      expect(await complaints(admin.page)).toEqual([]);
      expect(await admin.english()).toEqual([]);

      await admin.field('settings.name.linkValidityMinutes').fill('20');
      await admin.clicks('settings.save.submit');
      await admin.reads('settings.save.done');
      await admin.goesTo('changes');
      const saved = admin.page.getByRole('row', { name: date }).first();
      await expect(saved).toContainText(admin.text('settings.change.settings-saved'));
      await expect(saved).toContainText(admin.text('settings.name.linkValidityMinutes'));
    });

    test('there is no English in any other part, and nothing is cut off at 360 px', async ({
      context,
      site,
    }) => {
      const admin = await LocalizedAdministrator.opens(context, site, locale);
      await admin.page.setViewportSize(narrow);
      for (const part of ['verification', 'requirements', 'safety', 'health', 'changes'] as const) {
        await admin.goesTo(part);
        await admin.sees(`settings.${part}.title`);
        expect(await admin.english()).toEqual([]);
        expect(await cutOff(admin.page)).toEqual([]);
      }
    });
  });
}

for (const locale of ['en-US', ...translated]) {
  test(`at 360 px nothing is cut off in ${locale}`, async ({ context, site }) => {
    const admin = await LocalizedAdministrator.opens(context, site, locale);
    await admin.page.setViewportSize(narrow);
    expect(await cutOff(admin.page)).toEqual([]);
    await admin.clicks('settings.webhook.replace');
    await admin.sees('settings.webhook.replace.question');
    expect(await cutOff(admin.page)).toEqual([]);
    await admin.clicks('settings.webhook.replace.sure');
    await admin.reads('settings.webhook.shownOnce.title');
    expect(await cutOff(admin.page)).toEqual([]);
    await admin.goesTo('requirements');
    await admin.clicks('settings.rule.add');
    await admin.sees('settings.requirements.title');
    expect(await cutOff(admin.page)).toEqual([]);
    await admin.goesTo('safety');
    await admin.sees('settings.safety.title');
    expect(await cutOff(admin.page)).toEqual([]);
  });
}
