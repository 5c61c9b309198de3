// The line to the bot: Direct Line 3.0 with a token of our own page. It comes back after every sleep where it stopped.
const KEEP_ALIVE = 20_000;
const SILENT_TOO_LONG = 60_000;
const POLL_EVERY = 3_000;

export class Line {
  #seat;
  #events;
  #session = null;
  #opening = null;
  #watermark = '';
  #socket = null;
  #heardAt = 0;
  #failures = 0;
  #wake = () => {};

  /** @param events {{ activity(activity), began(session), state(name) }} */
  constructor(seat, events) {
    this.#seat = seat;
    this.#events = events;
    addEventListener('offline', () => this.#events.state('offline'));
    addEventListener('online', () => {
      this.#socket?.close();
      this.hurry();
    });
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
    addEventListener('pageshow', () => this.hurry());
    setInterval(() => this.#watch(), KEEP_ALIVE);
  }

  /** Something changed for the better: do not wait any longer, and do not trust a line that slept. */
  hurry() {
    if (Date.now() - this.#heardAt > KEEP_ALIVE * 2) {
      this.#socket?.close();
    }
    this.#wake();
  }

  async run() {
    for (;;) {
      try {
        this.#session ?? await this.open();
        const answer = await this.call('GET', `?watermark=${this.#watermark}`);
        if (!answer.ok) {
          throw new Error(answer.status);
        }
        const conversation = await answer.json();
        this.#session.token = conversation.token;
        await this.#listen(conversation.streamUrl);
      } catch (problem) {
        this.#failures++;
        this.#events.state(problem.message === '429' ? 'crowded' : 'offline');
      }
      await this.#rest(Math.min(15_000, 500 * 2 ** this.#failures));
    }
  }

  /** Calls the conversation; a token that was too old is replaced once. */
  async call(method, path, body) {
    const answer = await this.#callOnce(method, path, body);
    if (![401, 403, 404].includes(answer.status)) {
      return answer;
    }
    this.#session = null;
    return this.#callOnce(method, path, body);
  }

  /** Earlier activities, for those who scroll back. */
  async readFrom(watermark) {
    const answer = await this.call('GET', `/activities?watermark=${watermark}`);
    return answer.ok ? (await answer.json()).activities : [];
  }

  /** Fetches a token for the conversation in our cookie; callers at the same time share one. */
  open() {
    this.#opening ??= this.#open().finally(() => { this.#opening = null; });
    return this.#opening;
  }

  async #open() {
    const answer = await fetch(`/chat/session?seat=${this.#seat}`, { method: 'POST', headers: { 'X-Chat-Page': '1' } });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const session = await answer.json();
    const isNew = this.conversation !== session.conversationId;
    this.#session = session;
    this.conversation = session.conversationId;
    if (isNew) {
      this.#watermark = String(this.#events.began(session));
    }
  }

  async #callOnce(method, path, body) {
    const session = this.#session ?? (await this.open(), this.#session);
    const headers = { Authorization: `Bearer ${session.token}` };
    if (typeof body === 'string') {
      headers['Content-Type'] = 'application/json';
    }
    return fetch(`/v3/directline/conversations/${session.conversationId}${path}`, { method, headers, body, cache: 'no-store' });
  }

  async #listen(address) {
    const opened = await new Promise(resolve => {
      const socket = new WebSocket(address);
      let isOpen = false;
      this.#socket = socket;
      socket.onopen = () => {
        isOpen = true;
        this.#alive();
      };
      socket.onmessage = message => {
        this.#alive();
        if (message.data) {
          this.#take(JSON.parse(message.data));
        }
      };
      socket.onclose = () => resolve(isOpen);
    });
    this.#socket = null;
    if (!opened) {
      await this.#poll();
    }
  }

  // Some networks let no stream through; then we ask every few seconds, and try the stream again after each round.
  async #poll() {
    for (let round = 0; round < 10; round++) {
      const answer = await this.call('GET', `/activities?watermark=${this.#watermark}`);
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      this.#alive();
      this.#take(await answer.json());
      await this.#rest(POLL_EVERY);
    }
  }

  #take(set) {
    for (const activity of set.activities) {
      this.#events.activity(activity);
    }
    this.#watermark = set.watermark || this.#watermark;
  }

  #alive() {
    this.#heardAt = Date.now();
    this.#failures = 0;
    this.#events.state('online');
  }

  #watch() {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return;
    }
    if (Date.now() - this.#heardAt > SILENT_TOO_LONG) {
      this.#socket.close();
    } else {
      this.#socket.send('');
    }
  }

  #rest(time) {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, time);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
