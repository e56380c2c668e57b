/** There is no session, or there was none any more before an answer came. */
export class SessionLost extends Error {
  constructor(
    message: string,
    /** True where the SMSC may have read the request. */
    readonly maybeSent: boolean,
  ) {
    super(message);
  }
}
