import { expect, test } from 'vitest';
import { parseConfig, SETTINGS, WrongSetting } from './config.ts';

test('without any setting the app is a demo on this computer only, with its data at the root of the project', () => {
  const config = parseConfig({});
  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: null, demo: true, logLevel: 'info' });
  expect(config.dataDir).toMatch(/\/data$/);
  expect(config.dataDir).not.toMatch(/server/);
});

test('a public address is kept as an origin', () => {
  expect(parseConfig({ PUBLIC_URL: 'https://draagvlak.example/' }).publicUrl).toBe('https://draagvlak.example');
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['HOST', 'http://localhost'],
  ['PUBLIC_URL', 'draagvlak.example'],
  ['PUBLIC_URL', 'ftp://draagvlak.example'],
  ['PUBLIC_URL', 'https://draagvlak.example/app'],
  ['DEMO', 'ja'],
  ['LOG_LEVEL', 'loud'],
  ['RATE_LIMIT', 'veel'],
])('%s=%s is refused at start with a message that names the setting', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(WrongSetting);
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`Instelling ${name} .*${name}: `));
});

test('every setting is documented in one line', () => {
  for (const line of Object.values(SETTINGS)) expect(line).not.toContain('\n');
});

test('the secretariat is a name with an address; the demo shows an example that reaches nobody', () => {
  expect(parseConfig({ CONTACT: 'Bureau SOG <post@sog.example>' }).contact).toEqual({
    name: 'Bureau SOG',
    email: 'post@sog.example',
  });
  expect(parseConfig({ DEMO: 'off' }).contact).toBeNull();
  expect(parseConfig({}).contact?.email).toMatch(/\.example$/);
  for (const wrong of ['post@sog.example', 'Bureau <post>', '<post@sog.example>', 'A <a@b.example> B']) {
    expect(() => parseConfig({ CONTACT: wrong })).toThrow(WrongSetting);
  }
});
