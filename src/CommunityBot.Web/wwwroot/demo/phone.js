// One of the two phones: does on its chat page what a finger would do, and waits for what the bot says.
const WAIT_FOR = 20_000;
const LOOK_EVERY = 150;

export class Phone {
  #frame;

  constructor(frame) {
    this.#frame = frame;
  }

  get #page() {
    return this.#frame.contentDocument;
  }

  get #bubbles() {
    return [...(this.#page?.querySelectorAll('#log article') ?? [])];
  }

  /** The phone is on and has its line. */
  ready() {
    return this.#until(() => this.#page?.body?.dataset.line === 'online' && !this.#page.getElementById('composer').hidden);
  }

  /** How many bubbles there are, so that what follows is told from what was. */
  mark() {
    return this.#bubbles.length;
  }

  async write(text) {
    const field = this.#page.getElementById('words');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await pause(500);
    this.#page.getElementById('composer').requestSubmit();
  }

  /** Chooses a picture as from the gallery, and waits until it lies ready to be sent. */
  async choose(address, name) {
    const picture = await (await fetch(address)).blob();
    const { DataTransfer, File, Event: PageEvent } = this.#frame.contentWindow;
    const hand = new DataTransfer();
    hand.items.add(new File([picture], name, { type: picture.type }));
    const input = this.#page.getElementById('photos');
    input.files = hand.files;
    input.dispatchEvent(new PageEvent('change', { bubbles: true }));
    await this.#until(() => this.#page.querySelector('#chosen li'));
  }

  /** Presses the newest button with these words, in a bubble about this ticket when one is named. */
  async press(words, ticket = '') {
    const one = await this.#until(() => this.#newest(words, ticket));
    one.scrollIntoView({ block: 'center' });
    await pause(400);
    // The bubble may have been drawn anew meanwhile.
    (this.#newest(words, ticket) ?? one).click();
  }

  /** Waits for a bubble with these words, among those that came after the mark; returns what was looked for in it. */
  hears(words, since = 0) {
    return this.#until(() => this.#bubbles.slice(since).map(bubble => words.exec(bubble.textContent)).find(found => found));
  }

  #newest(words, ticket) {
    return this.#bubbles.filter(bubble => bubble.textContent.includes(ticket))
      .flatMap(bubble => [...bubble.querySelectorAll('.buttons button')])
      .findLast(one => words.test(one.textContent));
  }

  async #until(look) {
    for (const ends = Date.now() + WAIT_FOR; Date.now() < ends; await pause(LOOK_EVERY)) {
      const seen = look();
      if (seen) {
        return seen;
      }
    }
    throw new Error('nothing came');
  }
}

export function pause(time) {
  return new Promise(resolve => { setTimeout(resolve, time); });
}
