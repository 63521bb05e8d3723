import address from '../elements/sprite.svg?url';

/** Puts the sprite of signs on the page. It comes after the script: words stand without their signs for a moment. */
export async function fetchSprite(): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const holder = document.createElement('template');
  holder.innerHTML = (await answer.text()).trim();
  document.body.prepend(holder.content);
}
