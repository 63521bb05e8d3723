/** Cookie with the language of the screens ("nl" or "en"): pages that the server makes follow the choice in the app. */
export const LANGUAGE_COOKIE = 'draagvlak_language';
