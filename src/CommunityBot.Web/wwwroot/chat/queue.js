// What was said and is not yet at the bot. It lies in the browser's own store, so a closed tab or an empty battery loses nothing.
const TABLE = 'unsent';

export class Queue {
  #name;
  #database = null;
  #line;
  #events;
  #wake = () => {};
  #isPumping = false;

  /** @param events {{ waiting(item), sent(item), refused(item, status) }} */
  constructor(seat, line, events) {
    this.#name = `chat${seat && '-'}${seat}`;
    this.#line = line;
    this.#events = events;
    addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.hidden || this.hurry());
  }

  /** Opens the store and tells what is still in it. */
  async open() {
    this.#database = await opened(this.#name).catch(() => new Passing());
    return this.#database.all();
  }

  async add(activity, files = []) {
    const item = { activity, files, id: activity.channelData.clientActivityID };
    await this.#database.put(item);
    this.pump();
    return item;
  }

  async drop(id) {
    await this.#database.remove(id);
  }

  async retry(id) {
    const item = (await this.#database.all()).find(one => one.id === id);
    if (item) {
      delete item.refused;
      await this.#database.put(item);
      this.pump();
    }
  }

  hurry() {
    this.#wake();
    this.pump();
  }

  /** Sends one after the other, in order; two tabs do not send at once. */
  async pump() {
    if (this.#isPumping) {
      return;
    }
    this.#isPumping = true;
    try {
      await (navigator.locks ? navigator.locks.request(this.#name, () => this.#sendAll()) : this.#sendAll());
    } finally {
      this.#isPumping = false;
    }
  }

  async #sendAll() {
    let failures = 0;
    for (let item; (item = (await this.#database.all()).find(one => !one.refused));) {
      const status = await this.#send(item);
      if (status >= 200 && status < 300) {
        failures = 0;
        await this.#database.remove(item.id);
        this.#events.sent(item);
      } else if (status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status)) {
        await this.#database.put({ ...item, refused: status });
        this.#events.refused(item, status);
      } else {
        this.#events.waiting(item);
        await this.#rest(Math.min(30_000, 1_000 * 2 ** failures++));
      }
    }
  }

  // 0 = no network. The id makes a repeated post harmless.
  async #send({ activity, files }) {
    try {
      const answer = files.length === 0
        ? await this.#line.call('POST', '/activities', JSON.stringify(activity))
        : await this.#line.call('POST', '/upload', formOf(activity, files));
      return answer.status;
    } catch {
      return 0;
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

function formOf(activity, files) {
  const form = new FormData();
  const attachments = files.map(file => ({ contentType: file.blob.type, name: file.name }));
  form.append('activity', new Blob([JSON.stringify({ ...activity, attachments })], { type: 'application/vnd.microsoft.activity' }));
  for (const file of files) {
    form.append('file', file.blob, file.name);
  }
  return form;
}

function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'order' });
    request.onerror = () => reject(request.error);
    request.onsuccess = () => resolve(new Kept(request.result));
  });
}

/** The browser's store. */
class Kept {
  #database;

  constructor(database) {
    this.#database = database;
  }

  all() {
    return this.#run('readonly', table => table.getAll());
  }

  put(item) {
    item.order ??= `${String(Date.now()).padStart(15, '0')}-${item.id}`;
    return this.#run('readwrite', table => table.put(item));
  }

  async remove(id) {
    const item = (await this.all()).find(one => one.id === id);
    return item && this.#run('readwrite', table => table.delete(item.order));
  }

  #run(mode, action) {
    return new Promise((resolve, reject) => {
      const request = action(this.#database.transaction(TABLE, mode).objectStore(TABLE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}

/** Where the browser keeps nothing (a private window): as long as the page lives. */
class Passing {
  #items = new Map();

  async all() {
    return [...this.#items.values()];
  }

  async put(item) {
    this.#items.set(item.id, item);
  }

  async remove(id) {
    this.#items.delete(id);
  }
}
