/** Measures, in whatever window it is imported into, what room a page keeps for widgets. Of the test, which imports it into two. */
import '../define/all.js';
import { createSession } from '../core/session/session.js';
import { LkElement } from '../ui/element.js';
import { roomFor } from '../loader/reserve.js';

const TAGS =
  'balance bills services detail topup forwarding sim sip equipment products documents alerts roles cabinet'.split(' ');

/** @returns Widgets whose room is not as high as their skeleton: `sim: skeleton 267, reserved 275`. */
export async function misfits(): Promise<string[]> {
  // Answers never come: every widget shows its skeleton.
  const session = createSession({
    apiUrl: location.origin,
    account: '1',
    locale: 'ru',
    logoutGroup: false,
    fetchToken: () => new Promise(() => undefined),
  });
  document.body.style.margin = '0';
  // The same rules for tags that nobody ever defines.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(roomFor('un-'));
  document.adoptedStyleSheets = [sheet];
  const off: string[] = [];
  for (const tag of TAGS) {
    const widget = document.createElement(`lk-${tag}`);
    const room = document.createElement(`un-${tag}`);
    if (!(widget instanceof LkElement)) throw new Error(`lk-${tag} is no widget`);
    widget.session = session;
    document.body.append(widget, room);
    while (!widget.texts.ready) await new Promise((resolve) => setTimeout(resolve));
    await widget.updateComplete;
    const [skeleton, reserved] = [widget.offsetHeight, room.offsetHeight];
    if (Math.abs(skeleton - reserved) > 4) off.push(`${tag}: skeleton ${skeleton}, reserved ${reserved}`);
    widget.remove();
  }
  session.dispose();
  return off;
}
