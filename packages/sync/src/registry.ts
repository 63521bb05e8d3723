import { CLOSE } from './protocol.ts';
import { Room } from './room.ts';
import type { RoomPorts } from './room-ports.ts';

/**
 * The rooms of this process: one per draft, made when somebody comes and put away when nobody was there for a while. A
 * room that closed by itself makes way for a new one, which loads from the log.
 */
export class Registry {
  readonly #ports: RoomPorts;
  readonly #rooms = new Map<string, Room>();
  readonly #idle = new Map<string, () => void>();
  /** Acts of the server that need the room to stay. */
  readonly #held = new Map<Room, number>();
  #closed = false;

  constructor(ports: RoomPorts) {
    this.#ports = ports;
  }

  get rooms(): Iterable<Room> {
    return this.#rooms.values();
  }

  /** The room of a draft, loading or loaded. Call {@link released} when the last connection has left it. */
  get(draft: string): Room {
    this.#idle.get(draft)?.();
    this.#idle.delete(draft);
    const known = this.#rooms.get(draft);
    if (known && known.state !== 'closed') return known;
    if (this.#closed) throw new Error('the rooms are closed');
    const room = new Room(draft, this.#ports);
    this.#rooms.set(draft, room);
    room.loaded.catch(() => this.#forget(room));
    return room;
  }

  /** Runs an act of the server in the room of a draft. */
  async with<T>(draft: string, act: (room: Room) => Promise<T>): Promise<T> {
    const room = this.get(draft);
    this.#held.set(room, (this.#held.get(room) ?? 0) + 1);
    try {
      await room.loaded;
      return await act(room);
    } finally {
      const held = (this.#held.get(room) ?? 1) - 1;
      if (held > 0) this.#held.set(room, held);
      else this.#held.delete(room);
      this.released(room);
    }
  }

  /** Somebody left; an empty room is put away after a while. */
  released(room: Room): void {
    if (room.state === 'closed') return this.#forget(room);
    if (room.sessions.size > 0 || this.#held.has(room) || this.#idle.has(room.draft) || this.#closed) return;
    const cancel = this.#ports.clock.after(this.#ports.pace.idle, () => {
      this.#idle.delete(room.draft);
      if (room.sessions.size > 0 || this.#held.has(room)) return;
      if (!room.isIdle) return this.released(room);
      this.#forget(room);
      room.putAway().catch((error: unknown) => this.#ports.onTrouble({ draft: room.draft, error }));
    });
    this.#idle.set(room.draft, cancel);
  }

  /** Closes every connection (1012: come back) and stores what was received. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#idle.values()) cancel();
    this.#idle.clear();
    await Promise.all([...this.#rooms.values()].map((room) => room.close(CLOSE.restart, 'restart')));
    this.#rooms.clear();
  }

  #forget(room: Room): void {
    if (this.#rooms.get(room.draft) === room) this.#rooms.delete(room.draft);
  }
}
