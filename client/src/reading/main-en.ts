// Entry for English: the words first, what is done with them after.
import './words-en.ts';
import './decorate.ts';
