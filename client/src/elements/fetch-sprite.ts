import address from './sprite.svg?url';

/** Puts the sprite of signs on the page. It comes after the script: words stand without their signs for a moment. */
export async function fetchSprite(): Promise<void> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const holder = document.createElement('template');
    holder.innerHTML = (await answer.text()).trim();
    document.body.prepend(holder.content);
  } catch {
    // No sign says anything that its words do not say.
  }
}
