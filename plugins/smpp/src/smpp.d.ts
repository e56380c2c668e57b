/** What is used of the library, which has no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_length: number;
    readonly command_id: number;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [field: string]: unknown;
    isResponse(): boolean;
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
    toBuffer(): Buffer;
  }
  export interface Session extends EventEmitter {
    readonly socket: Socket;
    send(pdu: Pdu, answered?: (answer: Pdu) => void): boolean;
    pause(): void;
    close(): void;
    destroy(): void;
  }
  export interface Server extends NetServer {
    readonly sessions: readonly Session[];
  }
  interface Field {
    filter?: unknown;
  }
  interface Library {
    connect(options: Readonly<Record<string, unknown>>): Session;
    createServer(options: Readonly<Record<string, unknown>>, listener: (session: Session) => void): Server;
    readonly PDU: {
      new (command: string, fields?: Readonly<Record<string, unknown>>): Pdu;
      fromBuffer(bytes: Buffer): Pdu | false;
    };
    readonly commands: Readonly<Record<string, { readonly params?: Readonly<Record<string, Field>> }>>;
    readonly encodings: Readonly<Record<'ASCII' | 'UCS2', { decode(octets: Buffer): string }>>;
    readonly tlvs: Readonly<Record<string, Field>>;
  }
  const library: Library;
  export default library;
}
