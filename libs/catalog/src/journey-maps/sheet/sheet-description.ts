import type { MapView, MomentView } from './map-view.js';
import { type SheetWords, signed } from './sheet-words.js';

/** The drawing in a few sentences, for those who do not see it. */
export function describeMap(view: MapView, words: SheetWords): string {
  const moments = view.phases.flatMap((phase) => phase.moments);
  const felt = moments.flatMap((moment) =>
    moment.emotion === undefined ? [] : [{ moment, emotion: moment.emotion }],
  );
  const place = ({ moment, emotion }: { moment: MomentView; emotion: number }) =>
    `${moment.touchpoint.name} (${signed(emotion)})`;
  const [lowest] = [...felt].sort((a, b) => a.emotion - b.emotion);
  const [highest] = [...felt].sort((a, b) => b.emotion - a.emotion);
  const [hardest] = moments.flatMap(({ friction }) => friction).sort((a, b) => b.severity - a.severity);
  return [
    view.kind === 'future' ? `${words.future}.` : `${words.current}.`,
    words.summary({ phases: view.phases.length, moments: moments.length }),
    ...(highest ? [words.highest(place(highest))] : []),
    ...(lowest && lowest.emotion !== highest?.emotion ? [words.lowest(place(lowest))] : []),
    ...(hardest ? [words.hardest(`${hardest.text} (${words.severity(hardest.severity)})`)] : []),
  ].join(' ');
}
