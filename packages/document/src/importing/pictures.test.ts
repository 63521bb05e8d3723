import { expect, test } from 'vitest';
import { fromHtml } from '../html/index.ts';
import { fromMarkdown } from '../markdown/index.ts';
import { counter } from '../testing.ts';
import { picturesIn, withPictures } from './pictures.ts';

const DATA = 'data:image/png;base64,iVBORw0KGgo=';

test('[IMP5] pictures within a text stand behind their words, in cells too, with the description that was there', () => {
  const html = `<h1>A</h1><h2>Kop <img src="${DATA}" alt=" een  plaat "></h2><p>voor <img src="${DATA}"> na</p>
<table><tr><td>x<img src="${DATA}" alt="in de cel"></td><td>y</td></tr></table>
<img src="https://elders.example/a.png"><img src="data:image/svg+xml;base64,PHN2Zz4="><img src="file:///C:/a.png">`;
  const { document, lost } = fromHtml(html, counter());
  expect((document.content ?? []).map(({ type }) => type)).toEqual(['block', 'image', 'block', 'image', 'table']);
  expect(picturesIn(document).map(({ at, alt }) => [at, alt])).toEqual([
    [0, 'een plaat'],
    [1, ''],
    [2, 'in de cel'],
  ]);
  expect(lost).toEqual([{ kind: 'image', count: 3 }]);
});

test('[IMP5] so do those of Markdown, also by reference, as Google Docs writes them', () => {
  const { document, dropped } = fromMarkdown(
    `# A\n\nvoor ![plaat][image1] na\n\n| Meter |\n|---|\n| ![][image1] |\n\n![elders](a.png)\n\n[image1]: <${DATA}>`,
    counter(),
  );
  expect(picturesIn(document).map(({ alt, src }) => [alt, src])).toEqual([
    ['plaat', DATA],
    ['', DATA],
  ]);
  expect(dropped).toEqual(['![elders](a.png)']);
  expect(fromMarkdown(`een\n\n![plaat](${DATA})\n\ntwee`, counter()).document.content?.map(({ type }) => type)).toEqual(
    ['block', 'image', 'block'],
  );
});

test('[IMP5] what nobody answered for goes out, the rest gets its own address and description', () => {
  const { document } = fromHtml(`<p>een<img src="${DATA}"></p><p>twee<img src="${DATA}"></p>`, counter());
  const made = withPictures(document, ({ at }) => (at === 1 ? { src: 'blob:b', alt: 'Twee.' } : null));
  expect((made.content ?? []).map(({ type }) => type)).toEqual(['block', 'block', 'image']);
  expect(made.content?.at(-1)).toMatchObject({ attrs: { src: 'blob:b', alt: 'Twee.' } });
  expect(picturesIn(made)).toEqual([]);
});
