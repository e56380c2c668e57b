/**
 * The channels of a policy that a step lets a message take, in the order in which they are tried: as the policy has them;
 * for `preferred`, those first that the customer takes to.
 */
export function allowedChannels<C extends { readonly channel: string }>(
  channels: readonly C[],
  asked: string,
  { preferredChannels = [] }: { readonly preferredChannels?: readonly string[] | undefined },
): readonly C[] {
  if (asked === 'policy') return channels;
  if (asked !== 'preferred') return channels.filter(({ channel }) => channel === asked);
  const placeOf = ({ channel }: C) => {
    const place = preferredChannels.indexOf(channel);
    return place === -1 ? preferredChannels.length : place;
  };
  return [...channels].sort((a, b) => placeOf(a) - placeOf(b));
}
