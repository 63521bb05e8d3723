// @vitest-environment happy-dom
import type { ReactiveControllerHost } from 'lit';
import { expect, it } from 'vitest';
import type { WorkComment } from './comment-state.ts';
import { DraftDesk } from './draft-desk.ts';

it('writes for the comment that was chosen before the draft was there, unless another was chosen meanwhile', () => {
  const told: (string | null)[] = [];
  interface Editor {
    view: unknown;
    session: { workingOn: string | null; workOn(id: string | null): void } | null;
  }
  const element: HTMLElement = document.createElement('draft-editor');
  const editor = Object.assign(element, { view: null, session: null } as Editor);
  const host = Object.assign(document.createElement('div'), { requestUpdate: () => {} });
  host.append(editor);
  document.body.append(host);
  const desk = new DraftDesk(host as unknown as HTMLElement & ReactiveControllerHost);
  const comment = (id: string) =>
    ({ id, placement: { start: null, node: null, section: null } }) as unknown as WorkComment;

  desk.workOn(comment('een'));
  desk.workOn(comment('twee'));
  expect(desk.workingOn).toBe('twee');
  editor.session = {
    workingOn: null,
    workOn(id) {
      this.workingOn = id;
      told.push(id);
    },
  };
  desk.changed();
  expect(told).toEqual([]);
  editor.view = { state: { doc: null } };
  desk.changed();
  desk.changed();
  expect(told).toEqual(['twee']);
  expect(desk.workingOn).toBe('twee');
  desk.workOn(null);
  desk.changed();
  expect(desk.workingOn).toBeNull();
});
