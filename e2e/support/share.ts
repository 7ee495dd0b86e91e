import type { Page } from '@playwright/test';

/** Shares files with the app the way the system does: posts them as a form to its share target. The
 *  page has to be one of the app's own. */
export async function shareFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.method = 'POST';
    form.action = '/share';
    form.enctype = 'multipart/form-data';
    form.innerHTML = '<input type="file" name="files" multiple id="shared-files">';
    document.body.append(form);
  });
  await page.locator('#shared-files').setInputFiles([...paths]);
  await Promise.all([
    page.waitForURL(/\/(files|sign-in)/),
    page.evaluate(() => document.querySelector<HTMLInputElement>('#shared-files')?.form?.submit()),
  ]);
}
