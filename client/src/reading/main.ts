import '../styles/main.css';
import { addSprite } from '../elements/sprite.ts';
import { applyTheme } from '../stores/theme.ts';

document.documentElement.classList.add('js');
applyTheme();
addSprite();
