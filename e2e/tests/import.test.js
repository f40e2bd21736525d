// Brings a spreadsheet in as a person would: sends it, says what its columns are, takes it in, takes it back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { DESKTOP, PHONE, launch, open, picture } from '../support/browser.js';
import { folder, serve } from '../support/soleus.js';

const NOW = '2026-05-04T18:00:00+02:00';
const SHEET = `When,Cramps,Wine,Mood
1/5/2026,2,1,good
2/5/2026,0,0,bad
3/5/2026,1,2,good
`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [name, options] of [
  ['on a phone, without JavaScript', { size: PHONE, javaScript: false }],
  ['on a desktop, with JavaScript', { size: DESKTOP, javaScript: true }],
]) {
  test(`a spreadsheet comes in, ${name}`, async () => {
    const data = folder();
    const sheet = join(data.path, 'my sheet.csv');
    const soleus = await serve(data.path, NOW);
    const { page, context, strangers, complaints } = await open(browser, soleus.address, options);
    const tap = (button) => page.getByRole('button', { name: button, exact: true }).click();
    const says = (text) => page.locator('main', { hasText: text }).waitFor();
    try {
      writeFileSync(sheet, SHEET);
      await page.goto('/profile');
      await page.getByRole('link', { name: 'Bring data in' }).click();
      await picture(page, `import-start-${options.size.width}`);
      await page.getByLabel('The file').setInputFiles(sheet);
      await tap('Send, and look at it first');

      await says('There is no column ‘date’');
      await page.getByLabel('Which column holds the dates?').selectOption('When');
      await page.getByLabel('The day (3 May)').check();
      await tap('Read it again like this');

      await says('Found 3 days');
      await says('2 columns are not known and would be left out');
      const wine = page.getByRole('group', { name: 'Wine' });
      await wine.getByLabel('This is').selectOption('alcohol');
      await wine.getByText('How its values are read').click();
      await wine.getByLabel('A value is').selectOption('times');
      await wine.getByLabel('The number for it').fill('some');
      await tap('Read it again like this');
      // What was typed with a mistake is still there, beside what to do.
      await says('Wine: type the number that belongs to it');
      assert.equal(await wine.getByLabel('The number for it').inputValue(), 'some');
      assert.equal(await wine.getByLabel('This is').inputValue(), 'alcohol');
      await picture(page, `import-mistake-${options.size.width}`);
      await wine.getByLabel('The number for it').fill('1.5');
      await page.getByRole('group', { name: 'Mood' }).getByLabel('This is').selectOption('ignore');
      await tap('Read it again like this');
      await says('6 new answers');
      await picture(page, `import-preview-${options.size.width}`);
      assert.doesNotMatch(page.url(), /wine|alcohol|cramp|sheet/i, 'no word of it is in the address');
      await tap('Take it into the diary');
      await says('6 new, 0 corrected');

      await page.getByRole('link', { name: 'Send another file' }).click();
      await page.getByLabel('The file').setInputFiles(sheet);
      await tap('Send, and look at it first');
      await says('0 new answers, 0 corrected, 6 in the diary already');
      await page.goBack();
      await page.goBack();
      await tap('Take all of it back');
      await says('Taken back');
      assert.deepEqual(strangers, []);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
      await soleus.stop();
      data.remove();
    }
  });
}

test('a file with many columns and one that is not known are explained by hand', async () => {
  const data = folder();
  const wide = join(data.path, 'wide.csv');
  const food = join(data.path, 'food.csv');
  const soleus = await serve(data.path, NOW);
  const { page, context, complaints } = await open(browser, soleus.address, { size: PHONE, javaScript: false });
  const tap = (button) => page.getByRole('button', { name: button, exact: true }).click();
  const says = (text) => page.locator('main', { hasText: text }).waitFor();
  const send = async (file) => {
    await page.goto('/import');
    await page.getByLabel('The file').setInputFiles(file);
    await tap('Send, and look at it first');
  };
  try {
    const names = Array.from({ length: 70 }, (_, number) => `Thing ${number + 1}`);
    writeFileSync(wide, `date,cramps,${names.join(',')}\n2026-05-01,2${',1'.repeat(70)}\n`);
    await send(wide);
    await says('71 columns to ask about, in 2 parts');
    await page.getByRole('group', { name: 'Thing 7', exact: true }).getByLabel('This is').selectOption('alcohol');
    await tap('Columns 41 to 71');
    await says('This is part 2');
    await page.getByRole('group', { name: 'Thing 70' }).getByLabel('This is').selectOption('walking');
    await picture(page, 'import-parts-360');
    await tap('Read it again like this');
    await says('3 new answers');

    writeFileSync(food, 'Date,Magnesium (mg),Sodium (mg)\n2026-05-01,300,1500\n');
    await send(food);
    await says('2 columns are not known');
    await page.getByLabel('What is this file?').selectOption('cronometer');
    await tap('Read it again like this');
    await says('Cronometer’s daily nutrition');
    await picture(page, 'import-food-360');
    await tap('Take it into the diary');
    await says('2 new, 0 corrected');
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await soleus.stop();
    data.remove();
  }
});
