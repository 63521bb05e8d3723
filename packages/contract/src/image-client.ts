import type { Problem } from './problem.ts';
import { ProblemError, Unreachable } from './sender.ts';

/**
 * Sends a picture for the text of a draft, and tells how far it is (0 to 1). A refusal throws {@link ProblemError}, a dead
 * line {@link Unreachable}; `signal` stops it. `fetch` cannot tell how much it has sent.
 */
export function uploadImage(
  dossier: string,
  file: Blob,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<{ readonly blob: string; readonly type: string }> {
  return new Promise((resolve, reject) => {
    const path = `/api/dossiers/${encodeURIComponent(dossier)}/images`;
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Unreachable(`POST ${path}`)));
    request.addEventListener('abort', () => reject(new Unreachable(`POST ${path}: stopped`)));
    request.addEventListener('load', () => {
      const problem = (request.getResponseHeader('content-type') ?? '').startsWith('application/problem+json');
      if (request.status === 201) resolve(request.response as { blob: string; type: string });
      else if (problem) reject(new ProblemError(request.response as Problem, null));
      else reject(new Unreachable(`POST ${path}: ${request.status}`));
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
