// The web chat of villagers and officers: what they say goes into the queue, what the bot says comes from the line.
import { Bubbles } from './bubbles.js';
import { Composer } from './composer.js';
import { Line } from './line.js';
import { Queue } from './queue.js';
import { Ring } from './ring.js';
import { words } from './words.js';

const SHOWN_AT_FIRST = 60;
const TYPING_FOR = 5_000;
const NOTICE_FOR = 5_000;

const seat = document.body.dataset.seat;
const part = id => document.getElementById(id);
const log = part('log');
let firstShown = 0;
let historyEnds = 0;
let staysAtEnd = true;
let scrolledTo = 0;
let typingTimer = 0;
let toastTimer = 0;

const line = new Line(seat, { activity: take, began, state: showState });
const ring = new Ring(part('ring'), seat);
const bubbles = new Bubbles(log, {
  press: (activity, value) => say({ text: value, replyToId: activity.id, channelData: { postBack: true } }),
  askPlace: () => composer.sendPlace(),
  reply: (activity, code) => composer.replyTo(activity.id, words.replyingTo(code)),
  retry: id => queue.retry(id),
  drop: id => queue.drop(id),
});
const queue = new Queue(seat, line, {
  waiting: item => isShown(item.activity) ? bubbles.mark(item, 'waiting') : toast(words.waiting),
  sent: item => bubbles.mark(item, 'sent'),
  refused: (item, status) => isShown(item.activity) ? bubbles.mark(item, 'refused', status === 413 ? words.tooBig : words.refused) : pressFailed(item),
});
const composer = new Composer(part, { say, toast });

showState('connecting');
part('composer').hidden = false;
part('older').addEventListener('click', showOlder);
part('newest').addEventListener('click', toEnd);
// Only scrolling back leaves the end; words that arrive while we scroll to it do not.
addEventListener('scroll', () => {
  const isAtEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 60;
  staysAtEnd = isAtEnd || (staysAtEnd && scrollY >= scrolledTo);
  scrolledTo = scrollY;
  part('newest').hidden ||= isAtEnd;
});
// Photos that load and a composer that grows push the last words out of sight.
const size = new ResizeObserver(() => staysAtEnd && toEnd());
[log, part('composer'), part('typing')].forEach(one => size.observe(one));
const unsent = await queue.open();
await Promise.allSettled([line.open()]);
unsent.filter(item => isShown(item.activity)).forEach(item => bubbles.showUnsent(item));
queue.pump();
toEnd();
line.run();

/** Says something: it is shown and kept at once, and sent as soon as the network allows. */
async function say(activity, files = [], id = newId()) {
  const said = { type: 'message', locale: 'vi', ...activity, channelData: { ...activity.channelData, clientActivityID: id } };
  if (isShown(said)) {
    bubbles.showUnsent({ id, activity: said, files });
    toEnd();
  }
  await queue.add(said, files);
}

/** Words, files and places have a bubble of their own; pressed buttons and the greeting have none. */
function isShown(activity) {
  return activity.type === 'message' && !activity.channelData?.postBack;
}

function pressFailed(item) {
  queue.drop(item.id);
  toast(words.refused);
}

/** A conversation begins, or this browser comes back to it. Returns how far it has been read. */
function began(session) {
  bubbles.clear();
  historyEnds = session.count;
  firstShown = Math.max(0, session.count - SHOWN_AT_FIRST);
  part('older').hidden = firstShown === 0;
  const address = new URL(location.href);
  const start = address.searchParams.get('start');
  if (session.count === 0 || start) {
    // One greeting a conversation, however often the page is loaded before it is sent.
    const id = start ? newId() : `join-${session.conversationId}`;
    say({ type: 'event', name: 'webchat/join', value: { language: 'vi', ...(start && { start }) } }, [], id);
    address.searchParams.delete('start');
    history.replaceState(null, '', address);
  }
  return firstShown;
}

function take(activity) {
  const isBot = activity.from?.role === 'bot';
  if (activity.type === 'typing') {
    return isBot && showTyping();
  }
  if (activity.type === 'event') {
    return isBot && (activity.name === 'notice' ? toast(activity.text) : activity.name === 'forgotten' && bubbles.clear());
  }
  if (activity.type !== 'message' || bubbles.has(activity.id)) {
    return;
  }
  bubbles.show(activity);
  // A reader of the screen is told what is new, not what was said last week.
  log.ariaBusy = String(numberOf(activity) < historyEnds - 1);
  if (!isBot) {
    return;
  }
  part('typing').hidden = true;
  if (numberOf(activity) >= historyEnds) {
    ring.told(activity.channelData?.silent);
    part('newest').hidden = staysAtEnd || activity.channelData?.replaces !== undefined;
  }
}

async function showOlder() {
  const until = firstShown;
  firstShown = Math.max(0, until - SHOWN_AT_FIRST);
  part('older').hidden = firstShown === 0;
  const first = log.firstChild;
  const heightBefore = document.documentElement.scrollHeight;
  (await line.readFrom(firstShown))
    .filter(one => one.type === 'message' && numberOf(one) < until && !bubbles.has(one.id))
    .forEach(one => bubbles.show(one, first));
  scrollBy(0, document.documentElement.scrollHeight - heightBefore);
}

function showState(state) {
  const place = part('state');
  document.body.dataset.line = state;
  if (place.textContent !== words[state]) {
    place.textContent = words[state];
  }
}

function showTyping() {
  part('typing').hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => { part('typing').hidden = true; }, TYPING_FOR);
}

function toast(text) {
  const place = part('toast');
  place.textContent = text;
  place.hidden = !text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { place.hidden = true; }, NOTICE_FOR);
}

function toEnd() {
  staysAtEnd = true;
  part('newest').hidden = true;
  scrollTo(0, document.documentElement.scrollHeight);
}

function numberOf(activity) {
  return Number(activity.id?.split('|').at(-1));
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
}
