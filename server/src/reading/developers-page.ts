import type { Wording } from '@draagvlak/wording';
import type { ApiDescription, ApiOperation, Content } from '../http/describe-api.ts';
import type { Services } from '../services.ts';
import { html, type Html } from './html.ts';
import type { Look } from './look.ts';
import { page } from './page.ts';
import { shapeOf } from './schema-shape.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

/** The API for people: every route from the same description that programs read, without any script. */
export function developersPage(services: Services, look: Look, description: ApiDescription): string {
  const words = look.say.developers;
  const tags = new Map<string, Route[]>();
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? '';
      tags.set(tag, [...(tags.get(tag) ?? []), { method: method.toUpperCase(), path, operation }]);
    }
  }
  const entry = services.assets.entry('index.html');
  const main = html`<div class="wrap tight api-page">
    <h1>${words.title}</h1>
    <p class="lead">${words.intro}</p>
    <p>${words.machine} <a href="/api/openapi.json">/api/openapi.json</a></p>
    <h2>${words.signInTitle}</h2>
    <p>${words.signIn}</p>
    <h2>${words.problemsTitle}</h2>
    <p>${words.problems}</p>
    <nav aria-label="${words.contents}">
      <ul class="api-tags">
        ${[...tags.keys()].map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}
      </ul>
    </nav>
    ${[...tags].map(
      ([tag, routes]) =>
        html`<section id="${tag}">
          <h2>${tag}</h2>
          ${routes.map((route) => routePart(route, words))}
        </section>`,
    )}
  </div>`;
  return page({
    look,
    title: words.title,
    screen: 'screen-dossier',
    entry: entry && { ...entry, scripts: [], preloads: [] },
    contact: services.config.contact,
    main,
  });
}

function routePart({ method, path, operation }: Route, words: Wording['developers']): Html {
  const { parameters = [], requestBody, responses, security } = operation;
  const answers = Object.entries(responses);
  const good = answers.find(([status]) => status < '300');
  return html`<article class="api-route">
    <h3><span class="plain-tag">${method}</span> <code>${path}</code></h3>
    <p>${operation.summary}${security === undefined ? '' : html` <span class="quiet">(${words.open})</span>`}</p>
    ${
      parameters.length > 0 &&
      html`<table>
        <caption>
          ${words.parameters}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.where}</th>
            <th scope="col">${words.shape}</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(
            (one) =>
              html`<tr>
                <th scope="row"><code>${one.name}</code></th>
                <td>
                  ${one.in === 'path' ? words.places.path : words.places.query},
                  ${one.required === true ? words.required : words.optional}
                </td>
                <td><code>${shapeOf(one.schema)}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>`
    }
    ${requestBody && contentPart(words.body, requestBody.content)}
    ${
      good?.[1].content === undefined
        ? html`<p>${words.answer}: ${good?.[0] ?? ''}, ${words.noAnswer}</p>`
        : contentPart(`${words.answer} (${good[0]})`, good[1].content)
    }
    <details>
      <summary>${words.refusals}</summary>
      <dl class="api-refusals">
        ${answers
          .filter(([status]) => status >= '300')
          .map(
            ([status, { description }]) =>
              html`<div>
                <dt>${status}</dt>
                <dd>${description.split(', ').map((code, at) => html`${at > 0 && ', '}<code>${code}</code>`)}</dd>
              </div>`,
          )}
      </dl>
    </details>
  </article>`;
}

const contentPart = (title: string, content: Content): Html =>
  html`${Object.entries(content).map(
    ([media, { schema }]) =>
      html`<details>
        <summary>${title}: <code>${media}</code></summary>
        <pre tabindex="0"><code>${shapeOf(schema)}</code></pre>
      </details>`,
  )}`;
