import sprite from './sprite.svg?raw';

/** Puts the sprite of signs at the start of the page, once; every sign refers to it by name. */
export function addSprite(page: Document = document): void {
  if (page.querySelector('svg.sprite')) return;
  const holder = page.createElement('template');
  holder.innerHTML = sprite.trim();
  page.body.prepend(holder.content);
}
