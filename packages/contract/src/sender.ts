import { refusalOf, type Problem, type ProblemCode } from './problem.ts';

/** The server said no. `detail` is the Dutch sentence to show; `code` is what a program looks at. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** Seconds after which trying again makes sense; `null` where it does not. */
  readonly retryAfter: number | null;
  constructor(problem: Problem, retryAfter: number | null) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
  get code(): ProblemCode {
    return this.problem.code;
  }
  get detail(): string {
    return this.problem.detail;
  }
  get refusal() {
    return refusalOf(this.problem);
  }
}

/** No answer came: the line or the server is down. The words stay with who typed them. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface ClientOptions {
  readonly fetch?: typeof fetch;
  /** Origin of the server, without a closing slash; empty for the page's own. */
  readonly base?: string;
}

/** How every function of a client asks: JSON out and in, a refusal throws {@link ProblemError}, a dead line {@link Unreachable}. */
export function createSender({ fetch: send = fetch, base = '' }: ClientOptions = {}) {
  async function request(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
    let response: Response;
    try {
      response = await send(`${base}/api${path}`, {
        method,
        credentials: 'same-origin',
        headers: type ? { accept: 'application/json', 'content-type': type } : { accept: 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw new Unreachable(`${method} ${path}`, { cause });
    }
    if (response.ok) return response;
    if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) {
      throw new Unreachable(`${method} ${path}: ${response.status}`);
    }
    const retry = Number(response.headers.get('retry-after'));
    throw new ProblemError((await response.json()) as Problem, retry > 0 ? retry : null);
  }
  const json = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await (body === undefined
      ? request(method, path)
      : request(method, path, JSON.stringify(body), 'application/json'));
    return (await response.json()) as T;
  };
  const silent = async (method: string, path: string, body?: unknown): Promise<void> => {
    await (body === undefined
      ? request(method, path)
      : request(method, path, JSON.stringify(body), 'application/json'));
  };

  return { request, json, silent };
}
