import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium to test with: `CHROMIUM`, else one the system has, else the one that npm brings. */
async function findChromium(): Promise<{ path: string; from: string }> {
  const named = process.env['CHROMIUM'];
  if (named) return { path: named, from: 'CHROMIUM' };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { path: installed, from: 'the system' };
  // Makes the package unpack the shared libraries it ships and set LD_LIBRARY_PATH.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const shipped = await import('@sparticuz/chromium');
  return { path: await shipped.default.executablePath(), from: '@sparticuz/chromium from npm' };
}

let announced = false;

/** A headless browser; says once which one it is. */
export async function launchBrowser(): Promise<Browser> {
  const { path, from } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  if (!announced) process.stdout.write(`Browser: Chromium ${browser.version()} (${from})\n`);
  announced = true;
  return browser;
}
