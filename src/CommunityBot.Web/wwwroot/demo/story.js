// The story of two minutes: each step is done for the visitor on the phones themselves, nothing is played from a tape.
import { Phone } from './phone.js';

const REPORT = 'Vòi nước ở bản Nà Mu xã Chợ Rã hỏng 2 hôm rồi';
const DONE = 'Đã thay vòi mới ở bản Nà Mu, nước chảy bình thường';

export class Story {
  #villager;
  #officer;
  #wind;
  #ticket = '';

  /** @param wind {(by: string) => Promise} winds the demo's clock */
  constructor(villager, officer, wind) {
    this.#villager = new Phone(villager);
    this.#officer = new Phone(officer);
    this.#wind = wind;
  }

  async greet() {
    await this.#wind('daylight');
    await this.#villager.ready();
    const mark = this.#villager.mark();
    await this.#villager.write('Chào bot');
    await this.#villager.hears(/./, mark + 1);
    return 'Bot chào lại và nói làm được gì.';
  }

  async report() {
    await this.#villager.ready();
    const villager = this.#villager.mark();
    await this.#villager.choose('/demo/pictures/voi-hong.png', 'voi-hong.png');
    await this.#villager.write(REPORT);
    await this.#villager.hears(/Bước 4\/4/, villager);
    return 'Một tin có đủ ảnh, lời kể, nơi xảy ra: bot chỉ hỏi lại một lần.';
  }

  async send() {
    const villager = this.#villager.mark();
    const officer = this.#officer.mark();
    await this.#officer.ready();
    await this.#villager.press(/^✅ Gửi$/);
    // Consent is asked once; who plays the story again is not asked again.
    const [said] = await this.#villager.hears(/đồng ý không|Mã: BK/, villager);
    if (!said.startsWith('Mã')) {
      await this.#villager.press(/Đồng ý, gửi/);
    }
    [, this.#ticket] = await this.#villager.hears(/Mã: (BK(?:-[0-9A-Z]{3}){3})/, villager);
    await this.#officer.hears(new RegExp(this.#ticket), officer);
    return 'Bà con có mã phiếu, phiếu đã hiện ở máy cán bộ.';
  }

  async accept() {
    const villager = this.#villager.mark();
    await this.#officer.press(/Nhận việc/, this.#ticket);
    await this.#villager.hears(/đã nhận việc/, villager);
    return 'Chỉ một người nhận được; bà con biết ngay có người lo.';
  }

  async wind() {
    await this.#wind('hour');
    return 'Đồng hồ nhảy một giờ, việc đến hạn tự chạy.';
  }

  async resolve() {
    const villager = this.#villager.mark();
    const officer = this.#officer.mark();
    await this.#officer.press(/Đã xong/, this.#ticket);
    await this.#officer.press(/^Đã sửa$/);
    await this.#officer.hears(/./, officer + 1);
    await this.#officer.choose('/demo/pictures/voi-da-sua.png', 'da-sua.png');
    await this.#officer.write(DONE);
    await this.#villager.hears(/đã sửa xong/, villager);
    return 'Phải có lời cụ thể và ảnh thì mới xong; bà con nhận được cả hai.';
  }

  async confirm() {
    const villager = this.#villager.mark();
    await this.#villager.press(/^👍 Ổn$/, this.#ticket);
    await this.#villager.hears(/đã đóng/, villager);
    return 'Xong! Phiếu đã đóng, cả câu chuyện còn trong sổ.';
  }
}
