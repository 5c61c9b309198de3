// Where a villager writes, photographs, shows the place or speaks.
import { light } from './photos.js';
import { Voice } from './voice.js';
import { words } from './words.js';

const PHOTOS_AT_ONCE = 4;
const MOST_PHOTOS = 10;

export class Composer {
  #part;
  #actions;
  #photos = [];
  #replyToId;
  #voice = new Voice();

  /** @param actions {{ say(activity, files), toast(text) }} */
  constructor(part, actions) {
    this.#part = part;
    this.#actions = actions;
    part('composer').addEventListener('submit', submit => {
      submit.preventDefault();
      this.#send();
    });
    part('words').addEventListener('keydown', key => this.#onKey(key));
    part('words').addEventListener('input', () => this.#fit());
    part('more').addEventListener('click', () => this.#showExtras(part('extras').hidden));
    part('extras').addEventListener('click', click => this.#extra(click.target.closest('button')?.dataset.extra));
    part('camera').addEventListener('change', () => this.#choose(part('camera')));
    part('photos').addEventListener('change', () => this.#choose(part('photos')));
    part('answering').querySelector('button').addEventListener('click', () => this.replyTo(undefined, ''));
    part('send-voice').addEventListener('click', () => this.#endVoice(true));
    part('drop-voice').addEventListener('click', () => this.#endVoice(false));
  }

  /** The next thing said answers this message: an officer's proof for a ticket. */
  replyTo(id, label) {
    this.#replyToId = id;
    this.#part('answering').hidden = !id;
    this.#part('answering').querySelector('span').textContent = label;
    if (id) {
      this.#part('words').focus();
    }
  }

  sendPlace() {
    this.#actions.toast(words.seekingPlace);
    const failed = () => this.#actions.toast(words.noPlace);
    if (!navigator.geolocation) {
      return failed();
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        this.#actions.toast('');
        this.#say({ text: '', entities: [{ type: 'GeoCoordinates', latitude, longitude }] });
      },
      failed,
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  }

  #say(activity, files) {
    this.#actions.say({ ...activity, replyToId: this.#replyToId }, files);
    this.replyTo(undefined, '');
  }

  #send() {
    const text = this.#part('words').value.trim();
    const photos = this.#photos.splice(0);
    if (!text && photos.length === 0) {
      return;
    }
    if (photos.length === 0) {
      this.#say({ text });
    }
    // The words go with the first photos; all of them answer the same message.
    const replyToId = this.#replyToId;
    for (let from = 0; from < photos.length; from += PHOTOS_AT_ONCE) {
      this.#actions.say({ text: from === 0 ? text : '', replyToId }, photos.slice(from, from + PHOTOS_AT_ONCE));
    }
    this.replyTo(undefined, '');
    this.#part('words').value = '';
    this.#fit();
    this.#showPhotos();
    this.#showExtras(false);
  }

  // Enter sends where there is a keyboard; on a phone it begins a new line.
  #onKey(key) {
    if (key.key === 'Enter' && !key.shiftKey && !key.isComposing && matchMedia('(hover: hover)').matches) {
      key.preventDefault();
      this.#send();
    }
  }

  #fit() {
    const field = this.#part('words');
    field.rows = Math.min(5, Math.max(1, field.value.split('\n').length, Math.ceil(field.value.length / 30)));
  }

  #showExtras(isShown) {
    this.#part('extras').hidden = !isShown;
    this.#part('more').setAttribute('aria-expanded', String(isShown));
  }

  #extra(name) {
    if (name === 'place') {
      this.#showExtras(false);
      this.sendPlace();
    } else if (name === 'voice') {
      this.#startVoice();
    } else if (name) {
      this.#part(name).click();
    }
  }

  async #choose(input) {
    const files = [...input.files];
    input.value = '';
    for (const file of files) {
      if (this.#photos.length === MOST_PHOTOS) {
        this.#actions.toast(words.tooManyPhotos);
        break;
      }
      this.#photos.push({ blob: await light(file), name: this.#freeName(file.name) });
    }
    this.#showPhotos();
    this.#showExtras(false);
    this.#part('words').focus();
  }

  // Two photos of one camera may bear one name; the server tells them apart by it.
  #freeName(name) {
    const taken = new Set(this.#photos.map(photo => photo.name));
    let free = name;
    for (let number = 1; taken.has(free); number++) {
      free = name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
    }
    return free;
  }

  #showPhotos() {
    const list = this.#part('chosen');
    list.hidden = this.#photos.length === 0;
    list.replaceChildren(...this.#photos.map(photo => {
      const item = document.createElement('li');
      const picture = document.createElement('img');
      const drop = document.createElement('button');
      picture.src = URL.createObjectURL(photo.blob);
      picture.alt = photo.name;
      drop.type = 'button';
      drop.textContent = '×';
      drop.setAttribute('aria-label', words.removePhoto(photo.name));
      drop.addEventListener('click', () => {
        this.#photos = this.#photos.filter(one => one !== photo);
        this.#showPhotos();
      });
      item.append(picture, drop);
      return item;
    }));
  }

  async #startVoice() {
    this.#showExtras(false);
    try {
      await this.#voice.start(
        seconds => { this.#part('recording').firstElementChild.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`; },
        () => this.#endVoice(true));
      this.#part('recording').hidden = false;
    } catch {
      this.#actions.toast(words.noMicrophone);
    }
  }

  async #endVoice(isSent) {
    this.#part('recording').hidden = true;
    const { blob, seconds } = await this.#voice.stop();
    if (isSent && blob?.size > 0) {
      this.#say({ text: '', channelData: { voiceSeconds: seconds } }, [{ blob, name: `loi-noi.${blob.type.split('/')[1]}` }]);
    }
  }
}
