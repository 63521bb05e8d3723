export { SERVER } from './draft-log.ts';
export { type Fanout, localFanout } from './fanout.ts';
export * from './ports.ts';
export { CLOSE, MESSAGE, SYNC } from './protocol.ts';
export { Registry } from './registry.ts';
export { Room, RoomClosed, type RoomPorts, StorageTrouble } from './room.ts';
export type { Session } from './session.ts';
export { type Refused, type Verdict, vet, type VetContext } from './vet.ts';
