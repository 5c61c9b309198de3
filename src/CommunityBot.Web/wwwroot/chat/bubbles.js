// Draws what was said. Everything from outside is set as text or as an attribute, never as markup.
import { words } from './words.js';

const HERO = 'application/vnd.microsoft.card.hero';
const TICKET = /\bBK(?:-[0-9A-Z]{3}){3}\b/;
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

// The British pattern is the Vietnamese one on paper: 23/11 15:00.
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit' });

export class Bubbles {
  #log;
  #actions;
  #byId = new Map();
  #mine = new Map();

  /** @param actions {{ press(activity, value), askPlace(activity), reply(activity, code), retry(id), drop(id) }} */
  constructor(log, actions) {
    this.#log = log;
    this.#actions = actions;
  }

  clear() {
    this.#log.replaceChildren();
    this.#byId.clear();
    this.#mine.clear();
  }

  has(id) {
    return this.#byId.has(id);
  }

  /** Shows an activity that has come from the bot's log, at its place or in the place of the one it replaces. */
  show(activity, before = null) {
    if (activity.channelData?.postBack) {
      return this.#markPressed(activity);
    }
    const bubble = this.#byId.get(activity.channelData?.replaces) ?? this.#pendingOf(activity) ?? element('article');
    this.#byId.set(activity.id, bubble);
    this.#fill(bubble, activity);
    if (!bubble.isConnected) {
      this.#log.insertBefore(bubble, before);
    }
  }

  /** Shows what was just said here, before the bot has it. */
  showUnsent(item) {
    const bubble = element('article');
    this.#mine.set(item.id, bubble);
    this.#fill(bubble, { ...item.activity, from: { role: 'user' } }, item.files);
    this.#log.append(bubble);
    this.mark(item, 'sending');
  }

  /** Tells how far an own message has come: sending, waiting, refused. */
  mark(item, state, reason = words[state]) {
    const bubble = this.#mine.get(item.id);
    if (!bubble) {
      return;
    }
    bubble.dataset.state = state;
    const line = bubble.querySelector('footer');
    line.textContent = reason;
    if (state === 'refused') {
      line.append(button(words.again, () => this.#actions.retry(item.id)), button(words.drop, () => {
        this.#actions.drop(item.id);
        this.#mine.delete(item.id);
        bubble.remove();
      }));
    }
  }

  // A press has no bubble of its own: the button stays marked, and what follows from it is shown.
  #markPressed(activity) {
    this.#byId.set(activity.id, null);
    for (const one of this.#byId.get(activity.replyToId)?.querySelectorAll('.buttons button') ?? []) {
      if (one.dataset.value === activity.text) {
        one.setAttribute('aria-pressed', 'true');
      }
    }
  }

  #pendingOf(activity) {
    const id = activity.channelData?.clientActivityID;
    const pending = this.#mine.get(id);
    this.#mine.delete(id);
    return pending;
  }

  #fill(bubble, activity, files = []) {
    const isMine = activity.from?.role === 'user';
    const data = activity.channelData ?? {};
    bubble.className = isMine ? 'mine' : 'bot';
    delete bubble.dataset.state;
    const parts = [
      ...files.map(unsentFile),
      ...(activity.attachments ?? []).filter(one => one.contentType !== HERO).map(file),
      ...text(isMine ? mineText(activity) : activity.text, data.heading),
    ];
    if (data.askLocation && !isMine) {
      parts.push(row(button(data.askLocation, () => this.#actions.askPlace(activity), 'place')));
    }
    parts.push(...(activity.attachments ?? []).filter(one => one.contentType === HERO).map(card => this.#buttons(activity, card)));
    const code = !isMine && TICKET.exec(activity.text ?? '')?.[0];
    if (code) {
      parts.push(button(words.reply, () => this.#actions.reply(activity, code), 'reply plain'));
    }
    bubble.replaceChildren(...parts, time(activity.timestamp));
  }

  #buttons(activity, card) {
    return row(...(card.content?.buttons ?? []).map(one => one.type === 'openUrl' && /^(https?|tel|geo):/.test(one.value)
      ? link(one.title, one.value)
      : this.#choice(activity, one)));
  }

  #choice(activity, { title, value }) {
    const one = button(title, () => this.#actions.press(activity, value));
    one.dataset.value = value;
    return one;
  }
}

function mineText({ text: said, entities }) {
  return said || (entities?.some(one => one.type === 'GeoCoordinates') ? words.myPlace : '');
}

function text(said, heading) {
  if (!said) {
    return [];
  }
  const paragraph = element('p');
  let from = 0;
  if (heading && said.startsWith(heading)) {
    paragraph.append(element('strong', heading));
    from = heading.length;
  }
  for (const match of [...said.matchAll(ADDRESS)].filter(one => one.index >= from)) {
    paragraph.append(said.slice(from, match.index), link(match[0], match[0]));
    from = match.index + match[0].length;
  }
  paragraph.append(said.slice(from));
  return [paragraph];
}

function file({ contentType = '', contentUrl, thumbnailUrl, name }) {
  if (contentType.startsWith('image/')) {
    const frame = link('', contentUrl);
    frame.className = 'picture';
    frame.append(image(thumbnailUrl ?? contentUrl, name ?? words.photo));
    return frame;
  }
  if (contentType.startsWith('audio/')) {
    return sound(contentUrl, name);
  }
  return link(`${words.openFile}: ${name ?? ''}`, contentUrl);
}

function unsentFile({ blob, name }) {
  return blob.type.startsWith('image/') ? image(URL.createObjectURL(blob), name) : element('p', words.voice);
}

function image(address, alt) {
  const picture = element('img');
  picture.src = address;
  picture.alt = alt;
  picture.loading = 'lazy';
  picture.addEventListener('error', () => picture.replaceWith(alt));
  return picture;
}

function sound(address, name) {
  const player = element('audio');
  player.controls = true;
  player.preload = 'none';
  player.src = address;
  player.setAttribute('aria-label', name ?? words.voice);
  return player;
}

function time(timestamp) {
  const line = element('footer');
  if (timestamp) {
    const moment = new Date(timestamp);
    line.textContent = day.format(moment) === day.format(new Date()) ? clock.format(moment) : `${day.format(moment)} ${clock.format(moment)}`;
  }
  return line;
}

function link(label, address) {
  const anchor = element('a', label);
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  return anchor;
}

function button(label, action, className = '') {
  const one = element('button', label);
  one.type = 'button';
  one.className = className;
  one.addEventListener('click', action);
  return one;
}

function row(...children) {
  const buttons = element('div');
  buttons.className = 'buttons';
  buttons.append(...children);
  return buttons;
}

function element(name, content = '') {
  const one = document.createElement(name);
  one.textContent = content;
  return one;
}
