// Makes a photo light enough for a weak network. A photo that cannot be read here is sent as it is.
const LONGEST_SIDE = 1600;
const LIGHT_ENOUGH = 400_000;

export async function light(file) {
  if (file.size <= LIGHT_ENOUGH && /^image\/(jpeg|png|webp)$/.test(file.type)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.82));
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
