import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** A browser that has subscribed: it alone can read what comes (RFC 8291, written from the receiver's side). */
export class Browser {
  private readonly pair = createECDH('prime256v1');
  private readonly auth: Buffer;

  constructor(keys?: { readonly privateKey: string; readonly auth: string }) {
    if (keys) this.pair.setPrivateKey(Buffer.from(keys.privateKey, 'base64url'));
    else this.pair.generateKeys();
    this.auth = keys ? Buffer.from(keys.auth, 'base64url') : randomBytes(16);
  }

  subscription(endpoint: string, more: object = { expirationTime: null }): string {
    const p256dh = this.pair.getPublicKey().toString('base64url');
    return JSON.stringify({ endpoint, ...more, keys: { p256dh, auth: this.auth.toString('base64url') } });
  }

  /** @throws where it was meant for another one, or was tampered with */
  read(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const sealed = body.subarray(21 + keyLength);
    if (sealed.length > body.readUInt32BE(16)) throw new Error('more than one record');
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), sender]);
    const ikm = hkdfSync('sha256', this.pair.computeSecret(sender), this.auth, info, 32);
    const part = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(ikm), salt, `Content-Encoding: ${name}\0`, length));
    const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    const end = text.lastIndexOf(2);
    if (end < 0 || text.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no last record');
    return text.subarray(0, end).toString('utf8');
  }
}
