/** What holds no words for a reader, or words of a program. */
export const SKIPPED = new Set(
  'head style script template noscript meta link title xml base colgroup col area map param source track wbr datalist hr'.split(
    ' ',
  ),
);
/** What a page shows and a document cannot. */
export const EMBEDDED = new Set(
  'iframe object embed video audio canvas applet form input select textarea button progress meter dialog'.split(' '),
);
export const IMAGES = new Set(['img', 'picture', 'svg', 'v:shape', 'v:imagedata']);
/** What begins and ends a block of its own. */
export const BLOCKS = new Set(
  'p div section article aside header footer main nav figure figcaption address details summary fieldset legend center body html dl dt dd hgroup search pre blockquote ul ol menu li'.split(
    ' ',
  ),
);
