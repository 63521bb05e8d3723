import { LOG_LEVELS, type LogLevel } from './config.ts';

type Level = Exclude<LogLevel, 'silent'>;

/** One JSON line per event on standard error; never words, names or addresses of people. */
export type Log = Readonly<Record<Level, (event: string, values?: Readonly<Record<string, unknown>>) => void>>;

function plain(value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}

export function createLog(level: LogLevel, write = (line: string) => process.stderr.write(`${line}\n`)): Log {
  const threshold = LOG_LEVELS.indexOf(level);
  const at =
    (own: Level) =>
    (event: string, values: Readonly<Record<string, unknown>> = {}) => {
      if (LOG_LEVELS.indexOf(own) > threshold) return;
      const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
      write(JSON.stringify({ at: new Date().toISOString(), level: own, event, ...fields }));
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}
