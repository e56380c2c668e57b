import type { OutgoingMessage } from '@parcours/sdk';

import type { FcmConfig } from './fcm-config.js';

type Look = Pick<FcmConfig, 'ttlSeconds' | 'priority' | 'androidChannelId' | 'iosSound'>;

/** APNs takes no longer one (apns-collapse-id). */
const COLLAPSE_ID_BYTES = 64;

/**
 * A message as `messages:send` takes it. The app finds `parcours_message`, `url` and `app` in the data. A second one of the
 * same message takes the place of the first on the phone, so that an attempt that arrives twice is seen once.
 */
export function fcmMessage(message: OutgoingMessage<'push'>, look: Look, now: number) {
  const { id, to, from, content } = message;
  const { title, body, url, image } = content;
  const { ttlSeconds, priority, androidChannelId, iosSound } = look;
  const data = {
    parcours_message: id,
    ...(url !== undefined && { url }),
    ...(from !== undefined && { app: from.app }),
  };
  return {
    token: to,
    notification: {
      ...(title !== undefined && { title }),
      body,
      ...(image !== undefined && { image }),
    },
    data,
    android: {
      priority: priority === 'high' ? 'HIGH' : 'NORMAL',
      ttl: `${String(ttlSeconds)}s`,
      notification: { tag: id, ...(androidChannelId !== undefined && { channel_id: androidChannelId }) },
    },
    apns: {
      headers: {
        'apns-priority': priority === 'high' ? '10' : '5',
        'apns-expiration': String(ttlSeconds === 0 ? 0 : Math.floor(now / 1_000) + ttlSeconds),
        ...(Buffer.byteLength(id) <= COLLAPSE_ID_BYTES && { 'apns-collapse-id': id }),
      },
      payload: {
        aps: {
          ...(iosSound !== undefined && { sound: iosSound }),
          // Lets an extension of the app fetch the picture.
          ...(image !== undefined && { 'mutable-content': 1 }),
        },
      },
      ...(image !== undefined && { fcm_options: { image } }),
    },
  };
}
