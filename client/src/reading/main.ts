// Entry for Dutch: the words first, what is done with them after.
import './words-nl.ts';
import './decorate.ts';
