import './styles/main.css';
import { fetchSprite } from './elements/fetch-sprite.ts';
import { applyTheme } from './stores/theme.ts';
import './shell/app.ts';

document.documentElement.classList.add('js');
applyTheme();
void fetchSprite();
