/** What both ends of a draft's socket speak; defined where it is spoken. */
export { CLOSE, type CloseCode, MESSAGE } from '@draagvlak/sync/protocol';
